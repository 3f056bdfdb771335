import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'

/** Groups that were registered on that day, each once. 1 query. */
export const countRegisteredOn = async (scope: Scope, day: PlainDate): Promise<number> => {
  const row = await scope.db
    .selectFrom('registration_periods')
    .select(sql<number>`count(DISTINCT group_id)::int`.as('n'))
    .where('city_id', '=', scope.city.id)
    .where('began_on', '<=', day)
    .where((is) => is.or([is('ended_on', 'is', null), is('ended_on', '>=', day)]))
    .executeTakeFirst()
  return row?.n ?? 0
}

/** Groups whose registration began in that way between two days, each once. 1 query. */
export const countBegun = async (
  scope: Scope,
  how: 'new' | 'renewed',
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<number> => {
  const row = await scope.db
    .selectFrom('registration_periods')
    .select(sql<number>`count(DISTINCT group_id)::int`.as('n'))
    .where('city_id', '=', scope.city.id)
    .where('how', '=', how)
    .where('began_on', '>=', from)
    .where('began_on', '<=', to)
    .executeTakeFirst()
  return row?.n ?? 0
}
