import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { Person } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { allow, no, yes } from '#kernel/refusals.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { hashToken } from '#kernel/tokens.ts'
import { emailKey } from '../account.ts'
import {
  type Invitation,
  type InvitationGift,
  type InvitationState,
  mostOpenInvitations,
  stateOfInvitation,
} from '../invitation.ts'
import { canManageMembers, canManageStaff, placesToGive } from '../policy.ts'
import { findAccountByEmail, getAccount } from '../queries/accounts.ts'
import {
  findInvitation,
  listOpenInvitations,
  takeInvitation,
  withdrawInvitations,
} from '../queries/invitations.ts'
import { findGroupName, insertFreeMembership, listMembers } from '../queries/memberships.ts'
import { insertRoleGrant, listRoleGrants } from '../queries/roles.ts'
import { completeRecovery } from './complete-recovery.ts'
import { sendInvitation, subjectOfGift } from './send-invitation.ts'
import { type OpenedSession, rotateSession } from './sessions.ts'

export type InviteRefusal = 'already' | 'too-many'

/** Invites somebody to a role of the city. */
export const inviteToRole = async (
  scope: Scope,
  city: City,
  invited: {
    readonly email: string
    readonly gift: Extract<InvitationGift, { kind: 'role' }>
    readonly language: Language
  },
): Promise<Result<string, InviteRefusal>> => {
  allow(canManageStaff(scope.actor))
  const { role, department } = invited.gift
  const known = await findAccountByEmail(scope, invited.email)
  const held = known ? await listRoleGrants(scope, known.id) : []
  if (held.some((one) => one.role === role && one.department === department))
    return refuse('already')
  return ok(await sendInvitation(scope, city, { ...invited, groupName: null }))
}

/** Invites somebody to a place in a group. */
export const inviteToGroup = async (
  scope: Scope,
  city: City,
  invited: {
    readonly email: string
    readonly gift: Extract<InvitationGift, { kind: 'group' }>
    readonly language: Language
  },
): Promise<Result<string, InviteRefusal>> => {
  const { groupId, groupRole } = invited.gift
  const members = await listMembers(scope, groupId)
  const hasRepresentative = members.some((one) => one.role === 'representative')
  const places = placesToGive(scope.actor, { id: groupId, hasRepresentative })
  allow(places.includes(groupRole) ? yes : no('group'))
  if (members.some((one) => emailKey(one.email) === emailKey(invited.email)))
    return refuse('already')
  if ((await listOpenInvitations(scope, groupId)).length >= mostOpenInvitations)
    return refuse('too-many')
  const groupName = (await findGroupName(scope, groupId)) ?? null
  return ok(await sendInvitation(scope, city, { ...invited, groupName }))
}

/** Withdraws an open invitation: one to a role (`null`), or one to that group. */
export const withdrawInvitation = async (
  scope: Scope,
  meant: { readonly id: string; readonly groupId: string | null },
): Promise<Result<'withdrawn', 'not-now'>> => {
  const { groupId } = meant
  allow(groupId === null ? canManageStaff(scope.actor) : canManageMembers(scope.actor, groupId))
  if ((await withdrawInvitations(scope, meant)) === 0) return refuse('not-now')
  const subject =
    groupId === null
      ? { subjectKind: 'invitation', subjectId: meant.id }
      : { subjectKind: 'group', subjectId: groupId }
  await audit(scope, {
    action: 'accounts.withdraw-invitation',
    ...subject,
    before: { id: meant.id },
  })
  return ok('withdrawn')
}

export type AcceptRefusal =
  | 'unknown'
  | Exclude<InvitationState, 'open'>
  | 'other-address'
  | 'already'
  | 'place-taken'

const giveGift = async (
  scope: Scope,
  city: City,
  { invitation, accountId }: { readonly invitation: Invitation; readonly accountId: string },
): Promise<AcceptRefusal | undefined> => {
  const { gift } = invitation
  if (gift.kind === 'role') {
    await insertRoleGrant(scope, {
      accountId,
      role: gift.role,
      department: gift.department,
      grantedBy: invitation.invitedBy.accountId,
    })
    return undefined
  }
  const place = { accountId, groupId: gift.groupId, role: gift.groupRole }
  if (gift.groupRole === 'representative' && (await completeRecovery(scope, city, place)))
    return undefined
  if (await insertFreeMembership(scope, place)) return undefined
  const members = await listMembers(scope, gift.groupId)
  return members.some((one) => one.accountId === accountId) ? 'already' : 'place-taken'
}

/**
 * Accepts an invitation: the address must be the account's own, and it is good for one acceptance, also
 * when two presses arrive at the same moment. The session goes on under a new token.
 */
export const acceptInvitation = async (
  scope: Scope,
  city: City,
  given: { readonly invitationToken: string; readonly person: Person; readonly token: string },
): Promise<Result<{ invitation: Invitation; session: OpenedSession }, AcceptRefusal>> => {
  const invitation = await findInvitation(scope, hashToken(given.invitationToken))
  if (!invitation) return refuse('unknown')
  const state = stateOfInvitation(invitation, scope.now)
  if (state !== 'open') return refuse(state)
  const account = await getAccount(scope, given.person.accountId)
  if (emailKey(account.email) !== emailKey(invitation.email)) return refuse('other-address')
  if (!(await takeInvitation(scope, invitation.id, account.id))) return refuse('accepted')
  const fault = await giveGift(scope, city, { invitation, accountId: account.id })
  if (fault) return refuse(fault)
  await audit(scope, {
    action: 'accounts.accept-invitation',
    ...subjectOfGift(invitation.gift),
    after: { id: invitation.id, accountId: account.id, gift: invitation.gift },
  })
  // Only a trusted session gets here, so where the account has a second factor it was given.
  const proved = { secondFactor: account.secondFactor }
  const session = await rotateSession(scope, { token: given.token, accountId: account.id }, proved)
  return ok({ invitation, session })
}
