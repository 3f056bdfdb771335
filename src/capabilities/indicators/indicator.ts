import type { Bilingual } from '#kernel/bilingual.ts'
import { endOfFiscalYear, type PlainDate } from '#kernel/calendar.ts'
import type { bounds, directions, IndicatorRecord } from './preset.ts'

export type Direction = (typeof directions)[number]
export type Bound = (typeof bounds)[number]

/** An indicator by its definition record. */
export type Indicator = Omit<IndicatorRecord, 'values'> & { readonly sample: boolean }

/** Where a measured value came from. */
export const origins = ['document', 'entered', 'table', 'counted', 'results'] as const
export type Origin = (typeof origins)[number]

/** A measured value. It is never changed: a correction is another one that replaces it. */
export type Actual = {
  readonly id: string
  readonly year: number
  /** With the decimals with which it was written. */
  readonly value: string
  readonly bound: Bound | undefined
  readonly numerator: string | undefined
  readonly denominator: string | undefined
  readonly measuredOn: PlainDate | undefined
  readonly source: Bilingual
  readonly note: string
  /** Why it cannot be compared with the values before it; empty where it can. */
  readonly breakNote: string
  readonly origin: Origin
  readonly state: 'standing' | 'replaced' | 'withdrawn'
  /** Why it was corrected or withdrawn. */
  readonly reason: string
  readonly replaces: string | undefined
  readonly enteredAt: Date
  readonly endedAt: Date | undefined
  readonly sample: boolean
}

/** A value as somebody gives it. */
export type GivenValue = Pick<
  Actual,
  | 'year'
  | 'value'
  | 'bound'
  | 'numerator'
  | 'denominator'
  | 'measuredOn'
  | 'source'
  | 'note'
  | 'breakNote'
>

/** One source's number for a year. */
export type Claim = {
  readonly value: string
  readonly bound: Bound | undefined
  /** When and where it was measured, in words. */
  readonly said: Bilingual | undefined
  readonly breakNote: string
}

/** What was measured in a year, by every source that says so. */
export type YearValue = {
  readonly year: number
  readonly role: 'base' | 'actual'
  /** The first is the plan's or the one entered first; with two of them nobody has been believed. */
  readonly claims: readonly [Claim, ...Claim[]]
}

const sameNumber = (a: Claim, b: Claim): boolean =>
  Number(a.value) === Number(b.value) && a.bound === b.bound

/** True where the sources of a year give different numbers. */
export const isDisputed = ({ claims }: Pick<YearValue, 'claims'>): boolean =>
  claims.some((claim) => !sameNumber(claim, claims[0]))

const claimOf = (actual: Actual): Claim => ({
  value: actual.value,
  bound: actual.bound,
  said: actual.source,
  breakNote: actual.breakNote,
})

const baseValue = ({ base }: Pick<Indicator, 'base'>): YearValue | undefined =>
  base && {
    year: base.year,
    role: 'base',
    claims: [
      { value: base.value, bound: undefined, said: undefined, breakNote: '' },
      ...base.others.map(({ value, when }) => ({
        value,
        bound: undefined,
        said: when,
        breakNote: '',
      })),
    ],
  }

/**
 * Everything that was measured, year by year: the base, then the values that stand. A value entered for the base's
 * year stands beside the base as another source of it.
 */
export const yearValues = (
  indicator: Pick<Indicator, 'base'>,
  actuals: readonly Actual[],
): readonly YearValue[] => {
  const found = new Map<number, YearValue>()
  const base = baseValue(indicator)
  if (base) found.set(base.year, base)
  for (const actual of actuals.filter(({ state }) => state === 'standing')) {
    const known = found.get(actual.year)
    const claim = claimOf(actual)
    found.set(
      actual.year,
      known
        ? { ...known, claims: [...known.claims, claim] }
        : { year: actual.year, role: 'actual', claims: [claim] },
    )
  }
  return [...found.values()].toSorted((a, b) => a.year - b.year)
}

/** The last year for which something was measured after the base. */
export const latestOf = (values: readonly YearValue[]): YearValue | undefined => {
  const base = values.find(({ role }) => role === 'base')
  return values.findLast(({ role, year }) => role === 'actual' && (!base || year > base.year))
}

/** The target a value of that year is held against: the next that is due, else the last. */
export const targetFor = (
  { targets }: Pick<Indicator, 'targets'>,
  year: number,
): Indicator['targets'][number] | undefined => {
  const sorted = targets.toSorted((a, b) => a.year - b.year)
  return sorted.find((target) => target.year >= year) ?? sorted.at(-1)
}

/** The last day of a year of the indicator's calendar. */
export const endOfYear = ({ calendar }: Pick<Indicator, 'calendar'>, year: number): PlainDate =>
  calendar === 'fiscal' ? endOfFiscalYear(year) : (`${year}-12-31` as PlainDate)
