import type { CorporateNumberProblem, MunicipalCodeProblem, PostalCodeProblem } from '../codes.ts'
import type { EmailProblem, PhoneProblem } from '../contact.ts'
import type { DateProblem } from '../date-input.ts'
import type { NumberProblem } from '../number.ts'
import { ok, type Result, refuse } from '../result.ts'
import { trimSpaces } from '../text.ts'
import { isSpreadsheetError } from './notices.ts'

/** What was done to a cell to read it. A dry run shows these: nothing is changed in silence. */
export type RemarkCode =
  | 'trimmed'
  | 'control-characters-removed'
  | 'lines-joined'
  | 'external-characters'
  /** 「—」 and the like: said to be empty. */
  | 'nothing-sign'
  | 'unit-dropped'
  | 'label-dropped'
  | 'decimals-dropped'
  /** The value is clear; `words` holds what else stands in the cell. */
  | 'words-beside'
  /** Days since 1899-12-30, as spreadsheet programs count. */
  | 'serial-number'
  | 'time-dropped'
  | 'zero-restored'
  | 'check-digit-added'
  | 'exponent-restored'
  | 'scheme-added'
  | 'swapped'
  | 'coarse'
  | 'items-doubled'
  | 'other-separator'

/** `words` is the part of the cell that the remark is about. */
export type Remark = { readonly code: RemarkCode; readonly words: string }

/** Why a cell cannot be taken: what the kernel's readers say, and what only tables have. */
export type ProblemCode =
  | Exclude<DateProblem, 'unreadable'>
  | NumberProblem
  | PhoneProblem
  | EmailProblem
  | PostalCodeProblem
  | CorporateNumberProblem
  | MunicipalCodeProblem
  | 'spreadsheet-error'
  | 'unreadable-characters'
  | 'too-small'
  | 'scaled-unit'
  | 'not-yes-or-no'
  | 'not-a-date'
  | 'range'
  | 'several-days'
  | 'not-a-time'
  | 'no-such-time'
  | 'several-numbers'
  | 'several-addresses'
  | 'not-a-web-address'
  | 'has-password'
  | 'no-such-code'
  /** Could be one code or another; the rest of its column may tell. */
  | 'ambiguous'
  | 'not-a-code'
  | 'not-degrees'
  | 'several-places'
  | 'outside-japan'
  | 'half-a-place'
  | 'unknown-choice'

/** `words` is the whole cell, so that no one's text is lost. */
export type CellProblem = { readonly code: ProblemCode; readonly words: string }

/** `value` is undefined for an empty cell. */
export type Reading<T> = Result<
  { readonly value: T | undefined; readonly remarks: readonly Remark[] },
  CellProblem
>

/** Reads one cell; never throws. */
export type CellReader<T> = (cell: string) => Reading<T>

export const found = <T>(value: T | undefined, ...remarks: readonly Remark[]): Reading<T> =>
  ok({ value, remarks })

export const remark = (code: RemarkCode, words: string): Remark => ({ code, words })

export const problem = (code: ProblemCode, words: string): Reading<never> => refuse({ code, words })

const nothingSign = /^[-‐‑‒–—―−─－ー]{1,3}$/

/**
 * The beginning of every reader: an empty cell is no value, a dash alone is none either, a failed
 * formula and characters that were lost are problems; the rest is read, trimmed.
 */
export const readFilled = <T>(cell: string, read: (text: string) => Reading<T>): Reading<T> => {
  const text = trimSpaces(cell)
  if (text === '') return found<T>(undefined)
  if (nothingSign.test(text)) return found<T>(undefined, remark('nothing-sign', text))
  if (isSpreadsheetError(text)) return problem('spreadsheet-error', cell)
  if (text.includes('\ufffd')) return problem('unreadable-characters', cell)
  return read(text)
}

/** Longer than any number, date or address, and short enough for every pattern. */
const longestShort = 500

/** {@link readFilled} for cells that hold one short value; a long text is a problem before it is read. */
export const readShort = <T>(cell: string, read: (text: string) => Reading<T>): Reading<T> =>
  readFilled(cell, (text) => (text.length > longestShort ? problem('too-long', cell) : read(text)))

/** A reading with more remarks, when it went well. */
export const addRemarks = <T>(reading: Reading<T>, ...more: readonly Remark[]): Reading<T> =>
  reading.ok ? found(reading.value.value, ...reading.value.remarks, ...more) : reading

/** The problem of a reader of parts, with the words of the whole cell. */
export const inCell = <T>(reading: Reading<T>, cell: string): Reading<T> =>
  reading.ok ? reading : problem(reading.error.code, cell)

/** A kernel parser's answer as a reading. */
export const fromResult = <T>(result: Result<T, ProblemCode>, cell: string): Reading<T> =>
  result.ok ? found(result.value) : problem(result.error, cell)
