import type { Scope } from '#data/scope.ts'
import type { GroupRole } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'

type Place = { readonly accountId: string; readonly groupId: string; readonly role: GroupRole }

/** A person's place in a group. @throws when the person is in it, or it is led, already */
export const insertMembership = async (scope: Scope, place: Place): Promise<void> => {
  if (!(await insertFreeMembership(scope, place)))
    throw new Error(`the place in group ${place.groupId} is taken`)
}

/** A person's place in a group, if it is free. @returns whether it was */
export const insertFreeMembership = async (scope: Scope, place: Place): Promise<boolean> => {
  const result = await scope.db
    .insertInto('memberships')
    .values({
      city_id: scope.city.id,
      id: newId(),
      account_id: place.accountId,
      group_id: place.groupId,
      role: place.role,
      since: scope.now,
    })
    .onConflict((taken) => taken.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1
}

/** Somebody of a group. */
export type Member = {
  readonly groupId: string
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly language: 'ja' | 'en'
  readonly role: GroupRole
  readonly since: Date
  readonly active: boolean
}

const places: readonly string[] = ['representative', 'manager', 'member']

/** The people of a group, the representative first. */
export const listMembers = async (scope: Scope, groupId: string): Promise<Member[]> => {
  const rows = await scope.db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', (on) =>
      on.onRef('a.city_id', '=', 'm.city_id').onRef('a.id', '=', 'm.account_id'),
    )
    .select(['a.id', 'a.name', 'a.email', 'a.language', 'a.state', 'm.role', 'm.since'])
    .where('m.city_id', '=', scope.city.id)
    .where('m.group_id', '=', groupId)
    .where('m.until', 'is', null)
    .orderBy('m.since')
    .orderBy('m.id')
    .execute()
  return rows
    .map((row) => ({
      groupId,
      accountId: row.id,
      name: row.name,
      email: row.email,
      language: row.language as Member['language'],
      role: row.role as GroupRole,
      since: row.since,
      active: row.state === 'active',
    }))
    .sort((a, b) => places.indexOf(a.role) - places.indexOf(b.role))
}

/**
 * Holds all places of the group until the transaction ends, so that they change one after the other.
 * @returns who represents the group now
 */
export const lockPlaces = async (scope: Scope, groupId: string): Promise<string | undefined> => {
  const rows = await scope.db
    .selectFrom('memberships')
    .select(['account_id', 'role'])
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
    .where('until', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.find((row) => row.role === 'representative')?.account_id
}

/** Gives another place in the group, if the person still has the one expected. @returns whether so */
export const changeMembership = async (
  scope: Scope,
  place: Omit<Place, 'role'>,
  roles: { readonly from: GroupRole; readonly to: GroupRole },
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('memberships')
    .set({ role: roles.to })
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', place.groupId)
    .where('account_id', '=', place.accountId)
    .where('role', '=', roles.from)
    .where('until', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Ends a place that is not the representative's. @returns whether there was one */
export const endMembership = async (scope: Scope, place: Omit<Place, 'role'>): Promise<boolean> => {
  const result = await scope.db
    .updateTable('memberships')
    .set({ until: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', place.groupId)
    .where('account_id', '=', place.accountId)
    .where('role', '<>', 'representative')
    .where('until', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Name of a group, for pages about its people; undefined when there is no such group. */
export const findGroupName = async (scope: Scope, groupId: string): Promise<string | undefined> => {
  const row = await scope.db
    .selectFrom('groups')
    .select('name')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', groupId)
    .executeTakeFirst()
  return row?.name
}

/** A group whose people are asked for. `atHome` is true while its registration was not sent to anybody. */
export const findGroupHead = async (
  scope: Scope,
  groupId: string,
): Promise<{ readonly name: string; readonly atHome: boolean } | undefined> => {
  const row = await scope.db
    .selectFrom('groups')
    .select(['name', 'channel', 'receipt_number'])
    .where('city_id', '=', scope.city.id)
    .where('id', '=', groupId)
    .executeTakeFirst()
  return row && { name: row.name, atHome: row.channel === 'web' && row.receipt_number === null }
}

/** The groups of an account, by name. `sentOnly` leaves out what its people still write at home. */
export const listGroupsOf = async (
  scope: Scope,
  accountId: string,
  { sentOnly = false }: { readonly sentOnly?: boolean } = {},
): Promise<{ readonly groupId: string; readonly name: string; readonly role: GroupRole }[]> => {
  const rows = await scope.db
    .selectFrom('memberships as m')
    .innerJoin('groups as g', (on) =>
      on.onRef('g.city_id', '=', 'm.city_id').onRef('g.id', '=', 'm.group_id'),
    )
    .select(['g.id', 'g.name', 'm.role'])
    .where('m.city_id', '=', scope.city.id)
    .where('m.account_id', '=', accountId)
    .where('m.until', 'is', null)
    .$if(sentOnly, (query) =>
      query.where((is) =>
        is.or([is('g.receipt_number', 'is not', null), is('g.channel', '<>', 'web')]),
      ),
    )
    .orderBy('g.name_order')
    .orderBy('g.name_kana')
    .orderBy('g.id')
    .execute()
  return rows.map((row) => ({ groupId: row.id, name: row.name, role: row.role as GroupRole }))
}
