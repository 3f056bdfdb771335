import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  DateInput,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  Lead,
  NotificationBanner,
  Section,
  Textarea,
} from '#web/ui/index.ts'
import type { Reader, Sheet } from '../../forms/index.ts'
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
          value={typed?.text('correction_due') ?? suggestedDay}
          error={errorOf('correction_due')}
        />
        <Button kind="secondary">{extend ? words.extend : words.returnReport}</Button>
      </Form>
    </Section>
  )
}

/** The office reads a report, and accepts it or sends it back. */
export const CheckPage = (props: CheckPageProps) => {
  const { lang, city, project, stage, errors = [], refusal, newKey } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      {refusal && <NotificationBanner lang={lang} kind="error" heading={refusal} announced />}
      <Heading level={1} over={project.title}>
        {words.checkTitle}
      </Heading>
      <Lead>{words.checkLead}</Lead>
      <ReportResult {...props} cityShare={project.cityShare} />
      {stage === 'check' && (
        <Section id="accept" title={words.accept}>
          <p>{words.acceptText}</p>
          <Form action={paths.reportCheck(city.slug, project.id)} idempotencyKey={newKey()}>
            <HiddenInput name="intent" value="accept" />
            <Button>{words.accept}</Button>
          </Form>
        </Section>
      )}
      {stage !== 'read' && <CorrectionForm {...props} />}
    </>
  )
}
