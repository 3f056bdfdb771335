import type { Scope } from '#data/scope.ts'
import { newId } from '#kernel/ids.ts'
import type { Handover } from '../handover.ts'

/** Opens a hand-over, unless one is open for the group. @returns its id */
export const insertHandover = async (
  scope: Scope,
  named: { readonly groupId: string; readonly from: string; readonly to: string },
): Promise<string | undefined> => {
  const id = newId()
  const result = await scope.db
    .insertInto('handovers')
    .values({
      city_id: scope.city.id,
      id,
      group_id: named.groupId,
      from_account: named.from,
      to_account: named.to,
      created_at: scope.now,
    })
    .onConflict((open) => open.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1 ? id : undefined
}

/** The hand-over of the group that waits to be confirmed. */
export const findOpenHandover = async (
  scope: Scope,
  groupId: string,
): Promise<Handover | undefined> => {
  const row = await scope.db
    .selectFrom('handovers as h')
    .innerJoin('accounts as f', (on) =>
      on.onRef('f.city_id', '=', 'h.city_id').onRef('f.id', '=', 'h.from_account'),
    )
    .innerJoin('accounts as t', (on) =>
      on.onRef('t.city_id', '=', 'h.city_id').onRef('t.id', '=', 'h.to_account'),
    )
    .select([
      'h.id',
      'h.created_at',
      'f.id as from',
      'f.name as from_name',
      't.id as to',
      't.name as to_name',
    ])
    .where('h.city_id', '=', scope.city.id)
    .where('h.group_id', '=', groupId)
    .where('h.confirmed_at', 'is', null)
    .where('h.withdrawn_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      groupId,
      from: { accountId: row.from, name: row.from_name },
      to: { accountId: row.to, name: row.to_name },
      createdAt: row.created_at,
    }
  )
}

/** Ends an open hand-over one way or the other. @returns whether it was still open */
export const endHandover = async (
  scope: Scope,
  id: string,
  how: 'confirmed_at' | 'withdrawn_at',
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('handovers')
    .set({ [how]: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Hand-overs that wait for this account to confirm them. */
export const listHandoversTo = async (
  scope: Scope,
  accountId: string,
): Promise<{ readonly id: string; readonly groupId: string }[]> => {
  const rows = await scope.db
    .selectFrom('handovers')
    .select(['id', 'group_id'])
    .where('city_id', '=', scope.city.id)
    .where('to_account', '=', accountId)
    .where('confirmed_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  return rows.map((row) => ({ id: row.id, groupId: row.group_id }))
}
