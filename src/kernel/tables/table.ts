/** One row of a sheet. `number` counts from 1 as spreadsheet programs do, empty rows and titles too. */
export type TableRow = { readonly number: number; readonly cells: readonly string[] }

/** What is odd about a file; nothing of it was mended. */
export type NoticeKind =
  | 'hidden-sheet'
  | 'hidden-rows'
  | 'hidden-columns'
  | 'merged-cells'
  | 'formulas'
  | 'mixed-line-ends'
  | 'line-breaks-in-cells'
  | 'empty-trailing-columns'
  | 'empty-rows'
  | 'short-rows'
  | 'long-rows'
  | 'unreadable-characters'
  | 'external-characters'
  | 'exponents'
  | 'spreadsheet-errors'

/** Where it was seen: rows and columns count from 1 (column 1 is A); empty when it is the whole sheet. */
export type Notice = {
  readonly kind: NoticeKind
  readonly rows: readonly number[]
  readonly columns: readonly number[]
}

/** A sheet of a workbook, or the one of a CSV file. Rows without any text are left out. */
export type Table = {
  readonly name: string
  readonly rows: readonly TableRow[]
  /** Columns that have text in at least one row, up to the last of them. */
  readonly width: number
  readonly noticed: readonly Notice[]
}
