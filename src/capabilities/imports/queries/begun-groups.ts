import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

/**
 * Which of these groups people have begun to work with in ways that would go with them if they were deleted: a
 * change notice or renewal, people on the roster, another registration that went into theirs, a recovery.
 */
export const listBegunGroups = async (
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM unnest(${ids}::text[]) AS g (id)
    WHERE EXISTS (SELECT FROM revisions r WHERE r.city_id = ${scope.city.id} AND r.group_id = g.id)
      OR EXISTS (SELECT FROM roster_people p WHERE p.city_id = ${scope.city.id} AND p.group_id = g.id)
      OR EXISTS (SELECT FROM group_merges m WHERE m.city_id = ${scope.city.id} AND m.winner_id = g.id)
      OR EXISTS (SELECT FROM recoveries c WHERE c.city_id = ${scope.city.id} AND c.group_id = g.id)`.execute(
    scope.db,
  )
  return new Set(rows.map(({ id }) => id))
}
