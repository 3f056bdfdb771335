import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { groupKind } from '../../groups/index.ts'
import { purgePeople } from '../queries/people-purge.ts'
import { getRosterRules, setOfficersOpen } from '../queries/settings.ts'
import { insertViewing } from '../queries/traces.ts'
import { purgedLeavers, viewingMinutes } from '../roster.ts'

/** Somebody of the staff looks at names, and says why: the group reads it, and the audit keeps it. */
export const openViewing = async (scope: Scope, groupId: string, reason: string): Promise<void> => {
  await insertViewing(scope, groupId, { reason, minutes: viewingMinutes })
  await audit(scope, {
    action: 'rosters.view',
    subjectKind: groupKind,
    subjectId: groupId,
    after: { reason, minutes: viewingMinutes },
  })
}

/** Shows the officers' names on the group's page, or takes them off it. */
export const showOfficers = async (scope: Scope, groupId: string, open: boolean): Promise<void> => {
  await setOfficersOpen(scope, groupId, open)
  await audit(scope, {
    action: open ? 'rosters.open-officers' : 'rosters.close-officers',
    subjectKind: groupKind,
    subjectId: groupId,
  })
}

/** Removes entries whose time is over; how many of which group stays in the audit. */
export const purgeLeavers = async (scope: Scope): Promise<void> => {
  const { keepYears } = await getRosterRules(scope)
  const left = purgedLeavers(tokyoDayOf(scope.now), keepYears)
  for (const [groupId, people] of await purgePeople(scope, left))
    await audit(scope, {
      action: 'rosters.purge',
      subjectKind: groupKind,
      subjectId: groupId,
      after: { people, leftUntil: left },
    })
}
