import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { isId, newId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Channel } from '../../procedures/index.ts'
import type { GroupFacets } from '../facets.ts'
import type { Group } from '../group.ts'
import type { Introduction } from '../introduction.ts'
import type { GroupState } from '../registration.ts'
import { selectGroups, toGroup } from './group-row.ts'

/** The group in whatever state it is, or undefined. */
export const findGroup = async (scope: Scope, id: string): Promise<Group | undefined> => {
  if (!isId(id)) return undefined
  const row = await selectGroups(scope).where('g.id', '=', id).executeTakeFirst()
  return row && toGroup(row)
}

/** The group in whatever state it is. @throws NotFound */
export const getGroup = async (scope: Scope, id: string): Promise<Group> => {
  const group = await findGroup(scope, id)
  if (!group) throw new NotFound('group')
  return group
}

/** Groups by id, in whatever state they are. 1 query. */
export const listGroupsById = async (
  scope: Scope,
  ids: readonly string[],
): Promise<readonly Group[]> => {
  if (ids.length === 0) return []
  const rows = await selectGroups(scope)
    .where('g.id', 'in', [...ids])
    .execute()
  return rows.map(toGroup)
}

/** The group, held until the transaction ends: steps taken at the same moment come one after the other. */
export const lockGroup = async (scope: Scope, id: string): Promise<Group> => {
  if (!isId(id)) throw new NotFound('group')
  await scope.db
    .selectFrom('groups')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return getGroup(scope, id)
}

/** Names of groups by id; ids that are not there are left out. */
export const listGroupNames = async (
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await scope.db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('city_id', '=', scope.city.id)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export const insertGroup = async (
  scope: Scope,
  group: {
    readonly name: string
    readonly class?: string
    readonly channel: Channel
    readonly receivedOn?: PlainDate | undefined
  },
): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('groups')
    .values({
      city_id: scope.city.id,
      id,
      state: 'draft',
      ...(group.class ? { class: group.class } : {}),
      name: group.name,
      channel: group.channel,
      ...(group.receivedOn ? { received_on: group.receivedOn } : {}),
      created_by: accountOf(scope.actor),
      created_at: scope.now,
      updated_at: scope.now,
    })
    .execute()
  return id
}

/** How many drafts the actor has begun and not sent. */
export const countOwnDrafts = async (scope: Scope): Promise<number> => {
  const row = await scope.db
    .selectFrom('groups')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('city_id', '=', scope.city.id)
    .where('created_by', '=', accountOf(scope.actor))
    .where('state', '=', 'draft')
    .where('channel', '=', 'web')
    .executeTakeFirstOrThrow()
  return row.n
}

/** What the answers say of the group itself, kept beside its state for lists. */
export type GroupFacts = {
  readonly name?: string
  readonly name_kana?: string
  readonly legal_form?: string
  readonly members?: number | null
  readonly channel?: Channel
  readonly corporate_number?: string | null
}

export const updateGroupFacts = async (
  scope: Scope,
  id: string,
  facts: GroupFacts,
): Promise<void> => {
  await scope.db
    .updateTable('groups')
    .set({ ...facts, updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

type MovedFacts = {
  readonly receipt_number?: string
  readonly number?: string
  readonly registered_on?: string
  readonly valid_until?: string | null
}

/** Stores the new state where the old one still stands. @returns false when somebody was faster */
export const moveGroup = async (
  scope: Scope,
  id: string,
  move: { readonly from: GroupState; readonly to: GroupState; readonly facts?: MovedFacts },
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('groups')
    .set({ ...move.facts, state: move.to, updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('state', '=', move.from)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Stores until when the registration holds from now on. */
export const setValidUntil = async (
  scope: Scope,
  id: string,
  until: string | null,
): Promise<void> => {
  await scope.db
    .updateTable('groups')
    .set({ valid_until: until, updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

/** What the directory narrows the group down by, after its introduction has changed. */
export const saveFacets = async (
  scope: Scope,
  id: string,
  { areas, days, beginners, publicMembers }: Omit<GroupFacets, 'fields' | 'recruiting'>,
): Promise<void> => {
  await scope.db
    .updateTable('groups')
    .set({
      areas: [...areas],
      days: [...days],
      beginners,
      public_members: publicMembers,
      face_changed_at: scope.now,
    })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

/** How many joint projects the group has or had, for the directory. */
export const recordJointProjects = async (
  scope: Scope,
  groupId: string,
  count: number,
): Promise<void> => {
  await scope.db
    .updateTable('groups')
    .set({ joint_projects: count })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', groupId)
    .execute()
}

/** Replaces what the group tells of itself. */
export const saveIntroductionOf = async (
  scope: Scope,
  id: string,
  introduction: Introduction | null,
): Promise<void> => {
  await scope.db
    .updateTable('groups')
    .set({
      introduction: introduction && JSON.stringify(introduction),
      face_changed_at: scope.now,
    })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}
