import { ok, type Result, refuse } from './result.ts'
import { normalizeCode } from './text.ts'

/** Why a number cannot be taken as typed. */
export type NumberProblem =
  | 'empty'
  | 'not-a-number'
  | 'negative'
  | 'fraction'
  | 'exponent'
  | 'misplaced-comma'
  | 'too-large'

const notWhole: readonly (readonly [NumberProblem, RegExp])[] = [
  ['empty', /^$/],
  ['negative', /^[-▲△](\d|\.)|^\(\d[\d,.]*\)$/],
  ['exponent', /^\+?[\d.,]+e[-+]?\d+$/i],
  ['fraction', /^\+?[\d,]*\.\d+$/],
  ['misplaced-comma', /^(?=.*\d)[\d,]+$/],
]

/**
 * Reads a whole number 0 … `max` (at most 2^53 − 1) as people type it: full-width digits, 1,234, spaces.
 * Nothing is rounded or cut off in silence.
 */
export const parseWholeNumber = (
  input: string,
  max: number = Number.MAX_SAFE_INTEGER,
): Result<number, NumberProblem> => {
  const text = normalizeCode(input)
    .replace(/、/g, ',')
    .replace(/^\+(?=\d)/, '')
  if (/^(\d+|\d{1,3}(,\d{3})+)$/.test(text)) {
    const value = Number(text.replaceAll(',', ''))
    return value <= max ? ok(value) : refuse('too-large')
  }
  const problem = notWhole.find(([, shape]) => shape.test(text))
  return refuse(problem ? problem[0] : 'not-a-number')
}

/** `1234567` → `1,234,567`, for whole numbers; the same in both languages. */
export const formatNumber = (value: number | bigint): string =>
  String(value).replace(/(?<=\d)(?=(\d{3})+$)/g, ',')
