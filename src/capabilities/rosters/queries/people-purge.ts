import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { endOfTokyoDay, type PlainDate } from '#kernel/calendar.ts'

/**
 * Removes who left, or was struck out, on that day or before; their offices and changes go with them.
 * @returns how many of which group
 */
export const purgePeople = async (
  scope: Scope,
  lastDay: PlainDate,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ group_id: string; n: number }>`
    WITH gone AS (DELETE FROM roster_people WHERE city_id = ${scope.city.id}
      AND (until <= ${lastDay} OR struck_at < ${endOfTokyoDay(lastDay)}) RETURNING group_id)
    SELECT group_id, count(*)::int AS n FROM gone GROUP BY group_id`.execute(scope.db)
  return new Map(rows.map(({ group_id, n }) => [group_id, n]))
}
