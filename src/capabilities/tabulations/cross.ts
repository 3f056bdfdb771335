import type { Bilingual } from '#kernel/bilingual.ts'
import { type Decimal, percentOf } from '#kernel/ratio.ts'
import { type ChoiceRole, surveyRounding } from './question.ts'
import { suppress, suppressMultiple } from './suppression.ts'

/** An answer of the question, or a group of those who answered. */
export type Heading = {
  readonly code: string
  readonly label: Bilingual
  readonly role: ChoiceRole
}

/** A cross table as it was counted, before anything is hidden. */
export type CountedCross = {
  readonly question: string
  readonly axis: string
  readonly kind: 'single' | 'multiple'
  readonly rows: readonly Heading[]
  readonly columns: readonly Heading[]
  /** By row, then column. */
  readonly counts: readonly (readonly number[])[]
  /** How many of each column were asked the question. */
  readonly bases: readonly number[]
}

/** The same as it may be shown: a cell that is not shown has no number anywhere. */
export type CrossTable = Omit<CountedCross, 'counts'> & {
  readonly counts: readonly (readonly (number | null)[])[]
  readonly totals: readonly number[]
}

/**
 * Hides what is too small to be shown, and what would give it away.
 * @param threshold counts below it are hidden; 0 hides nothing, as for surveys of groups
 */
export const hideSmall = (cross: CountedCross, threshold: number): CrossTable => {
  const { counts, bases, kind, ...rest } = cross
  const totals = counts.map((row) => row.reduce((sum, count) => sum + count, 0))
  const hidden =
    kind === 'single' ? suppress(counts, threshold) : suppressMultiple(counts, bases, threshold)
  const shown = counts.map((row, r) => row.map((count, c) => (hidden[r]![c] ? null : count)))
  return { ...rest, kind, bases, counts: shown, totals }
}

/** Percentage of a cell of its column; a hidden cell has none. */
export const percentOfCell = (
  { counts, bases }: Pick<CrossTable, 'counts' | 'bases'>,
  row: number,
  column: number,
): Decimal | undefined => {
  const numerator = counts[row]?.[column]
  return typeof numerator === 'number'
    ? percentOf({ numerator, denominator: bases[column] ?? 0 }, surveyRounding)
    : undefined
}

/** True when something of the table is not shown. */
export const hidesAnything = ({ counts }: Pick<CrossTable, 'counts'>): boolean =>
  counts.some((row) => row.some((count) => count === null))
