import { inBrackets, type Language, say } from '#kernel/bilingual.ts'
import type { FormBody } from '#web/form-data.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  JumpLinks,
  Lead,
  NotificationBanner,
  RadioGroup,
  Section,
  Select,
  Table,
  Textarea,
} from '#web/ui/index.ts'
import { proposalPaths } from '../../proposals/index.ts'
import { type Interest, interests } from '../interest.ts'
import { paths } from '../paths.ts'
import type { ProposalProgress } from '../progress.ts'
import type { Review } from '../review.ts'
import { sentences } from '../sentences.ts'

/** A recusal on record. */
export type RecusalLine = {
  readonly member: string
  readonly proposal: string
  readonly interest: Interest
  readonly note: string
}

type ProgressProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly review: Review
  readonly progress: readonly ProposalProgress[]
  readonly members: readonly { readonly accountId: string; readonly name: string }[]
  readonly recusals: readonly RecusalLine[]
  /** Proposals that have become ready since. */
  readonly ready: readonly {
    readonly id: string
    readonly title: string
    readonly groupName: string
  }[]
  readonly formKey: () => string
  readonly typed?: FormBody | undefined
  readonly errors?: readonly FieldError[] | undefined
  /** A rule that refused a step of this page. */
  readonly refusal?: string | undefined
}

const ProgressTable = ({ lang, review, progress, members }: ProgressProps) => {
  const words = sentences[lang]
  const all = (row: ProposalProgress): number => members.length - row.counts.recused
  const short = (row: ProposalProgress): boolean => all(row) < review.rubric.quorum
  return (
    <Table<ProposalProgress>
      lang={lang}
      id="progress"
      stacks
      caption={words.progress.table}
      columns={[
        { label: words.receipt, cell: ({ proposal }) => proposal.receiptNumber },
        { label: words.proposal, heading: true, cell: ({ proposal }) => proposal.title },
        {
          label: words.progress.submitted,
          numeric: true,
          cell: (row) => words.progress.of(row.counts.submitted, all(row)),
        },
        { label: words.progress.recused, numeric: true, cell: ({ counts }) => counts.recused },
        {
          label: words.progress.open,
          numeric: true,
          cell: ({ counts }) => counts.missing + counts.undeclared,
        },
        {
          label: words.progress.awaited,
          cell: (row) =>
            [
              row.awaited.map(({ name }) => name).join(lang === 'ja' ? '、' : ', '),
              short(row) ? words.progress.belowQuorum : '',
            ]
              .filter(Boolean)
              .join(' ') || words.none,
        },
      ]}
      rows={progress}
    />
  )
}

const Reminder = ({ lang, citySlug, review, progress, formKey }: ProgressProps) => {
  const words = sentences[lang].progress
  const awaited = progress.some((row) => row.awaited.length > 0)
  return (
    <>
      {awaited ? (
        <Form action={paths.reminder(citySlug, review.id)} idempotencyKey={formKey()}>
          <Button kind="secondary">{words.remind}</Button>
        </Form>
      ) : (
        <p>{words.nobody}</p>
      )}
      <ButtonRow>
        <ButtonLink
          href={paths.closing(citySlug, review.id)}
          kind={awaited ? 'secondary' : 'primary'}
        >
          {words.toClosing}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}

const Additions = ({ lang, citySlug, review, ready, formKey }: ProgressProps) => {
  const words = sentences[lang].progress
  if (ready.length === 0) return null
  return (
    <Section id="additions" title={words.add}>
      <p>{words.addText(ready.length)}</p>
      <ul>
        {ready.map(({ id, title, groupName }) => (
          <li key={id}>
            <a href={proposalPaths.show(citySlug, id)}>{title}</a>
            {inBrackets(groupName, lang)}
          </li>
        ))}
      </ul>
      <Form action={paths.additions(citySlug, review.id)} idempotencyKey={formKey()}>
        <Button kind="secondary">{words.addButton}</Button>
      </Form>
    </Section>
  )
}

const Recusals = ({ lang, recusals }: ProgressProps) => {
  const words = sentences[lang]
  return (
    <Section id="recusals" title={words.progress.recusals}>
      {recusals.length === 0 ? (
        <p>{words.progress.recusalsEmpty}</p>
      ) : (
        <Table<RecusalLine>
          lang={lang}
          id="recusal-list"
          stacks
          caption={words.progress.recusals}
          captionHidden
          columns={[
            { label: words.member, heading: true, cell: (row) => row.member },
            { label: words.proposal, cell: (row) => row.proposal },
            {
              label: words.progress.kind,
              cell: (row) => words.interest.short[row.interest],
            },
            { label: words.note, cell: (row) => row.note || words.none },
          ]}
          rows={recusals}
        />
      )}
    </Section>
  )
}

const RecusalForm = (props: ProgressProps) => {
  const { lang, citySlug, review, progress, members, formKey, typed, errors = [] } = props
  const words = sentences[lang]
  const field = (name: string) => ({
    lang,
    name,
    required: true as const,
    value: typed?.text(name),
    error: errors.find(({ id }) => id === name)?.message,
  })
  return (
    <Section id="recuse" title={words.progress.recuse}>
      <p>{words.progress.recuseText}</p>
      <Form action={paths.recusals(citySlug, review.id)} idempotencyKey={formKey()}>
        <Select
          {...field('member')}
          label={words.member}
          options={members.map(({ accountId, name }) => ({ value: accountId, label: name }))}
        />
        <Select
          {...field('proposal')}
          label={words.proposal}
          options={progress.map(({ proposal }) => ({
            value: proposal.id,
            label: `${proposal.receiptNumber} ${proposal.title}`,
          }))}
        />
        <RadioGroup
          {...field('action')}
          label={words.progress.action}
          options={(['recuse', 'reopen'] as const).map((value) => ({
            value,
            label: words.progress.actions[value],
          }))}
        />
        <Select
          {...field('interest')}
          required={false}
          label={words.progress.kind}
          options={interests
            .filter((kind) => kind !== 'none')
            .map((kind) => ({ value: kind, label: words.interest.kinds[kind] }))}
        />
        <Textarea {...field('reason')} label={words.reason} rows={3} max={500} />
        <Button kind="secondary">{words.progress.recordButton}</Button>
      </Form>
    </Section>
  )
}

/** What the office follows while the committee works: who has come how far, and never a point. */
export const ProgressPage = (props: ProgressProps) => {
  const { lang, review, errors = [], refusal } = props
  const words = sentences[lang]
  const scoring = review.state === 'scoring'
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      {refusal && (
        <NotificationBanner lang={lang} kind="error" heading={words.refused} announced>
          <p>{refusal}</p>
        </NotificationBanner>
      )}
      <Heading level={1} over={say(review.title, lang)}>
        {words.progress.title}
      </Heading>
      <Lead>{words.progress.lead}</Lead>
      {scoring && (
        <JumpLinks
          lang={lang}
          jumps={[
            ...(props.ready.length > 0 ? [{ label: words.progress.add, to: 'additions' }] : []),
            { label: words.progress.recuse, to: 'recuse' },
          ]}
        />
      )}
      <ProgressTable {...props} />
      {scoring && <Reminder {...props} />}
      {scoring && <Additions {...props} />}
      <Recusals {...props} />
      {scoring && <RecusalForm {...props} />}
    </>
  )
}
