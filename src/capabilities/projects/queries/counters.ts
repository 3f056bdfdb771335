import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

/** Projects that ran in a fiscal year. 1 query. */
export const countProjectsOf = async (scope: Scope, fiscalYear: number): Promise<number> => {
  const row = await scope.db
    .selectFrom('project_years')
    .select(sql<number>`count(DISTINCT project_id)::int`.as('n'))
    .where('city_id', '=', scope.city.id)
    .where('fiscal_year', '=', fiscalYear)
    .executeTakeFirst()
  return row?.n ?? 0
}
