import type { Bilingual } from '#kernel/bilingual.ts'
import { add, type Fraction, fractionOf, multiply, sum } from '#kernel/fraction.ts'
import type { Yen } from '#kernel/money.ts'
import type { Rounding } from '#kernel/ratio.ts'

/** 審査項目: points from `min` to `max` in steps; `weight` multiplies them. */
export type Criterion = {
  readonly code: string
  readonly label: Bilingual
  readonly viewpoint: Bilingual
  readonly min: number
  readonly max: number
  readonly step: number
  readonly weight: number
}

/** What parts proposals with the same total. `chair` is a decision of people, given to the ranking. */
export type TieBreak = {
  readonly by: 'higher_criterion' | 'lower_request' | 'chair'
  readonly criterion?: string | undefined
}

/**
 * What happens at the first proposal that the rest of the budget does not cover. It is the reserve
 * (次点) in each mode; `partial_offer` offers it the rest, `skip_and_continue` looks for a later one
 * that fits.
 */
export type Budget = {
  readonly total: Yen
  readonly mode: 'stop_at_first_over' | 'skip_and_continue' | 'partial_offer'
  /** Days in which a reserve answers an offer. */
  readonly replyDays: number
}

/** 配点表: how reviewers' sheets become one ranking. Every figure is the city's setting. */
export type Rubric = {
  readonly criteria: readonly Criterion[]
  readonly aggregate: 'sum' | 'mean' | 'trimmed_mean'
  /** How many of the highest and lowest sheets `trimmed_mean` leaves out. */
  readonly trim?: { readonly high: number; readonly low: number } | undefined
  /** Missing and recused sheets: left out, or filled with the mean of the others. */
  readonly absent: 'exclude' | 'fill_with_mean'
  /** The least number of sheets that were really given. */
  readonly quorum: number
  /** `percent_of_max`: of what the total could be; `absolute`: points of the total. Reaching it is enough. */
  readonly threshold: { readonly basis: 'percent_of_max' | 'absolute'; readonly value: number }
  /** The least mean of one criterion, or of every one; in points before the weight. */
  readonly itemFloor?: { readonly criterion?: string | undefined; readonly min: number } | undefined
  /** Refuses when more than `share` of the sheets give `atMost` points or fewer on the criterion. */
  readonly veto?:
    | { readonly criterion: string; readonly atMost: number; readonly share: number }
    | undefined
  readonly tieBreak: readonly TieBreak[]
  readonly budget?: Budget | undefined
  readonly decimals: number
  readonly rounding: Rounding
}

/** The criterion's points times its weight, exactly. */
export const weigh = (criterion: Criterion, points: number): Fraction =>
  multiply(fractionOf(points), fractionOf(criterion.weight))

/** The most that one sheet can give. */
export const maximumOfSheet = (rubric: Rubric): Fraction =>
  sum(rubric.criteria.map((criterion) => weigh(criterion, criterion.max)))

/** True when the points stand on one of the criterion's steps. */
export const isOnStep = ({ min, step }: Criterion, points: number): boolean => {
  const above = add(fractionOf(points), fractionOf(-min))
  const steps = fractionOf(step)
  return (above.numerator * steps.denominator) % (above.denominator * steps.numerator) === 0n
}

export const findCriterion = (rubric: Rubric, code: string | undefined): Criterion | undefined =>
  rubric.criteria.find((criterion) => criterion.code === code)
