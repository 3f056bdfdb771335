/** What the product needs of a workbook; the library behind it can be exchanged in one file. */
export type CellContent = string | number | boolean | Date | null

export type SheetContent = {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly (readonly CellContent[])[]
  /** Rows and columns from 0, both ends included. */
  readonly merges: readonly {
    readonly startRow: number
    readonly startCol: number
    readonly endRow: number
    readonly endCol: number
  }[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  /** Cells that hold a formula, as `[row, column]`; what stands in `rows` is its last result. */
  readonly formulas: readonly (readonly [number, number])[]
}

/** How a column of a written sheet is kept. Text keeps leading zeros, whatever it looks like. */
export type SheetColumn = {
  readonly name: string
  readonly kind: 'text' | 'number' | 'date'
}

/** A date is `YYYY-MM-DD` as everywhere in the product. */
export type SheetValue = string | number | undefined

export type SheetDraft = {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetValue[])[]
}
