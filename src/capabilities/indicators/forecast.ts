import { fractionOf } from '#kernel/fraction.ts'
import { formatDecimal, roundFraction } from '#kernel/ratio.ts'
import { type Indicator, isDisputed, type YearValue } from './indicator.ts'

/** Fewer years than these make no line. */
export const fewestYears = 3

/** 見通し: a year that has not been measured, and where the straight line leads. */
export type Forecast = { readonly year: number; readonly value: string }

type Dot = { readonly year: number; readonly value: number }

/** Years that can be compared with the last one and whose number nobody disputes. */
const usable = (values: readonly YearValue[]): readonly Dot[] => {
  const begin = values.findLastIndex(({ claims }) =>
    claims.some(({ breakNote }) => breakNote !== ''),
  )
  return values
    .slice(Math.max(0, begin))
    .filter((one) => !isDisputed(one) && one.claims[0].bound === undefined)
    .map(({ year, claims }) => ({ year, value: Number(claims[0].value) }))
}

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length

/** The straight line with the least squares of distances (最小二乗法). */
const lineThrough = (dots: readonly Dot[]): ((year: number) => number) => {
  const [x, y] = [meanOf(dots.map(({ year }) => year)), meanOf(dots.map(({ value }) => value))]
  const slope =
    dots.reduce((sum, dot) => sum + (dot.year - x) * (dot.value - y), 0) /
    dots.reduce((sum, dot) => sum + (dot.year - x) ** 2, 0)
  return (year) => y + slope * (year - x)
}

/** Shares stay between 0 and 100; what was never below 0 does not fall below it. */
const within = (value: number, unit: string, lowest: number): number =>
  Math.max(lowest < 0 ? -Infinity : 0, /^[%％]/.test(unit) ? Math.min(100, value) : value)

/**
 * Where the values lead if they go on as they went: the straight line of least squares through every comparable year
 * (base and values after the last break, without years in dispute and bounds), from the year after the last one to the
 * year of the last target. Empty with fewer than three such years, or when no target lies ahead.
 */
export const forecast = (
  { targets, rounding, unit }: Pick<Indicator, 'targets' | 'rounding' | 'unit'>,
  values: readonly YearValue[],
): readonly Forecast[] => {
  const dots = usable(values)
  const last = values.at(-1)?.year ?? 0
  const until = Math.max(0, ...targets.map(({ year }) => year))
  if (dots.length < fewestYears || until <= last) return []
  const at = lineThrough(dots)
  const lowest = Math.min(...dots.map(({ value }) => value))
  return Array.from({ length: until - last }, (_, index) => {
    const year = last + 1 + index
    // Far more decimals than any indicator has, and no exponent that would be read as one.
    const value = fractionOf(Number(within(at(year), unit.ja, lowest).toFixed(9)))
    return { year, value: formatDecimal(roundFraction(value, rounding)) }
  })
}
