import type { Scope } from '#data/scope.ts'
import { nameOf } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'

/** 来所: who came on behalf of the group, when, and what the staff saw. */
export type Visit = {
  readonly visitedOn: PlainDate
  readonly visitor: string
  readonly seen: string
  readonly recordedBy: string
}

/** Visits of a group, the latest first. */
export const listVisits = async (scope: Scope, groupId: string): Promise<readonly Visit[]> => {
  const rows = await scope.db
    .selectFrom('registration_visits')
    .select(['visited_on', 'visitor', 'seen', 'recorded_by'])
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
    .orderBy('visited_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute()
  return rows.map((row) => ({
    visitedOn: row.visited_on as PlainDate,
    visitor: row.visitor,
    seen: row.seen,
    recordedBy: row.recorded_by,
  }))
}

export const insertVisit = async (
  scope: Scope,
  groupId: string,
  visit: Omit<Visit, 'recordedBy'>,
): Promise<void> => {
  await scope.db
    .insertInto('registration_visits')
    .values({
      city_id: scope.city.id,
      id: newId(),
      group_id: groupId,
      visited_on: visit.visitedOn,
      visitor: visit.visitor,
      seen: visit.seen,
      recorded_by: nameOf(scope.actor),
      recorded_at: scope.now,
    })
    .execute()
}
