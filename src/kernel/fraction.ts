/** An exact number, in lowest terms with a positive denominator. Scores are added and compared as these. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint }

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))

/** @throws RangeError when the denominator is 0. */
export const fraction = (
  numerator: bigint | number,
  denominator: bigint | number = 1n,
): Fraction => {
  const [n, d] = [BigInt(numerator), BigInt(denominator)]
  if (d === 0n) throw new RangeError('A fraction has no denominator 0')
  const divisor = d < 0n ? -gcd(n, d) : gcd(n, d)
  return { numerator: n / divisor, denominator: d / divisor }
}

export const zero: Fraction = { numerator: 0n, denominator: 1n }

/**
 * The decimal number as it is written: 0.1 is exactly one tenth.
 * @throws RangeError for NaN and infinities.
 */
export const fractionOf = (value: number): Fraction => {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(value))
  if (!parts) throw new RangeError(`Not a finite number: ${value}`)
  const [, sign, whole, decimals = '', exponent = '0'] = parts
  const digits = BigInt(`${sign}${whole}${decimals}`)
  const power = Number(exponent) - decimals.length
  return power < 0
    ? fraction(digits, 10n ** BigInt(-power))
    : fraction(digits * 10n ** BigInt(power))
}

export const add = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

export const multiply = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator)

/** @throws RangeError when `b` is 0. */
export const divide = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator)

export const sum = (fractions: readonly Fraction[]): Fraction => fractions.reduce(add, zero)

/** Undefined when there is nothing to take the mean of. */
export const mean = (fractions: readonly Fraction[]): Fraction | undefined =>
  fractions.length === 0 ? undefined : divide(sum(fractions), fraction(fractions.length))

/** Negative, 0 or positive, for sorting upwards. */
export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
