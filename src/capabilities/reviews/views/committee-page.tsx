import { type Bilingual, colon, inBrackets, type Language, say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Section,
  Select,
  Table,
  When,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

type Member = {
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly since: PlainDate
}

type CommitteeProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly programmeId: string
  readonly name: Bilingual
  readonly planned: number
  readonly members: readonly Member[]
  readonly candidates: readonly Omit<Member, 'since'>[]
  readonly formKey: () => string
  readonly problem?: 'not-a-reviewer' | undefined
}

const Members = ({ lang, citySlug, programmeId, members, planned, formKey }: CommitteeProps) => {
  const words = sentences[lang].committee
  if (members.length === 0) return <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
  return (
    <>
      <p>{words.size(members.length, planned)}</p>
      <Table<Member>
        lang={lang}
        id="members"
        stacks
        caption={words.members}
        captionHidden
        columns={[
          { label: words.name, heading: true, cell: ({ name }) => name },
          { label: words.since, cell: ({ since }) => <When time={dayText(since, lang)} /> },
          {
            label: words.remove,
            cell: ({ accountId, name }) => (
              <Form
                action={paths.committeeMember(citySlug, programmeId, accountId)}
                idempotencyKey={formKey()}
              >
                <Button kind="secondary" size="small">
                  {words.remove}
                  <span class="hidden-text">{colon[lang] + name}</span>
                </Button>
              </Form>
            ),
          },
        ]}
        rows={members}
      />
    </>
  )
}

const AddForm = (props: CommitteeProps) => {
  const { lang, citySlug, programmeId, members, candidates, formKey, problem } = props
  const words = sentences[lang]
  const free = candidates.filter(
    (one) => !members.some(({ accountId }) => accountId === one.accountId),
  )
  return (
    <Section id="add" title={words.committee.add}>
      {free.length === 0 ? (
        <p id="account">
          {words.committee.noneLeft} {words.committee.chooseHint}
        </p>
      ) : (
        <Form action={paths.committee(citySlug, programmeId)} idempotencyKey={formKey()}>
          <Select
            lang={lang}
            name="account"
            label={words.committee.choose}
            hint={words.committee.chooseHint}
            required
            options={free.map(({ accountId, name, email }) => ({
              value: accountId,
              label: `${name}${inBrackets(email, lang)}`,
            }))}
            error={problem && words.reasons[problem]}
          />
          <Button>{words.committee.addButton}</Button>
        </Form>
      )}
    </Section>
  )
}

/** Who sits on a programme's committee today. */
export const CommitteePage = (props: CommitteeProps) => {
  const { lang, name, problem } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary
        lang={lang}
        errors={problem ? [{ id: 'account', message: words.reasons[problem] }] : []}
      />
      <Heading level={1}>{words.committee.title(say(name, lang))}</Heading>
      <Lead>{words.committee.lead}</Lead>
      <Members {...props} />
      <AddForm {...props} />
    </>
  )
}
