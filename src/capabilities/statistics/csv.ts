import type { Bilingual, Language } from '#kernel/bilingual.ts'
import { writeSpreadsheetCsv } from '#kernel/tables/index.ts'
import { type Figure, readFigures } from './figure.ts'
import type { StatisticTable } from './preset.ts'

type Field = {
  readonly name: Bilingual
  readonly read: (table: StatisticTable, figure: Figure, language: Language) => string | number
}

/** One line for each figure, so that none is parted from its base date, its whole and its source. */
const fields: readonly Field[] = [
  { name: { ja: '表ID', en: 'table' }, read: (table) => table.id },
  { name: { ja: '表題', en: 'title' }, read: (table, _, language) => table.title[language] },
  { name: { ja: '項目コード', en: 'row' }, read: (_, { row }) => row.code },
  { name: { ja: '項目', en: 'label' }, read: (_, { row }, language) => row.label[language] },
  { name: { ja: '列コード', en: 'column' }, read: (_, { column }) => column.key },
  {
    name: { ja: '列', en: 'column_label' },
    read: (_, { column }, language) => column.label[language],
  },
  { name: { ja: '基準日', en: 'as_of' }, read: (_, { column }) => column.asOf ?? '' },
  { name: { ja: '単位', en: 'unit' }, read: (table, _, language) => table.unit[language] },
  { name: { ja: '値', en: 'value' }, read: (_, { value }) => value ?? '' },
  { name: { ja: '母数', en: 'of' }, read: (_, { of }) => of ?? '' },
  { name: { ja: '割合（計算）', en: 'percent' }, read: (_, { percent }) => percent ?? '' },
  { name: { ja: '印刷のとおり', en: 'printed' }, read: (_, { printed }) => printed ?? '' },
  {
    name: { ja: '割合から復元', en: 'reconstructed' },
    read: (_, { reconstructed }) => (reconstructed ? 1 : 0),
  },
  { name: { ja: '出典', en: 'source' }, read: (_, { row }) => row.source },
]

/** A table as CSV, one line for each figure under a line of names. */
export const tableCsv = (table: StatisticTable, language: Language): string =>
  writeSpreadsheetCsv([
    fields.map(({ name }) => name[language]),
    ...readFigures(table)
      .flat()
      .map((figure) => fields.map(({ read }) => read(table, figure, language))),
  ])
