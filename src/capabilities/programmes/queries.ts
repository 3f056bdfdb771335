import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { isId, newId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { CalendarStep } from './calendar.ts'
import { type Call, type CallHead, type CallState, callStateAt } from './call.ts'
import type { ProgrammePreset } from './preset.ts'
import { type CallPlan, getCallStep, type Programme } from './programme.ts'
import type { Schedule } from './schedule.ts'

type ProgrammeRow = {
  id: string
  title_ja: string
  title_en: string
  state: string
  definition: unknown
}

const toProgramme = (row: ProgrammeRow): Programme => ({
  id: row.id,
  title: { ja: row.title_ja, en: row.title_en },
  state: row.state as Programme['state'],
  definition: row.definition as ProgrammePreset,
})

const programmeRows = (scope: Scope) =>
  scope.db
    .selectFrom('programmes')
    .select(['id', 'title_ja', 'title_en', 'state', 'definition'])
    .where('city_id', '=', scope.city.id)

/** The city's programmes, those that run first. */
export const listProgrammes = async (scope: Scope): Promise<Programme[]> => {
  const rows = await programmeRows(scope).orderBy('state', 'desc').orderBy('id').execute()
  return rows.map(toProgramme)
}

export const findProgramme = async (scope: Scope, id: string): Promise<Programme | undefined> => {
  const row = await programmeRows(scope).where('id', '=', id).executeTakeFirst()
  return row && toProgramme(row)
}

/** @throws NotFound */
export const getProgramme = async (scope: Scope, id: string): Promise<Programme> => {
  const found = /^[a-z0-9-]{1,60}$/.test(id) ? await findProgramme(scope, id) : undefined
  if (!found) throw new NotFound('programme')
  return found
}

/** Writes or replaces a programme. Its code is its id, so that its address stays. */
export const saveProgramme = async (scope: Scope, definition: ProgrammePreset): Promise<void> => {
  const content = {
    title_ja: definition.title.ja,
    title_en: definition.title.en,
    definition: JSON.stringify(definition),
  }
  await scope.db
    .insertInto('programmes')
    .values({ city_id: scope.city.id, id: definition.code, ...content })
    .onConflict((same) => same.columns(['city_id', 'id']).doUpdateSet(content))
    .execute()
}

const headColumns = [
  'id',
  'programme_id',
  'fiscal_year',
  'title_ja',
  'title_en',
  'state',
  'opens_on',
  'closes_on',
  'closes_at',
  'calendar',
  'envelope',
] as const

type HeadRow = {
  id: string
  programme_id: string
  fiscal_year: number
  title_ja: string
  title_en: string
  state: string
  opens_on: string
  closes_on: string
  closes_at: string | null
  calendar: unknown
  envelope: number | null
}

const toHead = (row: HeadRow): CallHead => ({
  id: row.id,
  programmeId: row.programme_id,
  fiscalYear: row.fiscal_year,
  title: { ja: row.title_ja, en: row.title_en },
  state: row.state as CallState,
  opensOn: row.opens_on as PlainDate,
  closesOn: row.closes_on as PlainDate,
  closesAt: row.closes_at?.slice(0, 5) ?? null,
  calendar: row.calendar as readonly CalendarStep[],
  envelope: row.envelope,
})

const toCall = (row: HeadRow & { definition: unknown }): Call => ({
  ...toHead(row),
  definition: row.definition as ProgrammePreset,
})

const callRows = (scope: Scope) =>
  scope.db
    .selectFrom('calls')
    .select([...headColumns, 'definition'])
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
  let query = scope.db.selectFrom('calls').select(headColumns).where('city_id', '=', scope.city.id)
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
