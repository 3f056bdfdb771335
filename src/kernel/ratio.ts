import { type Fraction, fraction } from './fraction.ts'

/**
 * A count and what it is a part of. Every statistic is stored as this, never as a percentage alone:
 * the same 17 of 19 is printed 89.4 by one document and would be 89.5 in another.
 */
export type Ratio = { readonly numerator: number; readonly denominator: number }

/**
 * How the last printed digit is found. `half_up` 四捨五入, `floor` 切捨て, `half_even` 偶数丸め.
 * Each works on the size of the number: −1.25 becomes −1.3, −1.2 and −1.2.
 */
export const roundings = ['half_up', 'floor', 'half_even'] as const
export type Rounding = (typeof roundings)[number]

/** `decimals` 0 … 12. */
export type RoundingRule = { readonly decimals: number; readonly rounding: Rounding }

/** A rounded number: `units` of 10^−decimals. 89.4 is 894 units with one decimal. */
export type Decimal = { readonly units: bigint; readonly decimals: number }

const roundsAway = (
  rounding: Rounding,
  quotient: bigint,
  twice: bigint,
  whole: bigint,
): boolean => {
  if (rounding === 'floor') return false
  if (twice !== whole) return twice > whole
  return rounding === 'half_up' || quotient % 2n === 1n
}

/**
 * Rounds by whole-number arithmetic only.
 * @throws RangeError when `decimals` is not a whole number 0 … 12.
 */
export const roundFraction = (value: Fraction, rule: RoundingRule): Decimal => {
  const { decimals, rounding } = rule
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 12)
    throw new RangeError(`Decimals must be 0 to 12: ${decimals}`)
  const negative = value.numerator < 0n
  const scaled = (negative ? -value.numerator : value.numerator) * 10n ** BigInt(decimals)
  const quotient = scaled / value.denominator
  const twice = (scaled % value.denominator) * 2n
  const units = roundsAway(rounding, quotient, twice, value.denominator) ? quotient + 1n : quotient
  return { units: negative ? -units : units, decimals }
}

/** `89.4`; every decimal is printed, zeros too. */
export const formatDecimal = ({ units, decimals }: Decimal): string => {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return `${units < 0n ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`
}

/** Rounds and prints a number in one step. */
export const formatFraction = (value: Fraction, rule: RoundingRule): string =>
  formatDecimal(roundFraction(value, rule))

/** The percentage, rounded. Undefined when there is no denominator: 0 of 0 is not 0 %. */
export const percentOf = (ratio: Ratio, rule: RoundingRule): Decimal | undefined =>
  ratio.denominator === 0
    ? undefined
    : roundFraction(fraction(BigInt(ratio.numerator) * 100n, ratio.denominator), rule)

/** `89.4%`, or `－` when there is no denominator. */
export const formatPercent = (ratio: Ratio, rule: RoundingRule): string => {
  const percent = percentOf(ratio, rule)
  return percent ? `${formatDecimal(percent)}%` : '－'
}

/**
 * The sum of cells as they are printed. Tables of documents add their rounded cells, so 合計 need not be
 * 100.0, and no cell is ever corrected to make it so.
 */
export const sumDecimals = (cells: readonly Decimal[]): Decimal => {
  const decimals = Math.max(0, ...cells.map((cell) => cell.decimals))
  const units = cells.reduce(
    (total, cell) => total + cell.units * 10n ** BigInt(decimals - cell.decimals),
    0n,
  )
  return { units, decimals }
}

/** Reads a printed cell (`29.2`, `100.0`). Undefined for anything else. */
export const parseDecimal = (text: string): Decimal | undefined => {
  const parts = /^(-?\d{1,15})(?:\.(\d{1,12}))?$/.exec(text)
  if (!parts) return undefined
  const [, whole, decimals = ''] = parts
  return { units: BigInt(`${whole}${decimals}`), decimals: decimals.length }
}
