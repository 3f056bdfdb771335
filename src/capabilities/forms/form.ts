import type { City } from '#kernel/city.ts'
import { rowPlace, sayOf } from '#kernel/row-place.ts'
import { trimSpaces } from '#kernel/text.ts'
import {
  type Answer,
  type Answers,
  type FieldProblem,
  fieldsOf,
  findField,
  numberAnswer,
  optionsOf,
  type Row,
} from './answers.ts'
import { byHandAnswer, byHandName, isByHand } from './by-hand.ts'
import {
  type FormColumn,
  type FormDefinition,
  type FormField,
  type Visibility,
  visibilities,
} from './definition.ts'
import { type ProblemKind, problemTexts } from './problems.ts'
import { readValue } from './read-value.ts'

/** The part of a sent form that reading needs. */
export type Sent = {
  text(name: string): string
  all(name: string): string[]
  has(name: string): boolean
}

/** A form as read: what was understood (and, where not, as typed), and what must be mended before it is taken. */
export type Reading = {
  readonly answers: Answers
  readonly visibility: Readonly<Record<string, Visibility>>
  readonly problems: readonly FieldProblem[]
}

type Read = { readonly value?: Answer; readonly problems: readonly FieldProblem[] }

const problem = (
  name: string,
  kind: ProblemKind,
  about: Pick<FormField, 'label' | 'max' | 'min'>,
): FieldProblem => ({
  name,
  text: problemTexts[kind](about),
})

const readSingle = (field: FormField, sent: Sent): Read => {
  const typed = trimSpaces(sent.text(field.code))
  if (typed === '')
    return { problems: field.required ? [problem(field.code, 'required', field)] : [] }
  const read = readValue(field.kind, typed, field)
  return read.ok
    ? { value: read.value, problems: [] }
    : { value: typed, problems: [problem(field.code, read.error, field)] }
}

const readChoice = (field: FormField, sent: Sent, city: City): Read => {
  const known = new Set(optionsOf(field, city).map((option) => option.code))
  const chosen = sent.all(field.code).filter((code) => code !== '')
  if (chosen.length === 0)
    return { problems: field.required ? [problem(field.code, 'choose', field)] : [] }
  if (chosen.some((code) => !known.has(code)))
    return { problems: [problem(field.code, 'option', field)] }
  return { value: field.kind === 'choice' ? chosen[0]! : [...new Set(chosen)], problems: [] }
}

const readYesNo = (field: FormField, sent: Sent): Read => {
  const typed = sent.text(field.code)
  if (typed === 'yes' || typed === 'no') return { value: typed === 'yes', problems: [] }
  return { problems: field.required ? [problem(field.code, 'choose', field)] : [] }
}

const readDeclaration = (field: FormField, sent: Sent): Read => {
  if (sent.text(field.code) === 'yes') return { value: true, problems: [] }
  return { problems: field.required ? [problem(field.code, 'agree', field)] : [] }
}

/** Rows are numbered from 0; rows without any text do not count. At most 200 are read. */
const rowsSent = (
  field: FormField,
  sent: Sent,
): readonly { readonly at: number; readonly cells: Readonly<Record<string, string>> }[] => {
  const rows: { at: number; cells: Record<string, string> }[] = []
  for (let at = 0; at < 200; at += 1) {
    const cells = Object.fromEntries(
      (field.columns ?? []).map(({ code }) => [
        code,
        trimSpaces(sent.text(`${field.code}.${at}.${code}`)),
      ]),
    )
    if (Object.values(cells).some((text) => text !== '')) rows.push({ at, cells })
  }
  return rows
}

const readCell = (
  name: string,
  column: FormColumn,
  typed: string,
): { value?: string | number; problems: FieldProblem[] } => {
  if (typed === '') return { problems: column.required ? [problem(name, 'required', column)] : [] }
  const read = readValue(column.kind, typed, {})
  return read.ok
    ? { value: read.value, problems: [] }
    : { value: typed, problems: [problem(name, read.error, column)] }
}

const readTable = (field: FormField, sent: Sent): Read => {
  const problems: FieldProblem[] = []
  const rows = rowsSent(field, sent).map(({ cells }, index): Row => {
    const row: Record<string, string | number> = {}
    // Rows ask for the same things: without its row no problem says which field it means.
    const place = rowPlace(field.label, index, cells[field.columns?.[0]?.code ?? ''] ?? '')
    for (const column of field.columns ?? []) {
      // Names count the filled rows anew: that is how the form comes back.
      const read = readCell(
        `${field.code}.${index}.${column.code}`,
        column,
        cells[column.code] ?? '',
      )
      if (read.value !== undefined) row[column.code] = read.value
      problems.push(...read.problems.map(({ name, text }) => ({ name, text: sayOf(place, text) })))
    }
    return row
  })
  if (rows.length === 0)
    return { problems: field.required ? [problem(field.code, 'rows', field)] : [] }
  return { value: rows, problems }
}

const readField = (field: FormField, sent: Sent, city: City): Read => {
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return readChoice(field, sent, city)
    case 'yes_no':
      return readYesNo(field, sent)
    case 'declaration':
      return readDeclaration(field, sent)
    case 'table':
      return readTable(field, sent)
    case 'file':
      return field.byHand && sent.text(byHandName(field.code)) === 'yes'
        ? { value: byHandAnswer, problems: [] }
        : { problems: [] }
    default:
      return readSingle(field, sent)
  }
}

const readVisibility = (definition: FormDefinition, sent: Sent): Record<string, Visibility> => {
  const chosen: Record<string, Visibility> = {}
  for (const field of fieldsOf(definition)) {
    const value = visibilities.find((one) => one === sent.text(`${field.code}.visibility`))
    if (field.visibilityChoosable && value) chosen[field.code] = value
  }
  return chosen
}

/** Numbers that are more than what they are a part of. */
const findExcesses = (definition: FormDefinition, answers: Answers): readonly FieldProblem[] =>
  fieldsOf(definition).flatMap((field) => {
    const whole = field.partOf ? findField(definition, field.partOf) : undefined
    if (!whole) return []
    const [part, all] = [numberAnswer(answers, field.code), numberAnswer(answers, whole.code)]
    if (part === null || all === null || part <= all) return []
    const text = problemTexts.moreThanWhole({ label: field.label, whole: whole.label })
    return [{ name: field.code, text }]
  })

/** Reads a sent form by its definition. Files are checked by the action that keeps them. */
export const readForm = (definition: FormDefinition, sent: Sent, city: City): Reading => {
  const answers: Record<string, Answer> = {}
  const problems: FieldProblem[] = []
  for (const field of fieldsOf(definition)) {
    const read = readField(field, sent, city)
    if (read.value !== undefined) answers[field.code] = read.value
    problems.push(...read.problems)
  }
  problems.push(...findExcesses(definition, answers))
  return { answers, visibility: readVisibility(definition, sent), problems }
}

/** What is still missing or wrong in answers that were saved earlier: the same checks as when sending. */
export const checkAnswers = (
  definition: FormDefinition,
  answers: Answers,
  city: City,
): readonly FieldProblem[] => readForm(definition, asSent(definition, answers), city).problems

/** Answers as the form would send them. */
export const asSent = (definition: FormDefinition, answers: Answers): Sent => {
  const values = new Map<string, string[]>()
  for (const field of fieldsOf(definition)) {
    const value = answers[field.code]
    if (value === undefined) continue
    if (isByHand(field, answers)) values.set(byHandName(field.code), ['yes'])
    else if (typeof value === 'boolean') values.set(field.code, [value ? 'yes' : 'no'])
    else if (typeof value === 'string' || typeof value === 'number')
      values.set(field.code, [String(value)])
    else
      value.forEach((item, at) => {
        if (typeof item === 'string')
          values.set(field.code, [...(values.get(field.code) ?? []), item])
        else
          for (const [column, cell] of Object.entries(item))
            values.set(`${field.code}.${at}.${column}`, [String(cell)])
      })
  }
  return {
    text: (name) => values.get(name)?.[0] ?? '',
    all: (name) => values.get(name) ?? [],
    has: (name) => values.has(name),
  }
}
