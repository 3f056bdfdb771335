import type { Language } from '#kernel/bilingual.ts'
import {
  Button,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  Section,
  TextInput,
} from '#web/ui/index.ts'
import type { Actual, Indicator } from '../indicator.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { boundedText, yearText } from '../value-text.ts'
import { type TypedValue, ValueFields } from './value-fields.tsx'

interface CorrectPageProps {
  lang: Language
  citySlug: string
  indicator: Indicator
  actual: Actual
  typed: TypedValue
  reasons: { readonly correct: string; readonly withdraw: string }
  errors: readonly FieldError[]
  newKey: () => string
}

/** What stands in the fields before anything was typed. */
export const typedOf = (actual: Actual): TypedValue => ({
  year: String(actual.year),
  value: actual.value,
  bound: actual.bound ?? '',
  numerator: actual.numerator ?? '',
  denominator: actual.denominator ?? '',
  measured_on: actual.measuredOn ?? '',
  source: actual.source.ja,
  note: actual.note,
  break_note: actual.breakNote,
})

/** A value that stands: corrected by another, or withdrawn. Both need a reason. */
export function CorrectPage(props: CorrectPageProps) {
  const { lang, citySlug, indicator, actual, typed, reasons, errors, newKey } = props
  const words = sentences[lang]
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.message
  const action = paths.value(citySlug, indicator.code, actual.id)
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={indicator.title[lang]}>
        {words.correctTitle(
          yearText(indicator, actual.year, lang),
          boundedText(actual, indicator.unit, lang),
        )}
      </Heading>
      <Form action={action} idempotencyKey={newKey()} keepsChanges id="correct-value">
        <HiddenInput name="step" value="correct" />
        <ValueFields lang={lang} indicator={indicator} typed={typed} errors={errors} />
        <TextInput
          lang={lang}
          name="reason"
          label={words.reason}
          required
          value={reasons.correct}
          error={errorOf('reason')}
        />
        <Button>{words.saveCorrection}</Button>
      </Form>
      <Section id="withdrawal" title={words.withdrawTitle}>
        <p>{words.withdrawText}</p>
        <Form action={action} idempotencyKey={newKey()} id="withdraw-value">
          <HiddenInput name="step" value="withdraw" />
          <TextInput
            lang={lang}
            id="withdraw_reason"
            name="reason"
            label={words.withdrawReason}
            required
            value={reasons.withdraw}
            error={errorOf('withdraw_reason')}
          />
          <Button kind="danger">{words.withdraw}</Button>
        </Form>
      </Section>
      <p>
        <a href={paths.values(citySlug, indicator.code)}>{words.toValues}</a>
      </p>
    </>
  )
}
