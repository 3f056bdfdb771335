import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { roundings } from '#kernel/ratio.ts'
import {
  Button,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  Lead,
  RadioGroup,
  RepeatedRows,
  Select,
  TextInput,
} from '#web/ui/index.ts'
import type { Indicator } from '../indicator.ts'
import { paths } from '../paths.ts'
import { directions } from '../preset.ts'
import { gradeRows, signOf, targetRows } from '../record-form.ts'
import { sentences } from '../sentences.ts'

type Cells = Readonly<Record<string, string>>

/** What stands in the fields. */
export type TypedRecord = {
  readonly texts: Cells
  readonly targets: readonly Cells[]
  readonly grades: readonly Cells[]
  /** The rows for which one more was asked. */
  readonly grown: string
}

interface RecordPageProps {
  lang: Language
  city: City
  indicator: Indicator
  plans: readonly {
    readonly id: string
    readonly title: { readonly ja: string; readonly en: string }
  }[]
  typed: TypedRecord
  errors: readonly FieldError[]
  newKey: () => string
}

/** The record as the fields hold it before anything was typed. */
export const recordFields = (indicator: Indicator): TypedRecord => ({
  texts: {
    title: indicator.title.ja,
    title_en: indicator.title.en,
    plan: indicator.plan ?? '',
    items: indicator.items.join('、'),
    difference: indicator.difference?.ja ?? '',
    numerator: indicator.numerator?.ja ?? '',
    denominator: indicator.denominator?.ja ?? '',
    unit: indicator.unit.ja,
    direction: indicator.direction,
    measured_by: indicator.measuredBy?.ja ?? '',
    frequency: indicator.frequency?.ja ?? '',
    decimals: String(indicator.rounding.decimals),
    rounding: indicator.rounding.rounding,
    department: indicator.department ?? '',
    base_year: indicator.base ? String(indicator.base.year) : '',
    base_value: indicator.base?.value ?? '',
    measure: indicator.rule?.measure ?? 'product',
    rule_source: indicator.rule?.source.ja ?? '',
  },
  targets: indicator.targets.map(({ year, value }) => ({ year: String(year), value })),
  grades: (indicator.rule?.scale.grades ?? []).map(({ label, from, to }) => ({
    label: label.ja,
    from: from === undefined ? '' : String(from),
    to: to === undefined ? '' : String(to),
  })),
  grown: '',
})

type FieldsProps = RecordPageProps & {
  readonly field: (name: string) => {
    readonly lang: Language
    readonly name: string
    readonly value: string
    readonly error: string | undefined
  }
}

const Meaning = ({ lang, indicator, city, plans, field }: FieldsProps) => {
  const words = sentences[lang]
  return (
    <>
      <TextInput {...field('title')} label={words.recordTitleJa} required />
      <TextInput {...field('title_en')} label={words.recordTitleEn} required={false} />
      <TextInput {...field('numerator')} label={words.numerator} required={false} />
      <TextInput {...field('denominator')} label={words.denominator} required={false} />
      <TextInput {...field('unit')} label={words.unit} required width="short" />
      <RadioGroup
        {...field('direction')}
        label={words.direction}
        required
        inline
        options={directions.map((value) => ({ value, label: words.directions[value] }))}
      />
      <TextInput {...field('measured_by')} label={words.measuredBy} required={false} />
      <TextInput {...field('frequency')} label={words.frequency} required={false} />
      {indicator.shared && (
        <TextInput
          {...field('difference')}
          label={words.difference}
          hint={words.differenceHint}
          required={false}
        />
      )}
      <TextInput {...field('decimals')} label={words.decimals} required width="short" />
      <Select
        {...field('rounding')}
        label={words.rounding}
        required
        options={roundings.map((value) => ({ value, label: words.roundingNames[value] }))}
      />
      <Select
        {...field('department')}
        label={words.department}
        required={false}
        options={[
          { value: '', label: words.adoptNobody },
          ...city.departments.map(({ code, name }) => ({ value: code, label: say(name, lang) })),
        ]}
      />
      <Select
        {...field('plan')}
        label={words.recordPlan}
        required={false}
        options={[
          { value: '', label: words.notUsed },
          ...plans.map(({ id, title }) => ({ value: id, label: say(title, lang) })),
        ]}
      />
      <TextInput
        {...field('items')}
        label={words.recordItems}
        hint={words.recordItemsHint}
        required={false}
      />
    </>
  )
}

const Aims = ({ lang, typed, errors, field }: FieldsProps) => {
  const words = sentences[lang]
  const wrong = Object.fromEntries(errors.map(({ id, message }) => [id, message]))
  const spare = (name: string, rows: readonly Cells[]) =>
    (rows.length === 0 ? 2 : 1) + (typed.grown === name ? 1 : 0)
  return (
    <>
      <TextInput {...field('base_year')} label={words.baseYear} required={false} width="short" />
      <TextInput {...field('base_value')} label={words.baseValue} required={false} width="short" />
      <RepeatedRows
        lang={lang}
        name={targetRows}
        label={words.targetRows}
        hint={words.targetRowsHint}
        columns={[
          { code: 'year', label: words.year, kind: 'text' },
          { code: 'value', label: words.value, kind: 'text' },
        ]}
        rows={typed.targets}
        spare={spare(targetRows, typed.targets)}
        grown={typed.grown === targetRows}
        errors={wrong}
      />
      <RadioGroup
        {...field('measure')}
        label={words.rule}
        required
        options={[
          { value: 'product', label: words.ruleOfProduct },
          { value: 'of-target', label: words.measures['of-target'] },
          { value: 'of-way', label: words.measures['of-way'] },
        ]}
      />
      <RepeatedRows
        lang={lang}
        name={gradeRows}
        label={words.gradeRows}
        hint={words.gradeRowsHint}
        columns={[
          { code: 'label', label: words.gradeName, kind: 'text' },
          { code: 'from', label: words.gradeFrom, kind: 'text' },
          { code: 'to', label: words.gradeTo, kind: 'text' },
        ]}
        rows={typed.grades}
        spare={spare(gradeRows, typed.grades)}
        grown={typed.grown === gradeRows}
        errors={wrong}
      />
      <TextInput
        {...field('rule_source')}
        label={words.ruleSource}
        hint={words.ruleSourceHint}
        required={false}
      />
    </>
  )
}

/** Where the office writes how an indicator is measured, what it aims at, and how that is judged. */
export const RecordPage = (props: RecordPageProps) => {
  const { lang, city, indicator, typed, errors, newKey } = props
  const words = sentences[lang]
  const field = (name: string) => ({
    lang,
    name,
    value: typed.texts[name] ?? '',
    error: errors.find(({ id }) => id === name)?.message,
  })
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={indicator.title[lang]}>
        {words.recordTitle}
      </Heading>
      <Lead>{words.recordLead}</Lead>
      <Form action={paths.record(city.slug, indicator.code)} idempotencyKey={newKey()} keepsChanges>
        <HiddenInput name="sign" value={typed.texts.sign ?? signOf(indicator)} />
        <Meaning {...props} field={field} />
        <Aims {...props} field={field} />
        <Button>{words.recordSave}</Button>
      </Form>
    </>
  )
}
