import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { findOpenHandover } from '../queries/handovers.ts'
import {
  changeMembership,
  insertFreeMembership,
  listMembers,
  lockPlaces,
} from '../queries/memberships.ts'
import { findOpenRecovery, moveRecovery } from '../queries/recoveries.ts'
import { callOff } from './handovers.ts'
import { aroundOf, record, setTasks, tell } from './recovery-steps.ts'

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
