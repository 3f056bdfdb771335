import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'
import type { Recovery, RecoveryCheck, RecoveryState } from '../recovery.ts'
import type { RecoveryRequest } from '../recovery-form.ts'

/** Opens a recovery, unless one is open for the group. @returns its id */
export const insertRecovery = async (
  scope: Scope,
  opened: RecoveryRequest & {
    readonly groupId: string
    readonly state: RecoveryState
    readonly old: string | null
    readonly objectionUntil: PlainDate | null
  },
): Promise<string | undefined> => {
  const id = newId()
  const result = await scope.db
    .insertInto('recoveries')
    .values({
      city_id: scope.city.id,
      id,
      group_id: opened.groupId,
      state: opened.state,
      asker_name: opened.askerName,
      asker_email: opened.email,
      asked_on: opened.askedOn,
      checks: [...opened.checks],
      evidence: opened.evidence,
      opened_by: accountOf(scope.actor) ?? '',
      opened_at: scope.now,
      old_account: opened.old,
      objection_until: opened.objectionUntil,
    })
    .onConflict((open) => open.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1 ? id : undefined
}

/** The recovery of the group that is under way. */
export const findOpenRecovery = async (
  scope: Scope,
  groupId: string,
): Promise<Recovery | undefined> => {
  const row = await scope.db
    .selectFrom('recoveries as r')
    .innerJoin('accounts as s', (on) =>
      on.onRef('s.city_id', '=', 'r.city_id').onRef('s.id', '=', 'r.opened_by'),
    )
    .leftJoin('accounts as o', (on) =>
      on.onRef('o.city_id', '=', 'r.city_id').onRef('o.id', '=', 'r.old_account'),
    )
    .selectAll('r')
    .select(['s.name as opener', 'o.name as old_name'])
    .where('r.city_id', '=', scope.city.id)
    .where('r.group_id', '=', groupId)
    .where('r.closed_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      groupId,
      state: row.state as RecoveryState,
      asker: { name: row.asker_name, email: row.asker_email },
      askedOn: row.asked_on as PlainDate,
      checks: row.checks as RecoveryCheck[],
      evidence: row.evidence,
      openedBy: row.opener,
      openedAt: row.opened_at,
      old: row.old_account ? { accountId: row.old_account, name: row.old_name ?? '' } : null,
      objectionUntil: row.objection_until as PlainDate | null,
      objection: row.objection,
    }
  )
}

/** Stores the new state where the old one still stands. @returns whether it did */
export const moveRecovery = async (
  scope: Scope,
  recovery: Pick<Recovery, 'id' | 'state'>,
  move: { readonly to: RecoveryState; readonly objection?: string },
): Promise<boolean> => {
  const ended = move.to === 'done' || move.to === 'withdrawn'
  const result = await scope.db
    .updateTable('recoveries')
    .set({
      state: move.to,
      ...(ended ? { closed_at: scope.now } : {}),
      ...(move.objection ? { objection: move.objection, objected_at: scope.now } : {}),
    })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', recovery.id)
    .where('state', '=', recovery.state)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}
