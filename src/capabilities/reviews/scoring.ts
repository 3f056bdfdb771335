import { compare, divide, type Fraction, fraction, multiply, zero } from '#kernel/fraction.ts'
import { isYen, type Yen } from '#kernel/money.ts'
import { formatFraction } from '#kernel/ratio.ts'
import { cutOff, type Offer, type Outcome } from './scoring/cutoff.ts'
import { type Placed, rankResults, type TieGroup } from './scoring/ranking.ts'
import type { Rubric, TieBreak } from './scoring/rubric.ts'
import { checkRubric } from './scoring/rubric-check.ts'
import { assertSheets } from './scoring/sheet.ts'
import {
  type Entry,
  type FailureReason,
  type ItemResult,
  type SheetCounts,
  type TotalResult,
  totalEntry,
} from './scoring/total.ts'

export { explainRubric } from './scoring/explanation.ts'
export { explainReason } from './scoring/failure-text.ts'
export type { Budget, Criterion, Rubric, TieBreak } from './scoring/rubric.ts'
export { checkRubric, type RubricProblem } from './scoring/rubric-check.ts'
export { checkScores, type Scores, type Sheet, type SheetProblem } from './scoring/sheet.ts'
export type { Entry, FailureReason, ItemResult, Outcome, SheetCounts }

/** Where one proposal stands. Fractions are exact; only what is called printed is rounded. */
export type Standing = {
  readonly proposal: string
  readonly request: Yen
  readonly total: Fraction | undefined
  /** The total by the rubric's decimals and rounding; `－` when there is none. */
  readonly printed: string
  readonly maximum: Fraction
  /** The total in percent of the maximum, rounded like it; `－` when there is none. */
  readonly printedPercent: string
  readonly sheets: SheetCounts
  readonly items: readonly (ItemResult & { readonly printed: string })[]
  readonly passed: boolean
  readonly reasons: readonly FailureReason[]
  /** 1 is the first; equals share a number and the next one is left out. Undefined unless passed. */
  readonly rank: number | undefined
  /** Shares its rank: nothing in the rubric parts it from another. */
  readonly tied: boolean
  /** Rules that parted it from others with the same total. */
  readonly separatedBy: readonly TieBreak[]
  readonly outcome: Outcome
  readonly offered: Yen | undefined
}

const print = (rubric: Rubric, value: Fraction | undefined): string =>
  value ? formatFraction(value, rubric) : '－'

const describeResult = (
  rubric: Rubric,
  { entry, total, maximum, counts, items, reasons }: TotalResult,
) => ({
  proposal: entry.proposal,
  request: entry.request,
  total,
  printed: print(rubric, total),
  maximum,
  printedPercent: print(rubric, total && divide(multiply(total, fraction(100)), maximum)),
  sheets: counts,
  items: items.map((item) => ({ ...item, printed: print(rubric, item.mean) })),
  passed: reasons.length === 0,
  reasons,
})

const describePassed = (rubric: Rubric, groups: readonly TieGroup[]): readonly Standing[] => {
  const offers = cutOff(
    rubric.budget,
    groups.map((group) => group.map(({ result }) => result.entry.request)),
  )
  let before = 0
  return groups.flatMap((group, i) => {
    const rank = before + 1
    before += group.length
    const describe = ({ result, separatedBy }: Placed, offer: Offer): Standing => ({
      ...describeResult(rubric, result),
      ...offer,
      rank,
      tied: group.length > 1,
      separatedBy,
    })
    return group.map((placed, j) => describe(placed, offers[i]![j]!))
  })
}

const describeFailed = (rubric: Rubric, result: TotalResult): Standing => ({
  ...describeResult(rubric, result),
  rank: undefined,
  tied: false,
  separatedBy: [],
  outcome: 'not-selected',
  offered: undefined,
})

const assertSound = (rubric: Rubric, entries: readonly Entry[]): void => {
  const checked = checkRubric(rubric)
  if (!checked.ok) throw new Error(`Unsound rubric: ${JSON.stringify(checked.error)}`)
  if (new Set(entries.map(({ proposal }) => proposal)).size < entries.length)
    throw new Error('A proposal is there twice')
  for (const { proposal, request, sheets } of entries) {
    if (!isYen(request)) throw new Error(`${proposal} asks for ${request}, not whole yen`)
    assertSheets(rubric, proposal, sheets)
  }
}

/**
 * The ranking of a call: those that passed by rank, then the others by total. Proposals with nothing
 * between them stay in the order given. `chairOrder` lists proposals as the chair decided a tie.
 * @throws Error when the rubric, a request or a sheet is not sound; a ranking is whole or not there.
 */
export const scoreProposals = (
  rubric: Rubric,
  entries: readonly Entry[],
  chairOrder: readonly string[] = [],
): readonly Standing[] => {
  assertSound(rubric, entries)
  const results = entries.map((entry) => totalEntry(rubric, entry))
  const passed = results.filter(({ reasons }) => reasons.length === 0)
  const failed = results
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => compare(b.total ?? zero, a.total ?? zero))
  return [
    ...describePassed(rubric, rankResults(rubric, passed, chairOrder)),
    ...failed.map((result) => describeFailed(rubric, result)),
  ]
}
