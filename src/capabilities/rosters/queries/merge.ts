import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

type Merge = { readonly from: string; readonly to: string }

/**
 * Entries go over with their offices and changes. Who stands in both rosters at the same time is one person:
 * the entry of `to` then begins with the earlier of the two days, and the other is struck out, so that
 * nobody is counted twice and both stay readable.
 */
export const mergePeople = async (
  scope: Scope,
  { from, to }: Merge,
): Promise<readonly string[]> => {
  const city = scope.city.id
  const { rows: twins } = await sql<{ twin: string; kept: string; since: string }>`
    SELECT DISTINCT ON (f.id) f.id AS twin, t.id AS kept, f.since FROM roster_people f
    JOIN roster_people t ON t.city_id = f.city_id AND t.group_id = ${to} AND t.name_key = f.name_key
      AND (t.name_kana = f.name_kana OR t.name_kana = '' OR f.name_kana = '') AND t.struck_at IS NULL
      AND daterange(t.since, t.until, '[]') && daterange(f.since, f.until, '[]')
    WHERE f.city_id = ${city} AND f.group_id = ${from} AND f.struck_at IS NULL
    ORDER BY f.id, t.since`.execute(scope.db)
  for (const { twin, kept, since } of twins) {
    await sql`UPDATE roster_people SET since = least(since, ${since}::date), updated_at = ${scope.now}
      WHERE city_id = ${city} AND id = ${kept}`.execute(scope.db)
    await sql`UPDATE roster_people SET struck_at = ${scope.now}, updated_at = ${scope.now}
      WHERE city_id = ${city} AND id = ${twin}`.execute(scope.db)
  }
  const { rows } = await sql<{ id: string }>`UPDATE roster_people SET group_id = ${to}
    WHERE city_id = ${city} AND group_id = ${from} RETURNING id`.execute(scope.db)
  return rows.map(({ id }) => id)
}

/** What the leader of `to` decided about the officers' names holds; what `from` opened closes with its page. */
export const closeOpening = async (scope: Scope, { from }: Merge): Promise<readonly string[]> => {
  await scope.db
    .deleteFrom('roster_openings')
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', from)
    .execute()
  return []
}
