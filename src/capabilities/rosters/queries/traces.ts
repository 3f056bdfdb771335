import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { accountOf, nameOf } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { ChangeDraft, RosterChange, Viewing } from '../trace.ts'
import { tracesShown } from '../trace.ts'

/** Keeps what was changed, with the words before and after. */
export const insertChanges = async (
  scope: Scope,
  groupId: string,
  changes: readonly ChangeDraft[],
): Promise<void> => {
  if (changes.length === 0) return
  await scope.db
    .insertInto('roster_changes')
    .values(
      changes.map((change) => ({
        city_id: scope.city.id,
        id: newId(),
        group_id: groupId,
        person_id: change.personId,
        kind: change.kind,
        before: change.before === undefined ? null : JSON.stringify(change.before),
        after: change.after === undefined ? null : JSON.stringify(change.after),
        reason: change.reason ?? '',
        account_id: accountOf(scope.actor),
        actor_name: nameOf(scope.actor),
        at: scope.now,
      })),
    )
    .execute()
}

/** What was changed in a roster, the newest first, with how many there are in all. */
export const listChanges = async (
  scope: Scope,
  groupId: string,
  page: number,
): Promise<{ readonly total: number; readonly changes: readonly RosterChange[] }> => {
  const { rows } = await sql<RosterChange & { total: number }>`
    SELECT c.id, c.person_id AS "personId", p.name, c.kind, c.before, c.after, c.reason, c.actor_name AS "actorName", c.at,
      count(*) OVER ()::int AS total
    FROM roster_changes c
    JOIN roster_people p ON p.city_id = c.city_id AND p.group_id = c.group_id AND p.id = c.person_id
    WHERE c.city_id = ${scope.city.id} AND c.group_id = ${groupId}
    ORDER BY c.sequence DESC LIMIT ${tracesShown} OFFSET ${(page - 1) * tracesShown}`.execute(
    scope.db,
  )
  return { total: rows[0]?.total ?? 0, changes: rows }
}

/** What was changed of one person, the newest first. */
export const listChangesOf = async (
  scope: Scope,
  groupId: string,
  personId: string,
): Promise<readonly RosterChange[]> => {
  const { rows } = await sql<RosterChange>`
    SELECT c.id, c.person_id AS "personId", p.name, c.kind, c.before, c.after, c.reason, c.actor_name AS "actorName", c.at
    FROM roster_changes c
    JOIN roster_people p ON p.city_id = c.city_id AND p.group_id = c.group_id AND p.id = c.person_id
    WHERE c.city_id = ${scope.city.id} AND c.group_id = ${groupId} AND c.person_id = ${personId}
    ORDER BY c.sequence DESC LIMIT ${tracesShown}`.execute(scope.db)
  return rows
}

/** Until when the actor may go on looking, or undefined. */
export const findOpenViewing = async (
  scope: Scope,
  groupId: string,
): Promise<Viewing | undefined> => {
  const row = await scope.db
    .selectFrom('roster_viewings')
    .select(['viewer_name', 'reason', 'at', 'ends_at'])
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
    .where('account_id', '=', accountOf(scope.actor) ?? '')
    .where('ends_at', '>', scope.now)
    .orderBy('ends_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { viewerName: row.viewer_name, reason: row.reason, at: row.at, endsAt: row.ends_at }
}

/** Keeps that somebody of the staff looks, and why. */
export const insertViewing = async (
  scope: Scope,
  groupId: string,
  viewing: { readonly reason: string; readonly minutes: number },
): Promise<void> => {
  await scope.db
    .insertInto('roster_viewings')
    .values({
      city_id: scope.city.id,
      id: newId(),
      group_id: groupId,
      account_id: accountOf(scope.actor) ?? '',
      viewer_name: nameOf(scope.actor),
      reason: viewing.reason,
      at: scope.now,
      ends_at: new Date(scope.now.getTime() + viewing.minutes * 60_000),
    })
    .execute()
}

/** Who of the staff looked, the newest first. */
export const listViewings = async (scope: Scope, groupId: string): Promise<readonly Viewing[]> => {
  const rows = await scope.db
    .selectFrom('roster_viewings')
    .select(['viewer_name', 'reason', 'at', 'ends_at'])
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
    .orderBy('at', 'desc')
    .limit(tracesShown)
    .execute()
  return rows.map((row) => ({
    viewerName: row.viewer_name,
    reason: row.reason,
    at: row.at,
    endsAt: row.ends_at,
  }))
}
