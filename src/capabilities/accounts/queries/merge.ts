import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

/** Two groups that are found to be one: everything of `from` goes over to `to`. */
export type GroupMerge = { readonly from: string; readonly to: string }

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] =>
  rows.map(({ id }) => id)

/**
 * Places go over with their days. Who is in both groups keeps the place of `to`; the representative of `from`
 * becomes a manager where `to` has one. Nobody who could act for either group loses that by the merge.
 */
export const mergeMemberships = async (
  scope: Scope,
  merge: GroupMerge,
): Promise<readonly string[]> => {
  const city = scope.city.id
  const { from, to } = merge
  await sql`UPDATE memberships m SET until = ${scope.now} WHERE city_id = ${city} AND group_id = ${from} AND until IS NULL
    AND EXISTS (SELECT FROM memberships o WHERE o.city_id = m.city_id AND o.group_id = ${to} AND o.until IS NULL
      AND o.account_id = m.account_id)`.execute(scope.db)
  const { rows: led } = await sql<{ id: string }>`SELECT id FROM memberships WHERE city_id = ${city}
    AND group_id = ${to} AND until IS NULL AND role = 'representative'`.execute(scope.db)
  if (led.length > 0)
    await sql`UPDATE memberships SET role = 'manager' WHERE city_id = ${city} AND group_id = ${from}
      AND until IS NULL AND role = 'representative'`.execute(scope.db)
  const { rows } = await sql<{ id: string }>`UPDATE memberships SET group_id = ${to}
    WHERE city_id = ${city} AND group_id = ${from} RETURNING id`.execute(scope.db)
  return idsOf(rows)
}

/** Invitations to a group that is no more end; what was accepted or ended stays readable. */
export const mergeInvitations = async (
  scope: Scope,
  merge: GroupMerge,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`UPDATE invitations SET group_id = ${merge.to},
      withdrawn_at = CASE WHEN accepted_at IS NULL THEN coalesce(withdrawn_at, ${scope.now}) END
    WHERE city_id = ${scope.city.id} AND group_id = ${merge.from} RETURNING id`.execute(scope.db)
  return idsOf(rows)
}

/** An open hand-over within the old group ends with it. */
export const mergeHandovers = async (
  scope: Scope,
  merge: GroupMerge,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`UPDATE handovers SET group_id = ${merge.to},
      withdrawn_at = CASE WHEN confirmed_at IS NULL THEN coalesce(withdrawn_at, ${scope.now}) END
    WHERE city_id = ${scope.city.id} AND group_id = ${merge.from} RETURNING id`.execute(scope.db)
  await closeTasksOf(scope, 'handover', idsOf(rows))
  return idsOf(rows)
}

/** So does an open recovery: the people of the other group are there. */
export const mergeRecoveries = async (
  scope: Scope,
  merge: GroupMerge,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`UPDATE recoveries SET group_id = ${merge.to},
      state = CASE WHEN closed_at IS NULL THEN 'withdrawn' ELSE state END, closed_at = coalesce(closed_at, ${scope.now})
    WHERE city_id = ${scope.city.id} AND group_id = ${merge.from} RETURNING id`.execute(scope.db)
  await closeTasksOf(scope, 'recovery', idsOf(rows))
  return idsOf(rows)
}

const closeTasksOf = async (scope: Scope, kind: string, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await sql`UPDATE tasks SET closed_at = ${scope.now} WHERE city_id = ${scope.city.id} AND subject_kind = ${kind}
    AND subject_id = ANY (${[...ids]}::text[]) AND closed_at IS NULL`.execute(scope.db)
}
