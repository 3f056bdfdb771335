import type { Language } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import { parseDecimal } from '#kernel/ratio.ts'
import { type Figure, readFigures } from './figure.ts'
import type { StatisticTable } from './preset.ts'

/** The newest figure of a row, as a card shows it. */
export type Latest = {
  readonly label: string
  readonly value: string
  readonly unit: string
  /** The column it stands in: a year, or a day. */
  readonly when: string
}

/** A card has room for so many. */
const shown = 3

/** 「％（回答者の割合）」 is %; a unit that differs from row to row is told on the table's page only. */
const shortUnit = (unit: string): string => {
  const short = unit.split(/[（(]/)[0]?.trim() ?? ''
  return /[、;―–]/.test(short) ? '' : short
}

const textOf = ({ value, printed }: Figure): string | undefined =>
  value === undefined ? printed : formatNumber(value)

const isNumber = (text: string): boolean => parseDecimal(text.replaceAll(',', '')) !== undefined

/** The newest figures of a series, or the only figure of a table that has one row. */
export const latestOf = (table: StatisticTable, lang: Language): readonly Latest[] => {
  if (table.kind !== 'series' && table.rows.length > 1) return []
  const unit = shortUnit(table.unit[lang])
  const found = readFigures(table).flatMap((figures) => {
    const figure = figures.findLast((one) => textOf(one) !== undefined)
    const value = figure && textOf(figure)
    if (!figure || !value) return []
    return [
      {
        label: figure.row.label[lang],
        value,
        unit: isNumber(value) ? unit : '',
        when: figure.column.label[lang],
      },
    ]
  })
  return found.slice(0, shown)
}
