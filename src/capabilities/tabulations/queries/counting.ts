import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { marks, numberShift } from '../../surveys/index.ts'
import type { StoredNumber } from '../build.ts'
import type { RawCount, RawCross } from '../counting.ts'
import type { ModeCount } from '../tabulation.ts'

/**
 * Before the answers of a survey are read from end to end. A statement that was asked often is planned for any survey, as
 * if it had few answers: then every answer would be looked up by itself, ten times slower at a million. And without the
 * memory some of the groupings would be sorted, a million rows each; what is held is far less.
 */
const prepareCounting = async (scope: Scope): Promise<void> => {
  await sql`SELECT set_config('plan_cache_mode', 'force_custom_plan', true),
    set_config('work_mem', '48MB', true)`.execute(scope.db)
}

/** A slot to be counted; of numbers, which are all different, only the marks are. */
export type Counted = { readonly slot: number; readonly marksOnly: boolean }

/** So many questions are counted in one reading of the answers: their tables stand in memory side by side. */
const atOnce = 8

const inParts = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, at) =>
    all.slice(at * atOnce, (at + 1) * atOnce),
  )

type GroupedRow = { readonly a: string | null; readonly count: number } & Readonly<
  Record<string, string | number | null>
>

const nameOf = (at: number): string => `c${at}`

/**
 * Reads the answers once and groups them by each of these slots, together with the axis where there is one. No code of an
 * answer is null: the one column that is not tells which slot a row is about.
 */
const groupParts = async (
  scope: Scope,
  surveyId: string,
  { axis, slots }: { readonly axis?: number | undefined; readonly slots: readonly Counted[] },
): Promise<readonly GroupedRow[]> => {
  await prepareCounting(scope)
  const columns = slots.map(({ slot, marksOnly }, at) => {
    const code = sql`codes[${slot}::int]`
    return sql`${marksOnly ? sql`least(${code}, 1)` : code} AS ${sql.ref(nameOf(at))}`
  })
  const a = axis === undefined ? sql`NULL::bigint` : sql`codes[${axis}::int]`
  const sets = slots.map((_, at) =>
    axis === undefined ? sql`(${sql.ref(nameOf(at))})` : sql`(a, ${sql.ref(nameOf(at))})`,
  )
  const shown = slots.map((_, at) => sql.ref(nameOf(at)))
  const { rows } = await sql<GroupedRow>`
    SELECT ${axis === undefined ? sql`NULL` : sql`a`} AS a, ${sql.join(shown)}, count(*)::int AS count
    FROM (SELECT ${a} AS a, ${sql.join(columns)} FROM survey_answers
      WHERE city_id = ${scope.city.id} AND survey_id = ${surveyId}) AS answers
    GROUP BY GROUPING SETS (${sql.join(sets)})`.execute(scope.db)
  return rows
}

/** How many answers hold which number, in each of these slots. */
export const countSlots = async (
  scope: Scope,
  surveyId: string,
  slots: readonly Counted[],
): Promise<ReadonlyMap<number, readonly RawCount[]>> => {
  const found = new Map<number, RawCount[]>(slots.map(({ slot }) => [slot, []]))
  for (const part of inParts(slots))
    for (const row of await groupParts(scope, surveyId, { slots: part })) {
      const at = part.findIndex((_, index) => row[nameOf(index)] !== null)
      found.get(part[at]?.slot ?? 0)?.push({ code: Number(row[nameOf(at)]), count: row.count })
    }
  return found
}

/** The same of slots crossed with one axis. */
export const countPairs = async (
  scope: Scope,
  surveyId: string,
  { axis, slots }: { readonly axis: number; readonly slots: readonly number[] },
): Promise<ReadonlyMap<number, readonly RawCross[]>> => {
  const found = new Map<number, RawCross[]>(slots.map((slot) => [slot, []]))
  const counted = slots.map((slot) => ({ slot, marksOnly: false }))
  for (const part of inParts(counted))
    for (const row of await groupParts(scope, surveyId, { axis, slots: part })) {
      const at = part.findIndex((_, index) => row[nameOf(index)] !== null)
      const cell = { a: Number(row[nameOf(at)]), b: Number(row.a), count: row.count }
      found.get(part[at]?.slot ?? 0)?.push(cell)
    }
  return found
}

/** Two questions crossed: one plain aggregate over the answers. */
export const countPair = async (
  scope: Scope,
  surveyId: string,
  pair: { readonly slot: number; readonly axis: number },
): Promise<readonly RawCross[]> => {
  await prepareCounting(scope)
  const { rows } = await sql<{ a: string; b: string; count: number }>`
    SELECT codes[${pair.slot}::int] AS a, codes[${pair.axis}::int] AS b, count(*)::int AS count
    FROM survey_answers WHERE city_id = ${scope.city.id} AND survey_id = ${surveyId}
    GROUP BY 1, 2`.execute(scope.db)
  return rows.map(({ a, b, count }) => ({ a: Number(a), b: Number(b), count }))
}

/** Sum and middle of the numbers that people wrote. */
export const sumNumbers = async (
  scope: Scope,
  surveyId: string,
  slot: number,
): Promise<StoredNumber> => {
  const value = sql`(codes[${slot}::int] - ${numberShift}::bigint)`
  const { rows } = await sql<{ answered: number; total: string | null; median: string | null }>`
    SELECT count(*)::int AS answered, sum(${value})::text AS total,
      (percentile_disc(0.5) WITHIN GROUP (ORDER BY ${value})
        + percentile_disc(0.5) WITHIN GROUP (ORDER BY ${value} DESC))::numeric / 2 AS median
    FROM survey_answers WHERE city_id = ${scope.city.id} AND survey_id = ${surveyId}
      AND codes[${slot}::int] > ${marks.none}`.execute(scope.db)
  const [row] = rows
  return {
    slot,
    answered: row?.answered ?? 0,
    total: row?.total ?? null,
    median: row?.median ?? null,
  }
}

/** How many answers came in which way. */
export const countModes = async (scope: Scope, surveyId: string): Promise<readonly ModeCount[]> => {
  const { rows } = await sql<{ code: string; count: number }>`
    SELECT mode AS code, count(*)::int AS count FROM survey_answers
    WHERE city_id = ${scope.city.id} AND survey_id = ${surveyId} GROUP BY 1 ORDER BY 2 DESC, 1`.execute(
    scope.db,
  )
  return rows.map(({ code, count }) => ({ code, returned: count, valid: count }))
}

/** Ended surveys whose answers are all there, and of which there is no tabulation yet. 1 query. */
export const listUntabulated = async (scope: Scope): Promise<readonly string[]> => {
  const rows = await scope.db
    .selectFrom('surveys as s')
    .select('s.id')
    .where('s.city_id', '=', scope.city.id)
    .where('s.counted', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('tabulations as t')
            .select('t.number')
            .whereRef('t.city_id', '=', 's.city_id')
            .whereRef('t.survey_id', '=', 's.id'),
        ),
      ),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('survey_answers as a')
          .select('a.id')
          .whereRef('a.city_id', '=', 's.city_id')
          .whereRef('a.survey_id', '=', 's.id'),
      ),
    )
    .limit(20)
    .execute()
  return rows.map(({ id }) => id)
}
