import { inBrackets, type Language } from '#kernel/bilingual.ts'
import { formatDateInBothEras } from '#kernel/date-text.ts'
import type { Forecast } from './forecast.ts'
import type { Actual, Indicator } from './indicator.ts'
import { sentences } from './sentences.ts'
import type { Shown } from './shown.ts'
import { boundedText, valueText, yearText } from './value-text.ts'

/** One line of the table that stands beside the chart. */
export type PointRow = {
  readonly year: number
  readonly when: string
  readonly kind: string
  readonly value: string
  readonly counts: string
  readonly measuredOn: string
  readonly source: string
  readonly notes: readonly string[]
}

type Said = { readonly indicator: Indicator; readonly language: Language }

const empty = { counts: '', measuredOn: '', source: '', notes: [] } as const

const rowOf = (
  { indicator, language }: Said,
  given: { readonly year: number; readonly value: string; readonly kind: PointKind },
): PointRow => ({
  ...empty,
  year: given.year,
  when: yearText(indicator, given.year, language),
  kind: sentences[language].kinds[given.kind],
  value: valueText(given.value, indicator.unit, language),
})

type PointKind = keyof (typeof sentences)['ja']['kinds']

const baseRows = (said: Said, sourceOf: (source: string) => string): readonly PointRow[] => {
  const { base } = said.indicator
  if (!base) return []
  const words = sentences[said.language]
  return [
    {
      ...rowOf(said, { ...base, kind: 'base' }),
      source: base.others.length > 0 ? words.fromPlan : sourceOf(said.indicator.source),
    },
    ...base.others.map((other) => ({
      ...rowOf(said, { ...other, kind: 'base' }),
      source: [other.when[said.language], sourceOf(other.source)].filter((one) => one).join(' — '),
    })),
  ]
}

const actualRow = (said: Said, actual: Actual, sourceOf: (source: string) => string): PointRow => {
  const { language, indicator } = said
  const words = sentences[language]
  const { numerator, denominator, measuredOn, origin, source, sample } = actual
  const named = origin === 'document' ? sourceOf(source.ja) : source[language]
  return {
    ...rowOf(said, { ...actual, kind: 'actual' }),
    value: boundedText(actual, indicator.unit, language),
    counts: numerator && denominator ? `${numerator}/${denominator}` : '',
    measuredOn: measuredOn ? formatDateInBothEras(measuredOn, language) : '',
    source: `${named}${inBrackets(words.origins[origin], language)}`,
    notes: [
      ...(sample ? [words.sample] : []),
      ...(actual.note === '' ? [] : [actual.note]),
      ...(actual.breakNote === '' ? [] : [words.breakBefore(actual.breakNote)]),
    ],
  }
}

const forecastRow = (said: Said, one: Forecast): PointRow =>
  rowOf(said, { ...one, kind: 'forecast' })

/** Everything that the chart draws, line by line: base, values, targets and forecast in the order of the years. */
export const pointRows = (
  { indicator, actuals, ahead }: Shown,
  language: Language,
  sourceOf: (source: string) => string,
): readonly PointRow[] => {
  const said: Said = { indicator, language }
  return [
    ...baseRows(said, sourceOf),
    ...actuals.map((actual) => actualRow(said, actual, sourceOf)),
    ...ahead.map((one) => forecastRow(said, one)),
    ...indicator.targets.map((target) => ({
      ...rowOf(said, { ...target, kind: target.kind }),
      source: sourceOf(indicator.source),
    })),
  ].toSorted((a, b) => a.year - b.year)
}
