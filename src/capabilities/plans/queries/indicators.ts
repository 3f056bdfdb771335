import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { Indicator, Plan } from '../plan.ts'

/** Indicators with the plan that sets them, in the order of the documents. 1 query. */
export const listIndicators = async (
  scope: Scope,
): Promise<{ readonly plan: Plan; readonly indicators: readonly Indicator[] }[]> => {
  const rows = await scope.db
    .selectFrom('plans as p')
    .select([
      'p.definition',
      sql<
        Indicator[]
      >`(SELECT jsonb_agg(n.definition ORDER BY n.position) FROM indicators n WHERE n.city_id = p.city_id AND n.plan_id = p.id)`.as(
        'indicators',
      ),
    ])
    .where('p.city_id', '=', scope.city.id)
    .orderBy('p.id')
    .execute()
  return rows
    .filter((row) => row.indicators !== null)
    .map((row) => ({ plan: row.definition as Plan, indicators: row.indicators }))
}
