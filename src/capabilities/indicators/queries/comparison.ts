import type { Kysely } from 'kysely'
import { assertWriting, type Scope } from '#data/scope.ts'
import type { DB } from '#data/tables.ts'
import type { Bilingual } from '#kernel/bilingual.ts'

/** A value as every city shows it. */
export type SharedPoint = {
  readonly year: number
  readonly role: 'base' | 'actual' | 'target'
  readonly value: string
  readonly measuredOn?: string | undefined
  readonly disputed?: true | undefined
}

/** An indicator of a city that follows a shared definition. */
export type SharedIndicator = {
  readonly cityId: number
  readonly code: string
  readonly title: Bilingual
  readonly difference: Bilingual | undefined
  readonly points: readonly SharedPoint[]
  readonly sample: boolean
}

/** Puts an indicator among those that can be compared between cities. */
export const publishShared = async (
  scope: Scope,
  shared: string,
  one: Omit<SharedIndicator, 'cityId'>,
): Promise<void> => {
  assertWriting(scope)
  const row = {
    shared,
    title_ja: one.title.ja,
    title_en: one.title.en,
    difference_ja: one.difference?.ja ?? '',
    difference_en: one.difference?.en ?? '',
    points: JSON.stringify(one.points),
    sample: one.sample,
  }
  await scope.db
    .insertInto('public_indicators')
    .values({ city_id: scope.city.id, code: one.code, ...row })
    .onConflict((same) => same.columns(['city_id', 'code']).doUpdateSet(row))
    .execute()
}

/** Takes an indicator that follows no shared definition any more out of the comparison. */
export const withdrawShared = async (scope: Scope, code: string): Promise<void> => {
  assertWriting(scope)
  await scope.db
    .deleteFrom('public_indicators')
    .where('city_id', '=', scope.city.id)
    .where('code', '=', code)
    .execute()
}

/** How many cities follow each definition. 1 query, over all cities. */
export const countFollowers = async (db: Kysely<DB>): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('public_indicators')
    .select(['shared', (has) => has.fn.count<number>('city_id').distinct().as('cities')])
    .groupBy('shared')
    .execute()
  return new Map(rows.map(({ shared, cities }) => [shared, Number(cities)]))
}

/** Cities on one page of a comparison. */
export const citiesOnPage = 30

/** A page of the indicators that follow a definition, by city, and how many there are. 1 query, over all cities. */
export const listShared = async (
  db: Kysely<DB>,
  shared: string,
  page: number,
): Promise<{ readonly indicators: readonly SharedIndicator[]; readonly total: number }> => {
  const rows = await db
    .selectFrom('public_indicators')
    .selectAll()
    .select((has) => has.fn.countAll<number>().over().as('total'))
    .where('shared', '=', shared)
    .orderBy('city_id')
    .orderBy('code')
    .limit(citiesOnPage)
    .offset((page - 1) * citiesOnPage)
    .execute()
  const indicators = rows.map((row) => ({
    cityId: row.city_id,
    code: row.code,
    title: { ja: row.title_ja, en: row.title_en },
    difference:
      row.difference_ja === '' ? undefined : { ja: row.difference_ja, en: row.difference_en },
    points: row.points as readonly SharedPoint[],
    sample: row.sample,
  }))
  return { indicators, total: Number(rows[0]?.total ?? 0) }
}
