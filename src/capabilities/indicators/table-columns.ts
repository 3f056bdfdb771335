import type { SheetColumn, SheetValue } from '#data/tables-in-out/index.ts'
import type { Column } from '#kernel/tables/index.ts'
import type { Actual, Indicator } from './indicator.ts'

/** The columns of the table of values. The same headings are read again. */
export const headings = {
  indicator: '指標コード',
  title: '指標',
  year: '年度',
  value: '値',
  unit: '単位',
  bound: '幅（以上・以下）',
  numerator: '分子',
  denominator: '分母',
  measured_on: '測った日',
  source: '出典',
  note: '備考',
  break_note: '測り方の変更',
  id: '番号（変えないでください）',
} as const
export type Code = keyof typeof headings

export const sheetColumns: readonly SheetColumn[] = Object.values(headings).map((name) => ({
  name,
  kind: 'text',
}))

const other: Partial<Record<Code, readonly string[]>> = {
  indicator: ['指標ID', 'コード'],
  year: ['年', '会計年度'],
  value: ['実績', '実績値'],
  bound: ['幅'],
  id: ['番号'],
}

export const tableColumns: readonly Column[] = (Object.keys(headings) as Code[]).map((code) => ({
  code,
  kind: 'line',
  names: [headings[code], ...(other[code] ?? [])],
  required: code === 'indicator' || code === 'year' || code === 'value',
}))

/** How the ends of a range are written in a cell. */
export const boundCells = { 'at-least': '以上', 'at-most': '以下' } as const

/** A value as one row of the file; an indicator without a value of the year gets a row to be filled in. */
export const rowOf = (
  indicator: Indicator,
  given: Actual | { readonly year: number },
): SheetValue[] => {
  const actual = 'id' in given ? given : undefined
  return [
    indicator.code,
    indicator.title.ja,
    String(given.year),
    actual?.value ?? '',
    indicator.unit.ja,
    actual?.bound ? boundCells[actual.bound] : '',
    actual?.numerator ?? '',
    actual?.denominator ?? '',
    actual?.measuredOn ?? '',
    actual?.source.ja ?? '',
    actual?.note ?? '',
    actual?.breakNote ?? '',
    actual?.id ?? '',
  ]
}
