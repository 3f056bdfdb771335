import type { Scope } from '#data/scope.ts'
import type { Appointment } from '../consultation.ts'

/** Says which proposal a consultation is about, or that it is about none. @returns false when it was called off */
export const saveRelation = async (
  scope: Scope,
  id: string,
  about: { readonly proposalId: string | null; readonly callId: string | null },
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('consultations')
    .set({ proposal_id: about.proposalId, call_id: about.callId })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Keeps the day proposed; one agreed to before is open again. */
export const saveAppointment = async (
  scope: Scope,
  id: string,
  { on, detail }: Pick<Appointment, 'on' | 'detail'>,
): Promise<void> => {
  await scope.db
    .updateTable('consultations')
    .set({ planned_on: on, planned_detail: detail, planned_agreed_at: null })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .execute()
}

/** Keeps that the group agreed to the day. */
export const agreeAppointment = async (scope: Scope, id: string): Promise<void> => {
  await scope.db
    .updateTable('consultations')
    .set({ planned_agreed_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .where('planned_on', 'is not', null)
    .execute()
}
