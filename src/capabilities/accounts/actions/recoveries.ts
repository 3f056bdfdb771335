import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import type { Bilingual, Language } from '#kernel/bilingual.ts'
import { addDays, type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { allow } from '#kernel/refusals.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { applyTransition } from '#kernel/workflow.ts'
import { insertEvent, replaceTasks, roleCodeOf, type TaskDraft } from '../../procedures/index.ts'
import { emailKey } from '../account.ts'
import type { MailOccasion } from '../mail-texts.ts'
import { paths } from '../paths.ts'
import { canRecover, rolesInRecovery } from '../policy.ts'
import { findOpenHandover } from '../queries/handovers.ts'
import { withdrawInvitations } from '../queries/invitations.ts'
import {
  changeMembership,
  findGroupName,
  insertFreeMembership,
  listMembers,
  lockPlaces,
  type Member,
} from '../queries/memberships.ts'
import { findOpenRecovery, insertRecovery, moveRecovery } from '../queries/recoveries.ts'
import {
  canStillObject,
  type Recovery,
  type RecoveryState,
  type RecoveryStep,
  recoveryFlow,
  recoveryKind,
} from '../recovery.ts'
import type { RecoveryRequest } from '../recovery-form.ts'
import { callOff } from './handovers.ts'
import { writeTo } from './letters.ts'
import { sendInvitation } from './send-invitation.ts'

export type RecoveryRefusal = 'not-now' | 'already-open' | 'already-representative' | 'too-early'

const titles = {
  open: { ja: '代表者の再設定の申出を受けました', en: 'Asked for a new representative' },
  object: { ja: '代表者の再設定に異議が出ました', en: 'The old representative objected' },
  invite: { ja: '新しい代表者に招待を送りました', en: 'The new representative was invited' },
  overrule: {
    ja: '異議を退け、新しい代表者に招待を送りました',
    en: 'The objection was overruled and the new representative invited',
  },
  withdraw: { ja: '代表者の再設定を取りやめました', en: 'The recovery was called off' },
  confirm: { ja: '代表者を再設定しました', en: 'The group has a new representative' },
} as const satisfies Record<RecoveryStep | 'open', Bilingual>

/** Writes the step into the group's history and the audit. */
const record = async (
  scope: Scope,
  done: {
    readonly groupId: string
    readonly step: keyof typeof titles
    readonly reason?: string
    readonly after: unknown
  },
): Promise<void> => {
  const group = { kind: 'group', id: done.groupId }
  await insertEvent(scope, group, {
    step: `recovery-${done.step}`,
    title: titles[done.step],
    role: roleCodeOf(scope.actor),
    reason: done.reason,
  })
  await audit(scope, {
    action: `accounts.recovery-${done.step}`,
    subjectKind: group.kind,
    subjectId: group.id,
    after: done.after,
  })
}

type Around = { readonly city: City; readonly groupId: string; readonly groupName: string }

const tell = async (
  scope: Scope,
  { city, groupId, groupName }: Around,
  letter: {
    readonly to: readonly Member[]
    readonly occasion: MailOccasion
    readonly day?: PlainDate | null
  },
): Promise<void> => {
  const path = paths.recovery(city.slug, groupId)
  for (const to of letter.to) {
    if (!to.active || to.accountId === accountOf(scope.actor)) continue
    const day = letter.day ? formatDate(letter.day, to.language) : ''
    await writeTo(scope, city, { to, occasion: letter.occasion, path, what: groupName, day })
  }
}

/** Who acts next: the desk, with the day after which it can go on; and who may object. */
const tasksIn = (
  state: RecoveryState,
  recovery: Pick<Recovery, 'old' | 'objectionUntil'>,
  url: string,
): readonly TaskDraft[] => {
  const desk = { role: 'centre' } as const
  if (state === 'open')
    return [
      {
        step: 'invite',
        title: { ja: '代表者の再設定を進める', en: 'Go on with the new representative' },
        assignee: desk,
        url,
        dueOn: addDays(recovery.objectionUntil!, 1),
      },
      {
        step: 'object',
        title: { ja: '代表者の再設定を確かめる', en: 'Look at who is to represent your group' },
        assignee: { accountId: recovery.old!.accountId },
        url,
        dueOn: recovery.objectionUntil!,
      },
    ]
  return state === 'objected'
    ? [
        {
          step: 'overrule',
          title: { ja: '代表者の再設定への異議を調べる', en: 'Look into the objection' },
          assignee: desk,
          url,
        },
      ]
    : []
}

const setTasks = async (
  scope: Scope,
  { city, groupId, groupName }: Around,
  recovery: Pick<Recovery, 'id' | 'old' | 'objectionUntil'> & { readonly state: RecoveryState },
): Promise<void> => {
  const subject = { kind: recoveryKind, id: recovery.id, title: groupName }
  const url = paths.recovery(city.slug, groupId)
  await replaceTasks(scope, subject, tasksIn(recovery.state, recovery, url))
}

const invite = (
  scope: Scope,
  { city, groupId, groupName }: Around,
  asked: { readonly email: string; readonly language: Language },
): Promise<string> =>
  sendInvitation(scope, city, {
    ...asked,
    gift: { kind: 'group', groupId, groupRole: 'representative' },
    groupName,
  })

const aroundOf = async (scope: Scope, city: City, groupId: string): Promise<Around> => ({
  city,
  groupId,
  groupName: (await findGroupName(scope, groupId)) ?? '',
})

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

/** The invited person confirms: who represented the group until now becomes a member without powers. */
export const completeRecovery = async (
  scope: Scope,
  city: City,
  given: { readonly groupId: string; readonly accountId: string },
): Promise<boolean> => {
  const { groupId, accountId } = given
  const recovery = await findOpenRecovery(scope, groupId)
  if (recovery?.state !== 'invited') return false
  const representative = await lockPlaces(scope, groupId)
  const handover = await findOpenHandover(scope, groupId)
  if (handover) await callOff(scope, city, handover)
  const places = { from: 'representative', to: 'member' } as const
  if (representative) await changeMembership(scope, { groupId, accountId: representative }, places)
  const member = (await listMembers(scope, groupId)).find((one) => one.accountId === accountId)
  const taken = member
    ? await changeMembership(scope, member, { from: member.role, to: 'representative' })
    : await insertFreeMembership(scope, { groupId, accountId, role: 'representative' })
  if (!taken || !(await moveRecovery(scope, recovery, { to: 'done' })))
    throw new Error('places changed although they were held')
  const around = await aroundOf(scope, city, groupId)
  await setTasks(scope, around, { ...recovery, state: 'done' })
  const data = { from: representative ?? '', to: accountId }
  await record(scope, { groupId, step: 'confirm', after: { id: recovery.id, ...data } })
  const members = await listMembers(scope, groupId)
  await tell(scope, around, { to: members, occasion: 'recoveryDone' })
  await scope.outside.announce(scope, {
    name: 'group.handed-over',
    subjectKind: 'group',
    subjectId: groupId,
    data,
  })
  return true
}
