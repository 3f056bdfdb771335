import type { SheetContent } from './workbook.ts'

type Rows = SheetContent['rows']

/**
 * Gives every cell of a merged range the value that programs show across it: a department that stands beside three
 * facilities is the department of all three. The file keeps it in the first cell alone.
 */
export const fillMerges = ({ rows, merges }: Pick<SheetContent, 'rows' | 'merges'>): Rows => {
  if (merges.length === 0) return rows
  const filled = rows.map((row) => [...row])
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? null
    if (value === null) continue
    for (let row = startRow; row <= Math.min(endRow, filled.length - 1); row += 1)
      for (let column = startCol; column <= endCol; column += 1) filled[row]![column] = value
  }
  return filled
}
