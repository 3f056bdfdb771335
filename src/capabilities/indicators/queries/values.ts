import { sql } from 'kysely'
import { assertWriting, type Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Actual, Bound, Origin } from '../indicator.ts'

const columns = [
  'indicator',
  'id',
  'year',
  'value',
  'bound',
  'numerator',
  'denominator',
  'measured_on',
  'source_ja',
  'source_en',
  'note',
  'break_note',
  'origin',
  'state',
  'reason',
  'replaces',
  'entered_at',
  'ended_at',
  'sample',
] as const

type Row = {
  indicator: string
  id: string
  year: number
  value: string
  bound: string | null
  numerator: string | null
  denominator: string | null
  measured_on: string | null
  source_ja: string
  source_en: string
  note: string
  break_note: string
  origin: string
  state: string
  reason: string
  replaces: string | null
  entered_at: Date
  ended_at: Date | null
  sample: boolean
}

const toActual = (row: Row): Actual => ({
  id: row.id,
  year: row.year,
  value: row.value,
  bound: (row.bound as Bound | null) ?? undefined,
  numerator: row.numerator ?? undefined,
  denominator: row.denominator ?? undefined,
  measuredOn: (row.measured_on as PlainDate | null) ?? undefined,
  source: { ja: row.source_ja, en: row.source_en },
  note: row.note,
  breakNote: row.break_note,
  origin: row.origin as Origin,
  state: row.state as Actual['state'],
  reason: row.reason,
  replaces: row.replaces ?? undefined,
  enteredAt: row.entered_at,
  endedAt: row.ended_at ?? undefined,
  sample: row.sample,
})

/** The values that stand of these indicators, oldest first. 1 query. */
export const listStanding = async (
  scope: Scope,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly Actual[]>> => {
  if (codes.length === 0) return new Map()
  const rows = await scope.db
    .selectFrom('indicator_values')
    .select(columns)
    .where('city_id', '=', scope.city.id)
    .where('indicator', 'in', codes)
    .where('state', '=', 'standing')
    .orderBy('year')
    .orderBy('entered_at')
    .orderBy('id')
    .execute()
  const found = new Map<string, Actual[]>()
  for (const row of rows)
    found.set(row.indicator, [...(found.get(row.indicator) ?? []), toActual(row)])
  return found
}

/** Years whose value of that origin was ended by a person, for another reason than `reason`. 1 query. */
export const listEndedByHand = async (
  scope: Scope,
  code: string,
  { origin, reason }: { readonly origin: Origin; readonly reason: string },
): Promise<ReadonlySet<number>> => {
  const rows = await scope.db
    .selectFrom('indicator_values')
    .select('year')
    .distinct()
    .where('city_id', '=', scope.city.id)
    .where('indicator', '=', code)
    .where('origin', '=', origin)
    .where('ended_by', 'is not', null)
    .where('reason', '<>', reason)
    .execute()
  return new Set(rows.map(({ year }) => year))
}

/** How many of an indicator's values and corrections its page shows. */
export const mostShown = 300

/** Everything that was ever entered of an indicator, oldest year first, newest entry first. 1 query. */
export const listHistory = async (scope: Scope, code: string): Promise<readonly Actual[]> => {
  const rows = await scope.db
    .selectFrom('indicator_values')
    .select(columns)
    .where('city_id', '=', scope.city.id)
    .where('indicator', '=', code)
    .orderBy(sql`state = 'standing' DESC`)
    .orderBy('year')
    .orderBy('entered_at')
    .orderBy('id')
    .limit(mostShown)
    .execute()
  return rows.map(toActual)
}

/** One value, held until the transaction ends. 1 query. */
export const lockValue = async (
  scope: Scope,
  code: string,
  id: string,
): Promise<Actual | undefined> => {
  const row = await scope.db
    .selectFrom('indicator_values')
    .select(columns)
    .where('city_id', '=', scope.city.id)
    .where('indicator', '=', code)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && toActual(row)
}

/** A value as it is written for the first time. */
export type NewValue = Omit<Actual, 'state' | 'reason' | 'enteredAt' | 'endedAt'>

export const insertValue = async (scope: Scope, code: string, value: NewValue): Promise<void> => {
  assertWriting(scope)
  await scope.db
    .insertInto('indicator_values')
    .values({
      city_id: scope.city.id,
      id: value.id,
      indicator: code,
      year: value.year,
      value: value.value,
      bound: value.bound ?? null,
      numerator: value.numerator ?? null,
      denominator: value.denominator ?? null,
      measured_on: value.measuredOn ?? null,
      source_ja: value.source.ja,
      source_en: value.source.en,
      note: value.note,
      break_note: value.breakNote,
      origin: value.origin,
      replaces: value.replaces ?? null,
      entered_at: scope.now,
      entered_by: accountOf(scope.actor),
      sample: value.sample,
    })
    .execute()
}

/** Ends a value that stands. @returns false when it did not stand any more */
export const endValue = async (
  scope: Scope,
  id: string,
  end: { readonly state: 'replaced' | 'withdrawn'; readonly reason: string },
): Promise<boolean> => {
  assertWriting(scope)
  const ended = await scope.db
    .updateTable('indicator_values')
    .set({ ...end, ended_at: scope.now, ended_by: accountOf(scope.actor) })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('state', '=', 'standing')
    .executeTakeFirst()
  return Number(ended.numUpdatedRows) === 1
}
