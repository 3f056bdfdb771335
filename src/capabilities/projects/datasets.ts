import { both } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { nameOfCode } from '#kernel/city.ts'
import { type Dataset, type DatasetPart, datasetPart } from '#web/dataset.ts'
import {
  changedColumn,
  column,
  departmentColumns,
  fixedTable,
  idColumn,
  modesTable,
  plainColumn,
  sampleColumn,
  statesTable,
  urlColumn,
} from '#web/dataset-columns.ts'
import { continuationOutcomes } from './continuation.ts'
import { paths } from './paths.ts'
import { projectWorkflow } from './project.ts'
import { listNextProjects, tallyModes, tallyProjects } from './queries/datasets.ts'
import { sentences } from './sentences.ts'

const outcomes = Object.fromEntries(
  continuationOutcomes.map((code) => [
    code,
    both(sentences.ja.outcomes[code], sentences.en.outcomes[code]),
  ]),
)

/** 協働事業, one row each. */
export const projectsDataset: Dataset = {
  code: 'projects',
  title: both('協働事業', 'Joint projects'),
  description: both(
    '団体と市がいっしょに取り組んだ、または取り組んでいる事業です。',
    'Projects that groups and the city have done, or do, together.',
  ),
  keywords: [both('協働', 'collaboration'), both('協働事業', 'joint projects')],
  changes: 'continually',
  columns: [
    idColumn,
    plainColumn('title', both('事業名', 'Title')),
    plainColumn('summary', both('概要', 'Summary')),
    column('group_id', 'text', {
      name: both('団体ID', 'Group ID'),
      definition: both('「市民活動団体」のID', 'ID in the data set of groups'),
    }),
    plainColumn('group_name', both('団体名', 'Group')),
    ...departmentColumns,
    column('programme_id', 'text', {
      name: both('制度ID', 'Programme ID'),
      definition: both('「協働事業提案制度」のID', 'ID in the data set of programmes'),
    }),
    column('proposal_id', 'text', {
      name: both('提案ID', 'Proposal ID'),
      definition: both('「協働事業の提案」のID', 'ID in the data set of proposals'),
    }),
    column('state', 'code', {
      name: both('状態コード', 'State'),
      definition: both('事業の段階', 'How far it has come'),
      codes: statesTable(
        'project-states',
        both('協働事業の状態', 'States of projects'),
        projectWorkflow,
      ),
    }),
    column('first_fiscal_year', 'year', {
      name: both('始まる年度', 'First fiscal year'),
      definition: both(
        '最初の年度の始まる年（西暦）',
        'The western year in which the first one begins',
      ),
    }),
    column('last_fiscal_year', 'year', {
      name: both('終わる年度', 'Last fiscal year'),
      definition: both(
        '最後の年度の始まる年（西暦）',
        'The western year in which the last one begins',
      ),
    }),
    column('city_share', 'integer', {
      name: both('市の負担の上限', 'Most the city pays'),
      unit: both('円', 'yen'),
      definition: both('市が負担する額の上限', 'The most that the city pays'),
    }),
    column('continuation', 'code', {
      name: both('終了後の展開コード', 'Continuation'),
      definition: both(
        '終わった後どう続いているか。記録がなければ空です。',
        'What became of it; empty where nothing is on record',
      ),
      codes: fixedTable('continuations', both('終了後の展開', 'Continuations'), outcomes),
    }),
    urlColumn,
    changedColumn,
    sampleColumn,
  ],
  page: paths.list,
  tally: tallyProjects,
  read: async (scope, city, after) =>
    datasetPart(
      await listNextProjects(scope, after),
      ({ modes: _, outcome, updated_at, ...row }) => ({
        ...row,
        department_name: nameOfCode(city.departments, row.department).ja,
        continuation: outcome,
        url: paths.show(city.slug, row.id),
        changed_on: tokyoDayOf(updated_at),
      }),
      ({ id }) => id,
    ),
}

/** 協働の形態, one row for each mode of each project. */
export const projectModesDataset: Dataset = {
  code: 'project-modes',
  title: both('協働事業の形態', 'Modes of the joint projects'),
  description: both(
    '協働事業が、どの形態で行われているかです。いくつもあるので、1行に1つずつ並べています。',
    'How each project is done together: one row for each mode, as a project may have several.',
  ),
  keywords: [both('協働', 'collaboration'), both('協働の形態', 'modes')],
  changes: 'continually',
  columns: [
    column('project_id', 'text', {
      name: both('協働事業ID', 'Project ID'),
      definition: both('「協働事業」のID', 'ID in the data set of joint projects'),
    }),
    plainColumn('title', both('事業名', 'Title')),
    column('mode', 'code', {
      name: both('協働の形態コード', 'Mode code'),
      definition: both('協働の形態の記号', 'Code of the mode'),
      codes: modesTable,
    }),
    plainColumn('mode_name', both('協働の形態', 'Mode')),
  ],
  page: paths.list,
  tally: tallyModes,
  read: async (scope, city, after): Promise<DatasetPart> => {
    const found = await listNextProjects(scope, after)
    const { next } = datasetPart(
      found,
      () => ({}),
      ({ id }) => id,
    )
    const rows = found.flatMap(({ id, title, modes }) =>
      modes.map((mode) => ({
        project_id: id,
        title,
        mode,
        mode_name: nameOfCode(city.modes, mode).ja,
      })),
    )
    return { rows, next }
  },
}
