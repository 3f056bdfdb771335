import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

/** Issues that were made public between two moments and were not taken back. 1 query. */
export const countPublishedIssues = async (
  scope: Scope,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<number> => {
  const row = await scope.db
    .selectFrom('issues')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('city_id', '=', scope.city.id)
    .where('state', 'in', ['published', 'closed'])
    .where('published_at', '>=', from)
    .where('published_at', '<', until)
    .executeTakeFirst()
  return row?.n ?? 0
}
