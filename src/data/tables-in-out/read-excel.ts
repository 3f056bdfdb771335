import { ok, type Result, refuse } from '#kernel/result.ts'
import { settleRows } from '#kernel/tables/index.ts'
import type { Notice, Table } from '#kernel/tables/table.ts'
import { readWorkbook } from './excel-engine.ts'
import { fillMerges } from './fill-merges.ts'
import type { TableLimits, TableRefusal } from './limits.ts'
import { measureUnpacked } from './unpacked-size.ts'
import type { CellContent, SheetContent } from './workbook.ts'

/** Before it, a date of a workbook is a time of day without a day. */
const firstDay = Date.UTC(1900, 0, 2)

const dateText = (date: Date): string => {
  if (Number.isNaN(date.getTime())) return ''
  const day = date.toISOString().slice(0, 10)
  const time = date.toISOString().slice(11, 16)
  if (date.getTime() < firstDay) return time
  return time === '00:00' ? day : `${day} ${time}`
}

/** A cell as text: whole numbers without an exponent, dates as `YYYY-MM-DD`, times as `HH:MM`. */
const cellText = (content: CellContent): string => {
  if (content === null) return ''
  if (content instanceof Date) return dateText(content)
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE'
  if (typeof content === 'string') return content.replace(/\r\n?/g, '\n')
  return Number.isInteger(content) && Math.abs(content) < 1e15
    ? String(BigInt(content))
    : String(content)
}

const fromOne = (numbers: readonly number[]): number[] =>
  [...new Set(numbers)].map((number) => number + 1).sort((a, b) => a - b)

const noticeSheet = (sheet: SheetContent): Notice[] => {
  const notices: (Notice & { readonly holds: boolean })[] = [
    { kind: 'hidden-sheet', rows: [], columns: [], holds: sheet.hidden },
    {
      kind: 'hidden-rows',
      rows: fromOne(sheet.hiddenRows),
      columns: [],
      holds: sheet.hiddenRows.length > 0,
    },
    {
      kind: 'hidden-columns',
      rows: [],
      columns: fromOne(sheet.hiddenColumns),
      holds: sheet.hiddenColumns.length > 0,
    },
    {
      kind: 'merged-cells',
      rows: fromOne(sheet.merges.map(({ startRow }) => startRow)),
      columns: fromOne(sheet.merges.map(({ startCol }) => startCol)),
      holds: sheet.merges.length > 0,
    },
    {
      kind: 'formulas',
      rows: fromOne(sheet.formulas.map(([row]) => row)),
      columns: fromOne(sheet.formulas.map(([, column]) => column)),
      holds: sheet.formulas.length > 0,
    },
  ]
  return notices.filter(({ holds }) => holds).map(({ holds: _, ...notice }) => notice)
}

const readSheet = (sheet: SheetContent): Table => {
  const table = settleRows(
    sheet.name,
    fillMerges(sheet).map((row) => Array.from(row, (content) => cellText(content ?? null))),
  )
  return { ...table, noticed: [...noticeSheet(sheet), ...table.noticed] }
}

const openWorkbook = async (
  bytes: Uint8Array,
  limits: TableLimits,
): Promise<SheetContent[] | undefined> => {
  try {
    // One more than allowed, so that too many can be told from exactly as many.
    return await readWorkbook(bytes, limits.rows + 1, limits.columns + 1)
  } catch {
    // Whatever the library stumbles over, the file is not a workbook that can be read.
    return undefined
  }
}

/** Reads every sheet of a workbook (.xlsx, .xlsm). Hidden rows and columns are read too, and said. */
export const readExcel = async (
  bytes: Uint8Array,
  limits: TableLimits,
): Promise<Result<Table[], TableRefusal>> => {
  const size = measureUnpacked(bytes, limits.unpackedBytes)
  if (!size.ok)
    return refuse(
      size.error === 'broken'
        ? { kind: 'broken' }
        : { kind: 'unpacks-too-large', most: limits.unpackedBytes },
    )
  const sheets = await openWorkbook(bytes, limits)
  if (!sheets) return refuse({ kind: 'broken' })
  const tables = sheets.map(readSheet)
  if (sheets.some(({ rows }) => rows.length > limits.rows))
    return refuse({ kind: 'too-many-rows', most: limits.rows })
  if (tables.some(({ width }) => width > limits.columns))
    return refuse({ kind: 'too-many-columns', most: limits.columns })
  return ok(tables)
}
