import { CsvError, parse } from 'csv-parse/sync'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { settleRows } from '#kernel/tables/index.ts'
import type { Table } from '#kernel/tables/table.ts'
import { type Delimiter, findDelimiter, findLineEnds, type LineEnd } from './delimiter.ts'
import { decodeText, type Encoding } from './encoding.ts'
import type { TableLimits, TableRefusal } from './limits.ts'

/** How a text file is written. */
export type CsvFacts = {
  readonly format: 'csv'
  readonly encoding: Encoding
  /** Whether it begins with a byte order mark. */
  readonly marked: boolean
  readonly delimiter: Delimiter
  /** Line ends between records; more than one kind is noticed as `mixed-line-ends`. */
  readonly lineEnds: readonly LineEnd[]
}

export type CsvFile = { readonly facts: CsvFacts; readonly table: Table }

const parseRecords = (
  text: string,
  delimiter: Delimiter,
  limits: TableLimits,
): Result<string[][], TableRefusal> => {
  let begun = 0
  try {
    const records = parse(text, {
      delimiter,
      // Named, because the parser would take the first kind it meets for the only one.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      to: limits.rows + 1,
      on_record: (record: string[], info: { readonly records: number }) => {
        begun = info.records
        return record
      },
    })
    return ok(records)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED'
    return refuse(isOpen ? { kind: 'open-quote', row: begun + 1 } : { kind: 'broken' })
  }
}

/** Reads a text file of values parted by commas, tabs or semicolons; all cells stay as they are. */
export const readCsv = (
  bytes: Uint8Array,
  name: string,
  limits: TableLimits,
): Result<CsvFile, TableRefusal> => {
  const { text, encoding, marked } = decodeText(bytes)
  const delimiter = findDelimiter(text)
  const records = parseRecords(text, delimiter, limits)
  if (!records.ok) return records
  if (records.value.length > limits.rows)
    return refuse({ kind: 'too-many-rows', most: limits.rows })
  if (records.value.some((record) => record.length > limits.columns))
    return refuse({ kind: 'too-many-columns', most: limits.columns })
  const table = settleRows(name, records.value)
  if (table.rows.length === 0) return refuse({ kind: 'empty' })
  const lineEnds = findLineEnds(text)
  const mixed =
    lineEnds.length > 1 ? [{ kind: 'mixed-line-ends', rows: [], columns: [] } as const] : []
  return ok({
    facts: { format: 'csv', encoding, marked, delimiter, lineEnds },
    table: { ...table, noticed: [...mixed, ...table.noticed] },
  })
}
