import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

/** Calls of a fiscal year that became public. 1 query. */
export const countCalls = async (scope: Scope, fiscalYear: number): Promise<number> => {
  const row = await scope.db
    .selectFrom('calls')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('city_id', '=', scope.city.id)
    .where('fiscal_year', '=', fiscalYear)
    .where('state', '<>', 'planned')
    .executeTakeFirst()
  return row?.n ?? 0
}
