import { both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { Dataset, DatasetRow } from '#web/dataset.ts'
import {
  column,
  departmentColumns,
  fixedTable,
  plainColumn,
  sampleColumn,
  urlColumn,
} from '#web/dataset-columns.ts'
import type { Actual, Indicator } from './indicator.ts'
import { paths } from './paths.ts'
import { tallyValues } from './queries/datasets.ts'
import { listIndicatorsAfter } from './queries/indicators.ts'
import { listStanding } from './queries/values.ts'
import { sentences } from './sentences.ts'

const { ja, en } = sentences

const kinds = fixedTable('target-kinds', both('値の種類', 'Kinds of values'), {
  base: both('現状値（基準値）', 'Base'),
  'base-other': both('現状値（ほかの出典の値）', 'Base by another source'),
  actual: both('実績', 'Measured value'),
  intermediate: both('中間目標', 'Intermediate target'),
  final: both('最終目標', 'Final target'),
})

const directions = fixedTable('target-directions', both('めざす向き', 'Directions'), {
  up: both(ja.directions.up, en.directions.up),
  down: both(ja.directions.down, en.directions.down),
  keep: both(ja.directions.keep, en.directions.keep),
})

const origins = fixedTable('indicator-origins', both('値の入り方', 'Origins of values'), {
  document: both(ja.origins.document, en.origins.document),
  entered: both(ja.origins.entered, en.origins.entered),
  table: both(ja.origins.table, en.origins.table),
  counted: both(ja.origins.counted, en.origins.counted),
  results: both(ja.origins.results, en.origins.results),
})

const bounds = fixedTable('indicator-bounds', both('値の幅', 'Ranges'), {
  'at-least': both(ja.bounds['at-least'], en.bounds['at-least']),
  'at-most': both(ja.bounds['at-most'], en.bounds['at-most']),
})

type Point = DatasetRow & { readonly kind: string }

const actualPoint = (actual: Actual): Point => ({
  kind: 'actual',
  year: actual.year,
  value: Number(actual.value),
  bound: actual.bound,
  numerator: actual.numerator === undefined ? null : Number(actual.numerator),
  denominator: actual.denominator === undefined ? null : Number(actual.denominator),
  measured_on: actual.measuredOn,
  origin: actual.origin,
  source: actual.source.ja,
  note: [actual.note, actual.breakNote].filter((text) => text !== '').join(' '),
  sample: actual.sample,
})

const pointsOf = (indicator: Indicator, actuals: readonly Actual[]): readonly Point[] => {
  const { base, targets, source } = indicator
  const printed = { origin: 'document', source, sample: indicator.sample }
  return [
    ...(base ? [{ ...printed, kind: 'base', year: base.year, value: Number(base.value) }] : []),
    ...(base?.others ?? []).map((other) => ({
      kind: 'base-other',
      year: other.year,
      value: Number(other.value),
      origin: 'document',
      source: `${other.when.ja} ${other.source}`,
      sample: indicator.sample,
    })),
    ...actuals.map(actualPoint),
    ...targets.map(({ year, value, kind }) => ({ ...printed, kind, year, value: Number(value) })),
  ]
}

const rowsOf = (city: City, indicator: Indicator, actuals: readonly Actual[]): DatasetRow[] =>
  pointsOf(indicator, actuals).map((point) => ({
    indicator: indicator.code,
    title: indicator.title.ja,
    title_en: indicator.title.en,
    plan: indicator.plan,
    shared: indicator.shared,
    direction: indicator.direction,
    unit: indicator.unit.ja,
    numerator_definition: indicator.numerator?.ja,
    denominator_definition: indicator.denominator?.ja,
    department: indicator.department,
    department_name: city.departments.find(({ code }) => code === indicator.department)?.name.ja,
    calendar: indicator.calendar,
    ...point,
    url: paths.indicator(city.slug, indicator.code),
  }))

/** 指標, one row for each value: base, targets, and what was measured. */
export const indicatorsDataset: Dataset = {
  code: 'indicators',
  title: both('指標と目標値', 'Indicators and targets'),
  description: both(
    '指標の現状値・目標値・実績です。1行に1つの値を並べています。出典が食い違う値は、どちらも載せています。',
    'Base, targets and measured values of indicators, one value in a row. Where sources conflict, both are there.',
  ),
  keywords: [both('指標', 'indicators'), both('目標値', 'targets'), both('実績', 'results')],
  changes: 'continually',
  columns: [
    plainColumn('indicator', both('指標コード', 'Indicator')),
    plainColumn('title', both('指標', 'Title')),
    plainColumn('title_en', both('指標_英語', 'Title in English')),
    column('plan', 'text', {
      name: both('計画ID', 'Plan ID'),
      definition: both('指標を定めた計画の番号', 'Id of the plan that sets it'),
    }),
    column('shared', 'text', {
      name: both('共通の定義', 'Shared definition'),
      definition: both(
        '同じ記号の指標は、ほかの市のものと比べられます。',
        'Indicators of the same code can be compared between cities.',
      ),
    }),
    column('direction', 'code', {
      name: both('めざす向きコード', 'Direction'),
      definition: both('増やすか、減らすか、保つか', 'Whether it is to grow, to shrink or to stay'),
      codes: directions,
    }),
    plainColumn('unit', both('単位', 'Unit')),
    plainColumn('numerator_definition', both('分子の定義', 'What the numerator is')),
    plainColumn('denominator_definition', both('分母の定義', 'What the denominator is')),
    ...departmentColumns,
    column('calendar', 'text', {
      name: both('年の数え方', 'Calendar'),
      definition: both(
        'fiscalは年度、calendarは暦の年',
        'fiscal: April to March; calendar: January to December',
      ),
    }),
    column('kind', 'code', {
      name: both('値の種類コード', 'Kind'),
      definition: both('現状値か、実績か、目標値か', 'Base, measured value or target'),
      codes: kinds,
    }),
    column('year', 'year', {
      name: both('年度', 'Year'),
      definition: both('始まる年（西暦）', 'The western year in which it begins'),
    }),
    column('value', 'number', {
      name: both('値', 'Value'),
      definition: both('単位の列にある単位での値', 'In the unit of its column'),
    }),
    column('bound', 'code', {
      name: both('値の幅コード', 'Range'),
      definition: both('「以上」「以下」とだけ分かるとき', 'Where only an end is known'),
      codes: bounds,
    }),
    column('numerator', 'number', {
      name: both('分子', 'Numerator'),
      definition: both('分かるときだけ', 'Where it is known'),
    }),
    column('denominator', 'number', {
      name: both('分母', 'Denominator'),
      definition: both('分かるときだけ', 'Where it is known'),
    }),
    column('measured_on', 'date', {
      name: both('測った日', 'Measured on'),
      definition: both('日まで分かるときだけ', 'Where the day is known'),
    }),
    column('origin', 'code', {
      name: both('値の入り方コード', 'Origin'),
      definition: both('値がどのように入ったか', 'How the value came in'),
      codes: origins,
    }),
    plainColumn('source', both('出典', 'Source')),
    plainColumn('note', both('備考', 'Note')),
    sampleColumn,
    urlColumn,
  ],
  page: paths.list,
  tally: tallyValues,
  read: async (scope, city, after) => {
    const indicators = await listIndicatorsAfter(scope, after ?? '')
    const values = await listStanding(
      scope,
      indicators.map(({ code }) => code),
    )
    return {
      rows: indicators.flatMap((one) => rowsOf(city, one, values.get(one.code) ?? [])),
      next: indicators.length === 100 ? indicators.at(-1)?.code : undefined,
    }
  },
}
