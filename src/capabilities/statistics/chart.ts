import type { Language } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import { parseDecimal } from '#kernel/ratio.ts'
import { type Figure, isPercentTable, readFigures } from './figure.ts'
import type { StatisticTable } from './preset.ts'

/** A figure that can be drawn. */
export type Point = { readonly label: string; readonly value: number; readonly text: string }

/** What a chart of a table draws: percentages of a known whole, or the figures themselves. */
export type Chart =
  | {
      readonly kind: 'bars'
      readonly measure: 'percent' | 'figure'
      /** The value of a full bar, the same in every group. */
      readonly max: number
      readonly groups: readonly { readonly label: string; readonly points: readonly Point[] }[]
    }
  | {
      readonly kind: 'lines'
      readonly measure: 'percent' | 'figure'
      readonly ticks: readonly string[]
      /** One line for each row; gaps where nothing was printed. */
      readonly lines: readonly {
        readonly label: string
        readonly points: readonly (Point | undefined)[]
      }[]
    }

const asNumber = (text: string | undefined): number | undefined =>
  text !== undefined && parseDecimal(text) ? Number(text) : undefined

/** Shares are drawn only where every figure is one: a share beside counts would be another thing. */
const measureOf = (figures: readonly Figure[]): Chart['measure'] => {
  const counted = figures.filter(({ value }) => value !== undefined)
  return counted.length > 0 && counted.every(({ percent }) => percent !== undefined)
    ? 'percent'
    : 'figure'
}

type Drawing = { table: StatisticTable; measure: Chart['measure']; language: Language }

const shareText = ({ percent, value }: Figure, language: Language): string =>
  language === 'ja'
    ? `${percent}%（${formatNumber(value!)}）`
    : `${percent}% (${formatNumber(value!)})`

const pointOf = ({ table, measure, language }: Drawing, figure: Figure): Point | undefined => {
  const label = figure.row.label[language]
  if (measure === 'percent') {
    const value = asNumber(figure.percent)
    if (value === undefined) return undefined
    return { label, value, text: shareText(figure, language) }
  }
  if (figure.percent !== undefined && figure.of !== undefined && table.kind === 'plain')
    return undefined
  if (figure.value !== undefined)
    return { label, value: figure.value, text: formatNumber(figure.value) }
  const printed = isPercentTable(table) ? asNumber(figure.printed) : undefined
  return printed === undefined ? undefined : { label, value: printed, text: `${figure.printed}%` }
}

const isPoint = (point: Point | undefined): point is Point => point !== undefined

const linesOf = (drawing: Drawing, figures: readonly (readonly Figure[])[]): Chart => ({
  kind: 'lines',
  measure: drawing.measure,
  ticks: drawing.table.columns.map((column) => tickOf(column, drawing.language)),
  lines: figures
    .map((row, at) => ({
      label: drawing.table.rows[at]!.label[drawing.language],
      points: row.map((figure) => pointOf(drawing, figure)),
    }))
    .filter(({ points }) => points.some(isPoint)),
})

/** Shares are drawn against a whole that the eye can judge: all, half or a tenth. */
const fullShare = (largest: number): number =>
  [10, 50, 100].find((full) => full >= largest) ?? largest

const barsOf = (drawing: Drawing, figures: readonly (readonly Figure[])[]): Chart => {
  const groups = drawing.table.columns
    .map((column, at) => ({
      label: column.label[drawing.language],
      points: figures.map((row) => pointOf(drawing, row[at]!)).filter(isPoint),
    }))
    .filter(({ points }) => points.length > 0)
  const largest = Math.max(...groups.flatMap(({ points }) => points.map(({ value }) => value)))
  const isShare = drawing.measure === 'percent' || isPercentTable(drawing.table)
  const max = isShare ? fullShare(largest) : largest
  return { kind: 'bars', measure: drawing.measure, max, groups }
}

/** A short name for a column under a line chart: a label of a few signs, or its year and month. */
export const tickOf = (column: StatisticTable['columns'][number], language: Language): string => {
  const label = column.label[language]
  if (label.length <= 8) return label
  if (column.asOf) return column.asOf.slice(0, 7).replace('-', '.')
  return /(?:18|19|20)\d\d/.exec(label)?.[0] ?? label.slice(0, 8)
}

/** The chart of a table; undefined where fewer than two figures could be drawn. */
export const chartOf = (table: StatisticTable, language: Language): Chart | undefined => {
  const figures = readFigures(table)
  const drawing = { table, language, measure: measureOf(figures.flat()) }
  const drawable = figures.flat().filter((figure) => pointOf(drawing, figure) !== undefined)
  if (drawable.length < 2) return undefined
  return table.kind === 'series' && table.columns.length > 1
    ? linesOf(drawing, figures)
    : barsOf(drawing, figures)
}
