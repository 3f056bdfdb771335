import { type Language, say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import type { Counter } from '#web/counter.ts'
import {
  Button,
  CheckboxGroup,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  Lead,
  RadioGroup,
  RepeatedRows,
  Section,
  Select,
  Table,
  TextInput,
} from '#web/ui/index.ts'
import type { Plan, PlanItem } from '../../plans/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import type { ProgressSettings } from '../settings.ts'
import { figureRows, gradeRows } from '../settings-form.ts'
import { figureText } from '../words.ts'

type Cells = Readonly<Record<string, string>>

type Typed = {
  readonly levels: readonly string[]
  readonly fallback: string
  readonly title: string
  readonly measure: string
  readonly grades: readonly Cells[]
  readonly figures: readonly Cells[]
  readonly revision: string
  /** The rows for which one more was asked. */
  readonly grown: string
}

/** A counter with what it counts now. */
export type CounterNow = Counter & { readonly value: number }

const optionOf =
  (lang: Language) =>
  ({ no, title }: Pick<PlanItem, 'no' | 'title'>) => ({
    value: no,
    label: `${no} ${say(title, lang)}`,
  })

type SettingsPageProps = {
  readonly lang: Language
  readonly city: City
  readonly plan: Plan
  readonly settings: ProgressSettings
  /** Of which a figure may be asked. */
  readonly items: readonly Pick<PlanItem, 'no' | 'title'>[]
  /** What this site counts by itself, with the number of now. */
  readonly counters: readonly CounterNow[]
  readonly today: PlainDate
  readonly typed: Typed | undefined
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

const typedOf = (settings: ProgressSettings): Typed => ({
  levels: settings.levels,
  fallback: settings.fallback,
  title: settings.scale.title.ja,
  measure: settings.scale.measure === 'percent' ? 'percent' : 'words',
  grades: settings.scale.grades.map(({ code, label, from, to }) => ({
    code,
    label: label.ja,
    label_en: label.en,
    from: from === undefined ? '' : String(from),
    to: to === undefined ? '' : String(to),
  })),
  figures: settings.figures.map(({ item, label, unit, counter }) => ({
    item,
    label: label.ja,
    unit: unit.ja,
    counter: counter ?? '',
  })),
  revision: String(settings.revision),
  grown: '',
})

/** Empty rows at the end: one, more where nothing is written yet, and one more for whoever asked. */
const spareFor = (name: typeof gradeRows | typeof figureRows, values: Typed): number => {
  const filled = name === gradeRows ? values.grades : values.figures
  return (filled.length === 0 ? 2 : 1) + (values.grown === name ? 1 : 0)
}

const Rows = (props: SettingsPageProps & { readonly values: Typed }) => {
  const { lang, items, counters, values, errors } = props
  const words = sentences[lang]
  const wrong = Object.fromEntries(errors.map(({ id, message }) => [id, message]))
  return (
    <>
      <RepeatedRows
        lang={lang}
        name={gradeRows}
        label={words.gradesRows}
        hint={words.gradesHint}
        columns={[
          { code: 'code', label: words.gradeCode, kind: 'text' },
          { code: 'label', label: words.gradeLabel, kind: 'text' },
          { code: 'label_en', label: words.labelEn, kind: 'text' },
          { code: 'from', label: words.from, kind: 'number' },
          { code: 'to', label: words.to, kind: 'number' },
        ]}
        rows={values.grades}
        spare={spareFor(gradeRows, values)}
        grown={values.grown === gradeRows}
        errors={wrong}
      />
      <RepeatedRows
        lang={lang}
        name={figureRows}
        label={words.figureRows}
        hint={words.figuresHint}
        columns={[
          {
            code: 'item',
            label: words.figureItem,
            kind: 'choice',
            options: items.map(optionOf(lang)),
          },
          { code: 'label', label: words.figureLabel, kind: 'text' },
          { code: 'unit', label: words.figureUnit, kind: 'text' },
          {
            code: 'counter',
            label: words.figureCounter,
            kind: 'choice',
            emptyLabel: words.counterNone,
            options: counters.map(({ code, label }) => ({ value: code, label: say(label, lang) })),
          },
        ]}
        rows={values.figures}
        spare={spareFor(figureRows, values)}
        grown={values.grown === figureRows}
        errors={wrong}
      />
    </>
  )
}

const Fields = (props: SettingsPageProps & { readonly values: Typed }) => {
  const { lang, city, plan, values, errors } = props
  const words = sentences[lang]
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.message
  return (
    <>
      <HiddenInput name="revision" value={values.revision} />
      <CheckboxGroup
        lang={lang}
        name="levels"
        label={words.levels}
        required
        inline
        values={values.levels}
        options={plan.levels.map(({ code, name }) => ({ value: code, label: say(name, lang) }))}
        error={errorOf('levels')}
      />
      <Select
        lang={lang}
        name="fallback"
        label={words.fallback}
        required
        value={values.fallback}
        options={city.departments.map(({ code, name }) => ({
          value: code,
          label: say(name, lang),
        }))}
      />
      <TextInput
        lang={lang}
        name="scale_title"
        label={words.scaleName}
        required
        width="medium"
        value={values.title}
        error={errorOf('scale_title')}
      />
      <RadioGroup
        lang={lang}
        name="measure"
        label={words.measure}
        required
        value={values.measure}
        options={[
          { value: 'percent', label: words.measures.percent },
          { value: 'words', label: words.measures.words },
        ]}
      />
      <Rows {...props} />
    </>
  )
}

/** How a plan's years are reported, for the office to change. */
export const SettingsPage = (props: SettingsPageProps) => {
  const { lang, city, plan, settings, counters, today, typed, errors, newKey } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={say(plan.title, lang)}>
        {words.settingsTitle}
      </Heading>
      <Lead>{words.settingsLead}</Lead>
      <Form action={paths.settings(city.slug, plan.id)} idempotencyKey={newKey()} keepsChanges>
        <Fields {...props} values={typed ?? typedOf(settings)} />
        <Button>{words.save}</Button>
      </Form>
      {counters.length > 0 && (
        <Section id="counters" title={words.countersTitle}>
          <p>{words.countersLead(formatDate(today, lang))}</p>
          <Table
            lang={lang}
            id="counters-table"
            caption={words.countersTitle}
            captionHidden
            stacks
            columns={[
              { label: words.counterName, heading: true, cell: ({ label }) => say(label, lang) },
              {
                label: words.counterValue,
                numeric: true,
                cell: ({ value, unit }) => figureText(value, { unit }, lang),
              },
              { label: words.definition, cell: ({ definition }) => say(definition, lang) },
            ]}
            rows={counters}
          />
        </Section>
      )}
    </>
  )
}
