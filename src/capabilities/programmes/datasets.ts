import { both } from '#kernel/bilingual.ts'
import { type Dataset, datasetPart } from '#web/dataset.ts'
import {
  column,
  fixedTable,
  idColumn,
  plainColumn,
  sampleColumn,
  statesTable,
  urlColumn,
} from '#web/dataset-columns.ts'
import { callWorkflow } from './call.ts'
import { paths } from './paths.ts'
import { listOpenCalls, tallyOpenCalls, tallyProgrammes } from './queries/datasets.ts'
import { listProgrammes } from './queries/programmes.ts'

const programmeStates = fixedTable('programme-states', both('制度の状態', 'States of programmes'), {
  running: both('実施中', 'Running'),
  ended: both('終了', 'Ended'),
})

/** 協働事業提案制度, one row each. */
export const programmesDataset: Dataset = {
  code: 'programmes',
  title: both('協働事業提案制度', 'Programmes'),
  description: both(
    '団体と市がいっしょに取り組む事業を募る制度です。',
    'Schemes under which groups and the city take up projects together.',
  ),
  keywords: [both('協働', 'collaboration'), both('提案制度', 'programmes')],
  changes: 'with-documents',
  columns: [
    idColumn,
    plainColumn('title', both('名称', 'Name')),
    plainColumn('title_en', both('名称_英字', 'Name in English')),
    plainColumn('about', both('概要', 'About')),
    column('state', 'code', {
      name: both('状態コード', 'State'),
      definition: both('実施中か、終わったか', 'Running or ended'),
      codes: programmeStates,
    }),
    column('max_years', 'integer', {
      name: both('続けられる年数', 'Most years'),
      unit: both('年', 'years'),
      definition: both('1つの事業が続けられる年数', 'How many years a project can run'),
    }),
    column('envelope', 'integer', {
      name: both('予算の枠', 'Budget'),
      unit: both('円', 'yen'),
      definition: both(
        '1回の募集の予算。空は、示していません。',
        'Budget of one call; empty: not given',
      ),
    }),
    column('registered_only', 'flag', {
      name: both('登録団体だけ', 'Registered groups only'),
      definition: both(
        '1は、登録した団体だけが提案できます。',
        '1: only registered groups can propose',
      ),
    }),
    plainColumn('source', both('出典', 'Source')),
    urlColumn,
  ],
  page: paths.programmes,
  tally: tallyProgrammes,
  // A city has a few of them.
  read: async (scope, city) => ({
    rows: (await listProgrammes(scope)).map(({ id, title, state, definition }) => ({
      id,
      title: title.ja,
      title_en: title.en,
      about: definition.about.ja,
      state,
      max_years: definition.maxYears,
      envelope: definition.envelope,
      registered_only: definition.registration !== 'none',
      source: definition.source,
      url: paths.programme(city.slug, id),
    })),
    next: undefined,
  }),
}

/** 募集, one row each. */
export const callsDataset: Dataset = {
  code: 'calls',
  title: both('募集', 'Calls'),
  description: both(
    '制度ごとの、年度の募集です。受付の期間と予算の枠が分かります。',
    'The yearly calls of each programme, with their dates and budgets.',
  ),
  keywords: [both('募集', 'calls'), both('提案制度', 'programmes')],
  changes: 'continually',
  columns: [
    idColumn,
    column('programme_id', 'text', {
      name: both('制度ID', 'Programme ID'),
      definition: both('「協働事業提案制度」のID', 'ID in the data set of programmes'),
    }),
    plainColumn('programme_title', both('制度名', 'Programme')),
    plainColumn('title', both('名称', 'Title')),
    plainColumn('title_en', both('名称_英字', 'Title in English')),
    column('fiscal_year', 'year', {
      name: both('年度', 'Fiscal year'),
      definition: both('募集する年度の始まる年（西暦）', 'The western year in which it begins'),
    }),
    column('state', 'code', {
      name: both('状態コード', 'State'),
      definition: both(
        '募集の段階。受付中かどうかは、受付の期間で決まります。',
        'How far it has come; whether it takes proposals follows from its dates',
      ),
      codes: statesTable('call-states', both('募集の状態', 'States of calls'), callWorkflow),
    }),
    column('opens_on', 'date', {
      name: both('受付開始日', 'Opens on'),
      definition: both('受け付けを始める日', 'First day'),
    }),
    column('closes_on', 'date', {
      name: both('受付終了日', 'Closes on'),
      definition: both('受け付ける最後の日', 'Last day'),
    }),
    column('closes_at', 'text', {
      name: both('受付終了時刻', 'Closes at'),
      definition: both(
        '最後の日の終わりの時刻（hh:mm）。空は24時',
        'Hour on the last day; empty: 24:00',
      ),
    }),
    column('envelope', 'integer', {
      name: both('予算の枠', 'Budget'),
      unit: both('円', 'yen'),
      definition: both(
        'この募集の予算。空は、示していません。',
        'Budget of the call; empty: not given',
      ),
    }),
    urlColumn,
    sampleColumn,
  ],
  page: paths.programmes,
  tally: tallyOpenCalls,
  read: async (scope, city, after) =>
    datasetPart(
      await listOpenCalls(scope, after),
      ({ title_ja, closes_at, ...row }) => ({
        ...row,
        title: title_ja,
        closes_at: closes_at?.slice(0, 5) ?? null,
        url: paths.call(city.slug, row.id),
      }),
      ({ id }) => id,
    ),
}
