import type { Language } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  DateInput,
  DescriptionList,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  type Jump,
  JumpLinks,
  Lead,
  NotificationBanner,
  Section,
  Textarea,
  When,
} from '#web/ui/index.ts'
import type { Reader, Sheet } from '../../forms/index.ts'
import { daysLate } from '../calendar.ts'
import { earlyReasonField } from '../form.ts'
import { paths } from '../paths.ts'
import type { Project } from '../project.ts'
import type { ProjectYear } from '../project-year.ts'
import { sentences } from '../sentences.ts'
import { ReportResult, type SheetFiles } from './year-results.tsx'

type CheckPageProps = {
  readonly lang: Language
  readonly city: City
  readonly project: Project
  readonly year: ProjectYear
  readonly sheets: ReadonlyMap<string, Sheet>
  readonly files: SheetFiles
  readonly reader: Reader
  /** A report waits to be checked, or its correction is under way and its day can be moved. */
  readonly stage: 'check' | 'extend' | 'read'
  readonly dueOn: PlainDate | undefined
  /** The day from which the calendar awaits the report, while that lies ahead. */
  readonly earlyUntil: PlainDate | undefined
  /** The day with which the form begins, as it is read. */
  readonly suggestedDay: string
  readonly newKey: () => string
  readonly typed?: { text(name: string): string } | undefined
  readonly errors?: readonly FieldError[] | undefined
  readonly refusal?: string | undefined
}

const CorrectionForm = (props: CheckPageProps) => {
  const { lang, city, project, stage, typed, errors, newKey, suggestedDay } = props
  const words = sentences[lang]
  const errorOf = (name: string) => errors?.find(({ id }) => id === name)?.message
  const extend = stage === 'extend'
  return (
    <Section id="correction" title={extend ? words.extendTitle : words.returnTitle}>
      {!extend && <p>{words.returnText}</p>}
      <Form action={paths.correction(city.slug, project.id)} idempotencyKey={newKey()}>
        <Textarea
          lang={lang}
          name="reason"
          label={extend ? words.reason : words.correctionAsked}
          hint={words.reasonHint}
          required
          rows={5}
          max={1_000}
          value={typed?.text('reason')}
          error={errorOf('reason')}
        />
        <DateInput
          lang={lang}
          name="correction_due"
          label={words.correctionDue}
          required
          value={typed?.text('correction_due') || suggestedDay}
          error={errorOf('correction_due')}
        />
        <Button kind="secondary">{extend ? words.extend : words.returnReport}</Button>
      </Form>
    </Section>
  )
}

const AcceptForm = (props: CheckPageProps) => {
  const { lang, city, project, earlyUntil, errors, typed, newKey } = props
  const words = sentences[lang]
  return (
    <Section id="accept" title={words.accept}>
      <p>{words.acceptText}</p>
      {earlyUntil && (
        <NotificationBanner lang={lang} kind="warning" heading={words.earlyTitle} level={3}>
          <p>{words.earlyAccept(formatDate(earlyUntil, lang))}</p>
        </NotificationBanner>
      )}
      <Form action={paths.reportCheck(city.slug, project.id)} idempotencyKey={newKey()}>
        <HiddenInput name="intent" value="accept" />
        {earlyUntil && (
          <Textarea
            lang={lang}
            name={earlyReasonField}
            label={words.earlyReason}
            hint={words.earlyReasonHint}
            required
            rows={3}
            max={1_000}
            value={typed?.text(earlyReasonField)}
            error={errors?.find(({ id }) => id === earlyReasonField)?.message}
          />
        )}
        <Button>{words.accept}</Button>
      </Form>
    </Section>
  )
}

/** When it was handed in, against the day the calendar names. */
const HandedIn = ({ lang, year, dueOn }: CheckPageProps) => {
  const words = sentences[lang]
  if (!year.reportedAt) return null
  const late = daysLate(dueOn, year.reportedAt)
  return (
    <DescriptionList
      items={[
        {
          term: words.handedIn,
          description: (
            <>
              <When time={dayText(tokyoDayOf(year.reportedAt), lang)} />
              {late > 0 && ` ${words.late(late)}`}
            </>
          ),
        },
        ...(dueOn
          ? [{ term: words.dueOn, description: <When time={dayText(dueOn, lang)} /> }]
          : []),
      ]}
    />
  )
}

/** The report is long, and what is done about it stands below it. */
const jumpsFor = ({ lang, stage }: CheckPageProps): readonly Jump[] => {
  const words = sentences[lang]
  if (stage === 'extend') return [{ label: words.extendTitle, to: 'correction' }]
  return stage === 'check'
    ? [
        { label: words.accept, to: 'accept' },
        { label: words.returnTitle, to: 'correction' },
      ]
    : []
}

/** The office reads a report, and accepts it or sends it back. */
export const CheckPage = (props: CheckPageProps) => {
  const { lang, project, year, stage, errors = [], refusal } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      {refusal && <NotificationBanner lang={lang} kind="error" heading={refusal} announced />}
      <Heading level={1} over={project.title}>
        {stage === 'read' ? words.report : words.checkTitle}
      </Heading>
      {stage !== 'read' && <Lead>{words.checkLead}</Lead>}
      {!year.reportedAt && <p>{words.reportUnsent}</p>}
      <JumpLinks lang={lang} jumps={jumpsFor(props)} />
      <HandedIn {...props} />
      <ReportResult {...props} cityShare={project.cityShare} />
      {stage === 'check' && <AcceptForm {...props} />}
      {stage !== 'read' && <CorrectionForm {...props} />}
    </>
  )
}
