import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { StandingPaper } from '#web/kept-paper.ts'
import {
  type Answer,
  type Answers,
  changedFields,
  type FormDefinition,
  type FormField,
  fieldsOf,
  listAnswer,
} from '../forms/index.ts'
import type { RevisionKind } from './revision.ts'

/** What decides which fields of a form are asked. */
export type Asking = {
  readonly kind: RevisionKind
  /** True for a declaration that the group has agreed to in exactly these words. */
  readonly hasAgreed: (field: FormField) => boolean
  /** Fields of files that the registration holds already. */
  readonly held: ReadonlySet<string>
  /** Papers that the product keeps itself. */
  readonly kept?: ReadonlyMap<string, StandingPaper>
}

const isAsked = (field: FormField, { kind, hasAgreed }: Asking): boolean => {
  if (field.kind !== 'declaration') return true
  // Words that have changed are asked again with a renewal; a change notice is about facts.
  return kind !== 'change' && !hasAgreed(field)
}

/** Said first: that nothing has to be attached. */
const keptHint = ({ text }: StandingPaper, { hint }: FormField): Bilingual =>
  both(
    `このサイトの${text.ja}。送った日の内容で出したことになるので、ファイルを付けなくてかまいません。${hint?.ja ?? ''}`,
    `On this site ${text.en}. It counts as handed in as it stands on the day of sending: no file is needed. ${hint?.en ?? ''}`.trim(),
  )

/** Papers that the city has are not asked for twice; a renewal asks for new ones. */
const asAsked = (field: FormField, { kind, held, kept }: Asking): FormField => {
  if (field.kind !== 'file') return field
  const standing = kind === 'change' ? undefined : kept?.get(field.code)
  if (standing) return { ...field, required: false, hint: keptHint(standing, field) }
  return kind !== 'renewal' && held.has(field.code) ? { ...field, required: false } : field
}

/** The part of the form that this group is asked now. */
export const narrowForm = (definition: FormDefinition, asking: Asking): FormDefinition => ({
  ...definition,
  sections: definition.sections
    .map((section) => ({
      ...section,
      fields: section.fields
        .filter((field) => isAsked(field, asking))
        .map((field) => asAsked(field, asking)),
    }))
    .filter(({ fields }) => fields.length > 0),
})

/** The answers of a registration with what was asked anew; what was asked and left empty is gone. */
export const mergeRevised = (
  before: Answers,
  revised: { readonly asked: readonly string[]; readonly answers: Answers },
): Answers => {
  const { asked, answers } = revised
  const kept = Object.entries(before).filter(([code]) => !asked.includes(code))
  return { ...Object.fromEntries(kept), ...answers }
}

/** Which answers differ, and how they are taken: at once, or when the desk has checked them. */
export type Split = { readonly atOnce: readonly string[]; readonly waiting: readonly string[] }

/** Several choices are a set: the order in which they were ticked says nothing. */
export const inOneOrder = (definition: FormDefinition, answers: Answers): Answers => {
  const sets = new Set(
    fieldsOf(definition)
      .filter(({ kind }) => kind === 'choices')
      .map(({ code }) => code),
  )
  const ordered = ([code, answer]: [string, Answer]): [string, Answer] =>
    sets.has(code) ? [code, [...listAnswer({ [code]: answer }, code)].sort()] : [code, answer]
  return Object.fromEntries(Object.entries(answers).map(ordered))
}

/**
 * Fields of the form that were answered differently, files that came among them; in the order of the form.
 * A declaration is agreed to or not: its words are kept elsewhere.
 */
export const findChanges = (
  definition: FormDefinition,
  given: { readonly before: Answers; readonly after: Answers; readonly files: ReadonlySet<string> },
): readonly string[] => {
  const changed = new Set(
    changedFields(inOneOrder(definition, given.before), inOneOrder(definition, given.after)),
  )
  return fieldsOf(definition)
    .filter(({ code, kind }) =>
      kind === 'file'
        ? given.files.has(code) || changed.has(code)
        : kind !== 'declaration' && changed.has(code),
    )
    .map(({ code }) => code)
}

/** By the city's list: what it names waits for the desk, the rest takes effect at once. */
export const splitChanges = (changes: readonly string[], approval: readonly string[]): Split => ({
  atOnce: changes.filter((code) => !approval.includes(code)),
  waiting: changes.filter((code) => approval.includes(code)),
})

/** Only these fields of some answers. */
export const onlyFields = (answers: Answers, codes: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([code]) => codes.includes(code)))
