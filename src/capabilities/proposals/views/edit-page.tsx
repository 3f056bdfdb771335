import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatDateInBothEras } from '#kernel/date-text.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import {
  Button,
  ButtonRow,
  Deadline,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  JumpLinks,
  Lead,
  NotificationBanner,
  Section,
} from '#web/ui/index.ts'
import {
  ClashBox,
  type ClashShown,
  type Filled,
  type FormDefinition,
  FormFields,
  fieldsOf,
  MarksField,
  type SheetContent,
} from '../../forms/index.ts'
import { type Call, CallDeadline } from '../../programmes/index.ts'
import type { Condition } from '../conditions.ts'
import type { Problem } from '../figures.ts'
import { paths } from '../paths.ts'
import type { Proposal } from '../proposal.ts'
import type { TalkedOver } from '../queries/consultations.ts'
import { sentences } from '../sentences.ts'
import { Conditions } from './conditions.tsx'
import { Eligibility } from './eligibility.tsx'
import { AnsweredTheme, shownTitle } from './labels.tsx'
import { problemLinks } from './problem-links.ts'

export type EditPageProps = {
  readonly lang: Language
  readonly city: City
  readonly now: Date
  readonly proposal: Proposal
  readonly call: Call
  readonly definition: FormDefinition
  readonly filled: Filled
  /** What is stored now; `filled` may say something else. */
  readonly stored: SheetContent
  readonly conditions: readonly Condition[]
  readonly talkedOver: TalkedOver
  readonly newKey: () => string
  /** Everything still to be written before sending; told without reproach. */
  readonly missing: readonly Problem[]
  /** False while nothing has been saved yet: an empty form is not full of mistakes. */
  readonly begun: boolean
  readonly warnings: readonly Problem[]
  /** Why the form came back. */
  readonly errors: readonly FieldError[]
  readonly askedFor: string | null
  /** True for the office, which writes for a group that came with paper. */
  readonly onBehalf: boolean
  readonly late: boolean
  readonly clash?: ClashShown | undefined
  readonly formKey: string
}

const Until = ({ lang, now, proposal, call }: EditPageProps) => {
  const words = sentences[lang].edit
  if (!proposal.correctionDue || proposal.state !== 'returned')
    return (
      <p>
        <CallDeadline lang={lang} call={call} now={now} />
      </p>
    )
  const due = proposal.correctionDue
  return (
    <p>
      <Deadline
        lang={lang}
        label={words.correctionDue}
        time={{ iso: due, text: formatDateInBothEras(due, lang) }}
        daysLeft={countDaysLeft(due, now)}
        passed="overdue"
      />
    </p>
  )
}

const Banners = ({ lang, askedFor, onBehalf, late }: EditPageProps) => {
  const words = sentences[lang].edit
  return (
    <>
      {late && (
        <NotificationBanner lang={lang} kind="warning" heading={words.late}>
          <p>{words.lateText}</p>
        </NotificationBanner>
      )}
      {askedFor && (
        <NotificationBanner lang={lang} kind="warning" heading={words.asked}>
          <p class="prose">{askedFor}</p>
        </NotificationBanner>
      )}
      {onBehalf && (
        <NotificationBanner lang={lang} kind="info" heading={words.onBehalf}>
          <p>{words.onBehalfText}</p>
        </NotificationBanner>
      )}
    </>
  )
}

const Missing = (props: EditPageProps) => {
  const { lang, definition, missing, begun, warnings } = props
  const words = sentences[lang].edit
  if (!begun) return null
  // The error summary at the top already tells what is missing.
  const told = props.errors.length > 0
  return (
    <Section id="missing" title={words.missing}>
      <p>{missing.length === 0 ? words.complete : words.missingText(missing.length)}</p>
      {missing.length > 0 && !told && (
        <ul>
          {problemLinks(definition, missing, lang).map(({ id, message }) => (
            <li key={id + message}>
              <a href={`#${id}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
      {warnings.length > 0 && (
        <>
          <p>{words.warnings}</p>
          <ul>
            {warnings.map(({ text }) => (
              <li key={text.ja}>{say(text, lang)}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

const WritingForm = (props: EditPageProps) => {
  const { lang, city, proposal, definition, filled, stored, formKey } = props
  const words = sentences[lang].edit
  const hasFiles = fieldsOf(definition).some(({ kind }) => kind === 'file')
  return (
    <Form
      action={paths.edit(city.slug, proposal.id)}
      idempotencyKey={formKey}
      files={hasFiles}
      keepsChanges
      id="proposal-form"
    >
      <MarksField definition={definition} stored={stored} />
      {/* The first button of a form is the one that Enter presses: it must not send. */}
      <ButtonRow>
        <Button name="intent" value="save" kind="secondary" size="small">
          {words.save}
        </Button>
      </ButtonRow>
      <FormFields lang={lang} city={city} definition={definition} filled={filled} />
      <ButtonRow>
        <Button name="intent" value="send" size="large" id="send-proposal">
          {words.send}
        </Button>
        <Button name="intent" value="save" kind="secondary">
          {words.save}
        </Button>
      </ButtonRow>
    </Form>
  )
}

/** The city's form, filled in as far as it has come. */
export const EditPage = (props: EditPageProps) => {
  const { lang, city, proposal, call, definition, errors, conditions, clash } = props
  const words = sentences[lang].edit
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={`${say(call.title, lang)} / ${shownTitle(proposal, lang)}`}>
        {proposal.state === 'returned' ? words.mend : words.title}
      </Heading>
      <AnsweredTheme lang={lang} city={city} proposal={proposal} />
      {definition.intro && <Lead>{say(definition.intro, lang)}</Lead>}
      <p>{words.lead}</p>
      <Until {...props} />
      <JumpLinks
        lang={lang}
        jumps={[
          { label: words.toForm, to: 'proposal-form' },
          { label: words.send, to: 'send-proposal' },
        ]}
      />
      <Banners {...props} />
      <ClashBox lang={lang} city={city} definition={definition} clash={clash} />
      <Conditions
        lang={lang}
        city={city}
        proposal={proposal}
        conditions={conditions}
        talkedOver={props.talkedOver}
        newKey={props.newKey}
      />
      <Eligibility lang={lang} call={call} forStaff={false} />
      <Missing {...props} />
      <WritingForm {...props} />
      <p>
        <a href={paths.show(city.slug, proposal.id)}>{words.back}</a>
      </p>
    </>
  )
}
