import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

/** News that groups published between two moments and that are shown. 1 query. */
export const countNews = async (
  scope: Scope,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<number> => {
  const row = await scope.db
    .selectFrom('group_news')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('city_id', '=', scope.city.id)
    .where('moderation', '=', 'shown')
    .where('published_at', '>=', from)
    .where('published_at', '<', until)
    .executeTakeFirst()
  return row?.n ?? 0
}
