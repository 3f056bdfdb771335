import {
  compare,
  type Fraction,
  fraction,
  fractionOf,
  mean,
  multiply,
  sum,
  zero,
} from '#kernel/fraction.ts'
import type { Yen } from '#kernel/money.ts'
import { type Criterion, maximumOfSheet, type Rubric } from './rubric.ts'
import { listGiven, type Scores, type Sheet, totalOfScores } from './sheet.ts'

/** One proposal under review: what it asks for, and one sheet of every reviewer. */
export type Entry = {
  readonly proposal: string
  readonly request: Yen
  readonly sheets: readonly Sheet[]
}

/** Why a proposal cannot be selected, with the figures that show it. */
export type FailureReason =
  | { readonly code: 'below-quorum'; readonly given: number; readonly needed: number }
  | { readonly code: 'below-threshold' }
  | { readonly code: 'item-floor'; readonly criterion: string; readonly mean: Fraction }
  | {
      readonly code: 'veto'
      readonly criterion: string
      readonly low: number
      readonly given: number
    }

/** How many sheets there are of each kind; `filled` stand for absent ones, `dropped` were trimmed away. */
export type SheetCounts = {
  readonly given: number
  readonly recused: number
  readonly missing: number
  readonly filled: number
  readonly dropped: number
}

/** Points on one criterion before its weight, over the sheets given. */
export type ItemResult = {
  readonly criterion: string
  readonly sum: Fraction
  readonly mean: Fraction | undefined
}

export type TotalResult = {
  readonly entry: Entry
  /** Undefined when too few sheets are left to count. */
  readonly total: Fraction | undefined
  /** What the total could be with the sheets that count. */
  readonly maximum: Fraction
  readonly counts: SheetCounts
  readonly items: readonly ItemResult[]
  readonly reasons: readonly FailureReason[]
}

const fill = (rubric: Rubric, given: readonly Fraction[], absent: number): readonly Fraction[] => {
  const filling = rubric.absent === 'fill_with_mean' ? mean(given) : undefined
  return filling ? [...given, ...Array.from({ length: absent }, () => filling)] : given
}

const trim = (rubric: Rubric, totals: readonly Fraction[]): readonly Fraction[] => {
  if (rubric.aggregate !== 'trimmed_mean') return totals
  const { high, low } = rubric.trim ?? { high: 0, low: 0 }
  return totals.toSorted(compare).slice(low, Math.max(low, totals.length - high))
}

const itemOf = ({ code }: Criterion, given: readonly Scores[]): ItemResult => {
  const points = given.map((scores) => fractionOf(scores[code]!))
  return { criterion: code, sum: sum(points), mean: mean(points) }
}

const reachesThreshold = (rubric: Rubric, total: Fraction, maximum: Fraction): boolean => {
  const { basis, value } = rubric.threshold
  const needed = fractionOf(value)
  return basis === 'absolute'
    ? compare(total, needed) >= 0
    : compare(multiply(total, fraction(100)), multiply(maximum, needed)) >= 0
}

const findVeto = ({ veto }: Rubric, given: readonly Scores[]): FailureReason[] => {
  if (!veto) return []
  const low = given.filter((scores) => scores[veto.criterion]! <= veto.atMost).length
  const most = multiply(fractionOf(veto.share), fraction(given.length))
  const { criterion } = veto
  return compare(fraction(low), most) > 0
    ? [{ code: 'veto', criterion, low, given: given.length }]
    : []
}

const findLowItems = ({ itemFloor }: Rubric, items: readonly ItemResult[]): FailureReason[] =>
  items.flatMap(({ criterion, mean }): FailureReason[] => {
    const applies = itemFloor && (itemFloor.criterion ?? criterion) === criterion
    if (!applies || !mean || compare(mean, fractionOf(itemFloor.min)) >= 0) return []
    return [{ code: 'item-floor', criterion, mean }]
  })

/** Adds up one proposal's sheets by the rubric and finds what speaks against it, all of it. */
export const totalEntry = (rubric: Rubric, entry: Entry): TotalResult => {
  const given = listGiven(entry.sheets)
  const filled = fill(
    rubric,
    given.map((scores) => totalOfScores(rubric, scores)),
    entry.sheets.length - given.length,
  )
  const counted = trim(rubric, filled)
  const sums = rubric.aggregate === 'sum'
  const total = sums && counted.length > 0 ? sum(counted) : mean(counted)
  const maximum = multiply(maximumOfSheet(rubric), fraction(sums ? counted.length : 1))
  const items = rubric.criteria.map((criterion) => itemOf(criterion, given))
  const short: FailureReason = { code: 'below-quorum', given: given.length, needed: rubric.quorum }
  const low: FailureReason = { code: 'below-threshold' }
  return {
    entry,
    total,
    maximum: total ? maximum : zero,
    counts: {
      given: given.length,
      recused: entry.sheets.filter(({ scores }) => scores === 'recused').length,
      missing: entry.sheets.filter(({ scores }) => scores === 'missing').length,
      filled: filled.length - given.length,
      dropped: filled.length - counted.length,
    },
    items,
    reasons: [
      ...(given.length < rubric.quorum ? [short] : []),
      ...(total && !reachesThreshold(rubric, total, maximum) ? [low] : []),
      ...findLowItems(rubric, items),
      ...findVeto(rubric, given),
    ],
  }
}
