import { type Language, say } from '#kernel/bilingual.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { momentText } from '#web/moment.ts'
import { Disclosure, NotificationBanner, Textarea, TextInput } from '#web/ui/index.ts'
import type { FieldProblem } from '../../forms/index.ts'
import type { DraftPart } from '../draft.ts'
import { draftSentences } from '../draft-sentences.ts'
import type { Values } from '../merge.ts'

/** A form of a draft as it is shown: what its fields hold, and what is to be mended. */
export interface Filled {
  lang: Language
  values: Values
  problems: readonly FieldProblem[]
  /** Somebody else has saved the same fields. */
  clash?: { readonly fields: readonly string[]; readonly now: DraftPart } | undefined
}

/** What is to be mended in a field, in the reader's language. */
export const errorAt = ({ problems, lang }: Filled, name: string): string | undefined => {
  const found = problems.find((problem) => problem.name === name)
  return found && say(found.text, lang)
}

export interface DraftField {
  name: string
  label: string
  hint?: string | undefined
  required?: boolean | undefined
  /** Lines shown; one line where left out. */
  rows?: number | undefined
}

type One = Filled & DraftField

/** One field, with what a colleague has written into it meanwhile. */
export function Field(props: One) {
  const { lang, name, label, hint, required, rows, values } = props
  const shared = {
    lang,
    name,
    label,
    hint,
    required,
    value: values[name],
    error: errorAt(props, name),
  }
  return (
    <>
      {rows ? <Textarea {...shared} rows={rows} /> : <TextInput {...shared} autocomplete="off" />}
      <Theirs {...props} />
    </>
  )
}

/** The text that stands in a field where both have written. */
export function Theirs({ lang, name, clash }: Pick<One, 'lang' | 'name' | 'clash'>) {
  if (!clash?.fields.includes(name)) return null
  const words = draftSentences[lang].clash
  const theirs = clash.now.values[name] ?? ''
  return (
    <figure class="theirs">
      <figcaption>{words.theirs(clash.now.writtenBy)}</figcaption>
      <p class="prose">{theirs === '' ? words.empty : theirs}</p>
    </figure>
  )
}

const labels = (lang: Language): ReadonlyMap<string, unknown> => {
  const { item, facts, legends } = draftSentences[lang]
  return new Map<string, unknown>([
    ...Object.entries(legends),
    ...Object.entries(facts),
    ...Object.entries(item),
    ['content', item.body],
    ['departments_printed', item.departmentsPrinted],
    ['target_own', item.targetOwn],
    ['article_urls', item.articleUrls],
    ['period_from', facts.from],
    ['period_to', facts.to],
    ['years_from', legends.yearsFrom],
    ['years_to', legends.yearsTo],
  ])
}

const legendLabel = (list: string, lang: Language): string => {
  const label = new Map<string, unknown>(Object.entries(draftSentences[lang].legends)).get(list)
  return typeof label === 'string' ? label : list
}

/** What a field of any of the forms is called: `purpose_ja`, `mark_2026`, `classes.0.ja`. */
export const clashLabel = (name: string, lang: Language): string => {
  const year = /^mark_(\d{4})$/.exec(name)?.[1]
  if (year) return formatFiscalYear(Number(year), lang)
  const [list = '', row, column] = name.split('.')
  if (column) return `${legendLabel(list, lang)} ${Number(row) + 1}`
  const base = name.replace(/_(?:ja|en)$/, '')
  const label = labels(lang).get(base)
  if (typeof label !== 'string') return name
  return name.endsWith('_en') ? `${label}${lang === 'ja' ? '（英語）' : ' (English)'}` : label
}

/** Says who was faster, and that nothing is lost. */
export function ClashBanner({ lang, clash }: Pick<Filled, 'lang' | 'clash'>) {
  if (!clash) return null
  const words = draftSentences[lang].clash
  return (
    <NotificationBanner lang={lang} kind="warning" heading={words.heading(clash.now.writtenBy)}>
      <p>
        {momentText(clash.now.writtenAt, lang).text}
        {lang === 'ja' ? '。' : '. '}
        {words.text}
      </p>
      <ul>
        {clash.fields.map((name) => (
          <li key={name}>
            <a href={`#${name}`}>{clashLabel(name, lang)}</a>
          </li>
        ))}
      </ul>
    </NotificationBanner>
  )
}

/** A text in Japanese. */
export const Japanese = (props: One) => <Field {...props} name={`${props.name}_ja`} />

/** The same texts in English, folded away until somebody writes them. */
export function English({
  fields,
  children,
  ...filled
}: Filled & { fields: readonly DraftField[]; children?: Child }) {
  const { lang, values, problems, clash } = filled
  const names = fields.map(({ name }) => `${name}_en`)
  const open = names.some(
    (name) =>
      values[name] !== undefined ||
      problems.some((problem) => problem.name === name) ||
      clash?.fields.includes(name),
  )
  return (
    <Disclosure summary={draftSentences[lang].item.english} open={open}>
      {fields.map((field) => (
        <Field
          key={field.name}
          {...filled}
          {...field}
          name={`${field.name}_en`}
          label={`${field.label}${lang === 'ja' ? '（英語）' : ' (English)'}`}
          hint={undefined}
          required={field.required === undefined ? undefined : false}
        />
      ))}
      {children}
    </Disclosure>
  )
}
