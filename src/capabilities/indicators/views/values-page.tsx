import { inBrackets, type Language } from '#kernel/bilingual.ts'
import {
  Button,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  Lead,
  Section,
  Table,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import type { Shown } from '../shown.ts'
import { boundedText, yearText } from '../value-text.ts'
import { type TypedValue, ValueFields } from './value-fields.tsx'

interface ValuesPageProps {
  lang: Language
  citySlug: string
  shown: Shown
  typed: TypedValue
  beside: boolean
  errors: readonly FieldError[]
  newKey: () => string
}

function Standing({ lang, citySlug, shown }: ValuesPageProps) {
  const words = sentences[lang]
  const { indicator, actuals } = shown
  if (actuals.length === 0) return <p>{words.standingNone}</p>
  return (
    <Table
      lang={lang}
      id="standing-table"
      caption={words.standingCaption}
      captionHidden
      stacks
      columns={[
        { label: words.year, heading: true, cell: ({ year }) => yearText(indicator, year, lang) },
        {
          label: words.value,
          numeric: true,
          cell: (one) => boundedText(one, indicator.unit, lang),
        },
        {
          label: words.source,
          cell: ({ source, origin }) => `${source[lang]}${inBrackets(words.origins[origin], lang)}`,
        },
        {
          label: words.correct,
          cell: (one) => (
            <a href={paths.value(citySlug, indicator.code, one.id)}>
              {words.correctLink(
                yearText(indicator, one.year, lang),
                boundedText(one, indicator.unit, lang),
              )}
            </a>
          ),
        },
      ]}
      rows={actuals}
    />
  )
}

function FillForm({ lang, citySlug, shown, newKey }: ValuesPageProps) {
  const { indicator } = shown
  if (!indicator.fills) return null
  return (
    <Form action={paths.fill(citySlug, indicator.code)} idempotencyKey={newKey()} id="fill">
      <Button kind="secondary">{sentences[lang].fillNow}</Button>
    </Form>
  )
}

/** Where an indicator's values are entered; those that stand are corrected from here. */
export function ValuesPage(props: ValuesPageProps) {
  const { lang, citySlug, shown, typed, beside, errors, newKey } = props
  const words = sentences[lang]
  const { indicator } = shown
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1}>{words.valuesTitle(indicator.title[lang])}</Heading>
      <Lead>{words.valuesLead}</Lead>
      <Section id="standing" title={words.standing}>
        <Standing {...props} />
        <FillForm {...props} />
      </Section>
      <Section id="add" title={words.addTitle}>
        <Form
          action={paths.values(citySlug, indicator.code)}
          idempotencyKey={newKey()}
          keepsChanges
          id="add-value"
        >
          <ValueFields lang={lang} indicator={indicator} typed={typed} errors={errors} />
          <Checkbox
            lang={lang}
            name="beside"
            label={words.beside}
            hint={words.besideHint}
            checked={beside}
            error={errors.find(({ id }) => id === 'beside')?.message}
          />
          <Button>{words.save}</Button>
        </Form>
      </Section>
      <p>
        <ButtonLink kind="secondary" href={paths.indicator(citySlug, indicator.code)}>
          {indicator.title[lang]}
        </ButtonLink>
      </p>
    </>
  )
}
