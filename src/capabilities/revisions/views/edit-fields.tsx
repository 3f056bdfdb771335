import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  type Answers,
  answerText,
  changedFields,
  type Filled,
  type FormDefinition,
  type FormField,
  FormFields,
  type SheetContent,
  visibilityOf,
} from '../../forms/index.ts'
import { inOneOrder } from '../asked.ts'
import type { Revision } from '../revision.ts'
import { sentences } from '../sentences.ts'

type EditFieldsProps = {
  readonly lang: Language
  readonly city: City
  readonly revision: Pick<Revision, 'kind'>
  readonly definition: FormDefinition
  readonly filled: Filled
  /** The registration as it stands. */
  readonly standing: SheetContent
}

const isEmpty = (answer: Answers[string] | undefined): boolean =>
  answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)

/** Beside an answer that was emptied and must not be: what is registered, so that nobody has to remember it. */
const withRegistered = (props: EditFieldsProps, field: FormField): FormField => {
  const { city, filled, standing } = props
  if (!field.required || field.kind === 'file' || !isEmpty(filled.answers[field.code])) return field
  const textIn = (lang: Language) => {
    const text = answerText(field, standing.answers[field.code], { lang, city })
    return text === '' ? '' : sentences[lang].edit.now(text)
  }
  if (textIn('ja') === '') return field
  const hint = {
    ja: `${field.hint?.ja ?? ''}${textIn('ja')}`,
    en: `${field.hint ? `${field.hint.en} ` : ''}${textIn('en')}`,
  }
  return { ...field, hint }
}

/** Parts in which something was changed, is missing or must be mended stand open; the others are as they are registered. */
const touched = ({ definition, filled, standing }: EditFieldsProps): ReadonlySet<string> =>
  new Set([
    ...changedFields(
      inOneOrder(definition, standing.answers),
      inOneOrder(definition, filled.answers),
    ),
    ...definition.sections
      .flatMap(({ fields }) => fields)
      .filter((field) => {
        if (field.required && isEmpty(filled.answers[field.code])) return true
        const chosen = filled.visibility ?? standing.visibility
        return visibilityOf(field, chosen) !== visibilityOf(field, standing.visibility)
      })
      .map(({ code }) => code),
    ...(filled.files?.keys() ?? []),
    ...(filled.problems ?? []).map(({ name }) => name.split('.')[0] ?? ''),
    ...(filled.moreRows ? [filled.moreRows] : []),
  ])

/** The fields of a revision: of a change notice only the parts that change need be opened. */
export const EditFields = (props: EditFieldsProps) => {
  const { lang, city, revision, definition, filled } = props
  const told = {
    ...definition,
    sections: definition.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => withRegistered(props, field)),
    })),
  }
  if (revision.kind !== 'change')
    return <FormFields lang={lang} city={city} definition={told} filled={filled} />
  const open = touched(props)
  return (
    <>
      <p>{sentences[lang].edit.choose}</p>
      <FormFields
        lang={lang}
        city={city}
        definition={told}
        filled={filled}
        opened={({ fields }) => fields.some(({ code }) => open.has(code))}
      />
    </>
  )
}
