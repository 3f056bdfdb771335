import { both } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { type Dataset, datasetPart } from '#web/dataset.ts'
import { column, fixedTable, plainColumn, sampleColumn, urlColumn } from '#web/dataset-columns.ts'
import { projectPaths } from '../projects/index.ts'
import { paths } from './paths.ts'
import { listPublished, listScores, tallyPublished, tallyScores } from './queries/datasets.ts'

const projectColumn = column('project_id', 'text', {
  name: both('協働事業ID', 'Project ID'),
  definition: both('「協働事業」のID', 'ID in the data set of joint projects'),
})

/** 評価, one row for each that is published. */
export const evaluationsDataset: Dataset = {
  code: 'evaluations',
  title: both('協働事業の評価', 'Evaluations'),
  description: both(
    '公開した評価と、市の回答です。点数は「評価の点数」にあります。',
    'Published evaluations with the city’s answers; the scores are a data set of their own.',
  ),
  keywords: [both('評価', 'evaluation'), both('協働', 'collaboration')],
  changes: 'continually',
  columns: [
    projectColumn,
    plainColumn('title', both('事業名', 'Project')),
    column('city_answer', 'text', {
      name: both('市の回答', 'Answer of the city'),
      definition: both('評価を受けた市の回答', 'What the city answers to the evaluation'),
    }),
    column('next_year', 'text', {
      name: both('次年度に向けて', 'For the next year'),
      definition: both('次の年度に向けた市の考え', 'What the city plans for the next year'),
    }),
    column('published_on', 'date', {
      name: both('公開日', 'Published on'),
      definition: both('公開した日', 'The day it became public'),
    }),
    urlColumn,
    sampleColumn,
  ],
  page: projectPaths.list,
  tally: tallyPublished,
  read: async (scope, city, after) =>
    datasetPart(
      await listPublished(scope, after),
      ({ published_at, ...row }) => ({
        ...row,
        published_on: published_at ? tokyoDayOf(published_at) : null,
        url: paths.show(city.slug, row.project_id),
      }),
      ({ project_id }) => project_id,
    ),
}

const sides = fixedTable('evaluation-sides', both('評価した側', 'Sides'), {
  group: both('団体', 'Group'),
  city: both('市', 'City'),
})

/** 評価の点数, one row for each item and side. */
export const evaluationScoresDataset: Dataset = {
  code: 'evaluation-scores',
  title: both('評価の点数', 'Scores of the evaluations'),
  description: both(
    '公開した評価で、団体と市がそれぞれの項目に付けた点数です。1行に1つの点数を並べています。',
    'What group and city gave on each item of a published evaluation, one score in a row.',
  ),
  keywords: [both('評価', 'evaluation')],
  changes: 'continually',
  columns: [
    projectColumn,
    plainColumn('item', both('評価項目コード', 'Item code')),
    plainColumn('item_name', both('評価項目', 'Item')),
    column('side', 'code', {
      name: both('評価した側コード', 'Side'),
      definition: both('団体か、市か', 'Group or city'),
      codes: sides,
    }),
    column('score', 'integer', {
      name: both('点数', 'Score'),
      unit: both('点', 'points'),
      definition: both('制度の決める段階での点数', 'On the scale of the programme'),
    }),
  ],
  page: projectPaths.list,
  tally: tallyScores,
  read: async (scope, _, after) =>
    datasetPart(
      await listScores(scope, after),
      (row) => ({ ...row }),
      ({ project_id, item, side }) => `${project_id}/${item}/${side}`,
    ),
}
