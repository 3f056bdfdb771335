import type { Scope } from '#data/scope.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import { endOfFiscalYear, fiscalYearOf, tokyoDayOf } from '#kernel/calendar.ts'
import { formatDateInBothEras } from '#kernel/date-text.ts'
import { formatDecimal, percentOf, sumDecimals } from '#kernel/ratio.ts'
import { baseOf, findPublicResults } from '../../tabulations/index.ts'
import { counters } from '../counters.ts'
import type { Actual, GivenValue, Indicator, Origin } from '../indicator.ts'
import type { Filling } from '../preset.ts'
import { listEndedByHand, listStanding } from '../queries/values.ts'
import { correctValue, enterValue, withdrawValue } from './values.ts'

/** How many fiscal years that are over are counted again each time. */
const yearsCounted = 3

const plain = (
  year: number,
  value: string,
  said: { readonly source: Bilingual; readonly breakNote?: string },
): GivenValue => ({
  year,
  value,
  bound: undefined,
  numerator: undefined,
  denominator: undefined,
  measuredOn: undefined,
  note: '',
  breakNote: '',
  ...said,
})

type Filled = Extract<Origin, 'counted' | 'results'>

/** Who fills in: the product by itself, which leaves alone what a person ended, or a person who asks for it. */
export type Filler = 'by-itself' | 'asked'

const takenBack = '調査の結果の公開が取りやめになりました。'

const ownOf = async (scope: Scope, { code }: Indicator, origin: Filled) =>
  ((await listStanding(scope, [code])).get(code) ?? []).filter((one) => one.origin === origin)

/** Writes what was found; what stands already stays, what has changed is corrected and its earlier value kept. */
const writeFound = async (
  scope: Scope,
  indicator: Indicator,
  given: {
    readonly origin: Filled
    readonly found: readonly GivenValue[]
    readonly filler: Filler
  },
): Promise<void> => {
  const { origin, found, filler } = given
  const own = await ownOf(scope, indicator, origin)
  const ended =
    filler === 'asked'
      ? new Set<number>()
      : await listEndedByHand(scope, indicator.code, { origin, reason: takenBack })
  for (const value of found) {
    const before = own.find(({ year }) => year === value.year)
    if (!before && ended.has(value.year)) continue
    if (!before) await enterValue(scope, indicator, { value, beside: true, origin })
    else if (Number(before.value) !== Number(value.value))
      await correctValue(scope, indicator, { id: before.id, value, reason: '数え直し', origin })
  }
}

const waveValues = (
  table: NonNullable<Question['waves']>,
  { choices, years }: Results,
  title: Bilingual,
): readonly GivenValue[] =>
  table.waves.flatMap(({ key, label }, at): readonly GivenValue[] => {
    const year = years[key]
    const cells = choices.map((code) => table.rows.find((row) => row.code === code)?.cells[at])
    const percents = cells.map((cell) => cell?.percent)
    if (year === undefined || percents.some((one) => one === undefined)) return []
    const isBroken = table.breaks.some(({ before }) => before === key)
    return [
      plain(year, formatDecimal(sumDecimals(percents.filter((one) => one !== undefined))), {
        source: both(`${title.ja} ${label.ja}`, `${title.en}, ${label.en}`),
        ...(isBroken ? { breakNote: '調査の方法か設問が、前の回と違います。' } : {}),
      }),
    ]
  })

type Results = Extract<Filling, { kind: 'results' }>
type Found = NonNullable<Awaited<ReturnType<typeof findPublicResults>>>
type Question = Found['results']['questions'][number]

const answeredValues = (
  { counted }: Question,
  { results }: Found,
  { fills, indicator }: { readonly fills: Results; readonly indicator: Indicator },
): readonly GivenValue[] => {
  const n = baseOf(counted)
  const chosen = counted.choices.filter(({ code }) => fills.choices.includes(code))
  if (!results.asOf || !n || chosen.some(({ count }) => count === undefined)) return []
  const numerator = chosen.reduce((sum, { count }) => sum + (count ?? 0), 0)
  const share = percentOf({ numerator, denominator: n }, indicator.rounding)
  if (chosen.length === 0 || !share) return []
  return [
    {
      ...plain(fiscalYearOf(results.asOf), formatDecimal(share), { source: results.title }),
      numerator: String(numerator),
      denominator: String(n),
      measuredOn: results.asOf,
    },
  ]
}

const resultValues = (
  found: Found,
  fills: Results,
  indicator: Indicator,
): readonly GivenValue[] => {
  const question = found.results.questions.find(({ counted }) => counted.code === fills.question)
  if (!question) return []
  return question.waves && Object.keys(fills.years).length > 0
    ? waveValues(question.waves, fills, found.results.title)
    : answeredValues(question, found, { fills, indicator })
}

/** What was filled in from results that are no longer public goes with them. */
const takeBack = async (scope: Scope, indicator: Indicator, gone: readonly Actual[]) => {
  for (const { id } of gone) await withdrawValue(scope, indicator, { id, reason: takenBack })
}

/** Fills in from the published results of a survey. */
const fillFromResults = async (
  scope: Scope,
  indicator: Indicator,
  filler: Filler,
): Promise<void> => {
  const { fills } = indicator
  if (fills?.kind !== 'results') return
  const published = await findPublicResults(scope, fills.survey)
  const found = published ? resultValues(published, fills, indicator) : []
  const own = await ownOf(scope, indicator, 'results')
  const gone = own.filter(({ year }) => !found.some((value) => value.year === year))
  await takeBack(scope, indicator, gone)
  await writeFound(scope, indicator, { origin: 'results', found, filler })
}

/** Counts the fiscal years that are over, from the first in which there was anything to count. */
const fillFromCounter = async (
  scope: Scope,
  indicator: Indicator,
  filler: Filler,
): Promise<void> => {
  const { fills } = indicator
  const counter = fills?.kind === 'counter' && counters.find(({ code }) => code === fills.code)
  if (!counter) return
  const running = fiscalYearOf(tokyoDayOf(scope.now))
  const found: GivenValue[] = []
  const own = await ownOf(scope, indicator, 'counted')
  for (let fiscalYear = running - yearsCounted; fiscalYear < running; fiscalYear += 1) {
    const asOf = endOfFiscalYear(fiscalYear)
    const value = await counter.count(scope, { fiscalYear, asOf })
    const isKnown = own.some(({ year }) => year === fiscalYear)
    if (value === 0 && found.length === 0 && !isKnown) continue
    const source = both(
      `このサイトの記録（${formatDateInBothEras(asOf, 'ja')}現在）。${counter.definition.ja}`,
      `Records of this site as of ${formatDateInBothEras(asOf, 'en')}. ${counter.definition.en}`,
    )
    found.push({ ...plain(fiscalYear, String(value), { source }), measuredOn: asOf })
  }
  await writeFound(scope, indicator, { origin: 'counted', found, filler })
}

/** Fills in what the product knows by itself, and shows where it came from. The indicator is locked by the caller. */
export const fillIndicator = async (
  scope: Scope,
  indicator: Indicator,
  filler: Filler = 'by-itself',
): Promise<void> => {
  if (indicator.fills?.kind === 'counter') await fillFromCounter(scope, indicator, filler)
  else await fillFromResults(scope, indicator, filler)
}
