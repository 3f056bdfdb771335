import { municipalCheckDigit, parseCorporateNumber } from '../codes.ts'
import { normalizeCode } from '../text.ts'
import {
  type CellReader,
  found,
  fromResult,
  problem,
  type Reading,
  readShort,
  remark,
} from './cell-reading.ts'
import { isExponent } from './notices.ts'

/** `4.000020222127E+12` → its thirteen digits; undefined when the program cut some off. */
const digitsOfExponent = (text: string): string | undefined => {
  const [, whole = '', fraction = '', power = ''] = /^(\d)\.?(\d*)E\+?(\d+)$/i.exec(text) ?? []
  return whole !== '' && fraction.length === Number(power) ? whole + fraction : undefined
}

/**
 * 法人番号 with its check digit. `1.00E+12` is a problem: the digits are gone. The T of an invoice
 * number is dropped, and it is said.
 */
export const readCorporateNumber: CellReader<string> = (cell) =>
  readShort(cell, (text) => {
    const plain = normalizeCode(text)
    if (isExponent(plain)) {
      const number = parseCorporateNumber(digitsOfExponent(plain) ?? '')
      return number.ok
        ? found(number.value, remark('exponent-restored', text))
        : problem('exponent', cell)
    }
    if (!/^T\d{13}$/i.test(plain)) return fromResult(parseCorporateNumber(text), cell)
    const number = parseCorporateNumber(plain.slice(1))
    return number.ok ? found(number.value, remark('label-dropped', 'T')) : fromResult(number, cell)
  })

/** 01–47 and a number that a prefecture (000), a ward or city (100–) or a town (301–) can have. */
const canBeMunicipal = (five: string): boolean => {
  const prefecture = Number(five.slice(0, 2))
  const local = Number(five.slice(2))
  return prefecture >= 1 && prefecture <= 47 && (local === 0 || (local > 99 && local < 800))
}

const isWholeCode = (six: string): boolean =>
  canBeMunicipal(six.slice(0, 5)) && municipalCheckDigit(six.slice(0, 5)) === six[5]

const complete = (five: string): string => five + municipalCheckDigit(five)

type Candidate = { readonly code: string; readonly remark: 'zero-restored' | 'check-digit-added' }

/** What four or five digits can stand for: a code without its check digit, one without its zero, or both. */
const listCandidates = (digits: string): Candidate[] => {
  if (digits.length === 4)
    return canBeMunicipal(`0${digits}`)
      ? [{ code: complete(`0${digits}`), remark: 'zero-restored' }]
      : []
  return [
    ...(isWholeCode(`0${digits}`)
      ? [{ code: `0${digits}`, remark: 'zero-restored' } as const]
      : []),
    ...(canBeMunicipal(digits)
      ? [{ code: complete(digits), remark: 'check-digit-added' } as const]
      : []),
  ]
}

type Remarked = Candidate['remark']

/** How a column writes its codes, where single cells could be read both ways. */
const findUsage = (cells: readonly string[]): Remarked | undefined => {
  const codes = cells.map(normalizeCode).filter((code) => /^\d{4,6}$/.test(code))
  if (codes.some((code) => code.length === 6)) return 'zero-restored'
  if (codes.some((code) => code.length === 4)) return 'check-digit-added'
  const readings = codes.map((code) => listCandidates(code).map(({ remark }) => remark))
  const usages: readonly Remarked[] = ['zero-restored', 'check-digit-added']
  const possible = usages.filter((usage) => readings.every((reading) => reading.includes(usage)))
  return possible.length === 1 ? possible[0] : undefined
}

const readDigits = (cell: string, text: string, usage: Remarked | undefined): Reading<string> => {
  const digits = normalizeCode(text)
  if (isExponent(digits)) return problem('exponent', cell)
  if (!/^\d{4,6}$/.test(digits)) return problem('not-6-digits', cell)
  if (digits.length === 6) return isWholeCode(digits) ? found(digits) : problem('check-digit', cell)
  const candidates = listCandidates(digits)
  if (candidates.length === 0) return problem('no-such-code', cell)
  const chosen =
    candidates.length === 1
      ? candidates[0]
      : candidates.find((candidate) => candidate.remark === usage)
  return chosen ? found(chosen.code, remark(chosen.remark, text)) : problem('ambiguous', cell)
}

/**
 * 全国地方公共団体コード in six digits. Five digits get their check digit; a lost first zero is put
 * back. Five digits that could be either (`13315`) are a problem, not a guess.
 */
export const readMunicipalCode: CellReader<string> = (cell) =>
  readShort(cell, (text) => readDigits(cell, text, undefined))

/**
 * {@link readMunicipalCode} for the cells of one column, of which the others tell what five digits are:
 * beside codes of six digits one that lost its zero, beside codes of four one without check digit.
 */
export const readMunicipalCodeAmong = (cells: readonly string[]): CellReader<string> => {
  const usage = findUsage(cells)
  return (cell) => readShort(cell, (text) => readDigits(cell, text, usage))
}

/**
 * A code of an office's own: digits, letters and hyphens, one width, never a number.
 * @param length how many digits every code has; a shorter one has lost its zeros in a spreadsheet
 */
export const readCode =
  (length?: number): CellReader<string> =>
  (cell) =>
    readShort(cell, (text) => {
      const code = normalizeCode(text)
      if (isExponent(code)) return problem('exponent', cell)
      if (!/^[\w./#-]+$/.test(code)) return problem('not-a-code', cell)
      if (length === undefined || code.length === length) return found(code)
      if (code.length > length || !/^\d+$/.test(code)) return problem('wrong-length', cell)
      return found(code.padStart(length, '0'), remark('zero-restored', text))
    })
