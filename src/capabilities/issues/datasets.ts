import { both } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { type Dataset, type DatasetColumn, datasetPart } from '#web/dataset.ts'
import {
  changedColumn,
  departmentColumns,
  fieldsTable,
  idColumn,
  sampleColumn,
  statesTable,
  urlColumn,
} from '#web/dataset-columns.ts'
import { issueWorkflow } from './issue.ts'
import { issuePaths, themePaths } from './paths.ts'
import {
  listAllThemes,
  listOpenIssues,
  tallyAllThemes,
  tallyOpenIssues,
} from './queries/datasets.ts'
import { themeWorkflow } from './theme.ts'

const titleColumn: DatasetColumn = {
  code: 'title',
  name: both('題名', 'Title'),
  type: 'text',
  definition: both('題名', 'Title'),
}

const publishedColumn: DatasetColumn = {
  code: 'published_on',
  name: both('公開日', 'Published on'),
  type: 'date',
  definition: both('公開した日', 'The day it became public'),
}

const issueColumns: readonly DatasetColumn[] = [
  idColumn,
  {
    code: 'receipt_number',
    name: both('受付番号', 'Receipt number'),
    type: 'text',
    definition: both('受け付けたときの番号', 'Number given when it was received'),
  },
  titleColumn,
  {
    code: 'body',
    name: both('内容', 'Text'),
    type: 'text',
    definition: both(
      '寄せられた内容。改行は空白に置き換えています。',
      'What was written; line breaks are spaces',
    ),
  },
  {
    code: 'place',
    name: both('場所', 'Place'),
    type: 'text',
    definition: both('どこの話か', 'Where it is about'),
  },
  {
    code: 'field',
    name: both('活動分野コード', 'Field code'),
    type: 'code',
    definition: both('活動分野の記号', 'Code of the field of activity'),
    codes: fieldsTable,
  },
  {
    code: 'field_name',
    name: both('活動分野', 'Field'),
    type: 'text',
    definition: both('活動分野の名前', 'Name of the field of activity'),
  },
  ...departmentColumns,
  {
    code: 'state',
    name: both('状態コード', 'State'),
    type: 'code',
    definition: both('手続きの段階', 'How far it has come'),
    codes: statesTable('issue-states', both('地域課題の状態', 'States of issues'), issueWorkflow),
  },
  {
    code: 'city_answer',
    name: both('市の回答', 'Answer of the city'),
    type: 'text',
    definition: both(
      '担当課の回答。まだなければ空です。',
      'Answer of the department; empty until given',
    ),
  },
  publishedColumn,
  urlColumn,
  changedColumn,
  sampleColumn,
]

const departmentOf = (city: City, code: string | null) => ({
  department: code,
  department_name: code ? nameOfCode(city.departments, code).ja : null,
})

const dayOf = (instant: Date | null) => (instant ? tokyoDayOf(instant) : null)

/** 地域課題, one row each. */
export const issuesDataset: Dataset = {
  code: 'issues',
  title: both('地域課題', 'Local issues'),
  description: both(
    '市民から寄せられ、公開している地域の課題と、市の回答です。寄せた人の名前は載せません。',
    'Issues raised by residents that are public, with the city’s answers; never with names.',
  ),
  keywords: [both('地域課題', 'local issues'), both('市の回答', 'answers')],
  changes: 'continually',
  columns: issueColumns,
  page: issuePaths.list,
  tally: tallyOpenIssues,
  read: async (scope, city, after) =>
    datasetPart(
      await listOpenIssues(scope, after),
      ({ department, published_at, updated_at, ...row }) => ({
        ...row,
        field_name: row.field ? nameOfCode(city.fields, row.field).ja : null,
        ...departmentOf(city, department),
        published_on: dayOf(published_at),
        url: issuePaths.issue(city.slug, row.id),
        changed_on: tokyoDayOf(updated_at),
      }),
      ({ id }) => id,
    ),
}

const themeColumns: readonly DatasetColumn[] = [
  idColumn,
  titleColumn,
  {
    code: 'summary',
    name: both('概要', 'Summary'),
    type: 'text',
    definition: both('概要', 'Summary'),
  },
  ...departmentColumns,
  {
    code: 'cap',
    name: both('上限額', 'Limit'),
    type: 'integer',
    unit: both('円', 'yen'),
    definition: both(
      '市が負担する額の上限。空は、定めがありません。',
      'Most that the city pays; empty: not set',
    ),
  },
  {
    code: 'state',
    name: both('状態コード', 'State'),
    type: 'code',
    definition: both('公開中か、終わったか', 'Open or over'),
    codes: statesTable('theme-states', both('事業テーマの状態', 'States of themes'), themeWorkflow),
  },
  {
    code: 'call_id',
    name: both('募集ID', 'Call ID'),
    type: 'text',
    definition: both('「募集」のID', 'ID in the data set of calls'),
  },
  {
    code: 'issue_id',
    name: both('地域課題ID', 'Issue ID'),
    type: 'text',
    definition: both('もとになった「地域課題」のID', 'The issue it came from'),
  },
  publishedColumn,
  urlColumn,
  changedColumn,
  sampleColumn,
]

/** 事業テーマ, one row each. */
export const themesDataset: Dataset = {
  code: 'themes',
  title: both('市が示す事業テーマ', 'Themes of the city'),
  description: both(
    '市の各課が、団体といっしょに取り組みたいこととして示したテーマです。',
    'What departments want to do together with groups.',
  ),
  keywords: [both('協働', 'collaboration'), both('事業テーマ', 'themes')],
  changes: 'continually',
  columns: themeColumns,
  page: themePaths.list,
  tally: tallyAllThemes,
  read: async (scope, city, after) =>
    datasetPart(
      await listAllThemes(scope, after),
      ({ department, published_at, updated_at, ...row }) => ({
        ...row,
        ...departmentOf(city, department),
        published_on: dayOf(published_at),
        url: themePaths.theme(city.slug, row.id),
        changed_on: tokyoDayOf(updated_at),
      }),
      ({ id }) => id,
    ),
}
