import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { marks, numberShift } from '../../surveys/index.ts'
import type { StoredNumber } from '../build.ts'
import type { RawCount, RawCross } from '../counting.ts'
import type { ModeCount } from '../tabulation.ts'

/** One question: how many answers hold which number. A plain aggregate over the answers. */
export const countSlot = async (
  scope: Scope,
  surveyId: string,
  slot: number,
): Promise<readonly RawCount[]> => {
  const { rows } = await sql<{ code: string; count: number }>`
    SELECT codes[${slot}::int] AS code, count(*)::int AS count FROM survey_answers
    WHERE city_id = ${scope.city.id} AND survey_id = ${surveyId} GROUP BY 1`.execute(scope.db)
  return rows.map(({ code, count }) => ({ code: Number(code), count }))
}

/** Marks alone, for questions whose numbers are all different. */
export const countMarks = async (
  scope: Scope,
  surveyId: string,
  slot: number,
): Promise<readonly RawCount[]> => {
  const { rows } = await sql<{ code: string; count: number }>`
    SELECT least(codes[${slot}::int], 1) AS code, count(*)::int AS count FROM survey_answers
    WHERE city_id = ${scope.city.id} AND survey_id = ${surveyId} GROUP BY 1`.execute(scope.db)
  return rows.map(({ code, count }) => ({ code: Number(code), count }))
}

/** Two questions crossed: one plain aggregate over the answers. */
export const countPair = async (
  scope: Scope,
  surveyId: string,
  pair: { readonly slot: number; readonly axis: number },
): Promise<readonly RawCross[]> => {
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
