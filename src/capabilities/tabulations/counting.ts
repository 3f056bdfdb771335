import { marks, type Question, type Slot, unpackChoices } from '../surveys/index.ts'
import type { CountedCross, Heading } from './cross.ts'
import type { ChoiceRole } from './question.ts'

/** How many answers hold one number in one slot, as the database groups them. */
export type RawCount = { readonly code: number; readonly count: number }

/** The same for two slots. */
export type RawCross = { readonly a: number; readonly b: number; readonly count: number }

/** A counted answer. Choice 0 is everyone the question was put to. */
export type ChoiceCount = { readonly choice: number; readonly count: number }
export const askedChoice = 0

/** A mark for what was written: text and date have no choices to count. */
export const writtenChoice = 1

const isWritten = ({ kind }: Question): boolean => kind === 'text' || kind === 'date'

const plainUnknown = /^(わからない|分からない|わかりません|分かりません)[。．]?$/

/** What a choice of the questionnaire stands for in print. */
export const roleOfChoice = (question: Question, code: number): ChoiceRole => {
  if (code === marks.none) return 'no-answer'
  if (code === marks.unknown) return 'unknown'
  const choice = question.choices.find((one) => one.code === code)
  if (choice?.other) return 'other'
  return plainUnknown.test(choice?.text.ja.trim() ?? '') ? 'unknown' : 'answer'
}

/** The rows that a question has in print, without counts: choices, わからない where it is offered, 無回答. */
export const rowsOf = (question: Question): readonly number[] => {
  const marked = [...(question.dontKnow ? [marks.unknown] : []), marks.none]
  if (question.kind === 'number') return marked
  if (isWritten(question)) return [writtenChoice, ...marked]
  return [...question.choices.map(({ code }) => code), ...marked]
}

const choicesIn = (question: Question, code: number): readonly number[] => {
  if (code < 0) return [code]
  if (question.kind === 'multiple') return unpackChoices(code)
  if (question.kind === 'number') return []
  return isWritten(question) ? [writtenChoice] : [code]
}

/** Counts of every row of a slot. Whom a branch led past it is nowhere among them. */
export const countChoices = (
  { question }: Pick<Slot, 'question'>,
  raw: readonly RawCount[],
): readonly ChoiceCount[] => {
  const asked = raw.filter(({ code }) => code !== marks.notAsked)
  const counts = new Map(rowsOf(question).map((choice) => [choice, 0]))
  for (const { code, count } of asked)
    for (const choice of choicesIn(question, code))
      counts.set(choice, (counts.get(choice) ?? 0) + count)
  return [
    { choice: askedChoice, count: asked.reduce((sum, { count }) => sum + count, 0) },
    ...[...counts].map(([choice, count]) => ({ choice, count })),
  ]
}

/** Kinds whose answers divide people into groups. */
export const canBeAxis = ({ kind, choices }: Question): boolean =>
  (kind === 'single' || kind === 'scale' || kind === 'area') && choices.length <= 30

/** Kinds whose answers can stand in the rows of a cross table. */
export const canBeCrossed = ({ kind }: Question): boolean =>
  kind === 'single' ||
  kind === 'scale' ||
  kind === 'area' ||
  kind === 'multiple' ||
  kind === 'matrix'

const headingsOf = (question: Question, codes: readonly number[]): readonly Heading[] =>
  codes.map((code) => ({
    code: String(code),
    label: { ja: String(code), en: String(code) },
    role: roleOfChoice(question, code),
  }))

/** True when a branch led somebody past one of the two questions. */
export const skipsSome = (raw: readonly RawCross[]): boolean =>
  raw.some(({ a, b, count }) => count > 0 && (a === marks.notAsked || b === marks.notAsked))

/**
 * A cross table of two slots. Groups to which nobody belongs are left out.
 * @param raw counts by the question's code (a) and the axis's (b)
 */
export const countCross = (slot: Slot, axis: Slot, raw: readonly RawCross[]): CountedCross => {
  const asked = raw.filter(({ a, b }) => a !== marks.notAsked && b !== marks.notAsked)
  const rows = rowsOf(slot.question)
  const baseOf = (column: number): number =>
    asked.reduce((sum, { b, count }) => sum + (b === column ? count : 0), 0)
  const columns = rowsOf(axis.question).filter((column) => baseOf(column) > 0)
  const cells = new Map<string, number>()
  for (const { a, b, count } of asked)
    for (const row of choicesIn(slot.question, a)) {
      const key = `${row} ${b}`
      cells.set(key, (cells.get(key) ?? 0) + count)
    }
  return {
    question: String(slot.slot),
    axis: String(axis.slot),
    kind: slot.question.kind === 'multiple' ? 'multiple' : 'single',
    rows: headingsOf(slot.question, rows),
    columns: headingsOf(axis.question, columns),
    counts: rows.map((row) => columns.map((column) => cells.get(`${row} ${column}`) ?? 0)),
    bases: columns.map(baseOf),
  }
}
