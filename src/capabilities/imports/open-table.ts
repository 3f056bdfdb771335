import {
  readTable,
  type TableFile,
  type TableRefusal,
  usualLimits,
} from '#data/tables-in-out/index.ts'
import type { Result } from '#kernel/result.ts'
import type { Table } from '#kernel/tables/index.ts'
import { mostBytes, mostRows } from './import.ts'
import { type SheetFacts, storeNotices } from './plan.ts'

/** Titles, headers and remarks that may stand around the rows of a list. */
const roomForHeads = 100

/** Reads a file that somebody gave, within the limits of an import. */
export const openTable = (
  name: string,
  bytes: Uint8Array,
): Promise<Result<TableFile, TableRefusal>> =>
  readTable(bytes, {
    name,
    limits: { ...usualLimits, bytes: mostBytes, rows: mostRows + roomForHeads },
  })

const samplesShown = 40
const longestSample = 60
const widestSample = 100

const sampleOf = (table: Table): SheetFacts['samples'] =>
  table.rows.slice(0, samplesShown).map(({ number, cells }) => ({
    number,
    cells: cells
      .slice(0, widestSample)
      .map((cell) => (cell.length > longestSample ? `${cell.slice(0, longestSample)}…` : cell)),
  }))

/** What is told of a file and of the sheet that is read. */
export const factsOf = (file: TableFile, table: Table, bytes: number): SheetFacts => ({
  ...(file.facts.format === 'csv'
    ? {
        format: 'csv' as const,
        encoding: file.facts.encoding,
        marked: file.facts.marked,
        delimiter: file.facts.delimiter,
      }
    : { format: 'xlsx' as const }),
  sheets: file.tables.map(({ name }) => name),
  width: table.width,
  rows: table.rows.length,
  bytes,
  notices: storeNotices(table.noticed),
  samples: sampleOf(table),
})

/** The sheet of that name, or the first. */
export const sheetOf = (file: TableFile, name: string): Table =>
  file.tables.find((table) => table.name === name) ?? file.tables[0]!
