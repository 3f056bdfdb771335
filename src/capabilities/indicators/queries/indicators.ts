import { sql } from 'kysely'
import { assertWriting, type Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import type { Indicator } from '../indicator.ts'
import type { IndicatorRecord } from '../preset.ts'

type Row = { definition: unknown; sample: boolean }

const toIndicator = ({ definition, sample }: Row): Indicator => ({
  ...(definition as Omit<IndicatorRecord, 'values'>),
  sample,
})

/** Indicators on one page of the list. */
export const pageSize = 30

/** The city's indicators in their order, a page of them, and how many there are. 1 query. */
export const listIndicators = async (
  scope: Scope,
  page: number,
): Promise<{ readonly indicators: readonly Indicator[]; readonly total: number }> => {
  const rows = await scope.db
    .selectFrom('indicators')
    .select(['definition', 'sample', (has) => has.fn.countAll<number>().over().as('total')])
    .where('city_id', '=', scope.city.id)
    .orderBy('position')
    .orderBy('code')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { indicators: rows.map(toIndicator), total: rows[0]?.total ?? 0 }
}

/** Every indicator whose code comes after that, a hundred at most. 1 query. */
export const listIndicatorsAfter = async (
  scope: Scope,
  after: string,
): Promise<readonly Indicator[]> => {
  const rows = await scope.db
    .selectFrom('indicators')
    .select(['definition', 'sample'])
    .where('city_id', '=', scope.city.id)
    .where('code', '>', after)
    .orderBy('code')
    .limit(100)
    .execute()
  return rows.map(toIndicator)
}

/** An indicator by its code. 1 query. */
export const findIndicator = async (scope: Scope, code: string): Promise<Indicator | undefined> => {
  const row = await scope.db
    .selectFrom('indicators')
    .select(['definition', 'sample'])
    .where('city_id', '=', scope.city.id)
    .where('code', '=', code)
    .executeTakeFirst()
  return row && toIndicator(row)
}

/** The same, held until the transaction ends, so that two writers come one after the other. 1 query. */
export const lockIndicator = async (scope: Scope, code: string): Promise<Indicator | undefined> => {
  const row = await scope.db
    .selectFrom('indicators')
    .select(['definition', 'sample'])
    .where('city_id', '=', scope.city.id)
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst()
  return row && toIndicator(row)
}

/** Titles of indicators that a plan sets, or that an item of it serves. 1 query. */
export const indicatorsOfPlan = (scope: Scope, planId: string, no?: string) => {
  const query = scope.db
    .selectFrom('indicators as i')
    .select(['i.code', 'i.definition', 'i.sample'])
    .where('i.city_id', '=', scope.city.id)
  const found =
    no === undefined
      ? query.where('i.plan_id', '=', planId)
      : query.where((is) =>
          is.exists(
            is
              .selectFrom('indicator_items as x')
              .select('x.no')
              .whereRef('x.city_id', '=', 'i.city_id')
              .whereRef('x.indicator', '=', 'i.code')
              .where('x.plan_id', '=', planId)
              .where('x.no', '=', no),
          ),
        )
  return found.orderBy('i.position').orderBy('i.code').limit(50)
}

/** What {@link indicatorsOfPlan} found. */
export const toIndicators = (rows: readonly Row[]): readonly Indicator[] => rows.map(toIndicator)

/** Where an indicator that is added stands: behind all others. 1 query. */
export const nextPosition = async (scope: Scope): Promise<number> => {
  const row = await scope.db
    .selectFrom('indicators')
    .select((has) => has.fn.max('position').as('last'))
    .where('city_id', '=', scope.city.id)
    .executeTakeFirst()
  return (row?.last ?? -1) + 1
}

/** True when the office has changed the record on the page. 1 query. */
export const isEdited = async (scope: Scope, code: string): Promise<boolean> => {
  const row = await scope.db
    .selectFrom('indicators')
    .select('edited')
    .where('city_id', '=', scope.city.id)
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.edited ?? false
}

type Place = { readonly position?: number; readonly edited?: true }

const rowOf = (scope: Scope, { sample, ...definition }: Indicator, { position, edited }: Place) => {
  const changing = {
    ...(position === undefined ? {} : { position }),
    ...(edited ? { edited } : {}),
    plan_id: definition.plan ?? null,
    department: definition.department ?? null,
    shared: definition.shared ?? null,
    definition: JSON.stringify(definition),
  }
  const created_by = accountOf(scope.actor)
  const first = { city_id: scope.city.id, code: definition.code, created_by, sample, position: 0 }
  return { changing, whole: { ...first, ...changing } }
}

/** Ties the indicator to the items of its plan that it names, and to no others. */
const writeItems = async (scope: Scope, definition: Indicator): Promise<void> => {
  await scope.db
    .deleteFrom('indicator_items')
    .where('city_id', '=', scope.city.id)
    .where('indicator', '=', definition.code)
    .execute()
  const { plan } = definition
  if (plan === undefined || definition.items.length === 0) return
  await scope.db
    .insertInto('indicator_items')
    .values(
      [...new Set(definition.items)].map((no) => ({
        city_id: scope.city.id,
        plan_id: plan,
        no,
        indicator: definition.code,
      })),
    )
    .execute()
}

/**
 * Writes a definition record in place of the one with the same code; what was measured stays.
 * @param place.position left out: where it stood
 */
export const saveIndicator = async (
  scope: Scope,
  indicator: Indicator,
  place: Place,
): Promise<void> => {
  assertWriting(scope)
  const { changing, whole } = rowOf(scope, indicator, place)
  await scope.db
    .insertInto('indicators')
    .values(whole)
    .onConflict((same) => same.columns(['city_id', 'code']).doUpdateSet(changing))
    .execute()
  await writeItems(scope, indicator)
}

/** Writes a new record. @returns false where its code is taken, also by whoever began at the same moment */
export const insertIndicator = async (
  scope: Scope,
  indicator: Indicator,
  place: Place,
): Promise<boolean> => {
  assertWriting(scope)
  const { whole } = rowOf(scope, indicator, place)
  const inserted = await scope.db
    .insertInto('indicators')
    .values(whole)
    .onConflict((same) => same.columns(['city_id', 'code']).doNothing())
    .returning('code')
    .execute()
  if (inserted.length === 0) return false
  await writeItems(scope, indicator)
  return true
}

/** Codes of indicators that something fills in; of those that a survey does, where one is named. 1 query. */
export const listFilled = async (scope: Scope, survey?: string): Promise<readonly string[]> => {
  const all = scope.db
    .selectFrom('indicators')
    .select('code')
    .where('city_id', '=', scope.city.id)
    .where(sql<boolean>`definition ? 'fills'`)
    .orderBy('code')
  const found =
    survey === undefined
      ? all
      : all.where(sql<string>`definition -> 'fills' ->> 'survey'`, '=', survey)
  return (await found.execute()).map(({ code }) => code)
}
