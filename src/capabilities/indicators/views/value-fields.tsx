import type { Language } from '#kernel/bilingual.ts'
import { DateInput, type FieldError, Select, Textarea, TextInput } from '#web/ui/index.ts'
import type { ValueField } from '../form.ts'
import type { Indicator } from '../indicator.ts'
import { sentences } from '../sentences.ts'

/** What stands in the fields of a value. */
export type TypedValue = Readonly<Partial<Record<ValueField, string>>>

interface ValueFieldsProps {
  lang: Language
  indicator: Indicator
  typed: TypedValue
  errors: readonly FieldError[]
}

/** Where a measured value and its source are written. */
export function ValueFields({ lang, indicator, typed, errors }: ValueFieldsProps) {
  const words = sentences[lang]
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.message
  const common = (name: ValueField) => ({
    lang,
    name,
    value: typed[name] ?? '',
    error: errorOf(name),
  })
  return (
    <>
      <TextInput
        {...common('year')}
        label={words.year}
        hint={words.yearHint}
        required
        width="short"
      />
      <TextInput
        {...common('value')}
        label={words.value}
        hint={words.valueHint}
        width="short"
        inputmode="decimal"
        unit={indicator.unit[lang].trim()}
      />
      <Select
        {...common('bound')}
        label={words.bound}
        required={false}
        options={(['', 'at-least', 'at-most'] as const).map((value) => ({
          value,
          label: words.bounds[value],
        }))}
      />
      <TextInput
        {...common('numerator')}
        label={words.numerator}
        hint={indicator.numerator?.[lang]}
        required={false}
        width="short"
        inputmode="decimal"
      />
      <TextInput
        {...common('denominator')}
        label={words.denominator}
        hint={indicator.denominator?.[lang]}
        required={false}
        width="short"
        inputmode="decimal"
      />
      <DateInput {...common('measured_on')} label={words.measuredOn} required={false} />
      <TextInput {...common('source')} label={words.source} hint={words.sourceHint} required />
      <Textarea {...common('note')} label={words.note} required={false} rows={3} />
      <TextInput
        {...common('break_note')}
        label={words.breakLabel}
        hint={words.breakHint}
        required={false}
      />
    </>
  )
}
