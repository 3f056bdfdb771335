import type { CellKind } from './cell-kinds.ts'
import { foldHeader } from './header-name.ts'
import type { Table, TableRow } from './table.ts'

/** A column that an import knows: data, so that a city's own names can be added. */
export type Column = {
  /** The name in code; it is found as a header too. */
  readonly code: string
  /** Headers seen in files for it, the usual one first. */
  readonly names: readonly string[]
  readonly required?: boolean
  readonly kind: CellKind
}

/** A header as the file writes it. `column` counts from 1. */
export type HeaderCell = { readonly column: number; readonly name: string }

export type HeaderMatch = {
  /** Row of the header, from 1; undefined when no row names a known column. */
  readonly row: number | undefined
  /** Rows with text above the header: a title, a date, remarks. */
  readonly titles: readonly TableRow[]
  readonly matched: readonly (HeaderCell & { readonly known: Column })[]
  readonly unknown: readonly HeaderCell[]
  /** A second column of the same name, or for the same known column; it is not read. */
  readonly doubled: readonly HeaderCell[]
  /** Columns without a name, with the rows that have text in them. */
  readonly unnamed: readonly { readonly column: number; readonly rows: readonly number[] }[]
  readonly missing: readonly Column[]
  readonly absent: readonly Column[]
  /** Rows below the header that repeat it, as printed lists do; they are not read. */
  readonly repeated: readonly number[]
  readonly rows: readonly TableRow[]
}

const rowsSearched = 30

const indexColumns = (columns: readonly Column[]): ReadonlyMap<string, Column> =>
  new Map(
    columns
      .flatMap((column) =>
        [...column.names, column.code].map((name) => [foldHeader(name), column] as const),
      )
      .reverse(),
  )

const knownIn = (row: TableRow, index: ReadonlyMap<string, Column>): number =>
  new Set(row.cells.map((cell) => index.get(foldHeader(cell))).filter((column) => column)).size

/** The row that names most known columns, the first of several; one column is a chance, two are not. */
const findHeaderRow = (
  table: Table,
  columns: readonly Column[],
  index: ReadonlyMap<string, Column>,
): TableRow | undefined => {
  const least = Math.min(2, columns.length)
  let best: { row: TableRow; known: number } | undefined
  for (const row of table.rows.slice(0, rowsSearched)) {
    const known = knownIn(row, index)
    if (known >= least && known > (best?.known ?? 0)) best = { row, known }
  }
  return best?.row
}

type Cells = Pick<HeaderMatch, 'matched' | 'unknown' | 'doubled'> & { readonly empty: number[] }

const sortCells = (header: TableRow, index: ReadonlyMap<string, Column>): Cells => {
  const matched: (HeaderCell & { known: Column })[] = []
  const unknown: HeaderCell[] = []
  const doubled: HeaderCell[] = []
  const empty: number[] = []
  const seen = new Set<Column | string>()
  for (const [at, text] of header.cells.entries()) {
    const key = foldHeader(text)
    const cell = { column: at + 1, name: text.trim() }
    const known = index.get(key)
    if (key === '') empty.push(cell.column)
    else if (seen.has(known ?? key)) doubled.push(cell)
    else if (known) matched.push({ ...cell, known })
    else unknown.push(cell)
    seen.add(known ?? key)
  }
  return { matched, unknown, doubled, empty }
}

const listRepeated = (header: TableRow | undefined, below: readonly TableRow[]): Set<TableRow> => {
  const keys = (header?.cells ?? []).map(foldHeader)
  const isSame = (row: TableRow): boolean =>
    keys.every((key, at) => key === foldHeader(row.cells[at] ?? ''))
  return new Set(header ? below.filter(isSame) : [])
}

/**
 * Finds the header among the first 30 rows by the columns that are known, and says which of them the
 * file has, which it lacks, and what else stands there. Nothing is guessed: a name that is not in the
 * list is unknown.
 */
export const matchHeader = (table: Table, columns: readonly Column[]): HeaderMatch => {
  const index = indexColumns(columns)
  const header = findHeaderRow(table, columns, index)
  const none: TableRow = { number: 0, cells: [] }
  const { empty, ...cells } = sortCells(header ?? none, index)
  const below = header ? table.rows.filter((row) => row.number > header.number) : []
  const repeated = listRepeated(header, below)
  const found = new Set(cells.matched.map(({ known }) => known))
  const lacking = columns.filter((column) => !found.has(column))
  return {
    row: header?.number,
    titles: header ? table.rows.filter((row) => row.number < header.number) : [],
    ...cells,
    unnamed: empty.map((column) => ({
      column,
      rows: below.filter((row) => row.cells[column - 1]?.trim()).map((row) => row.number),
    })),
    missing: lacking.filter((column) => column.required === true),
    absent: lacking.filter((column) => column.required !== true),
    repeated: [...repeated].map((row) => row.number),
    rows: below.filter((row) => !repeated.has(row)),
  }
}

/** The text of a column in a row; empty when the file has no such column. */
export const cellOf = (match: HeaderMatch, row: TableRow, code: string): string => {
  const at = match.matched.find(({ known }) => known.code === code)?.column
  return at === undefined ? '' : (row.cells[at - 1] ?? '')
}
