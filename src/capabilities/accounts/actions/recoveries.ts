import type { Scope } from '#data/scope.ts'
import type { Language } from '#kernel/bilingual.ts'
import { addDays, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { allow } from '#kernel/refusals.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { applyTransition } from '#kernel/workflow.ts'
import { emailKey } from '../account.ts'
import { canRecover, rolesInRecovery } from '../policy.ts'
import { withdrawInvitations } from '../queries/invitations.ts'
import { listMembers, lockPlaces } from '../queries/memberships.ts'
import { findOpenRecovery, insertRecovery, moveRecovery } from '../queries/recoveries.ts'
import { canStillObject, type Recovery, type RecoveryStep, recoveryFlow } from '../recovery.ts'
import type { RecoveryRequest } from '../recovery-form.ts'
import { type Around, aroundOf, invite, record, setTasks, tell } from './recovery-steps.ts'

export type RecoveryRefusal = 'not-now' | 'already-open' | 'already-representative' | 'too-early'

/**
 * The desk takes up the request of somebody who speaks for a group that lost its people. Where the
 * representative of now can be reached, that person is told and has some days to object.
 */
export const openRecovery = async (
  scope: Scope,
  city: City,
  asked: RecoveryRequest & { readonly groupId: string; readonly language: Language },
): Promise<Result<string, RecoveryRefusal>> => {
  const { groupId } = asked
  allow(canRecover(scope.actor, groupId))
  const representative = await lockPlaces(scope, groupId)
  const members = await listMembers(scope, groupId)
  const leader = members.find((one) => one.accountId === representative)
  if (leader && emailKey(leader.email) === emailKey(asked.email))
    return refuse('already-representative')
  const old = leader?.active ? { accountId: leader.accountId, name: leader.name } : null
  const days = city.settings.recoveryObjectionDays
  const objectionUntil = old ? addDays(tokyoDayOf(scope.now), days) : null
  const state = old ? 'open' : 'invited'
  const opened = { ...asked, state, old: old?.accountId ?? null, objectionUntil } as const
  const id = await insertRecovery(scope, opened)
  if (!id) return refuse('already-open')
  const around = await aroundOf(scope, city, groupId)
  const { askerName, askedOn, checks, evidence } = asked
  const after = { id, askerName, askedOn, checks, evidence, objectionUntil }
  await record(scope, { groupId, step: 'open', after })
  await setTasks(scope, around, { id, old, objectionUntil, state })
  const others = members.filter((one) => one.accountId !== representative)
  if (leader)
    await tell(scope, around, { to: [leader], occasion: 'recoveryOpened', day: objectionUntil })
  await tell(scope, around, { to: others, occasion: 'recoveryTold' })
  if (!old) await invite(scope, around, asked)
  return ok(id)
}

/** Takes a step of the recovery that is under way, as far as its table lets the actor. */
const step = async (
  scope: Scope,
  city: City,
  taken: {
    readonly groupId: string
    readonly name: Exclude<RecoveryStep, 'confirm'>
    readonly reason?: string
  },
): Promise<Result<{ around: Around; recovery: Recovery }, RecoveryRefusal>> => {
  const { groupId, name, reason } = taken
  const recovery = await findOpenRecovery(scope, groupId)
  if (!recovery) return refuse('not-now')
  const roles = rolesInRecovery(scope.actor, recovery)
  const next = applyTransition(recoveryFlow, recovery.state, name, roles, { reason })
  if (!next.ok) return refuse('not-now')
  const { to } = next.value
  const moved = await moveRecovery(scope, recovery, {
    to,
    ...(name === 'object' && reason ? { objection: reason } : {}),
  })
  if (!moved) return refuse('not-now')
  const around = await aroundOf(scope, city, groupId)
  await setTasks(scope, around, { ...recovery, state: to })
  const after = { id: recovery.id, ...(reason ? { reason } : {}) }
  await record(scope, { groupId, step: name, after, ...(reason ? { reason } : {}) })
  return ok({ around, recovery })
}

/** The representative of then says no. */
export const objectToRecovery = async (
  scope: Scope,
  city: City,
  objected: { readonly groupId: string; readonly reason: string },
): Promise<Result<'objected', RecoveryRefusal>> => {
  const recovery = await findOpenRecovery(scope, objected.groupId)
  if (!recovery || !canStillObject(recovery, tokyoDayOf(scope.now))) return refuse('not-now')
  const taken = await step(scope, city, { ...objected, name: 'object' })
  return taken.ok ? ok('objected') : taken
}

/** Invites the new representative: when nobody objected in time, again, or against an objection. */
export const inviteByRecovery = async (
  scope: Scope,
  city: City,
  invited: { readonly groupId: string; readonly reason: string; readonly language: Language },
): Promise<Result<'invited', RecoveryRefusal>> => {
  const { groupId, reason, language } = invited
  allow(canRecover(scope.actor, groupId))
  const recovery = await findOpenRecovery(scope, groupId)
  if (!recovery) return refuse('not-now')
  if (canStillObject(recovery, tokyoDayOf(scope.now))) return refuse('too-early')
  const name = recovery.state === 'objected' ? 'overrule' : 'invite'
  const taken = await step(scope, city, { groupId, name, ...(reason ? { reason } : {}) })
  if (!taken.ok) return taken
  await invite(scope, taken.value.around, { email: recovery.asker.email, language })
  return ok('invited')
}

/** The desk calls it off; an invitation that was sent ends. */
export const withdrawRecovery = async (
  scope: Scope,
  city: City,
  withdrawn: { readonly groupId: string; readonly reason: string },
): Promise<Result<'withdrawn', RecoveryRefusal>> => {
  allow(canRecover(scope.actor, withdrawn.groupId))
  const taken = await step(scope, city, { ...withdrawn, name: 'withdraw' })
  if (!taken.ok) return taken
  const { around, recovery } = taken.value
  const gift = { kind: 'group', groupId: withdrawn.groupId, groupRole: 'representative' } as const
  await withdrawInvitations(scope, { same: { email: recovery.asker.email, gift } })
  const members = await listMembers(scope, withdrawn.groupId)
  await tell(scope, around, { to: members, occasion: 'recoveryCalledOff' })
  return ok('withdrawn')
}
