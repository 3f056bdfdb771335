import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { accountOf, type GroupRole } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { allow } from '#kernel/refusals.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { giftNameIn } from '../gift-name.ts'
import { paths } from '../paths.ts'
import { canChangePlace, canRemoveMember } from '../policy.ts'
import { withdrawInvitations } from '../queries/invitations.ts'
import {
  changeMembership,
  endMembership,
  findGroupName,
  listMembers,
  type Member,
} from '../queries/memberships.ts'
import { callOffHandoversTo } from './handovers.ts'
import { writeTo } from './letters.ts'

export type MemberRefusal = 'not-now' | 'representative'

type Placed = { readonly groupId: string; readonly accountId: string }

const findMember = async (scope: Scope, placed: Placed): Promise<Member | undefined> =>
  (await listMembers(scope, placed.groupId)).find((one) => one.accountId === placed.accountId)

/** Makes a member a manager, or a manager a member. */
export const changePlace = async (
  scope: Scope,
  city: City,
  given: Placed & { readonly role: Exclude<GroupRole, 'representative'> },
): Promise<Result<'changed', MemberRefusal>> => {
  const member = await findMember(scope, given)
  if (!member) return refuse('not-now')
  if (member.role === 'representative') return refuse('representative')
  allow(canChangePlace(scope.actor, member))
  if (member.role === given.role) return ok('changed')
  if (!(await changeMembership(scope, given, { from: member.role, to: given.role })))
    return refuse('not-now')
  await audit(scope, {
    action: 'accounts.change-place',
    subjectKind: 'group',
    subjectId: given.groupId,
    before: { accountId: given.accountId, role: member.role },
    after: { accountId: given.accountId, role: given.role },
  })
  const groupName = (await findGroupName(scope, given.groupId)) ?? ''
  const gift = { kind: 'group', groupId: given.groupId, groupRole: given.role } as const
  await writeTo(scope, city, {
    to: member,
    occasion: 'placeChanged',
    path: paths.members(city.slug, given.groupId),
    what: giftNameIn(city, { gift, groupName }, member.language),
  })
  return ok('changed')
}

/** Ends a place with all that hangs on it: open invitations of that person, and a hand-over to them. */
const end = async (scope: Scope, city: City, member: Member): Promise<boolean> => {
  const { groupId, accountId } = member
  await callOffHandoversTo(scope, city, { accountId, groupId })
  if (!(await endMembership(scope, member))) return false
  await withdrawInvitations(scope, { invitedBy: accountId, groupId })
  await audit(scope, {
    action:
      accountId === accountOf(scope.actor) ? 'accounts.leave-group' : 'accounts.remove-member',
    subjectKind: 'group',
    subjectId: groupId,
    before: { accountId, role: member.role },
  })
  return true
}

/** Takes somebody out of the group. */
export const removeMember = async (
  scope: Scope,
  city: City,
  placed: Placed,
): Promise<Result<'removed', MemberRefusal>> => {
  const member = await findMember(scope, placed)
  if (!member) return refuse('not-now')
  if (member.role === 'representative') return refuse('representative')
  allow(canRemoveMember(scope.actor, member))
  if (!(await end(scope, city, member))) return refuse('not-now')
  const what = (await findGroupName(scope, placed.groupId)) ?? ''
  const path = paths.account(city.slug)
  await writeTo(scope, city, { to: member, occasion: 'placeEnded', path, what })
  return ok('removed')
}

/** Leaves a group. A representative hands over first: a group is not left without one. */
export const leaveGroup = async (
  scope: Scope,
  city: City,
  groupId: string,
): Promise<Result<'left', MemberRefusal>> => {
  const accountId = accountOf(scope.actor) ?? ''
  const member = await findMember(scope, { groupId, accountId })
  if (!member) return refuse('not-now')
  if (member.role === 'representative') return refuse('representative')
  return (await end(scope, city, member)) ? ok('left') : refuse('not-now')
}
