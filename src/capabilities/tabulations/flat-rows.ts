import type { Language } from '#kernel/bilingual.ts'
import { type Decimal, formatDecimal } from '#kernel/ratio.ts'
import { writeSpreadsheetCsv } from '#kernel/tables/index.ts'
import { percentOfCell } from './cross.ts'
import { baseOf, referenceBelow, tabulate } from './question.ts'
import type { NamedCross, ResultQuestion, Results } from './results.ts'
import { rateReturns } from './returns.ts'
import { sentences } from './sentences.ts'

const parts = ['returns', 'simple', 'number', 'sum', 'wave', 'cross', 'text'] as const

/** One figure with everything that it needs to be understood away from its table. */
export type FlatRow = {
  readonly kind: (typeof parts)[number]
  readonly number: string
  readonly question: string
  readonly wave: string
  readonly axis: string
  readonly column: string
  readonly row: string
  readonly count: number | undefined
  readonly n: number | undefined
  readonly percent: Decimal | undefined
  /** Mean and middle of numbers, in the unit that stands beside them. */
  readonly value: Decimal | undefined
  readonly mark: string
}

const blank = {
  number: '',
  question: '',
  wave: '',
  axis: '',
  column: '',
  row: '',
  count: undefined,
  n: undefined,
  percent: undefined,
  value: undefined,
  mark: '',
} as const

const named = ({ name, counted }: ResultQuestion, lang: Language) => ({
  ...blank,
  number: name[lang],
  question: counted.label[lang],
})

const simpleRows = (question: ResultQuestion, lang: Language): readonly FlatRow[] => {
  const { marks } = sentences[lang]
  const table = tabulate(question.counted)
  const rows = table.rows.map(
    (row): FlatRow => ({
      ...named(question, lang),
      kind: 'simple',
      row: row.label[lang],
      count: row.count,
      n: table.n,
      percent: row.percent,
      mark: [
        row.reconstructed ? marks.reconstructed : '',
        table.isReference ? marks.reference : '',
        row.percent === undefined ? (row.printed ?? '') : '',
      ]
        .filter(Boolean)
        .join(' '),
    }),
  )
  const sums = table.sums.map(
    ({ label, percent }): FlatRow => ({
      ...named(question, lang),
      kind: 'sum',
      row: label[lang],
      n: table.n,
      percent,
    }),
  )
  return [...rows, ...sums]
}

const numberRows = (question: ResultQuestion, lang: Language): readonly FlatRow[] => {
  const { number } = question
  if (!number) return []
  const { answered, mean, median, unit } = number
  const words = sentences[lang]
  return [
    { label: words.numberMean, value: mean },
    { label: words.numberMedian, value: median },
  ].map(({ label, value }) => ({
    ...named(question, lang),
    kind: 'number',
    row: label,
    n: answered,
    value,
    mark: value ? unit[lang] : words.numberFew,
  }))
}

const waveRows = (question: ResultQuestion, lang: Language): readonly FlatRow[] =>
  question.waves
    ? question.waves.rows.flatMap(({ label, cells }) =>
        cells.map((cell, at): FlatRow => {
          const wave = question.waves!.waves[at]!
          const mark = wave.isReference ? sentences[lang].marks.reference : ''
          return {
            ...named(question, lang),
            kind: 'wave',
            wave: wave.label[lang],
            row: label[lang],
            count: cell?.count,
            n: wave.n,
            percent: cell?.percent,
            mark,
          }
        }),
      )
    : []

const crossRows = (
  question: ResultQuestion,
  cross: NamedCross,
  lang: Language,
): readonly FlatRow[] =>
  cross.rows.flatMap((row, r) =>
    cross.columns.map((column, c): FlatRow => {
      const count = cross.counts[r]?.[c] ?? undefined
      return {
        ...named(question, lang),
        kind: 'cross',
        axis: cross.axisLabel[lang],
        column: column.label[lang],
        row: row.label[lang],
        count,
        n: cross.bases[c],
        percent: percentOfCell(cross, r, c),
        mark: [
          count === undefined ? sentences[lang].marks.hidden : '',
          (cross.bases[c] ?? 0) < referenceBelow ? sentences[lang].marks.reference : '',
        ]
          .filter(Boolean)
          .join(' '),
      }
    }),
  )

const textRows = (question: ResultQuestion, lang: Language): readonly FlatRow[] =>
  question.groups.map(({ title, count }) => ({
    ...named(question, lang),
    kind: 'text',
    row: title,
    count,
    n: baseOf(question.counted),
  }))

const returnRows = (results: Results, lang: Language): readonly FlatRow[] => {
  if (!results.returns) return []
  const words = sentences[lang]
  const rates = rateReturns(results.returns)
  return [
    {
      ...blank,
      kind: 'returns',
      row: words.returned,
      count: rates.returned,
      n: rates.sent,
      percent: rates.rate,
    },
    {
      ...blank,
      kind: 'returns',
      row: words.valid,
      count: rates.valid,
      n: rates.sent,
      percent: rates.validRate,
    },
    ...rates.modes.map(
      ({ label, valid, shareOfValid }): FlatRow => ({
        ...blank,
        kind: 'returns',
        row: label[lang],
        count: valid,
        n: rates.valid,
        percent: shareOfValid,
      }),
    ),
  ]
}

/** Every figure of the results, one in a row, in the order of the page. */
export const flatten = (results: Results, lang: Language): readonly FlatRow[] => [
  ...returnRows(results, lang),
  ...results.questions.flatMap((question) => [
    ...simpleRows(question, lang),
    ...numberRows(question, lang),
    ...waveRows(question, lang),
    ...question.crosses.flatMap((cross) => crossRows(question, cross, lang)),
    ...textRows(question, lang),
  ]),
]

const decimalCell = (value: Decimal | undefined, asNumber: boolean): string | number | undefined =>
  value && (asNumber ? Number(formatDecimal(value)) : formatDecimal(value))

/**
 * The cells of a row in the order of the headings.
 * @param asNumber how a percentage is given: 35.0 keeps its zero as text, a sheet of Excel takes a number
 */
export const flatCells = (
  { percent, value, kind, ...row }: FlatRow,
  lang: Language,
  asNumber: boolean,
): readonly (string | number | undefined)[] => [
  sentences[lang].csvKinds[kind],
  row.number,
  row.question,
  row.wave,
  row.axis,
  row.column,
  row.row,
  row.count,
  row.n,
  decimalCell(percent, asNumber),
  decimalCell(value, asNumber),
  row.mark,
]

/** All tables in one CSV file, as spreadsheet programs in Japan open it. */
export const resultsCsv = (results: Results, lang: Language): string =>
  writeSpreadsheetCsv([
    Object.values(sentences[lang].csvHeadings),
    ...flatten(results, lang).map((row) => flatCells(row, lang, false)),
  ])
