import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'

/** Whether somebody who can be written to was not yet. 1 query. */
export const hasUninvited = async (scope: Scope, surveyId: string): Promise<boolean> => {
  const row = await scope.db
    .selectFrom('survey_asked')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('invited', '=', false)
    .where('email', '<>', '')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Surveys that can be answered today, and in which somebody was not written to yet. 1 query. */
export const listWithUninvited = async (scope: Scope): Promise<readonly string[]> => {
  const today = tokyoDayOf(scope.now)
  const { rows } = await sql<{ id: string }>`
    SELECT s.id FROM surveys s WHERE s.city_id = ${scope.city.id} AND s.state = 'published'
      AND NOT s.sample AND s.opens_on <= ${today} AND s.closes_on >= ${today}
      AND EXISTS (SELECT FROM survey_asked a WHERE a.city_id = s.city_id AND a.survey_id = s.id
        AND NOT a.invited AND a.email <> '')
    ORDER BY s.id`.execute(scope.db)
  return rows.map(({ id }) => id)
}

/** Somebody who is to be written to for the first time. */
export type Uninvited = {
  readonly email: string
  readonly locked: string
  readonly used: boolean
}

/** Takes so many of those who were not written to; nobody else gets the same. */
export const takeUninvited = async (
  scope: Scope,
  surveyId: string,
  count: number,
): Promise<readonly Uninvited[]> => {
  const { rows } = await sql<Uninvited>`
    WITH picked AS MATERIALIZED (SELECT id FROM survey_asked
      WHERE city_id = ${scope.city.id} AND survey_id = ${surveyId} AND NOT invited AND email <> ''
      ORDER BY id LIMIT ${count} FOR UPDATE SKIP LOCKED)
    UPDATE survey_asked a SET invited = true FROM picked WHERE a.city_id = ${scope.city.id}
      AND a.survey_id = ${surveyId} AND a.id = picked.id
    RETURNING a.email, a.code_locked AS locked, a.used`.execute(scope.db)
  return rows
}
