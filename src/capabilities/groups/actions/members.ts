import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { GroupRole } from '#kernel/actor.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertMembership } from '../../accounts/index.ts'
import { groupKind } from '../group.ts'
import { findTakenPlace, type PlaceTaken } from '../queries/members.ts'

/** Gives somebody a place in a group. A group has one leader; nobody is in it twice. */
export const addMember = async (
  scope: Scope,
  place: { readonly groupId: string; readonly accountId: string; readonly role: GroupRole },
): Promise<Result<'added', PlaceTaken>> => {
  const taken = await findTakenPlace(scope, place)
  if (taken) return refuse(taken)
  await insertMembership(scope, place)
  await audit(scope, {
    action: 'group.add-member',
    subjectKind: groupKind,
    subjectId: place.groupId,
    after: { accountId: place.accountId, role: place.role },
  })
  return ok('added')
}
