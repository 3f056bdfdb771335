import type { Scope } from '#data/scope.ts'
import { both } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { publishEntry, withdrawEntry } from '../../publishing/index.ts'
import { type Actual, endOfYear, type Indicator, isDisputed, yearValues } from '../indicator.ts'
import { paths } from '../paths.ts'
import { publishShared, type SharedPoint, withdrawShared } from '../queries/comparison.ts'
import { lockIndicator } from '../queries/indicators.ts'
import { listStanding } from '../queries/values.ts'
import { valueText } from '../value-text.ts'

const sharedPoints = (indicator: Indicator, actuals: readonly Actual[]): readonly SharedPoint[] => [
  ...yearValues(indicator, actuals).flatMap((one): readonly SharedPoint[] =>
    one.claims.map(({ value }) => ({
      year: one.year,
      role: one.role,
      value,
      measuredOn: actuals.find((actual) => actual.year === one.year && actual.value === value)
        ?.measuredOn,
      ...(isDisputed(one) ? { disputed: true } : {}),
    })),
  ),
  ...indicator.targets.map(({ year, value }) => ({ year, value, role: 'target' as const })),
]

const summaryOf = (indicator: Indicator, actuals: readonly Actual[]) => {
  const latest = actuals.at(-1) ?? indicator.base
  if (!latest) return both('まだ値がありません。', 'No value yet.')
  const said = (lang: 'ja' | 'en') => valueText(latest.value, indicator.unit, lang)
  return both(
    `${latest.year}年${indicator.calendar === 'fiscal' ? '度' : ''}：${said('ja')}`,
    `${latest.year}: ${said('en')}`,
  )
}

/** The day of the last entry; where there is none, the end of the year for which the base stands. */
const lastChange = (scope: Scope, indicator: Indicator, actuals: readonly Actual[]): PlainDate => {
  if (actuals.length === 0)
    return indicator.base ? endOfYear(indicator, indicator.base.year) : tokyoDayOf(scope.now)
  return tokyoDayOf(new Date(Math.max(...actuals.map(({ enteredAt }) => enteredAt.getTime()))))
}

/** Lets everyone find an indicator, and compare it where it follows a shared definition. */
export const publishIndicator = async (scope: Scope, indicator: Indicator): Promise<void> => {
  const actuals = (await listStanding(scope, [indicator.code])).get(indicator.code) ?? []
  const isSample = indicator.sample || actuals.some(({ sample }) => sample)
  await publishEntry(scope, {
    kind: 'indicator',
    id: indicator.code,
    title: indicator.sample
      ? both(`${indicator.title.ja}（見本）`, `${indicator.title.en} (sample)`)
      : indicator.title,
    summary: summaryOf(indicator, actuals),
    body: [
      indicator.measuredBy?.ja,
      indicator.measuredBy?.en,
      indicator.numerator?.ja,
      indicator.denominator?.ja,
    ]
      .filter((text) => text !== undefined)
      .join('\n'),
    url: paths.indicator(scope.city.slug, indicator.code),
    happenedOn: lastChange(scope, indicator, actuals),
  })
  if (!indicator.shared) return withdrawShared(scope, indicator.code)
  return publishShared(scope, indicator.shared, {
    code: indicator.code,
    title: indicator.title,
    difference: indicator.difference,
    points: sharedPoints(indicator, actuals),
    sample: isSample,
  })
}

/** The same for indicators whose values were taken away from outside: removed samples. */
export const republishIndicators = async (
  scope: Scope,
  codes: readonly string[],
): Promise<void> => {
  for (const code of codes) {
    const indicator = await lockIndicator(scope, code)
    if (indicator) await publishIndicator(scope, indicator)
    else {
      await withdrawEntry(scope, 'indicator', code)
      await withdrawShared(scope, code)
    }
  }
}
