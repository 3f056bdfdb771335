import type { Language } from './bilingual.ts'
import { formatNumber, type NumberProblem, parseWholeNumber } from './number.ts'
import { ok, type Result, refuse } from './result.ts'
import { normalizeCode } from './text.ts'

/** Whole yen, 0 … 2^53 − 1. A refund or a shortfall is another word, never a negative amount. */
export type Yen = number

/** The most that can be typed into one field: 1 兆円. */
export const maxYen: Yen = 1_000_000_000_000

/** True for an amount that every sum and table accepts. */
export const isYen = (value: number): value is Yen => Number.isSafeInteger(value) && value >= 0

const unit = /(千円|万円|円|万|yen|jpy)$/i
const times: Readonly<Record<string, number>> = {
  千円: 1_000,
  万円: 10_000,
  万: 10_000,
  円: 1,
  yen: 1,
  jpy: 1,
}

/**
 * Reads an amount as people type it: `1,234円`, `¥1,234`, `１２３４`, `50千円`, `10万円`,
 * `300,000 yen`.
 * Negatives, fractions, exponents and more than {@link maxYen} are refused, not mended.
 */
export const parseYen = (input: string): Result<Yen, NumberProblem> => {
  const text = normalizeCode(input).replace(/^([-▲△]?)(?:[¥\\]|jpy)/i, '$1')
  const named = unit.exec(text)?.[0]?.toLowerCase() ?? '円'
  const number = parseWholeNumber(text.replace(unit, ''))
  if (!number.ok) return number.error === 'empty' && text !== '' ? refuse('not-a-number') : number
  const amount = number.value * times[named]!
  return amount <= maxYen ? ok(amount) : refuse('too-large')
}

/** `1,234円` in Japanese, `¥1,234` in English. */
export const formatYen = (amount: Yen, language: Language): string =>
  language === 'ja' ? `${formatNumber(amount)}円` : `¥${formatNumber(amount)}`

/** The units below which cities cut amounts off: 100円未満切捨て is `100`. */
export const yenUnits = [1, 100, 1_000] as const
export type YenUnit = (typeof yenUnits)[number]

/** Cuts off what is below the unit. */
export const floorYen = (amount: Yen, unit: YenUnit): Yen => amount - (amount % unit)

/** @throws RangeError when an amount or the sum is not a {@link Yen}; a wrong sum is never given back. */
export const sumYen = (amounts: readonly Yen[]): Yen =>
  amounts.reduce((sum, amount) => assertYen(sum + assertYen(amount)), 0)

const assertYen = (value: number): Yen => {
  if (!isYen(value)) throw new RangeError(`Not an amount in whole yen: ${value}`)
  return value
}
