import type { Scope } from '#data/scope.ts'
import type { GroupRole, Person } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { GroupState } from '../registration.ts'

/** Somebody of a group who can be written to. */
export type MemberEmail = {
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly language: Language
}

/** Addresses of the group's people in these places, the leader first. */
export const listMemberEmails = async (
  scope: Scope,
  groupId: string,
  roles: readonly GroupRole[],
): Promise<MemberEmail[]> => {
  if (roles.length === 0) return []
  const rows = await scope.db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', (on) =>
      on.onRef('a.city_id', '=', 'm.city_id').onRef('a.id', '=', 'm.account_id'),
    )
    .select(['a.id', 'a.name', 'a.email', 'a.language'])
    .where('m.city_id', '=', scope.city.id)
    .where('m.group_id', '=', groupId)
    .where('m.until', 'is', null)
    .where('m.role', 'in', [...roles])
    .where('a.state', '=', 'active')
    .orderBy((is) => is('m.role', '=', 'representative'), 'desc')
    .orderBy('m.since')
    .execute()
  return rows.map(({ id, name, email, language }) => ({
    accountId: id,
    name,
    email,
    language: language as Language,
  }))
}

/** Who can sign in for a group: its leader; others only; nobody. */
export type Presence = 'led' | 'unled' | 'nobody'

/** Whether anybody of the group can sign in, and its leader among them. */
export const findPresence = async (scope: Scope, groupId: string): Promise<Presence> => {
  const rows = await scope.db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', (on) =>
      on.onRef('a.city_id', '=', 'm.city_id').onRef('a.id', '=', 'm.account_id'),
    )
    .select('m.role')
    .distinct()
    .where('m.city_id', '=', scope.city.id)
    .where('m.group_id', '=', groupId)
    .where('m.until', 'is', null)
    .where('a.state', '=', 'active')
    .execute()
  if (rows.some(({ role }) => role === 'representative')) return 'led'
  return rows.length > 0 ? 'unled' : 'nobody'
}

/** Why somebody cannot be added: already there, or the group has a leader. */
export type PlaceTaken = 'already-member' | 'has-representative'

export const findTakenPlace = async (
  scope: Scope,
  place: { readonly groupId: string; readonly accountId: string; readonly role: GroupRole },
): Promise<PlaceTaken | undefined> => {
  const rows = await scope.db
    .selectFrom('memberships')
    .select(['account_id', 'role'])
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', place.groupId)
    .where('until', 'is', null)
    .execute()
  if (rows.some((row) => row.account_id === place.accountId)) return 'already-member'
  const led = rows.some((row) => row.role === 'representative')
  return led && place.role === 'representative' ? 'has-representative' : undefined
}

/** A group of one's own, for one's own page. */
export type MyGroup = {
  readonly id: string
  readonly name: string
  readonly state: GroupState
  readonly role: GroupRole
}

/** The groups a person belongs to, those still to be finished first. */
export const listMyGroups = async (scope: Scope, person: Person): Promise<MyGroup[]> => {
  const roles = new Map(person.memberships.map(({ groupId, role }) => [groupId, role]))
  if (roles.size === 0) return []
  const rows = await scope.db
    .selectFrom('groups')
    .select(['id', 'name', 'state'])
    .where('city_id', '=', scope.city.id)
    .where('id', 'in', [...roles.keys()])
    .where('state', '<>', 'withdrawn')
    .orderBy((is) => is('state', 'in', ['draft', 'returned']), 'desc')
    .orderBy('name_order')
    .orderBy('name_kana')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, state }) => ({
    id,
    name,
    state: state as GroupState,
    role: roles.get(id) ?? 'member',
  }))
}
