import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

/** Proposals that were handed in between two moments. 1 query. */
export const countSubmitted = async (scope: Scope, from: Date, until: Date): Promise<number> => {
  const row = await scope.db
    .selectFrom('proposals')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('city_id', '=', scope.city.id)
    .where('submitted_at', '>=', from)
    .where('submitted_at', '<', until)
    .executeTakeFirst()
  return row?.n ?? 0
}
