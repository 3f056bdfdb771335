import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { isId } from '#kernel/ids.ts'
import type { Yen } from '#kernel/money.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Call, type CallHead, callStateAt } from '../call.ts'
import { consultationRule, headColumns, toCall, toHead } from './call-row.ts'

const callRows = (scope: Scope) =>
  scope.db
    .selectFrom('calls')
    .select([...headColumns, consultationRule, 'definition'])
    .where('city_id', '=', scope.city.id)

export const findCall = async (scope: Scope, id: string): Promise<Call | undefined> => {
  if (!isId(id)) return undefined
  const row = await callRows(scope).where('id', '=', id).executeTakeFirst()
  return row && toCall(row)
}

/** @throws NotFound */
export const getCall = async (scope: Scope, id: string): Promise<Call> => {
  const call = await findCall(scope, id)
  if (!call) throw new NotFound('call')
  return call
}

/**
 * Holds a call until the transaction ends, and says what it can give in all as it is now; null when that
 * is not bounded. Whoever decides on a call's proposals, takes one back or opens a review of them comes
 * after the other: the call is held first, then its review, then the proposal.
 */
export const lockCall = async (scope: Scope, id: string): Promise<Yen | null> => {
  const row = await scope.db
    .selectFrom('calls')
    .select('envelope')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.envelope
}

/** The programme's call of a year. */
export const findCallOfYear = async (
  scope: Scope,
  programmeId: string,
  fiscalYear: number,
): Promise<Call | undefined> => {
  const row = await callRows(scope)
    .where('programme_id', '=', programmeId)
    .where('fiscal_year', '=', fiscalYear)
    .executeTakeFirst()
  return row && toCall(row)
}

/** Calls of the city, newest first; those still in preparation too, which only staff may see. */
export const listCalls = async (
  scope: Scope,
  only: { readonly programmeId?: string } = {},
): Promise<CallHead[]> => {
  let query = scope.db
    .selectFrom('calls')
    .select([...headColumns, consultationRule])
    .where('city_id', '=', scope.city.id)
  if (only.programmeId) query = query.where('programme_id', '=', only.programmeId)
  const rows = await query.orderBy('fiscal_year', 'desc').orderBy('id').limit(200).execute()
  return rows.map(toHead)
}

/** Calls that take proposals at the moment of the scope, the first to close first. */
export const findOpenCalls = async (scope: Scope): Promise<Call[]> => {
  const today = tokyoDayOf(scope.now)
  const rows = await callRows(scope)
    .where('state', '=', 'published')
    .where('opens_on', '<=', today)
    .where('closes_on', '>=', today)
    .orderBy('closes_on')
    .orderBy('id')
    .execute()
  return rows.map(toCall).filter((call) => callStateAt(call, scope.now) === 'open')
}

/** Calls to which a theme can be attached: in preparation or public, and not closed yet. */
export const listCallsAhead = async (scope: Scope): Promise<Call[]> => {
  const rows = await callRows(scope)
    .where('state', 'in', ['planned', 'published'])
    .where('closes_on', '>=', tokyoDayOf(scope.now))
    .orderBy('closes_on')
    .orderBy('id')
    .execute()
  return rows.map(toCall).filter((call) => callStateAt(call, scope.now) !== 'closed')
}
