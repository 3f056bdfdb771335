import { both } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { compare, divide, type Fraction, fraction, fractionOf, multiply } from '#kernel/fraction.ts'
import { type Decimal, roundFraction } from '#kernel/ratio.ts'
import { type Grade, gradeOf } from '#kernel/scale.ts'
import {
  type Bound,
  type Direction,
  endOfYear,
  type Indicator,
  isDisputed,
  latestOf,
  targetFor,
  type YearValue,
} from './indicator.ts'
import type { JudgementRule } from './preset.ts'

/** The rule where the plan prints none. */
export const productRule: JudgementRule = {
  measure: 'of-target',
  scale: {
    title: both('目標の達成', 'Target'),
    measure: 'percent',
    grades: [
      { code: 'reached', label: both('達成', 'Reached'), from: 100 },
      { code: 'not-reached', label: both('未達成', 'Not reached'), to: 100 },
    ],
  },
  source: both(
    '製品の設定（計画に判定の決まりがない場合）',
    'Set by this site (no rule is printed)',
  ),
}

/** How an indicator stands towards its target. */
export type Judgement =
  | { readonly kind: 'no-target' | 'no-value' }
  /** Two sources of a number that the judgement rests on lead to different ends: nobody is believed. */
  | { readonly kind: 'disputed' }
  /** The rule has no answer: the target is 0, the base is the target, a number is below 0, or 「以上」 leaves it open. */
  | { readonly kind: 'not-measurable' }
  | {
      readonly kind: 'judged'
      /** `under-way`: not reached, and nothing has been measured for the target's year yet. */
      readonly state: 'reached' | 'under-way' | 'missed'
      /** True once the target's year is over. */
      readonly isDue: boolean
      readonly grade: Grade
      /** By the rule's measure, one decimal, cut off: 99.96 is not yet 100. */
      readonly percent: Decimal
      readonly target: Indicator['targets'][number]
      readonly year: number
    }

const none = fraction(0)

const hundred = fraction(100)

const minus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)

const share = (part: Fraction, whole: Fraction): Fraction | undefined =>
  whole.numerator === 0n ? undefined : multiply(divide(part, whole), hundred)

const ofTarget = (value: Fraction, target: Fraction, direction: Direction) => {
  // Below zero no part of a target says how near it is.
  if (value.numerator < 0n || target.numerator < 0n) return undefined
  if (direction === 'up') return share(value, target)
  if (direction === 'down') return share(target, value)
  return compare(value, target) < 0 ? share(value, target) : share(target, value)
}

type Held = {
  readonly value: string
  readonly target: string
  readonly base: string | undefined
  readonly direction: Direction
}

/** What part of the target a value is, or of the way to it, in percent; never below 0. */
export const percentOfTarget = (
  measure: JudgementRule['measure'],
  { value, target, base, direction }: Held,
): Fraction | undefined => {
  const [now, aim] = [fractionOf(Number(value)), fractionOf(Number(target))]
  // Nothing left of what was to vanish is all that was asked for.
  if (direction === 'down' && now.numerator === 0n && aim.numerator >= 0n) return hundred
  const from = base === undefined ? undefined : fractionOf(Number(base))
  const found =
    measure === 'of-way'
      ? from && share(minus(now, from), minus(aim, from))
      : ofTarget(now, aim, direction)
  return found && (compare(found, none) < 0 ? none : found)
}

const bandsDown = ({ scale }: JudgementRule): readonly Grade[] =>
  scale.grades.filter(({ outside }) => !outside).toSorted((a, b) => (b.from ?? 0) - (a.from ?? 0))

/** The grade that stands for the target reached: the one with the highest band. */
export const bestGrade = (rule: JudgementRule): Grade | undefined => bandsDown(rule)[0]

const lowestGrade = (rule: JudgementRule): Grade | undefined => bandsDown(rule).at(-1)

type Measured = { readonly grade: Grade; readonly percent: Decimal }

const measure = (rule: JudgementRule, held: Held): Measured | undefined => {
  const exact = percentOfTarget(rule.measure, held)
  if (!exact) return undefined
  const percent = roundFraction(exact, { decimals: 1, rounding: 'floor' })
  const grade = gradeOf(rule.scale, Number(exact.numerator) / Number(exact.denominator))
  return grade && { grade, percent }
}

/**
 * Whether 「80以上」 or 「80以下」 settles the grade that 80 itself has: where every number it may stand for has the same,
 * as the best grade has towards the better, and the lowest towards the worse.
 */
const settles = (
  rule: JudgementRule,
  { grade }: Measured,
  { bound, direction }: { readonly bound: Bound | undefined; readonly direction: Direction },
): boolean => {
  if (bound === undefined) return true
  if (rule.measure !== 'of-target' || direction === 'keep') return false
  const isTowardsBetter = (bound === 'at-least') === (direction === 'up')
  const end = isTowardsBetter ? bestGrade(rule) : lowestGrade(rule)
  return grade.code === end?.code
}

/** Every pair of numbers that the judgement could rest on; one where nothing is in dispute. */
const waysToMeasure = (
  indicator: Indicator,
  rule: JudgementRule,
  { latest, target }: { readonly latest: YearValue; readonly target: string },
): readonly (Measured | undefined)[] => {
  const { base, direction } = indicator
  const bases =
    rule.measure === 'of-way' && base
      ? [base.value, ...base.others.map(({ value }) => value)]
      : [base?.value]
  return bases.flatMap((from) =>
    latest.claims.map(({ value, bound }) => {
      const found = measure(rule, { value, target, base: from, direction })
      return found && settles(rule, found, { bound, direction }) ? found : undefined
    }),
  )
}

/** Holds the latest value against the target it is to reach, by the plan's own rule. */
export const judge = (
  indicator: Indicator,
  values: readonly YearValue[],
  today: PlainDate,
): Judgement => {
  const rule = indicator.rule ?? productRule
  if (indicator.targets.length === 0) return { kind: 'no-target' }
  const latest = latestOf(values)
  const target = latest && targetFor(indicator, latest.year)
  if (!latest || !target) return { kind: 'no-value' }
  const ways = waysToMeasure(indicator, rule, { latest, target: target.value })
  const [first] = ways
  if (!first || ways.some((one) => !one)) return { kind: 'not-measurable' }
  if (ways.some((one) => one?.grade.code !== first.grade.code)) return { kind: 'disputed' }
  const reached = first.grade.code === bestGrade(rule)?.code
  return {
    kind: 'judged',
    state: reached ? 'reached' : latest.year >= target.year ? 'missed' : 'under-way',
    isDue: today > endOfYear(indicator, target.year),
    grade: first.grade,
    percent: first.percent,
    target,
    year: latest.year,
  }
}

/** True where a number that is shown has two sources that disagree. */
export const hasConflict = (values: readonly YearValue[]): boolean => values.some(isDisputed)
