import {
  type Decimal,
  formatDecimal,
  parseDecimal,
  percentOf,
  type Ratio,
  type RoundingRule,
} from '#kernel/ratio.ts'
import type { StatisticTable } from './preset.ts'

export type Row = StatisticTable['rows'][number]
export type Column = StatisticTable['columns'][number]
type Cell = Row['cells'][number]

/** How a printed percentage relates to the one computed from the counts. */
export type Check = 'same' | 'floor' | 'different'

/** One figure of a table: what is printed, and what follows from it. */
export type Figure = {
  readonly row: Row
  readonly column: Column
  /** The count, or the quantity in the table's unit; undefined where none is printed or follows. */
  readonly value: number | undefined
  /** What the count is a part of. */
  readonly of: number | undefined
  /** Exactly as printed. */
  readonly printed: string | undefined
  /** The count was found from the printed percentage, being the only one that gives it. */
  readonly reconstructed: boolean
  /** Our percentage, rounded as the table says. */
  readonly percent: string | undefined
  /** Set where a printed percentage can be held against ours. */
  readonly check: Check | undefined
}

const ruleOf = ({ percent }: StatisticTable): RoundingRule => ({
  decimals: percent?.decimals ?? 1,
  rounding: percent?.rounding === 'floor' ? 'floor' : 'half_up',
})

/** True when the figures of a table are percentages themselves. */
export const isPercentTable = (table: Pick<StatisticTable, 'unit'>): boolean =>
  /^[%％]/.test(table.unit.ja)

/** Answers are parts of those who answered; elsewhere a whole is only one that the cell names. */
const wholeOf = (table: StatisticTable, column: Column, cell: Cell): number | undefined =>
  cell.of ?? (table.kind === 'single' || table.kind === 'multiple' ? column.n : undefined)

const checkPrinted = (printed: Decimal, ratio: Ratio): Check => {
  const rounded = (rounding: RoundingRule['rounding']): boolean =>
    percentOf(ratio, { decimals: printed.decimals, rounding })?.units === printed.units
  if (rounded('half_up')) return 'same'
  return rounded('floor') ? 'floor' : 'different'
}

const readFigure = (table: StatisticTable, row: Row, at: number): Figure => {
  const cell: Cell = row.cells[at] ?? { value: null }
  const column = table.columns[at]!
  const of = wholeOf(table, column, cell)
  const ratio =
    cell.value !== null && of !== undefined ? { numerator: cell.value, denominator: of } : undefined
  const percent = ratio && percentOf(ratio, ruleOf(table))
  const isShare = cell.of !== undefined || isPercentTable(table)
  const printed = isShare && cell.printed !== undefined ? parseDecimal(cell.printed) : undefined
  return {
    row,
    column,
    value: cell.value ?? undefined,
    of,
    printed: cell.printed,
    reconstructed: cell.reconstructed ?? false,
    percent: percent && formatDecimal(percent),
    check: printed && ratio ? checkPrinted(printed, ratio) : undefined,
  }
}

/** All figures of a table, row by row. */
export const readFigures = (table: StatisticTable): readonly (readonly Figure[])[] =>
  table.rows.map((row) => table.columns.map((_, at) => readFigure(table, row, at)))

/** Which kinds of figures a column holds at all; what no row has needs no column on the page. */
export type ColumnParts = {
  readonly count: boolean
  readonly percent: boolean
  readonly printed: boolean
}

export const partsOfColumn = (figures: readonly (readonly Figure[])[], at: number): ColumnParts => {
  const has = (what: (figure: Figure) => boolean): boolean => figures.some((row) => what(row[at]!))
  const parts = {
    count: has(({ value }) => value !== undefined),
    percent: has(({ percent }) => percent !== undefined),
    printed: has(({ printed }) => printed !== undefined),
  }
  return parts.count || parts.percent || parts.printed ? parts : { ...parts, printed: true }
}
