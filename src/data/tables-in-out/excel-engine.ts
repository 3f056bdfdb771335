import { readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { isPlainDate } from '#kernel/calendar.ts'
import type { SheetColumn, SheetContent, SheetDraft, SheetValue } from './workbook.ts'

const letterOf = (column: number): string => {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/**
 * Reads a workbook's sheets; cells beyond the given numbers of rows and columns are not looked at.
 * @throws an error of the library when the file is no workbook or is locked
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  rows: number,
  columns: number,
): Promise<SheetContent[]> => {
  const workbook = await readXlsx(bytes, { range: `A1:${letterOf(columns - 1)}${rows}` })
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: sheet.rows,
    merges: sheet.merges ?? [],
    hiddenRows: [...(sheet.rowDefs ?? [])].flatMap(([row, def]) => (def.hidden ? [row] : [])),
    hiddenColumns: (sheet.columns ?? []).flatMap((def, column) => (def?.hidden ? [column] : [])),
    formulas: [...(sheet.cells ?? [])].flatMap(([key, cell]) => {
      const [row = 0, column = 0] = key.split(',').map(Number)
      return cell.formula === undefined ? [] : [[row, column] as const]
    }),
  }))
}

const formats = { text: '@', number: '#,##0.######', date: 'yyyy-mm-dd' } as const

const toCell = (value: SheetValue, column: SheetColumn): string | number | Date | null => {
  if (value === undefined || value === '') return null
  if (column.kind === 'date' && typeof value === 'string' && isPlainDate(value))
    return new Date(`${value}T00:00:00Z`)
  return column.kind === 'text' ? String(value) : value
}

const widthOf = (column: SheetColumn): number =>
  Math.min(40, Math.max(column.kind === 'date' ? 12 : 10, column.name.length * 2 + 2))

const toSheet = ({ name, columns, rows }: SheetDraft): WriteSheet => ({
  name,
  columns: columns.map((column) => ({ width: widthOf(column), numFmt: formats[column.kind] })),
  rows: [
    columns.map((column) => column.name),
    ...rows.map((row) => columns.map((column, at) => toCell(row[at], column))),
  ],
  freezePane: { rows: 1 },
})

/** Writes a workbook whose headers stay in sight. Nothing in it is a formula. */
export const writeWorkbook = (sheets: readonly SheetDraft[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map(toSheet), defaultFont: { name: '游ゴシック', size: 11 } })
