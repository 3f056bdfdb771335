import { type CsvValue, writeOpenDataCsv, writeSpreadsheetCsv } from '#kernel/tables/index.ts'
import { encodeCp932, fitText, type Unmappable } from './cp932.ts'

export type CsvOptions = {
  /** `open-data` for machines, values unchanged; `spreadsheet` for people, nothing runs as a formula. */
  readonly use: 'open-data' | 'spreadsheet'
  readonly encoding?: 'utf-8' | 'cp932'
}

export type WrittenCsv = {
  readonly bytes: Uint8Array
  /** Characters that CP932 lacks, each place once; 〓 stands there. Always empty for UTF-8. */
  readonly unmappable: readonly Unmappable[]
}

const writers = { 'open-data': writeOpenDataCsv, spreadsheet: writeSpreadsheetCsv } as const

type Rows = readonly (readonly CsvValue[])[]

/** Where CP932 lacks a character, without writing anything. */
export const findLost = (rows: Rows): readonly Unmappable[] => fitRows(rows).unmappable

const fitRows = (rows: Rows): { readonly rows: Rows; readonly unmappable: Unmappable[] } => {
  const unmappable: Unmappable[] = []
  const fitted = rows.map((row, at) =>
    row.map((value, column) => {
      if (typeof value !== 'string') return value
      const { text, lost } = fitText(value)
      for (const character of lost) unmappable.push({ row: at + 1, column: column + 1, character })
      return text
    }),
  )
  return { rows: fitted, unmappable }
}

/** Writes a CSV file, its header as the first row: UTF-8 with BOM and CR LF, or CP932 on request. */
export const writeCsv = (rows: Rows, { use, encoding = 'utf-8' }: CsvOptions): WrittenCsv => {
  const write = writers[use]
  if (encoding === 'utf-8') return { bytes: Buffer.from(write(rows), 'utf8'), unmappable: [] }
  const { rows: fitted, unmappable } = fitRows(rows)
  // CP932 knows no mark of byte order.
  return { bytes: encodeCp932(write(fitted).slice(1)), unmappable }
}
