import { noticeCells } from './notices.ts'
import type { Notice, Table, TableRow } from './table.ts'

const isEmpty = (cell: string): boolean => cell.trim() === ''

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((c) => !isEmpty(c)) + 1

const notice = (
  kind: Notice['kind'],
  rows: readonly number[],
  columns: readonly number[] = [],
): Notice[] => (rows.length + columns.length > 0 ? [{ kind, rows, columns }] : [])

/** The number of cells that most rows have; the smaller one when two are as common. */
const usualLength = (rows: readonly TableRow[]): number => {
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return first?.[0] ?? 0
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at + 1)

/**
 * Makes a sheet of raw rows: empty rows and empty columns at the right are left out and said, and so
 * is everything odd that {@link noticeCells} sees. Rows keep the numbers they have in the file.
 */
export const settleRows = (name: string, raw: readonly (readonly string[])[]): Table => {
  const all = raw.map((cells, at) => ({ number: at + 1, cells }))
  const filled = all.filter(({ cells }) => lastFilled(cells) > 0)
  const end = filled.at(-1)?.number ?? 0
  const emptyRows = all.filter((row) => row.number < end && lastFilled(row.cells) === 0)
  const width = filled.reduce((most, { cells }) => Math.max(most, lastFilled(cells)), 0)
  const longest = filled.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const usual = usualLength(filled)
  const numbersOf = (rows: readonly TableRow[]): number[] => rows.map((row) => row.number)
  const rows = filled.map(({ number, cells }) => ({ number, cells: cells.slice(0, width) }))
  return {
    name,
    rows,
    width,
    noticed: [
      ...notice('empty-trailing-columns', [], range(width, longest)),
      ...notice('empty-rows', numbersOf(emptyRows)),
      ...notice('short-rows', numbersOf(filled.filter(({ cells }) => cells.length < usual))),
      ...notice('long-rows', numbersOf(filled.filter(({ cells }) => cells.length > usual))),
      ...noticeCells(rows),
    ],
  }
}
