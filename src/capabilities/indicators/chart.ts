import type { Language } from '#kernel/bilingual.ts'
import type { Forecast } from './forecast.ts'
import { type Indicator, isDisputed, type YearValue } from './indicator.ts'
import { tickText } from './value-text.ts'

type Dot = { readonly value: number } | undefined

/** What the lines of an indicator's chart are. */
export type SeriesKind = 'measured' | 'disputed' | 'target' | 'forecast'

export type Series = {
  readonly kind: SeriesKind
  /** Which of the sources that disagree. */
  readonly place?: number
  readonly points: readonly Dot[]
  readonly dotsOnly: boolean
}

export type IndicatorChart = {
  readonly ticks: readonly string[]
  readonly series: readonly Series[]
  /** Ticks before which the way of measuring changed. */
  readonly breaks: readonly number[]
  /** False where years without anything were left out. */
  readonly isEven: boolean
}

/** Longer spans than this show only years that have something. */
const longestSpan = 24

type Claimed = { readonly year: number; readonly value: string }

/** What the sources of a disputed year say, each at the year for which it speaks. */
const claimsOf = (indicator: Pick<Indicator, 'base'>, one: YearValue): readonly Claimed[] =>
  one.claims.map(({ value }, at) => {
    const other = one.role === 'base' ? indicator.base?.others[at - 1] : undefined
    return { year: other?.value === value ? other.year : one.year, value }
  })

const axisOf = (years: readonly number[]): { years: readonly number[]; isEven: boolean } => {
  const sorted = [...new Set(years)].toSorted((a, b) => a - b)
  const [first = 0] = sorted
  const span = (sorted.at(-1) ?? 0) - first
  return span <= longestSpan
    ? { years: Array.from({ length: span + 1 }, (_, at) => first + at), isEven: true }
    : { years: sorted, isEven: false }
}

const placed = (years: readonly number[], claims: readonly Claimed[]): readonly Dot[] =>
  years.map((year) => {
    const found = claims.find((one) => one.year === year)
    return found && { value: Number(found.value) }
  })

const disputedSeries = (
  years: readonly number[],
  disputed: readonly (readonly Claimed[])[],
): readonly Series[] => {
  const most = Math.max(0, ...disputed.map((claims) => claims.length))
  return Array.from({ length: most }, (_, at) => ({
    kind: 'disputed' as const,
    place: at + 1,
    points: placed(
      years,
      disputed.flatMap((claims) => claims.slice(at, at + 1)),
    ),
    dotsOnly: true,
  }))
}

/** The chart of an indicator; undefined where there are fewer than two points. */
export const chartOf = (
  indicator: Indicator,
  { values, ahead }: { readonly values: readonly YearValue[]; readonly ahead: readonly Forecast[] },
  language: Language,
): IndicatorChart | undefined => {
  const sure = values.filter((one) => !isDisputed(one))
  const measured = sure.map(({ year, claims }) => ({ year, value: claims[0].value }))
  const disputed = values.filter(isDisputed).map((one) => claimsOf(indicator, one))
  const all = [...measured, ...disputed.flat(), ...indicator.targets, ...ahead]
  if (all.length < 2) return undefined
  const { years, isEven } = axisOf(all.map(({ year }) => year))
  // The line of what is expected begins where the measured one ends.
  const last = measured.at(-1)
  const series: readonly Series[] = [
    { kind: 'measured', points: placed(years, measured), dotsOnly: false },
    { kind: 'target', points: placed(years, indicator.targets), dotsOnly: true },
    {
      kind: 'forecast',
      points: placed(years, ahead.length > 0 && last ? [last, ...ahead] : []),
      dotsOnly: false,
    },
    ...disputedSeries(years, disputed),
  ]
  return {
    ticks: years.map((year) => tickText(indicator, year, language)),
    series: series.filter(({ points }) => points.some((point) => point !== undefined)),
    breaks: values
      .filter(({ claims }) => claims.some(({ breakNote }) => breakNote !== ''))
      .map(({ year }) => years.indexOf(year)),
    isEven,
  }
}
