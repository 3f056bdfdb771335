import type { City } from '#kernel/city.ts'
import { nameOfCode } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { Checkbox, CheckboxGroup, type Option, Section, Select } from '#web/ui/index.ts'
import type { DraftItem } from '../draft.ts'
import { draftSentences } from '../draft-sentences.ts'
import { goalName, goalNumbers } from '../goals.ts'
import { aliasable } from '../item-form.ts'
import type { Plan } from '../plan.ts'
import { sentences } from '../sentences.ts'
import { errorAt, Field, type Filled, Japanese, Theirs } from './draft-fields.tsx'
import { articleField, peopleFields } from './item-fields.ts'

export interface ItemFormProps extends Filled {
  city: City
  plan: Plan
  items: readonly DraftItem[]
  /** The item itself; undefined for a new one. */
  id: string | undefined
  action: string
  formKey: string
  seen?: number | undefined
  /** Below which item a new one is added. */
  below?: string | undefined
}

type Choice = {
  name: string
  label: string
  options: readonly Option[]
  empty: string
  required?: boolean
}

function Choose({ name, label, options, empty, required, ...props }: ItemFormProps & Choice) {
  if (options.length === 0) return null
  return (
    <>
      <Select
        lang={props.lang}
        name={name}
        label={label}
        required={required}
        emptyLabel={required ? undefined : empty}
        options={options}
        value={props.values[name]}
        error={errorAt(props, name)}
      />
      <Theirs {...props} name={name} />
    </>
  )
}

type Several = { name: string; label: string; hint?: string; options: readonly Option[] }

function ChooseSeveral({ name, label, hint, options, ...props }: ItemFormProps & Several) {
  if (options.length === 0) return null
  return (
    <>
      <CheckboxGroup
        lang={props.lang}
        name={name}
        label={label}
        hint={hint}
        inline
        options={options}
        values={(props.values[name] ?? '').split('\n')}
        error={errorAt(props, name)}
      />
      <Theirs {...props} name={name} />
    </>
  )
}

const labelled = (list: Plan['classes'], lang: ItemFormProps['lang']): Option[] =>
  list.map(({ code, label }) => ({ value: code, label: label[lang] }))

/** Number, level, title and codes. */
export function Basics(props: ItemFormProps) {
  const { lang, plan, id, items, values } = props
  const words = draftSentences[lang].item
  const again = aliasable({ items, id }).map((item) => ({
    value: item.id,
    label: `${item.values.no ?? ''} ${item.values.title_ja ?? ''}`,
  }))
  const hasBelow = items.some((item) => item.parentId === id)
  return (
    <>
      <Field {...props} name="no" label={words.no} hint={words.noHint} required />
      {hasBelow && <Checkbox lang={lang} name="numbers_below" label={words.numbersBelow} checked />}
      <Choose
        {...props}
        name="level"
        label={words.level}
        required
        empty={words.none}
        options={plan.levels.map(({ code, name }) => ({ value: code, label: name[lang] }))}
      />
      <Japanese {...props} name="title" label={words.title} required />
      <Choose
        {...props}
        name="class"
        label={words.class}
        empty={words.none}
        options={labelled(plan.classes, lang)}
      />
      <Choose
        {...props}
        name="grade"
        label={words.grade}
        empty={words.none}
        options={labelled(plan.grades, lang)}
      />
      {(again.length > 0 || values.alias) && (
        <>
          <Select
            lang={lang}
            name="alias"
            label={words.alias}
            hint={words.aliasHint}
            emptyLabel={words.noAlias}
            options={again}
            value={values.alias}
            error={errorAt(props, 'alias')}
          />
          <Theirs {...props} name="alias" />
        </>
      )}
    </>
  )
}

/** Who is in charge, and whom it concerns. */
export function People(props: ItemFormProps) {
  const { lang, city, plan } = props
  const words = draftSentences[lang].item
  const targets = plan.targets.map(({ code, label }) => ({ value: code, label: label[lang] }))
  return (
    <Section id="people" title={words.people}>
      <ChooseSeveral
        {...props}
        name="departments"
        label={words.departments}
        hint={words.departmentsHint}
        options={city.departments.map(({ code }) => ({
          value: code,
          label: nameOfCode(city.departments, code)[lang],
        }))}
      />
      <Field
        {...props}
        name="departments_printed"
        label={words.departmentsPrinted}
        hint={words.departmentsPrintedHint}
        required={false}
      />
      {peopleFields(lang).map((field) => (
        <Japanese key={field.name} {...props} {...field} />
      ))}
      <ChooseSeveral {...props} name="targets" label={words.targets} options={targets} />
      {targets.length > 0 && (
        <>
          <Choose
            {...props}
            name="target_own"
            label={words.targetOwn}
            empty={words.none}
            options={targets}
          />
          <Japanese
            {...props}
            name="target_own"
            label={words.targetOwnWords}
            hint={words.targetOwnHint}
            required={false}
          />
        </>
      )}
    </Section>
  )
}

/** What it rests on. */
export function Ties(props: ItemFormProps) {
  const { lang } = props
  const words = draftSentences[lang].item
  return (
    <Section id="ties" title={words.ties}>
      <Japanese {...props} {...articleField(lang)} />
      <Field
        {...props}
        name="article_urls"
        label={words.articleUrls}
        hint={words.articleUrlsHint}
        required={false}
        rows={2}
      />
      <ChooseSeveral
        {...props}
        name="sdgs"
        label={words.sdgs}
        options={goalNumbers.map((goal) => ({
          value: String(goal),
          label: sentences[lang].sdg(goal, goalName(goal)[lang]),
        }))}
      />
    </Section>
  )
}

/** Its marks, year by year. */
export function Marks(props: ItemFormProps) {
  const { lang, plan } = props
  const words = draftSentences[lang].item
  if (plan.years.length === 0) return null
  return (
    <Section id="marks" title={words.marks}>
      <p class="hint">{words.marksHint}</p>
      <div class="mark-fields">
        {plan.years.map((year) => (
          <div key={year}>
            <Choose
              {...props}
              name={`mark_${year}`}
              label={formatFiscalYear(year, lang)}
              empty={words.noMark}
              options={labelled(plan.marks, lang)}
            />
          </div>
        ))}
      </div>
    </Section>
  )
}
