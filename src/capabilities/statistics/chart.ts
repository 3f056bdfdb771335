import type { Language } from '#kernel/bilingual.ts'
import { fiscalYearOf, isPlainDate } from '#kernel/calendar.ts'
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
      /** Places of the columns before which the way of counting changed; no line crosses there. */
      readonly breaks: readonly number[]
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
  ticks: ticksOf(drawing.table.columns, drawing.language),
  lines: figures
    .map((row, at) => ({
      label: drawing.table.rows[at]!.label[drawing.language],
      points: row.map((figure) => pointOf(drawing, figure)),
    }))
    .filter(({ points }) => points.some(isPoint)),
  breaks: drawing.table.breaks.map(({ before }) =>
    drawing.table.columns.findIndex(({ key }) => key === before),
  ),
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

type Column = StatisticTable['columns'][number]

const eras = { 令和: 2018, 平成: 1988, 昭和: 1925 } as const

/** When a column stands, by the western calendar: a year, a fiscal year, or a month of a year. */
const moment = ({ label, asOf }: Column, language: Language): string | undefined => {
  const said = label.ja
  const era = /(令和|平成|昭和)(元|\d+)年/.exec(said)
  const ofEra = era && eras[era[1] as keyof typeof eras] + (era[2] === '元' ? 1 : Number(era[2]))
  const ofDay =
    asOf && isPlainDate(asOf) && said.includes('年度') ? fiscalYearOf(asOf) : asOf?.slice(0, 4)
  const year = ofDay ?? /(?:18|19|20)\d\d/.exec(said)?.[0] ?? ofEra
  if (!year) return undefined
  if (said.includes('年度')) return language === 'ja' ? `${year}年度` : `FY${year}`
  const month = asOf ? Number(asOf.slice(5, 7)) : /(\d{1,2})月/.exec(said)?.[1]
  if (language === 'ja') return month ? `${year}年${month}月` : `${year}年`
  return month ? `${year}-${String(month).padStart(2, '0')}` : String(year)
}

/** Longest label that fits under a line chart as it is. */
const longestTick = 8

/**
 * Short names for the columns under a line chart: the words of the table where they fit; else years by one
 * calendar, or the labels cut short.
 */
export const ticksOf = (columns: readonly Column[], language: Language): readonly string[] => {
  const labels = columns.map(({ label }) => label[language])
  if (labels.every((label) => label.length <= longestTick)) return labels
  const moments = columns.map((column) => moment(column, language))
  return moments.every((one) => one !== undefined)
    ? moments
    : labels.map((label) => label.slice(0, longestTick))
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
