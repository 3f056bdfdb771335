import { type Language, say } from '#kernel/bilingual.ts'
import type { FormBody } from '#web/form-data.ts'
import {
  Button,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  NotificationBanner,
  RadioGroup,
  Section,
  TextInput,
} from '#web/ui/index.ts'
import { type DeclarationProblem, type Interest, interests, type SheetState } from '../interest.ts'
import { paths } from '../paths.ts'
import type { Review } from '../review.ts'
import { sentences } from '../sentences.ts'

/** One proposal as its declaration shows it: title and group, and nothing from inside it. */
export type DeclarationLine = {
  readonly proposalId: string
  readonly title: string
  readonly groupName: string
  readonly current: Interest | undefined
  readonly note: string
  /** What the product itself knows of the member and the group. */
  readonly hint: 'member' | 'past' | undefined
  readonly sheet: SheetState
}

/** Fields of one proposal in the form. */
export const interestField = (proposalId: string): string => `interest.${proposalId}`
export const noteField = (proposalId: string): string => `note.${proposalId}`

type Fault = { readonly proposalId: string; readonly code: DeclarationProblem }

type InterestProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly review: Review
  readonly lines: readonly DeclarationLine[]
  readonly formKey: string
  readonly typed?: FormBody | undefined
  readonly faults?: readonly Fault[] | undefined
}

const noteCodes: readonly DeclarationProblem[] = ['note-needed', 'note-too-long']

const fieldOf = ({ proposalId, code }: Fault): string =>
  noteCodes.includes(code) ? noteField(proposalId) : interestField(proposalId)

const hasInterest = ({ current }: DeclarationLine): boolean =>
  current !== undefined && current !== 'none'

const optionsFor = (line: DeclarationLine, lang: Language) =>
  interests
    .filter((kind) => kind !== 'none' || (!hasInterest(line) && line.hint !== 'member'))
    .map((kind) => ({ value: kind, label: sentences[lang].interest.kinds[kind] }))

const hintFor = (line: DeclarationLine, lang: Language): string | undefined => {
  const words = sentences[lang].interest
  if (hasInterest(line)) return words.stays
  if (line.hint === 'member') return words.hintMember
  return line.hint === 'past' ? words.hintPast : undefined
}

const LockedLine = ({ lang, line }: { lang: Language; line: DeclarationLine }) => {
  const words = sentences[lang].interest
  return (
    <Section
      id={interestField(line.proposalId)}
      level={2}
      title={words.question(line.title, line.groupName)}
    >
      <DescriptionList
        items={[
          {
            term: sentences[lang].interest.title,
            description: words.kinds[line.current ?? 'none'],
          },
        ]}
      />
      <p>{words.locked}</p>
    </Section>
  )
}

const OpenLine = (props: InterestProps & { readonly line: DeclarationLine }) => {
  const { lang, line, typed, faults = [] } = props
  const words = sentences[lang].interest
  const errorOf = (name: string): string | undefined => {
    const found = faults.find((fault) => fieldOf(fault) === name)
    return found && words.problems[found.code]
  }
  const interest = interestField(line.proposalId)
  const note = noteField(line.proposalId)
  return (
    <>
      <RadioGroup
        lang={lang}
        name={interest}
        label={words.question(line.title, line.groupName)}
        hint={hintFor(line, lang)}
        required
        options={optionsFor(line, lang)}
        value={typed ? typed.text(interest) : (line.current ?? '')}
        error={errorOf(interest)}
      />
      <TextInput
        lang={lang}
        name={note}
        label={
          <>
            {words.note}
            <span class="hidden-text">{words.question(line.title, line.groupName)}</span>
          </>
        }
        autocomplete="off"
        value={typed ? typed.text(note) : line.note}
        error={errorOf(note)}
      />
    </>
  )
}

/** One page for all proposals: title, group, and the question how one is related to it. */
export const InterestPage = (props: InterestProps) => {
  const { lang, citySlug, review, lines, faults = [] } = props
  const words = sentences[lang].interest
  return (
    <>
      <ErrorSummary
        lang={lang}
        errors={faults.map((fault) => ({
          id: fieldOf(fault),
          message: `${words.question(
            lines.find(({ proposalId }) => proposalId === fault.proposalId)?.title ?? '',
            lines.find(({ proposalId }) => proposalId === fault.proposalId)?.groupName ?? '',
          )} ${words.problems[fault.code]}`,
        }))}
      />
      <Heading level={1} over={say(review.title, lang)}>
        {words.title}
      </Heading>
      <Lead>{words.lead}</Lead>
      <NotificationBanner lang={lang} kind="info" heading={words.stays} />
      <Form
        action={paths.interest(citySlug, review.id)}
        idempotencyKey={props.formKey}
        keepsChanges
      >
        {lines.map((line) =>
          line.sheet === 'submitted' ? (
            <LockedLine key={line.proposalId} lang={lang} line={line} />
          ) : (
            <OpenLine key={line.proposalId} {...props} line={line} />
          ),
        )}
        <Button>{words.button}</Button>
      </Form>
    </>
  )
}
