import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { addDays, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { allow, no } from '#kernel/refusals.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { applyTransition } from '#kernel/workflow.ts'
import { closeTasks, insertEvent, insertTask, roleCodeOf } from '../../procedures/index.ts'
import { type Handover, handoverDays, handoverFlow, handoverKind } from '../handover.ts'
import type { MailOccasion } from '../mail-texts.ts'
import { paths } from '../paths.ts'
import { canNameSuccessor, isDeskOf, rolesInHandover } from '../policy.ts'
import {
  endHandover,
  findOpenHandover,
  insertHandover,
  listHandoversTo,
} from '../queries/handovers.ts'
import {
  changeMembership,
  findGroupName,
  listMembers,
  lockPlaces,
  type Member,
} from '../queries/memberships.ts'
import { writeTo } from './letters.ts'

export type HandoverRefusal = 'not-now' | 'not-member' | 'already-open' | 'no-representative'

const steps = {
  named: { ja: '代表者の引継ぎの申出', en: 'Hand-over to a new representative begun' },
  confirmed: { ja: '代表者の変更', en: 'New representative' },
  calledOff: { ja: '代表者の引継ぎの取りやめ', en: 'Hand-over called off' },
} as const satisfies Record<string, Bilingual>

/** Writes the step into the group's history and the audit. */
const record = async (
  scope: Scope,
  done: { readonly groupId: string; readonly step: keyof typeof steps; readonly after: unknown },
): Promise<void> => {
  const group = { kind: 'group', id: done.groupId }
  await insertEvent(scope, group, {
    step: `handover-${done.step}`,
    title: steps[done.step],
    role: roleCodeOf(scope.actor),
  })
  await audit(scope, {
    action: `accounts.handover-${done.step}`,
    subjectKind: group.kind,
    subjectId: group.id,
    after: done.after,
  })
}

const writeToMembers = async (
  scope: Scope,
  city: City,
  letter: {
    readonly to: readonly Member[]
    readonly occasion: MailOccasion
    readonly groupId: string
    readonly path: string
  },
): Promise<void> => {
  const what = (await findGroupName(scope, letter.groupId)) ?? ''
  for (const to of letter.to)
    await writeTo(scope, city, { to, occasion: letter.occasion, path: letter.path, what })
}

/** Names the next representative. Nothing changes until that person confirms; one at a time. */
export const nameSuccessor = async (
  scope: Scope,
  city: City,
  named: { readonly groupId: string; readonly successor: string },
): Promise<Result<string, HandoverRefusal>> => {
  const { groupId } = named
  allow(canNameSuccessor(scope.actor, groupId))
  const from = await lockPlaces(scope, groupId)
  if (!from) return refuse('no-representative')
  // The page may be older than the last hand-over; only the representative of this moment counts.
  if (from !== accountOf(scope.actor) && !isDeskOf(scope.actor, groupId)) allow(no('group'))
  const members = await listMembers(scope, groupId)
  const to = members.find((one) => one.accountId === named.successor)
  if (!to?.active || to.accountId === from) return refuse('not-member')
  const id = await insertHandover(scope, { groupId, from, to: to.accountId })
  if (!id) return refuse('already-open')
  const path = paths.handover(city.slug, groupId)
  const title = (await findGroupName(scope, groupId)) ?? ''
  await insertTask(
    scope,
    { kind: handoverKind, id, title },
    {
      step: 'confirm',
      title: { ja: '代表者を引き受けるかどうかの返事', en: 'Say whether you take over' },
      assignee: { accountId: to.accountId },
      url: path,
      dueOn: addDays(tokyoDayOf(scope.now), handoverDays),
    },
  )
  await record(scope, { groupId, step: 'named', after: { id, from, to: to.accountId } })
  await writeToMembers(scope, city, { to: [to], occasion: 'handoverNamed', groupId, path })
  return ok(id)
}

/** The old place is given up first: a group never has two representatives, not even for a moment. */
const movePlaces = async (scope: Scope, handover: Handover, successor: Member): Promise<void> => {
  const { groupId, from } = handover
  const left = await changeMembership(
    scope,
    { groupId, accountId: from.accountId },
    { from: 'representative', to: 'manager' },
  )
  const taken = await changeMembership(scope, successor, {
    from: successor.role,
    to: 'representative',
  })
  if (!left || !taken) throw new Error('places changed although they were held')
}

/** The new representative confirms: from this moment the old one is a manager and no longer represents. */
export const confirmHandover = async (
  scope: Scope,
  city: City,
  groupId: string,
): Promise<Result<'confirmed', HandoverRefusal>> => {
  const handover = await findOpenHandover(scope, groupId)
  if (!handover) return refuse('not-now')
  const roles = rolesInHandover(scope.actor, handover)
  if (!applyTransition(handoverFlow, 'named', 'confirm', roles).ok) allow(no('group'))
  const representative = await lockPlaces(scope, groupId)
  const members = await listMembers(scope, groupId)
  const successor = members.find((one) => one.accountId === handover.to.accountId)
  if (!successor) return refuse('not-member')
  if (representative !== handover.from.accountId) return refuse('not-now')
  if (!(await endHandover(scope, handover.id, 'confirmed_at'))) return refuse('not-now')
  await movePlaces(scope, handover, successor)
  await closeTasks(scope, { kind: handoverKind, id: handover.id })
  const data = { from: handover.from.accountId, to: handover.to.accountId }
  await record(scope, { groupId, step: 'confirmed', after: { id: handover.id, ...data } })
  const to = members.filter((one) => [data.from, data.to].includes(one.accountId) && one.active)
  const path = paths.members(city.slug, groupId)
  await writeToMembers(scope, city, { to, occasion: 'handoverDone', groupId, path })
  await scope.outside.announce(scope, {
    name: 'group.handed-over',
    subjectKind: 'group',
    subjectId: groupId,
    data,
  })
  return ok('confirmed')
}

/** Ends a hand-over that was not confirmed, and tells the two it is about. */
export const callOff = async (scope: Scope, city: City, handover: Handover): Promise<boolean> => {
  if (!(await endHandover(scope, handover.id, 'withdrawn_at'))) return false
  await closeTasks(scope, { kind: handoverKind, id: handover.id })
  const { groupId, from, to } = handover
  await record(scope, { groupId, step: 'calledOff', after: { id: handover.id } })
  const members = await listMembers(scope, groupId)
  const told = members.filter(
    (one) =>
      one.active &&
      one.accountId !== accountOf(scope.actor) &&
      [from.accountId, to.accountId].includes(one.accountId),
  )
  const path = paths.members(city.slug, groupId)
  await writeToMembers(scope, city, { to: told, occasion: 'handoverCalledOff', groupId, path })
  return true
}

/** Calls the hand-over off: the one who began it, the desk, or the new one who declines. */
export const withdrawHandover = async (
  scope: Scope,
  city: City,
  groupId: string,
): Promise<Result<'withdrawn', HandoverRefusal>> => {
  const handover = await findOpenHandover(scope, groupId)
  if (!handover) return refuse('not-now')
  const roles = rolesInHandover(scope.actor, handover)
  const name = roles.includes('successor') ? 'decline' : 'withdraw'
  if (!applyTransition(handoverFlow, 'named', name, roles).ok) allow(no('group'))
  return (await callOff(scope, city, handover)) ? ok('withdrawn') : refuse('not-now')
}

/** Calls off what waits for somebody who can no longer answer: in one group, or in all. */
export const callOffHandoversTo = async (
  scope: Scope,
  city: City,
  gone: { readonly accountId: string; readonly groupId?: string },
): Promise<void> => {
  for (const { groupId } of await listHandoversTo(scope, gone.accountId)) {
    if (gone.groupId !== undefined && gone.groupId !== groupId) continue
    const handover = await findOpenHandover(scope, groupId)
    if (handover) await callOff(scope, city, handover)
  }
}
