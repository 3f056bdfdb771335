import { both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatDecimal } from '#kernel/ratio.ts'
import type { Dataset, DatasetColumn, DatasetRow } from '#web/dataset.ts'
import { column, fixedTable, plainColumn } from '#web/dataset-columns.ts'
import { findPublicResults } from './find-results.ts'
import { type FlatRow, flatten } from './flat-rows.ts'
import { paths } from './paths.ts'
import { tallyPublishedFigures } from './queries/datasets.ts'
import { findNextPublished } from './queries/lists.ts'
import type { Results } from './results.ts'

const kinds = {
  simple: both('単純集計', 'Simple'),
  cross: both('クロス集計', 'Cross table'),
}

const columns: readonly DatasetColumn[] = [
  column('survey', 'text', {
    name: both('アンケートID', 'Survey ID'),
    definition: both('このサイトでのアンケートの番号', 'Id of the survey on this site'),
  }),
  plainColumn('survey_title', both('アンケート', 'Survey')),
  column('tabulation', 'integer', {
    name: both('集計の回', 'Tabulation'),
    definition: both('何回目の集計か', 'Number of the tabulation'),
  }),
  column('as_of', 'date', {
    name: both('集計した日', 'Counted on'),
    definition: both('いつ集計した数か', 'The day on which it was counted'),
  }),
  column('kind', 'code', {
    name: both('種類', 'Kind'),
    definition: both('単純集計かクロス集計か', 'Of one question, or of two'),
    codes: fixedTable('survey-result-kinds', both('集計の種類', 'Kinds of tables'), kinds),
  }),
  plainColumn('number', both('問番号', 'Number of the question')),
  plainColumn('question', both('問い', 'Question')),
  plainColumn('axis', both('クロス集計の軸', 'Crossed with')),
  plainColumn('group', both('軸の区分', 'Group')),
  plainColumn('answer', both('選択肢', 'Answer')),
  column('count', 'integer', {
    name: both('件数', 'Count'),
    definition: both(
      '少ない数を隠したところは空です。',
      'Empty where it is hidden because few are counted.',
    ),
  }),
  column('n', 'integer', {
    name: both('母数', 'n'),
    definition: both('割合の分母（n）', 'Denominator (n) of the share'),
  }),
  column('percent', 'number', {
    name: both('割合', 'Share'),
    unit: both('％', '%'),
    definition: both('件数を母数で割り、小数第2位を四捨五入', 'Rounded half up to one decimal'),
  }),
  column('hidden', 'flag', {
    name: both('秘匿', 'Hidden'),
    definition: both('1は、少ない数のため隠したもの', '1: hidden because few are counted'),
  }),
]

const toRow = (results: Results, row: FlatRow): DatasetRow => ({
  survey: results.survey,
  survey_title: results.title.ja,
  tabulation: results.number ?? null,
  as_of: results.asOf ?? null,
  kind: row.kind,
  number: row.number,
  question: row.question,
  axis: row.axis,
  group: row.column,
  answer: row.row,
  count: row.count ?? null,
  n: row.n ?? null,
  percent: row.percent ? Number(formatDecimal(row.percent)) : null,
  hidden: row.kind === 'cross' && row.count === undefined,
})

const isFigure = ({ kind }: FlatRow): boolean => kind === 'simple' || kind === 'cross'

/** アンケートの結果, one row for each figure of what is public. */
export const resultsDataset: Dataset = {
  code: 'survey-results',
  title: both('アンケートの結果', 'Survey results'),
  description: both(
    'このサイトで行ったアンケートの結果を、1行に1つの数で並べています。回答そのものは含みません。',
    'Results of the surveys made on this site, one figure in a row. No answer of anybody is in it.',
  ),
  keywords: [both('アンケート', 'survey'), both('調査', 'questionnaire')],
  changes: 'continually',
  columns,
  page: paths.list,
  tally: tallyPublishedFigures,
  // A survey at a time: at most 200 questions, with five axes.
  read: async (scope, _: City, after) => {
    const next = await findNextPublished(scope, after ?? '')
    const found = next === undefined ? undefined : await findPublicResults(scope, next)
    if (!found) return { rows: [], next: undefined }
    const rows = flatten(found.results, 'ja')
      .filter(isFigure)
      .map((row) => toRow(found.results, row))
    return { rows, next }
  },
}
