import { assertWriting, type Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Scale } from '#kernel/scale.ts'
import type { Round, RoundState } from '../round.ts'

const columns = [
  'id',
  'plan_id',
  'fiscal_year',
  'state',
  'due_on',
  'definition',
  'opened_at',
  'published_at',
  'sample',
] as const

type Row = {
  id: string
  plan_id: string
  fiscal_year: number
  state: string
  due_on: string
  definition: unknown
  opened_at: Date
  published_at: Date | null
  sample: boolean
}

type Definition = { readonly planTitle: Bilingual; readonly scale: Scale }

const toRound = (row: Row): Round => ({
  id: row.id,
  planId: row.plan_id,
  fiscalYear: row.fiscal_year,
  state: row.state as RoundState,
  dueOn: row.due_on as PlainDate,
  ...(row.definition as Definition),
  openedAt: row.opened_at,
  publishedAt: row.published_at,
  sample: row.sample,
})

/** All years of a plan in all its versions, the latest first. 1 query. */
export const listRounds = async (scope: Scope, series: string): Promise<readonly Round[]> => {
  const rows = await scope.db
    .selectFrom('progress_rounds')
    .select(columns)
    .where('city_id', '=', scope.city.id)
    .where('series', '=', series)
    .orderBy('fiscal_year', 'desc')
    .orderBy('opened_at', 'desc')
    .limit(60)
    .execute()
  return rows.map(toRound)
}

const roundOf = (scope: Scope, planId: string, fiscalYear: number) =>
  scope.db
    .selectFrom('progress_rounds')
    .select(columns)
    .where('city_id', '=', scope.city.id)
    .where('plan_id', '=', planId)
    .where('fiscal_year', '=', fiscalYear)

export const findRound = async (
  scope: Scope,
  planId: string,
  fiscalYear: number,
): Promise<Round | undefined> => {
  const row = await roundOf(scope, planId, fiscalYear).executeTakeFirst()
  return row && toRound(row)
}

/** The same, held until the transaction ends. */
export const lockRound = async (
  scope: Scope,
  planId: string,
  fiscalYear: number,
): Promise<Round | undefined> => {
  const row = await roundOf(scope, planId, fiscalYear).forUpdate().executeTakeFirst()
  return row && toRound(row)
}

/** The same, kept as it stands until the transaction ends: many may work in it, and nobody moves it on. */
export const keepRound = async (
  scope: Scope,
  planId: string,
  fiscalYear: number,
): Promise<Round | undefined> => {
  const row = await roundOf(scope, planId, fiscalYear).forShare().executeTakeFirst()
  return row && toRound(row)
}

/** @returns false when the plan has a round of that year already */
export const insertRound = async (
  scope: Scope,
  round: Pick<Round, 'id' | 'planId' | 'fiscalYear' | 'dueOn' | 'planTitle' | 'scale'> & {
    readonly series: string
  },
): Promise<boolean> => {
  assertWriting(scope)
  const { planTitle, scale } = round
  const written = await scope.db
    .insertInto('progress_rounds')
    .values({
      city_id: scope.city.id,
      id: round.id,
      plan_id: round.planId,
      series: round.series,
      fiscal_year: round.fiscalYear,
      state: 'reporting',
      due_on: round.dueOn,
      definition: JSON.stringify({ planTitle, scale } satisfies Definition),
      opened_at: scope.now,
      opened_by: accountOf(scope.actor),
    })
    .onConflict((same) => same.columns(['city_id', 'plan_id', 'fiscal_year']).doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows ?? 0) > 0
}

/** Stores the state that a step has led to, and what it has changed. @returns false when another was first */
export const moveRound = async (
  scope: Scope,
  round: Pick<Round, 'id' | 'state'>,
  change: { readonly state: RoundState; readonly dueOn?: PlainDate | undefined },
): Promise<boolean> => {
  assertWriting(scope)
  const written = await scope.db
    .updateTable('progress_rounds')
    .set({
      state: change.state,
      ...(change.dueOn ? { due_on: change.dueOn } : {}),
      ...(change.state === 'published' ? { published_at: scope.now } : {}),
    })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', round.id)
    .where('state', '=', round.state)
    .executeTakeFirst()
  return written.numUpdatedRows > 0n
}

export const findRoundById = async (scope: Scope, id: string): Promise<Round | undefined> => {
  const row = await scope.db
    .selectFrom('progress_rounds')
    .select(columns)
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toRound(row)
}

/** Says that a round belongs to the sample world: it is marked wherever it is shown. */
export const markRoundAsSample = async (scope: Scope, { id }: Pick<Round, 'id'>): Promise<void> => {
  assertWriting(scope)
  await scope.db
    .updateTable('progress_rounds')
    .set({ sample: true })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}
