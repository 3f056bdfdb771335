import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { newId } from '#kernel/ids.ts'
import type { Call, CallState } from '../call.ts'
import { type CallPlan, getCallStep } from '../programme.ts'
import type { Schedule } from '../schedule.ts'

const planColumns = (plan: CallPlan) => ({
  title_ja: plan.title.ja,
  title_en: plan.title.en,
  opens_on: plan.opensOn,
  closes_on: plan.closesOn,
  calendar: JSON.stringify(plan.calendar),
  definition: JSON.stringify(plan.definition),
  envelope: plan.envelope,
})

/** @returns the new id, or undefined when the year has a call of this programme already */
export const insertCall = async (
  scope: Scope,
  programmeId: string,
  call: CallPlan & { readonly state: CallState; readonly sample?: boolean },
): Promise<string | undefined> => {
  const id = newId()
  const result = await scope.db
    .insertInto('calls')
    .values({
      city_id: scope.city.id,
      id,
      programme_id: programmeId,
      fiscal_year: call.fiscalYear,
      state: call.state,
      sample: call.sample ?? false,
      created_at: scope.now,
      ...planColumns(call),
    })
    .onConflict((same) => same.columns(['city_id', 'programme_id', 'fiscal_year']).doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1 ? id : undefined
}

/** Replaces what a call has from its programme. */
export const replaceCall = async (scope: Scope, id: string, plan: CallPlan): Promise<void> => {
  await scope.db
    .updateTable('calls')
    .set(planColumns(plan))
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

/** Moves a call on. @returns false when it was no longer in the state it was seen in */
export const moveCall = async (
  scope: Scope,
  call: Pick<Call, 'id' | 'state'>,
  to: CallState,
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('calls')
    .set({ state: to })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', call.id)
    .where('state', '=', call.state)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Stores new dates. @returns false when somebody changed the call in the meantime */
export const updateSchedule = async (
  scope: Scope,
  call: Call,
  { calendar, closesAt, envelope }: Schedule,
): Promise<boolean> => {
  const window = getCallStep(calendar)
  const result = await scope.db
    .updateTable('calls')
    .set({
      calendar: JSON.stringify(calendar),
      opens_on: window.from,
      closes_on: window.to,
      closes_at: closesAt,
      envelope,
    })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', call.id)
    .where('state', '=', call.state)
    .where(sql<boolean>`calendar = ${JSON.stringify(call.calendar)}::jsonb`)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
