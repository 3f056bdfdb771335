import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'

/** How many registered groups stand under each code. */
export type Tally = ReadonlyMap<string, number>

const toTally = (rows: readonly { readonly code: string; readonly n: number }[]): Tally =>
  new Map(rows.map(({ code, n }) => [code, n]))

const registered = (scope: Scope) =>
  scope.db
    .selectFrom('groups as g')
    .where('g.city_id', '=', scope.city.id)
    .where('g.state', '=', 'approved')

/** Registered groups by field; a group of several fields is counted in each. 1 query. */
export const tallyFields = async (scope: Scope): Promise<Tally> =>
  toTally(
    await registered(scope)
      .innerJoin('group_fields as f', (on) =>
        on.onRef('f.city_id', '=', 'g.city_id').onRef('f.group_id', '=', 'g.id'),
      )
      .select(['f.field as code', (count) => count.fn.countAll<number>().as('n')])
      .groupBy('f.field')
      .execute(),
  )

/** Registered groups by legal form; the empty code where none was published. 1 query. */
export const tallyLegalForms = async (scope: Scope): Promise<Tally> =>
  toTally(
    await registered(scope)
      .select(['g.public_legal_form as code', (count) => count.fn.countAll<number>().as('n')])
      .groupBy('g.public_legal_form')
      .execute(),
  )

/**
 * Registered groups by number of members, each band from one limit up to below the next. The code is the
 * number of limits that are reached, empty where the number was not published. 1 query.
 */
export const tallyMembers = async (scope: Scope, limits: readonly number[]): Promise<Tally> =>
  toTally(
    await registered(scope)
      .select([
        sql<string>`coalesce(width_bucket(g.public_members, ${[...limits]}::integer[])::text, '')`.as(
          'code',
        ),
        (count) => count.fn.countAll<number>().as('n'),
      ])
      .groupBy('code')
      .execute(),
  )

/** The day on which the first registration was recorded here; undefined before. 1 query. */
export const findFirstRecord = async (scope: Scope): Promise<PlainDate | undefined> => {
  const row = await scope.db
    .selectFrom('registration_periods')
    .select((first) => first.fn.min('created_at').as('at'))
    .where('city_id', '=', scope.city.id)
    .executeTakeFirst()
  return row?.at ? tokyoDayOf(row.at) : undefined
}

/** How many groups were registered on each of the days, in their order. 1 query. */
export const countRegisteredOn = async (
  scope: Scope,
  days: readonly PlainDate[],
): Promise<readonly number[]> => {
  const { rows } = await sql<{ n: number }>`
    SELECT count(DISTINCT p.group_id) AS n
    FROM unnest(${[...days]}::date[]) WITH ORDINALITY AS asked (day, place)
    LEFT JOIN registration_periods p ON p.city_id = ${scope.city.id}
      AND p.began_on <= asked.day AND (p.ended_on IS NULL OR p.ended_on >= asked.day)
    GROUP BY asked.place ORDER BY asked.place`.execute(scope.db)
  return rows.map(({ n }) => n)
}
