import type { Person } from '#kernel/actor.ts'
import { colon, type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatInstant } from '#kernel/date-text.ts'
import { momentText } from '#web/moment.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  DescriptionList,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  Lead,
  Section,
  Timeline,
} from '#web/ui/index.ts'
import {
  AnswerList,
  ClashBox,
  type ClashShown,
  type Filled,
  type FormDefinition,
  FormFields,
  MarksField,
  type Reader,
  type Sheet,
  type SheetContent,
} from '../../forms/index.ts'
import { actorText, NextSteps, type Task, type TimelineEntry } from '../../procedures/index.ts'
import type { Problem } from '../figures.ts'
import { confirmationOf, type Negotiation, outcomeNames, type Side, sides } from '../negotiation.ts'
import { paths } from '../paths.ts'
import type { Proposal } from '../proposal.ts'
import { sentences } from '../sentences.ts'
import { shownTitle } from './labels.tsx'
import { problemLinks } from './problem-links.ts'

export type NegotiationPageProps = {
  readonly lang: Language
  readonly city: City
  readonly person: Person | undefined
  readonly now: Date
  readonly proposal: Proposal
  readonly negotiation: Negotiation
  readonly sheet: Sheet
  readonly tasks: readonly Task[]
  /** Changes and confirmations of the sheet, oldest first. */
  readonly changes: readonly TimelineEntry[]
  /** The side on which the reader writes; undefined for those who only read. */
  readonly side: Side | undefined
  /** What the centre writes of the sheet; undefined for everybody else. */
  readonly advice: FormDefinition | undefined
  /** How much of the sheet somebody who only reads may see. */
  readonly reader: Reader
  readonly formKey: string
}

/** The sheet as a form: what is filled in, and why it came back. */
export type Writing = {
  readonly filled: Filled
  readonly stored: SheetContent
  readonly missing: readonly Problem[]
  readonly errors: readonly FieldError[]
  readonly clash?: ClashShown | undefined
}

const departmentName = ({ lang, city, negotiation }: NegotiationPageProps): string =>
  say(nameOfCode(city.departments, negotiation.department), lang)

/** Who has confirmed which revision, when. */
const Status = (props: NegotiationPageProps) => {
  const { lang, negotiation, proposal, sheet } = props
  const words = sentences[lang].negotiation
  const told = (side: Side): string => {
    const confirmation = confirmationOf(negotiation, side)
    return confirmation
      ? words.confirmed(
          confirmation.revision,
          confirmation.name,
          formatInstant(confirmation.at, lang),
        )
      : words.notYet
  }
  const names = { group: proposal.groupName, department: departmentName(props) }
  return (
    <Section id="status" title={words.status}>
      <p>{words.revision(sheet.revision)}</p>
      <DescriptionList
        items={[
          ...sides.map((side) => ({
            term: `${words.sides[side]}${colon[lang]}${names[side]}`,
            description: told(side),
          })),
          ...(negotiation.outcome
            ? [
                {
                  term: sentences[lang].show.outcome,
                  description: say(outcomeNames[negotiation.outcome], lang),
                },
              ]
            : []),
        ]}
      />
      <p>{negotiation.closedAt ? words.closed : words.rule}</p>
    </Section>
  )
}

const Changes = ({ lang, city, changes }: NegotiationPageProps) => {
  const words = sentences[lang].negotiation
  return (
    <Section id="changes" title={words.changes}>
      {changes.length === 0 ? (
        <p>{words.noChanges}</p>
      ) : (
        <Timeline
          lang={lang}
          events={changes.toReversed().map(({ at, title, actorRole, actorName }) => ({
            time: momentText(at, lang),
            title: say(title, lang),
            by: actorText({ role: actorRole, name: actorName }, city, lang),
          }))}
        />
      )}
    </Section>
  )
}

const SheetAnswers = ({ lang, city, sheet, reader }: NegotiationPageProps) => (
  <AnswerList
    lang={lang}
    city={city}
    definition={sheet.definition}
    answers={sheet.answers}
    visibility={sheet.visibility}
    reader={reader}
  />
)

const WritingForm = (props: NegotiationPageProps & { readonly writing: Writing }) => {
  const { lang, city, proposal, sheet, advice, writing, formKey } = props
  const words = sentences[lang].negotiation
  const definition = advice ?? sheet.definition
  return (
    <Form action={paths.negotiation(city.slug, proposal.id)} idempotencyKey={formKey} keepsChanges>
      <MarksField definition={definition} stored={writing.stored} />
      <FormFields lang={lang} city={city} definition={definition} filled={writing.filled} />
      <ButtonRow>
        <Button name="intent" value="save">
          {words.save}
        </Button>
        {!advice && (
          <ButtonLink kind="secondary" href={paths.negotiationConfirmation(city.slug, proposal.id)}>
            {words.toConfirm}
          </ButtonLink>
        )}
      </ButtonRow>
    </Form>
  )
}

const Missing = ({ lang, sheet, writing }: NegotiationPageProps & { writing: Writing }) =>
  writing.missing.length === 0 ? null : (
    <Section id="missing" title={sentences[lang].negotiation.missing}>
      <ul>
        {problemLinks(sheet.definition, writing.missing, lang).map(({ id, message }) => (
          <li key={id + message}>
            <a href={`#${id}`}>{message}</a>
          </li>
        ))}
      </ul>
    </Section>
  )

const Head = (props: NegotiationPageProps) => {
  const { lang, city, person, now, proposal, tasks } = props
  const words = sentences[lang].negotiation
  return (
    <>
      <Heading level={1} over={shownTitle(proposal, lang)}>
        {words.title}
      </Heading>
      <Lead>{words.between(proposal.groupName, departmentName(props))}</Lead>
      <p>{words.lead}</p>
      <NextSteps
        lang={lang}
        city={city}
        here={paths.negotiation(city.slug, proposal.id)}
        person={person}
        now={now}
        tasks={tasks}
      />
      <Status {...props} />
    </>
  )
}

const Back = ({ lang, city, proposal }: NegotiationPageProps) => (
  <p>
    <a href={paths.show(city.slug, proposal.id)}>{sentences[lang].edit.back}</a>
  </p>
)

/** One sheet, written by both sides; whoever takes no part in the talks reads it. */
export const NegotiationPage = (
  props: NegotiationPageProps & { readonly writing: Writing | undefined },
) => {
  const { lang, city, sheet, advice, writing } = props
  return (
    <>
      <ErrorSummary lang={lang} errors={writing?.errors ?? []} />
      <Head {...props} />
      {writing && (
        <>
          <ClashBox
            lang={lang}
            city={city}
            definition={advice ?? sheet.definition}
            clash={writing.clash}
          />
          {advice && <p>{sentences[lang].negotiation.adviceLead}</p>}
          {!advice && <Missing {...props} writing={writing} />}
          <WritingForm {...props} writing={writing} />
        </>
      )}
      {(!writing || advice) && <SheetAnswers {...props} />}
      <Changes {...props} />
      <Back {...props} />
    </>
  )
}

/** The sheet as it stands, to be read and confirmed in this very revision. */
export const NegotiationConfirmPage = (
  props: NegotiationPageProps & { readonly errors: readonly FieldError[] },
) => {
  const { lang, city, proposal, sheet, errors, formKey } = props
  const words = sentences[lang].negotiation
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={shownTitle(proposal, lang)}>
        {words.confirmTitle}
      </Heading>
      <Lead>{words.confirmLead(sheet.revision)}</Lead>
      <Status {...props} />
      <SheetAnswers {...props} />
      <Form
        action={paths.negotiationConfirmation(city.slug, proposal.id)}
        idempotencyKey={formKey}
        id="confirm"
      >
        <HiddenInput name="revision" value={String(sheet.revision)} />
        <ButtonRow>
          <Button size="large">{words.confirm(sheet.revision)}</Button>
          <ButtonLink kind="secondary" href={paths.negotiation(city.slug, proposal.id)}>
            {words.back}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}
