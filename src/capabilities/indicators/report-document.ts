import type { PlainDate } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import type { Block, OfficialDocument, Section } from '#web/document/index.ts'
import { isDisputed, latestOf } from './indicator.ts'
import { judgementText, judgementWord } from './judgement-text.ts'
import { pointRows } from './points.ts'
import { sentences } from './sentences.ts'
import type { Shown } from './shown.ts'
import { boundedText, valueText, yearText } from './value-text.ts'

const words = sentences.ja

type Named = { readonly city: City; readonly sourceOf: (source: string) => string }

const said = (one: Shown, role: 'base' | 'latest'): string => {
  const { indicator, values } = one
  const found = role === 'latest' ? latestOf(values) : values.find((value) => value.role === 'base')
  if (!found) return words.noValue
  const numbers = [
    ...new Set(found.claims.map((claim) => boundedText(claim, indicator.unit, 'ja'))),
  ]
  return `${numbers.join(' ⇔ ')}（${yearText(indicator, found.year, 'ja')}）`
}

const overview = (shown: readonly Shown[]): Block => ({
  kind: 'table',
  caption: words.overviewCaption,
  columns: [
    { label: words.indicator, width: 4 },
    { label: words.kinds.base, width: 3 },
    { label: words.latest, width: 3 },
    { label: words.kinds.final, width: 3 },
    { label: words.judgement, width: 2 },
  ],
  rows: shown.map((one) => [
    one.indicator.title.ja,
    said(one, 'base'),
    said(one, 'latest'),
    one.indicator.targets
      .map(
        ({ value, year }) =>
          `${valueText(value, one.indicator.unit, 'ja')}（${yearText(one.indicator, year, 'ja')}）`,
      )
      .join('、') || words.states['no-target'],
    judgementWord(one.judgement, 'ja'),
  ]),
})

const sectionOf = ({ city, sourceOf }: Named, one: Shown): Section => {
  const { indicator, judgement, values, ahead } = one
  const fact = (label: string, value: string | undefined) => (value ? [{ label, value }] : [])
  return {
    title: `${indicator.title.ja}${one.isSample ? '（見本の値をふくむ）' : ''}`,
    blocks: [
      { kind: 'paragraph', text: judgementText(indicator, judgement, 'ja') },
      ...(values.some(isDisputed) ? [{ kind: 'note' as const, text: words.conflictLead }] : []),
      {
        kind: 'table',
        caption: words.table,
        columns: [
          { label: words.year, width: 4 },
          { label: words.kind, width: 2 },
          { label: words.value, width: 2, align: 'right' },
          { label: words.source, width: 5 },
        ],
        rows: pointRows(one, 'ja', sourceOf).map(({ when, kind, value, source }) => [
          when,
          kind,
          value,
          source,
        ]),
      },
      ...(ahead.length > 0 ? [{ kind: 'note' as const, text: words.forecastText }] : []),
      {
        kind: 'rows',
        rows: [
          ...fact(words.numerator, indicator.numerator?.ja),
          ...fact(words.denominator, indicator.denominator?.ja),
          ...fact(words.direction, words.directions[indicator.direction]),
          ...fact(words.measuredBy, indicator.measuredBy?.ja),
          ...fact(
            words.department,
            indicator.department && nameOfCode(city.departments, indicator.department).ja,
          ),
          ...fact(words.source, sourceOf(indicator.source)),
        ],
      },
    ],
  }
}

/** 指標と目標値の一覧: every indicator of a page with its values, for print. */
export const composeReport = (
  shown: readonly Shown[],
  given: Named & { readonly date: PlainDate },
): OfficialDocument => ({
  kind: 'sheet',
  lang: 'ja',
  city: given.city.name.ja,
  title: words.reportTitle,
  date: given.date,
  sections: [
    {
      title: words.overview,
      blocks: [shown.length > 0 ? overview(shown) : { kind: 'note', text: words.none }],
    },
    ...shown.map((one) => sectionOf(given, one)),
  ],
})
