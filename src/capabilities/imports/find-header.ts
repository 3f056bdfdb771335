import {
  foldHeader,
  type HeaderMatch,
  matchHeader,
  type Table,
  type TableRow,
} from '#kernel/tables/index.ts'
import type { ImportColumn } from '#web/importer.ts'

/** A header: the row it ends on, its names, and what it knows of them. */
export type FoundHeader = {
  readonly row: number
  readonly names: readonly string[]
  /** Known column → column of the sheet, from 1. */
  readonly columns: Readonly<Record<string, number>>
  readonly missing: readonly ImportColumn[]
}

const rowsSearched = 30

const isEmpty = (cell: string | undefined): boolean => (cell ?? '').trim() === ''

/** Two rows of a header as one: what the lower one leaves open, the upper one says. */
const mergeRows = (upper: TableRow, lower: TableRow): TableRow => ({
  number: lower.number,
  cells: Array.from(
    { length: Math.max(upper.cells.length, lower.cells.length) },
    (_, at) => (isEmpty(lower.cells[at]) ? upper.cells[at] : lower.cells[at]) ?? '',
  ),
})

const matchRow = (table: Table, row: TableRow, columns: readonly ImportColumn[]): HeaderMatch =>
  matchHeader({ ...table, rows: [row] }, columns)

type Candidate = { readonly row: TableRow; readonly match: HeaderMatch }

/** Single rows, and pairs of rows that follow each other. */
const listCandidates = (table: Table, columns: readonly ImportColumn[]): Candidate[] =>
  table.rows.slice(0, rowsSearched).flatMap((row, at) => {
    const next = table.rows[at + 1]
    const alone = { row, match: matchRow(table, row, columns) }
    if (!next || next.number !== row.number + 1) return [alone]
    const both = mergeRows(row, next)
    return [alone, { row: both, match: matchRow(table, both, columns) }]
  })

/** The first row, or pair of rows, that names most known columns; a pair must name more than either row. */
const findBest = (candidates: readonly Candidate[]): Candidate | undefined => {
  let best: Candidate | undefined
  for (const one of candidates)
    if (one.match.matched.length > (best?.match.matched.length ?? 0)) best = one
  return best
}

const toHeader = ({ row, match }: Candidate, columns: readonly ImportColumn[]): FoundHeader => ({
  row: row.number,
  names: row.cells.map((cell) => cell.replace(/\s+/g, ' ').trim()),
  columns: Object.fromEntries(match.matched.map(({ known, column }) => [known.code, column])),
  missing: columns.filter(
    ({ code, required }) =>
      required === true && !match.matched.some(({ known }) => known.code === code),
  ),
})

/** Finds the header among the first 30 rows, below titles and over two rows if need be. */
export const findHeader = (
  table: Table,
  columns: readonly ImportColumn[],
): FoundHeader | undefined => {
  const best = findBest(listCandidates(table, columns))
  return best && toHeader(best, columns)
}

/** The header when people say which row it is (0: none, the columns are told apart by their letters). */
export const headerAt = (
  table: Table,
  number: number,
  columns: readonly ImportColumn[],
): FoundHeader => {
  const row = table.rows.find((one) => one.number === number)
  const before = table.rows.find((one) => one.number === number - 1)
  const none: TableRow = { number: 0, cells: Array.from({ length: table.width }, () => '') }
  const asked = row ?? none
  const candidates = [asked, ...(row && before ? [mergeRows(before, row)] : [])].map((one) => ({
    row: one,
    match: matchRow(table, one, columns),
  }))
  return toHeader(
    findBest(candidates) ?? { row: asked, match: matchRow(table, asked, columns) },
    columns,
  )
}

/** Rows below the header that only repeat it, as printed lists do on every page. */
export const repeatsHeader = (row: TableRow, names: readonly string[]): boolean =>
  names.some((name) => name !== '') &&
  names.every((name, at) => foldHeader(name) === foldHeader(row.cells[at] ?? ''))
