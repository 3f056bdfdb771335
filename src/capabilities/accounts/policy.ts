import { type Actor, accountOf, type GroupRole, hasRole, isOfGroup } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'
import type { Handover } from './handover.ts'
import type { Recovery } from './recovery.ts'

/** Who gives and takes roles of the city, and stops accounts. */
export const canManageStaff = (actor: Actor): Verdict =>
  hasRole(actor, 'city_admin') ? yes : no('role')

/** An administrator; or the operator, for the administrator who lost the phone. */
export const canResetSecondFactor = (actor: Actor): Verdict =>
  actor.kind === 'system' ? yes : canManageStaff(actor)

/** Staff who may act for a group that cannot act itself. Nobody does so for a group of their own. */
export const isDeskOf = (actor: Actor, groupId: string): boolean =>
  hasRole(actor, 'centre', 'office') && !isOfGroup(actor, groupId)

export const canSeeMembers = (actor: Actor, groupId: string): Verdict =>
  isOfGroup(actor, groupId) || isDeskOf(actor, groupId) ? yes : no('group')

/** Who sees members' addresses and may change anything about members. */
export const canManageMembers = (actor: Actor, groupId: string): Verdict =>
  isOfGroup(actor, groupId, 'representative', 'manager') || isDeskOf(actor, groupId)
    ? yes
    : no('group')

/**
 * The places the actor may give in the group. A manager brings in members; the representative managers
 * too; a representative comes by hand-over, or by the desk where the group has none.
 */
export const placesToGive = (
  actor: Actor,
  group: { readonly id: string; readonly hasRepresentative: boolean },
): readonly GroupRole[] => {
  if (isOfGroup(actor, group.id, 'representative')) return ['manager', 'member']
  if (isOfGroup(actor, group.id, 'manager')) return ['member']
  if (!isDeskOf(actor, group.id)) return []
  return group.hasRepresentative ? ['manager', 'member'] : ['representative', 'manager', 'member']
}

type Placed = {
  readonly groupId: string
  readonly accountId: string
  readonly role: GroupRole
}

/** Who may give a member another place. The representative's changes only by hand-over. */
export const canChangePlace = (actor: Actor, member: Placed): Verdict => {
  if (member.role === 'representative') return no('representative')
  return isOfGroup(actor, member.groupId, 'representative') || isDeskOf(actor, member.groupId)
    ? yes
    : no('group')
}

/** Who may take somebody out of the group: whoever may change the place, and managers for members. */
export const canRemoveMember = (actor: Actor, member: Placed): Verdict => {
  const isManagersMember =
    member.role === 'member' &&
    isOfGroup(actor, member.groupId, 'manager') &&
    accountOf(actor) !== member.accountId
  return isManagersMember ? yes : canChangePlace(actor, member)
}

/** Who names the next representative: the one of now, or the desk when that person no longer can. */
export const canNameSuccessor = (actor: Actor, groupId: string): Verdict =>
  isOfGroup(actor, groupId, 'representative') || isDeskOf(actor, groupId) ? yes : no('group')

/** The roles of the hand-over's workflow that the actor holds. */
export const rolesInHandover = (actor: Actor, handover: Handover): readonly string[] => [
  ...(accountOf(actor) === handover.to.accountId ? ['successor'] : []),
  ...(accountOf(actor) === handover.from.accountId ? ['representative'] : []),
  ...(isDeskOf(actor, handover.groupId) ? ['desk'] : []),
]

/** Who gives a group that lost its people a new representative. Nobody does so for a group of their own. */
export const canRecover = (actor: Actor, groupId: string): Verdict =>
  isDeskOf(actor, groupId) ? yes : no('group')

/** The roles of the recovery's workflow that the actor holds. */
export const rolesInRecovery = (
  actor: Actor,
  recovery: Pick<Recovery, 'groupId' | 'old'>,
): readonly string[] => [
  ...(recovery.old && accountOf(actor) === recovery.old.accountId ? ['representative'] : []),
  ...(isDeskOf(actor, recovery.groupId) ? ['desk'] : []),
]
