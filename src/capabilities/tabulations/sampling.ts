import { type Fraction, fraction, multiply } from '#kernel/fraction.ts'
import type { Decimal } from '#kernel/ratio.ts'

/** The largest whole number whose square is not above. */
const squareRoot = (value: bigint): bigint => {
  if (value < 2n) return value
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (guess + value / guess) >> 1n
    if (next >= guess) return guess
    guess = next
  }
}

/** √value rounded half up to so many decimals, by whole numbers only. */
const roundedRoot = (value: Fraction, decimals: number): bigint => {
  const scaled = multiply(value, fraction(4n * 100n ** BigInt(decimals)))
  // ⌊2x⌋ decides whether x is rounded up: ⌊(⌊2x⌋ + 1) / 2⌋.
  return (squareRoot(scaled.numerator / scaled.denominator) + 1n) / 2n
}

/** Of 1.96 standard errors, 95 % of samples lie. */
const deviations = fraction(196, 100)

/**
 * 標本誤差 in points, ±1.96·√((N−n)/(N−1)·p(1−p)/n), to one decimal.
 * Undefined where it means nothing: nobody answered, or more than there are.
 * @param share p as a fraction; a half gives the widest
 */
export const samplingError = (
  n: number,
  population: number,
  share: Fraction = fraction(1, 2),
): Decimal | undefined => {
  if (n < 1 || population < 2 || n > population) return undefined
  const rest = fraction(share.denominator - share.numerator, share.denominator)
  const variance = [
    multiply(deviations, deviations),
    fraction(population - n, population - 1),
    share,
    rest,
    fraction(1, n),
    fraction(10_000),
  ].reduce(multiply)
  return { units: roundedRoot(variance, 1), decimals: 1 }
}
