import { canBeOfKind, isTellingKind } from './cell-kinds.ts'
import type { HeaderMatch } from './header.ts'
import type { TableRow } from './table.ts'

/** `by` columns to the right (to the left when negative). */
export type ShiftedRow = { readonly row: number; readonly by: number }

type Fit = { readonly good: number; readonly bad: number }
type Matched = HeaderMatch['matched']

const fitOf = (row: TableRow, columns: Matched, by: number): Fit => {
  const cells = columns.flatMap(({ column, known }) => {
    const text = row.cells[column - 1 + by]?.trim() ?? ''
    return text === '' ? [] : [canBeOfKind(known.kind, text)]
  })
  const good = cells.filter((fits) => fits).length
  return { good, bad: cells.length - good }
}

const steps = [1, -1, 2, -2, 3, -3]

const findShift = (row: TableRow, columns: Matched): number | undefined => {
  const now = fitOf(row, columns, 0)
  if (now.bad === 0) return undefined
  return steps.find((by) => {
    const moved = fitOf(row, columns, by)
    return moved.good >= 2 && moved.good > now.good && moved.bad < now.bad
  })
}

/**
 * Rows whose cells fit their columns only when they are moved: a comma too many in an address, a cell
 * deleted by hand. A row is suspected when one cell cannot be what its column says, and after moving
 * at least two can and fewer cannot.
 */
export const listShiftedRows = ({ matched, rows }: HeaderMatch): ShiftedRow[] => {
  const telling = matched.filter(({ known }) => isTellingKind(known.kind))
  return rows.flatMap((row) => {
    const by = findShift(row, telling)
    return by === undefined ? [] : [{ row: row.number, by }]
  })
}
