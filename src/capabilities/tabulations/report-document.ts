import { inBrackets, type Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { type Decimal, formatDecimal } from '#kernel/ratio.ts'
import type { Block, OfficialDocument, Section, Table } from '#web/document/index.ts'
import { percentOfCell } from './cross.ts'
import { numberFacts } from './number-facts.ts'
import { outlineOf, readingNotes } from './outline.ts'
import { tabulate } from './question.ts'
import type { NamedCross, ResultQuestion, Results } from './results.ts'
import { rateReturns } from './returns.ts'
import { sentences } from './sentences.ts'

const text = (percent: Decimal | undefined, missing: string): string =>
  percent ? formatDecimal(percent) : missing

const simpleTable = ({ counted }: ResultQuestion, lang: Language): Table => {
  const words = sentences[lang]
  const { rows, sums, n } = tabulate(counted)
  const hasCounts = rows.some(({ count }) => count !== undefined)
  const columns = [
    { label: words.choice, width: 6 },
    ...(hasCounts ? [{ label: words.count, width: 1, align: 'right' as const }] : []),
    { label: words.percent, width: 1, align: 'right' as const },
  ] as const
  const line = (label: string, count: string, percent: string): string[] =>
    hasCounts ? [label, count, percent] : [label, percent]
  const caption = n === undefined ? {} : { caption: words.n(formatNumber(n)) }
  return {
    kind: 'table',
    ...caption,
    columns: [columns[0], ...columns.slice(1)],
    rows: [
      ...rows.map(({ label, count, percent, printed }) =>
        line(
          label[lang],
          count === undefined ? '' : formatNumber(count),
          text(percent, printed ?? words.missing),
        ),
      ),
      ...sums.map(({ label, percent }) => line(label[lang], '', formatDecimal(percent))),
    ],
  }
}

const numberRows = ({ number }: ResultQuestion, lang: Language): readonly Block[] =>
  number
    ? [
        {
          kind: 'rows',
          rows: numberFacts(number, lang).map(({ term, description }) => ({
            label: term,
            value: description,
          })),
        },
      ]
    : []

const waveTable = ({ waves }: ResultQuestion, lang: Language): readonly Block[] => {
  if (!waves) return []
  const words = sentences[lang]
  const breaks = new Set(waves.breaks.map(({ before }) => before))
  return [
    {
      kind: 'table',
      caption: words.waves,
      columns: [
        { label: words.choice, width: 4 },
        ...waves.waves.map(({ key, label }) => ({
          label: `${breaks.has(key) ? `${words.breakMark} ` : ''}${label[lang]}`,
          width: 1,
          align: 'right' as const,
        })),
      ],
      rows: [
        ...waves.rows.map(({ label, cells }) => [
          label[lang],
          ...cells.map((cell) => text(cell?.percent, cell?.printed ?? words.missing)),
        ]),
        ...waves.sums.map(({ label, cells }) => [
          label[lang],
          ...cells.map((cell) => text(cell, words.missing)),
        ]),
      ],
    },
  ]
}

const crossTable = (cross: NamedCross, lang: Language): Table => {
  const words = sentences[lang]
  return {
    kind: 'table',
    caption: words.crossOf(cross.axisLabel[lang]),
    columns: [
      { label: words.choice, width: 3 },
      ...cross.columns.map(({ label }, c) => ({
        label: `${label[lang]}\n${words.n(formatNumber(cross.bases[c] ?? 0))}`,
        width: 1,
        align: 'right' as const,
      })),
    ],
    rows: cross.rows.map(({ label }, r) => [
      label[lang],
      ...cross.columns.map((_, c) => {
        const count = cross.counts[r]?.[c]
        const percent = percentOfCell(cross, r, c)
        return typeof count === 'number'
          ? `${formatNumber(count)}${percent ? inBrackets(formatDecimal(percent), lang) : ''}`
          : words.hidden
      }),
    ]),
  }
}

const groupBlocks = ({ groups }: ResultQuestion, lang: Language): readonly Block[] => {
  const words = sentences[lang]
  return groups.flatMap(({ title, answer, count, texts }): readonly Block[] => [
    {
      kind: 'heading',
      text: `${title}${inBrackets(words.textCount(count), lang)}`,
      level: 2,
    },
    { kind: 'list', items: texts },
    { kind: 'rows', rows: [{ label: words.cityAnswer, value: answer || words.noAnswerYet }] },
  ])
}

const questionSection = (question: ResultQuestion, lang: Language): Section => {
  const words = sentences[lang]
  const { counted, name, crosses } = question
  const table = tabulate(counted)
  const kind = question.number ? words.numberQuestion : words[counted.kind]
  const marks = [kind, ...(table.isReference ? [words.reference] : [])]
  const total =
    counted.kind === 'multiple' && table.total && table.n !== undefined
      ? [
          words.totalTicks(
            formatNumber(table.total.count),
            text(table.total.percent, words.missing),
            formatNumber(table.n),
          ),
        ]
      : []
  return {
    title: `${name[lang]} ${counted.label[lang]}`,
    blocks: [
      { kind: 'note', text: [...marks, ...total].join(lang === 'ja' ? '　' : '. ') },
      ...(counted.choices.length > 0 ? [simpleTable(question, lang)] : []),
      ...numberRows(question, lang),
      ...waveTable(question, lang),
      ...crosses.map((cross) => crossTable(cross, lang)),
      ...groupBlocks(question, lang),
    ],
  }
}

const returnsSection = ({ returns }: Results, lang: Language): readonly Section[] => {
  if (!returns) return []
  const words = sentences[lang]
  const rates = rateReturns(returns)
  const row = (label: string, value: number, percent: Decimal | undefined) => ({
    label,
    value: `${formatNumber(value)}${percent ? inBrackets(`${formatDecimal(percent)}%`, lang) : ''}`,
  })
  return [
    {
      title: words.returns,
      blocks: [
        {
          kind: 'rows',
          rows: [
            ...(rates.sent === undefined ? [] : [row(words.sent, rates.sent, undefined)]),
            row(words.valid, rates.valid, rates.validRate),
            ...rates.modes.map(({ label, valid, shareOfValid }) =>
              row(label[lang], valid, shareOfValid),
            ),
          ],
        },
      ],
    },
  ]
}

/** The whole report on paper: outline, returns, every table, what was written and what the city says to it. */
export const composeReport = (
  results: Results,
  given: { readonly city: City; readonly lang: Language; readonly date: PlainDate },
): OfficialDocument => {
  const { city, lang, date } = given
  const words = sentences[lang]
  return {
    kind: 'sheet',
    lang,
    city: city.name[lang],
    title: words.title,
    subtitle: results.title[lang],
    date,
    number: '',
    blocks: [
      { kind: 'paragraph', text: results.lead[lang] },
      {
        kind: 'rows',
        rows: outlineOf(results, lang).map(({ term, description }) => ({
          label: term,
          value: description,
        })),
      },
      { kind: 'list', items: readingNotes(results, lang) },
    ],
    sections: [
      ...returnsSection(results, lang),
      ...results.questions.map((question) => questionSection(question, lang)),
    ],
  }
}
