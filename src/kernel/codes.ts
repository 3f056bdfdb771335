import { ok, type Result, refuse } from './result.ts'
import { normalizeCode } from './text.ts'

/** Numbers and addresses whose shape is fixed in the whole country. Each reader tells why it refuses. */

export type CorporateNumberProblem = 'empty' | 'not-13-digits' | 'check-digit'
export type MunicipalCodeProblem = 'empty' | 'not-6-digits' | 'check-digit'
export type PostalCodeProblem = 'empty' | 'not-7-digits'

/** The first digit of a 法人番号 from its other twelve: 9 − (Σ digit × 1 or 2 from the right) mod 9. */
export const corporateCheckDigit = (twelve: string): string => {
  const weighted = [...twelve].reverse().map((digit, i) => Number(digit) * (i % 2 === 0 ? 1 : 2))
  return String(9 - (weighted.reduce((sum, value) => sum + value, 0) % 9))
}

/** 法人番号: 13 digits, the first of which checks the rest. */
export const parseCorporateNumber = (input: string): Result<string, CorporateNumberProblem> => {
  const digits = normalizeCode(input).replaceAll('-', '')
  if (digits === '') return refuse('empty')
  if (!/^\d{13}$/.test(digits)) return refuse('not-13-digits')
  return corporateCheckDigit(digits.slice(1)) === digits[0] ? ok(digits) : refuse('check-digit')
}

/** The sixth digit of a 全国地方公共団体コード: 11 − (6a + 5b + 4c + 3d + 2e) mod 11, its last digit. */
export const municipalCheckDigit = (five: string): string => {
  const sum = [...five].reduce((total, digit, i) => total + Number(digit) * (6 - i), 0)
  return String(11 - (sum % 11)).slice(-1)
}

/** 全国地方公共団体コード: six digits with the check digit, which is added to five. */
export const parseMunicipalCode = (input: string): Result<string, MunicipalCodeProblem> => {
  const digits = normalizeCode(input)
  if (digits === '') return refuse('empty')
  if (!/^\d{5,6}$/.test(digits)) return refuse('not-6-digits')
  const code = digits.slice(0, 5) + municipalCheckDigit(digits.slice(0, 5))
  return code.startsWith(digits) ? ok(code) : refuse('check-digit')
}

/** 郵便番号 → `248-0012`; 〒, hyphens, spaces and full-width digits are accepted. */
export const parsePostalCode = (input: string): Result<string, PostalCodeProblem> => {
  const text = normalizeCode(input).replace(/^〒/, '')
  if (text === '') return refuse('empty')
  const parts = /^(\d{3})-?(\d{4})$/.exec(text)
  return parts ? ok(`${parts[1]}-${parts[2]}`) : refuse('not-7-digits')
}
