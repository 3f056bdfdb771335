/** A value of a table to be written: numbers stay numbers, undefined is an empty cell. */
export type CsvValue = string | number | undefined

/** Programs for tables run a cell that begins so as a formula; the apostrophe makes it text. */
const startsFormula = /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/
const lineBreaks = /[\r\n\v\f\u0085\u2028\u2029]+/

const quote = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** One cell of a CSV file for people: never a formula, quoted where a sign of the format is in it. */
export const spreadsheetCell = (value: CsvValue): string => {
  if (typeof value !== 'string') return value === undefined ? '' : String(value)
  return quote(startsFormula.test(value) ? `'${value}` : value)
}

// Split and joined, because one pattern for breaks with their spaces takes the square of a long run.
const joinLines = (text: string): string => {
  const lines = text.split(lineBreaks)
  if (lines.length === 1) return text
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
}

/** One cell of a CSV file for machines: the value as it is, on one line. */
export const openDataCell = (value: CsvValue): string =>
  typeof value === 'string' ? quote(joinLines(value)) : spreadsheetCell(value)

const writeRows = (
  rows: readonly (readonly CsvValue[])[],
  writeCell: (value: CsvValue) => string,
): string => `\ufeff${rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`

/**
 * A CSV file as spreadsheet programs in Japan open it: UTF-8 with its mark, lines ended by CR LF, and
 * nothing in it that would run as a formula.
 */
export const writeSpreadsheetCsv = (rows: readonly (readonly CsvValue[])[]): string =>
  writeRows(rows, spreadsheetCell)

/**
 * A CSV file of open data after 機械可読性ルール: UTF-8 with its mark, CR LF, one record on one line,
 * values unchanged otherwise (an apostrophe before `-5` would break who reads it by machine).
 */
export const writeOpenDataCsv = (rows: readonly (readonly CsvValue[])[]): string =>
  writeRows(rows, openDataCell)
