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

/** Projects of which a yearly report was accepted between two moments. 1 query. */
export const countFinished = async (
  scope: Scope,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<number> => {
  const row = await scope.db
    .selectFrom('project_years')
    .select(sql<number>`count(DISTINCT project_id)::int`.as('n'))
    .where('city_id', '=', scope.city.id)
    .where('state', '=', 'accepted')
    .where('accepted_at', '>=', from)
    .where('accepted_at', '<', until)
    .executeTakeFirst()
  return row?.n ?? 0
}
