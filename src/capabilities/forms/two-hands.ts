import { createHash } from 'node:crypto'
import { fieldsOf, visibilityOf } from './answers.ts'
import { type FormDefinition, type Visibility, visibilities } from './definition.ts'

/** Answers by field, as a form stores them. */
type Answers = Readonly<Record<string, unknown>>

/** What each answer was when the page was shown: a short mark for each, not the answer itself. */
export type Marks = Readonly<Record<string, string>>

/** The columns of a row come back from the database in another order than they were typed in. */
const inOneOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

const mark = (answer: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(answer ?? null, inOneOrder))
    .digest('base64url')
    .slice(0, 10)

const codesOf = (...sources: readonly Answers[]): readonly string[] => [
  ...new Set(sources.flatMap((source) => Object.keys(source))),
]

/** Marks of the answers a page is about to show, to be sent back with the form. */
export const markAnswers = (answers: Answers): Marks =>
  Object.fromEntries(Object.entries(answers).map(([code, answer]) => [code, mark(answer)]))

type Choices = Readonly<Record<string, Visibility>>

const choiceName = (code: string): string => `${code}.visibility`

/** Marks of a whole sheet: its answers, and who may read those for which that can be chosen. */
export const markSheet = (
  definition: FormDefinition,
  sheet: { readonly answers: Answers; readonly visibility: Choices },
): Marks => ({
  ...markAnswers(sheet.answers),
  ...Object.fromEntries(
    fieldsOf(definition)
      .filter(({ visibilityChoosable }) => visibilityChoosable)
      .map((field) => [choiceName(field.code), visibilityOf(field, sheet.visibility)]),
  ),
})

/** Reads marks as a form sent them; anything that is not ours counts as none, and nothing is compared. */
export const readMarks = (sent: string): Marks | undefined => {
  try {
    const value: unknown = JSON.parse(sent)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return Object.fromEntries(
      Object.entries(value).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    )
  } catch {
    return undefined
  }
}

/** The fields in which two sets of answers differ. */
export const changedFields = (before: Answers, after: Answers): readonly string[] =>
  codesOf(before, after).filter((code) => mark(before[code]) !== mark(after[code]))

export type Merged<A extends Answers> = {
  readonly answers: A
  /** Fields that both changed, differently: `mine` stands in `answers`. */
  readonly conflicts: readonly string[]
}

/**
 * Brings together what one person typed and what another saved since the page was shown. A field that
 * only one of them touched keeps that one's words.
 */
export const mergeAnswers = <A extends Answers>(shown: Marks, mine: A, stored: A): Merged<A> => {
  const merged: Record<string, unknown> = {}
  const conflicts: string[] = []
  for (const code of codesOf(mine, stored)) {
    const before = shown[code] ?? mark(undefined)
    const [own, other] = [mark(mine[code]), mark(stored[code])]
    const untouchedByMe = own === before
    if (!untouchedByMe && other !== before && own !== other) conflicts.push(code)
    const value = untouchedByMe ? stored[code] : mine[code]
    if (value !== undefined) merged[code] = value
  }
  return { answers: merged as A, conflicts }
}

const stricter = (one: Visibility, other: Visibility): Visibility =>
  visibilities.indexOf(one) > visibilities.indexOf(other) ? one : other

/**
 * Brings together who may read each answer. A choice that only one of them changed stands; where both
 * did, differently, and where nobody knows what was shown, fewer people read it.
 */
export const mergeVisibility = (
  definition: FormDefinition,
  shown: Marks,
  given: { readonly mine: Choices; readonly stored: Choices },
): Choices => {
  const merged: Record<string, Visibility> = {}
  for (const field of fieldsOf(definition)) {
    if (!field.visibilityChoosable) continue
    const other = visibilityOf(field, given.stored)
    const own = given.mine[field.code] ?? other
    const before = shown[choiceName(field.code)]
    if (own === before) merged[field.code] = other
    else merged[field.code] = other === before ? own : stricter(own, other)
  }
  return merged
}
