import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { factsLoadedAt, type TallyQuery } from '#data/tally.ts'
import type { Plan, PlanItem } from '../plan.ts'
import { listItems } from './items.ts'

const tallyOf = (scope: Scope, table: 'plan_items' | 'plan_marks'): TallyQuery =>
  sql`SELECT count(*) AS n, greatest(${factsLoadedAt(scope)},
      (SELECT max(d.updated_at) FROM plan_drafts d
        WHERE d.city_id = ${scope.city.id} AND d.state = 'published')) AS changed FROM ${sql.table(table)} t
    WHERE t.city_id = ${scope.city.id}`

export const tallyItems = (scope: Scope): TallyQuery => tallyOf(scope, 'plan_items')
export const tallyMarks = (scope: Scope): TallyQuery => tallyOf(scope, 'plan_marks')

/** The first plan whose id comes after that, with all its items; undefined at the end. 2 queries. */
export const findNextPlan = async (
  scope: Scope,
  after: string,
): Promise<{ readonly plan: Plan; readonly items: readonly PlanItem[] } | undefined> => {
  const row = await scope.db
    .selectFrom('plans')
    .select(['id', 'definition'])
    .where('city_id', '=', scope.city.id)
    .where('id', '>', after)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row && { plan: row.definition as Plan, items: await listItems(scope, row.id) }
}
