import type { Bilingual } from '#kernel/bilingual.ts'
import { isPlainDate, type PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import type { FormDefinition, FormField, Visibility } from './definition.ts'

/** One line of a table field, by column. */
export type Row = Readonly<Record<string, string | number>>

/**
 * What was answered, by field. Money and numbers are numbers, dates ISO text. In a draft a value that
 * could not be understood yet stands as the text that was typed.
 */
export type Answer = string | number | boolean | readonly string[] | readonly Row[]
export type Answers = Readonly<Record<string, Answer>>

/** What keeps a form from being taken: the input's name, and what to mend. */
export type FieldProblem = { readonly name: string; readonly text: Bilingual }

/** Every field of the form, in order. */
export const fieldsOf = (definition: FormDefinition): readonly FormField[] =>
  definition.sections.flatMap((section) => section.fields)

/** The field of that code. */
export const findField = (definition: FormDefinition, code: string): FormField | undefined =>
  fieldsOf(definition).find((field) => field.code === code)

export type ChoiceOption = { readonly code: string; readonly label: Bilingual }

/** The options of a choice: written into the form, or taken from one of the city's code lists. */
export const optionsOf = (field: FormField, city: City): readonly ChoiceOption[] =>
  field.optionsFrom
    ? city[field.optionsFrom]
        .filter(({ code }) => !field.optionsExcept?.includes(code))
        .map(({ code, name }) => ({ code, label: name }))
    : (field.options ?? [])

/** The answer as text, or an empty text. */
export const textAnswer = (answers: Answers, code: string): string => {
  const value = answers[code]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** The answer as a whole number, or null. */
export const numberAnswer = (answers: Answers, code: string): number | null => {
  const value = answers[code]
  return typeof value === 'number' ? value : null
}

/** The answer as a day; null while what was typed is none, as a draft may say. */
export const dayAnswer = (answers: Answers, code: string): PlainDate | null => {
  const typed = textAnswer(answers, code)
  return isPlainDate(typed) ? typed : null
}

/** The chosen codes. */
export const listAnswer = (answers: Answers, code: string): readonly string[] => {
  const value = answers[code]
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : []
}

/** The lines of a table field. */
export const rowsAnswer = (answers: Answers, code: string): readonly Row[] => {
  const value = answers[code]
  return Array.isArray(value) ? value.filter((item): item is Row => typeof item === 'object') : []
}

/** Sum of a column over the lines that hold a number there. */
export const sumColumn = (rows: readonly Row[], column: string): number =>
  rows.reduce(
    (sum, row) => sum + (typeof row[column] === 'number' ? (row[column] as number) : 0),
    0,
  )

/** Who reads the answer: what the person chose where the form lets them, else what the form says. */
export const visibilityOf = (
  field: FormField,
  chosen: Readonly<Record<string, Visibility>>,
): Visibility =>
  field.visibilityChoosable ? (chosen[field.code] ?? field.visibility) : field.visibility
