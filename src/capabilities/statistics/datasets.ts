import { both } from '#kernel/bilingual.ts'
import { isPlainDate } from '#kernel/calendar.ts'
import type { Dataset, DatasetColumn, DatasetRow } from '#web/dataset.ts'
import { column, fixedTable, plainColumn } from '#web/dataset-columns.ts'
import { type Figure, readFigures } from './figure.ts'
import { paths } from './paths.ts'
import type { StatisticTable } from './preset.ts'
import { findNextTable, tallyFigures } from './queries.ts'
import { sentences } from './sentences.ts'

const themes = Object.fromEntries(
  (Object.keys(sentences.ja.themes) as (keyof typeof sentences.ja.themes)[]).map((code) => [
    code,
    both(sentences.ja.themes[code], sentences.en.themes[code]),
  ]),
)

const columns: readonly DatasetColumn[] = [
  column('table', 'text', {
    name: both('表ID', 'Table ID'),
    definition: both('このサイトでの表の番号', 'Id of the table on this site'),
  }),
  plainColumn('table_title', both('表題', 'Title of the table')),
  plainColumn('table_title_en', both('表題_英語', 'Title in English')),
  column('theme', 'code', {
    name: both('分類コード', 'Theme'),
    definition: both('表の分類', 'What the table is about'),
    codes: fixedTable('statistic-themes', both('統計の分類', 'Themes of statistics'), themes),
  }),
  column('row', 'text', {
    name: both('項目コード', 'Row'),
    definition: both('表の行の記号', 'Code of the row'),
  }),
  plainColumn('row_label', both('項目', 'Label of the row')),
  plainColumn('row_label_en', both('項目_英語', 'Label of the row in English')),
  column('column', 'text', {
    name: both('列コード', 'Column'),
    definition: both('表の列の記号', 'Code of the column'),
  }),
  plainColumn('column_label', both('列', 'Label of the column')),
  plainColumn('column_label_en', both('列_英語', 'Label of the column in English')),
  column('as_of', 'date', {
    name: both('基準日', 'As of'),
    definition: both(
      'いつの数か。日まで分かるものだけに入れます。',
      'Base date, where the day is known',
    ),
  }),
  plainColumn('unit', both('単位', 'Unit')),
  column('value', 'number', {
    name: both('値', 'Value'),
    definition: both(
      '単位の列にある単位での値。文書が割合だけを示すときは空です。',
      'In the unit of its column; empty where the document gives a share only.',
    ),
  }),
  column('of', 'number', {
    name: both('母数', 'Of'),
    definition: both('割合の分母（n）', 'Denominator (n) of the share'),
  }),
  column('percent', 'number', {
    name: both('割合', 'Share'),
    unit: both('％', '%'),
    definition: both(
      '値を母数で割り、表の決まりで丸めたもの',
      'Value of its whole, rounded by the table’s rule',
    ),
  }),
  column('printed', 'text', {
    name: both('印刷のとおり', 'As printed'),
    definition: both('文書に印刷されたままの文字', 'The figure exactly as the document prints it'),
  }),
  column('reconstructed', 'flag', {
    name: both('割合から復元', 'Reconstructed'),
    definition: both(
      '1は、印刷された割合から値を求めたもの',
      '1: the value was found from the printed share',
    ),
  }),
  plainColumn('source', both('出典', 'Source')),
]

const toRow = (table: StatisticTable, figure: Figure): DatasetRow => {
  const { row, column: of } = figure
  return {
    table: table.id,
    table_title: table.title.ja,
    table_title_en: table.title.en,
    theme: table.theme,
    row: row.code,
    row_label: row.label.ja,
    row_label_en: row.label.en,
    column: of.key,
    column_label: of.label.ja,
    column_label_en: of.label.en,
    as_of: of.asOf && isPlainDate(of.asOf) ? of.asOf : null,
    unit: table.unit.ja,
    value: figure.value,
    of: figure.of,
    percent: figure.percent === undefined ? null : Number(figure.percent),
    printed: figure.printed,
    reconstructed: figure.reconstructed,
    source: row.source,
  }
}

/** 統計, one row for each figure of each table. */
export const statisticsDataset: Dataset = {
  code: 'statistics',
  title: both('統計', 'Statistics'),
  description: both(
    '市の文書にある統計を、1行に1つの数で並べています。基準日・母数・出典が付いています。',
    'Figures from the city’s documents, one in a row, each with its base date, whole and source.',
  ),
  keywords: [both('統計', 'statistics'), both('調査', 'survey')],
  changes: 'with-documents',
  columns,
  page: paths.statistics,
  tally: tallyFigures,
  // A table at a time: the longest has a few hundred figures.
  read: async (scope, _, after) => {
    const found = await findNextTable(scope, after === undefined ? -1 : Number(after))
    if (!found) return { rows: [], next: undefined }
    const rows = readFigures(found.table)
      .flat()
      .map((figure) => toRow(found.table, figure))
    return { rows, next: String(found.position) }
  },
}
