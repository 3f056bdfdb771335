import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { accountOf, nameOf } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { GroupHolding } from '#web/capability.ts'
import type { Merge, Moved } from '../merge.ts'

type Place = Pick<GroupHolding, 'table' | 'column'>

/** How many rows of that kind name the group. */
export const countHeld = async (
  scope: Scope,
  { table, column }: Place,
  groupId: string,
): Promise<number> => {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}
    WHERE city_id = ${scope.city.id} AND ${sql.ref(column)} = ${groupId}`.execute(scope.db)
  return rows[0]?.n ?? 0
}

/** Lets every row of that kind name the other group. @returns their ids */
export const renameHeld = async (
  scope: Scope,
  { table, column }: Place,
  merge: { readonly from: string; readonly to: string },
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string | null }>`UPDATE ${sql.table(table)} h
    SET ${sql.ref(column)} = ${merge.to} WHERE h.city_id = ${scope.city.id} AND h.${sql.ref(column)} = ${merge.from}
    RETURNING to_jsonb(h) ->> 'id' AS id`.execute(scope.db)
  return rows.map(({ id }) => id ?? '')
}

/** Keeps the merge with exactly what went over. */
export const insertMerge = async (
  scope: Scope,
  merge: {
    readonly from: string
    readonly to: string
    readonly reason: string
    readonly moved: readonly Moved[]
  },
): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('group_merges')
    .values({
      city_id: scope.city.id,
      id,
      loser_id: merge.from,
      winner_id: merge.to,
      reason: merge.reason,
      merged_by: accountOf(scope.actor),
      merger_name: nameOf(scope.actor),
      merged_at: scope.now,
      moved: JSON.stringify(merge.moved),
    })
    .execute()
  return id
}

/** The merges that a registration is part of, the newest first. */
export const listMerges = async (scope: Scope, groupId: string): Promise<Merge[]> => {
  const { rows } = await sql<Merge>`
    SELECT m.loser_id AS "loserId", m.winner_id AS "winnerId", l.name AS "loserName", w.name AS "winnerName", m.reason,
      m.merger_name AS "mergerName", m.merged_at AS "mergedAt", m.moved
    FROM group_merges m
    JOIN groups l ON l.city_id = m.city_id AND l.id = m.loser_id
    JOIN groups w ON w.city_id = m.city_id AND w.id = m.winner_id
    WHERE m.city_id = ${scope.city.id} AND (m.loser_id = ${groupId} OR m.winner_id = ${groupId})
    ORDER BY m.merged_at DESC LIMIT 50`.execute(scope.db)
  return rows
}
