import type { Scope } from '#data/scope.ts'
import type { CityRole, GroupRole } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { emailKey } from '../account.ts'
import type { Invitation, InvitationGift } from '../invitation.ts'

export type NewInvitation = {
  readonly tokenHash: string
  readonly email: string
  readonly gift: InvitationGift
  readonly invitedBy: string
  readonly seconds: number
}

/** Keeps a new invitation. @returns its id */
export const insertInvitation = async (scope: Scope, sent: NewInvitation): Promise<string> => {
  const id = newId()
  const { gift } = sent
  await scope.db
    .insertInto('invitations')
    .values({
      city_id: scope.city.id,
      id,
      token_hash: sent.tokenHash,
      email: sent.email,
      role: gift.kind === 'role' ? gift.role : null,
      department: gift.kind === 'role' ? gift.department : null,
      group_id: gift.kind === 'group' ? gift.groupId : null,
      group_role: gift.kind === 'group' ? gift.groupRole : null,
      invited_by: sent.invitedBy,
      created_at: scope.now,
      expires_at: new Date(scope.now.getTime() + sent.seconds * 1000),
    })
    .execute()
  return id
}

const columns = [
  'i.id',
  'i.email',
  'i.role',
  'i.department',
  'i.group_id',
  'i.group_role',
  'i.created_at',
  'i.expires_at',
  'i.accepted_at',
  'i.withdrawn_at',
  'i.invited_by',
  'a.name as inviter',
  'g.name as group_name',
] as const

type Row = {
  id: string
  email: string
  role: string | null
  department: string | null
  group_id: string | null
  group_role: string | null
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
  withdrawn_at: Date | null
  invited_by: string
  inviter: string
  group_name: string | null
}

const giftOf = (row: Row): InvitationGift =>
  row.group_id === null
    ? { kind: 'role', role: row.role as CityRole, department: row.department }
    : { kind: 'group', groupId: row.group_id, groupRole: row.group_role as GroupRole }

const toInvitation = (row: Row): Invitation => ({
  id: row.id,
  email: row.email,
  gift: giftOf(row),
  groupName: row.group_name,
  invitedBy: { accountId: row.invited_by, name: row.inviter },
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  acceptedAt: row.accepted_at,
  withdrawnAt: row.withdrawn_at,
})

const invitationsOf = (scope: Scope) =>
  scope.db
    .selectFrom('invitations as i')
    .innerJoin('accounts as a', (on) =>
      on.onRef('a.city_id', '=', 'i.city_id').onRef('a.id', '=', 'i.invited_by'),
    )
    .leftJoin('groups as g', (on) =>
      on.onRef('g.city_id', '=', 'i.city_id').onRef('g.id', '=', 'i.group_id'),
    )
    .select(columns)
    .where('i.city_id', '=', scope.city.id)

/** The invitation behind a link, in whatever state it is. */
export const findInvitation = async (
  scope: Scope,
  tokenHash: string,
): Promise<Invitation | undefined> => {
  const row = await invitationsOf(scope).where('i.token_hash', '=', tokenHash).executeTakeFirst()
  return row && toInvitation(row)
}

/** Open invitations to roles of the city (`null`) or to one group, newest first; expired ones are left out. */
export const listOpenInvitations = async (
  scope: Scope,
  groupId: string | null,
): Promise<Invitation[]> => {
  const open = invitationsOf(scope)
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', scope.now)
  const some =
    groupId === null ? open.where('i.group_id', 'is', null) : open.where('i.group_id', '=', groupId)
  const rows = await some.orderBy('i.created_at', 'desc').orderBy('i.id').limit(100).execute()
  return rows.map(toInvitation)
}

/** Marks it as accepted; of two at the same moment one is told no. @returns whether this was the one */
export const takeInvitation = async (
  scope: Scope,
  id: string,
  accountId: string,
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('invitations')
    .set({ accepted_at: scope.now, accepted_by: accountId })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', scope.now)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Which open invitations are meant: one of them, those to one address for one thing, or those of one inviter. */
export type OpenInvitations = {
  readonly id?: string
  readonly groupId?: string | null
  readonly invitedBy?: string
  readonly same?: { readonly email: string; readonly gift: InvitationGift }
}

/** Withdraws open invitations. @returns how many there were */
export const withdrawInvitations = async (
  scope: Scope,
  meant: OpenInvitations,
): Promise<number> => {
  let query = scope.db
    .updateTable('invitations')
    .set({ withdrawn_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
  if (meant.id) query = query.where('id', '=', meant.id)
  if (meant.invitedBy) query = query.where('invited_by', '=', meant.invitedBy)
  if (meant.groupId === null) query = query.where('group_id', 'is', null)
  if (meant.groupId) query = query.where('group_id', '=', meant.groupId)
  if (meant.same) {
    const { email, gift } = meant.same
    query = query.where((is) => is(is.fn('lower', ['email']), '=', emailKey(email)))
    query =
      gift.kind === 'group'
        ? query.where('group_id', '=', gift.groupId)
        : query
            .where('role', '=', gift.role)
            .where('department', 'is not distinct from', gift.department)
  }
  const result = await query.executeTakeFirst()
  return Number(result.numUpdatedRows)
}
