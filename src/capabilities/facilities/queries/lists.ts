import { type SqlBool, sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { TallyQuery } from '#data/tally.ts'
import { foldForSearch } from '#kernel/text.ts'
import { datasetPartSize } from '#web/dataset.ts'
import {
  type FacilityCounts,
  type FacilityFilter,
  type ListedFacility,
  pageSize,
} from '../listing.ts'
import { selectFacilities, toFacility } from './facility-row.ts'

const wordsOf = (q: string): readonly string[] =>
  foldForSearch(q).split(' ').filter(Boolean).slice(0, 8)

const matching = (scope: Scope, filter: Pick<FacilityFilter, 'q' | 'closed'>) => {
  let query = scope.db.selectFrom('facilities').where('city_id', '=', scope.city.id)
  if (!filter.closed) query = query.where('state', '=', 'open')
  for (const word of wordsOf(filter.q))
    query = query.where(sql<SqlBool>`strpos(search_text, ${word}) > 0`)
  return query
}

/** One page of facilities, in the order of their names' reading; those without one by their names. */
export const listFacilities = async (
  scope: Scope,
  filter: FacilityFilter,
): Promise<ListedFacility[]> => {
  const found = matching(scope, filter)
  const rows = await (filter.kind ? found.where('kind', '=', filter.kind) : found)
    .select(['id', 'state', 'name', 'name_kana', 'kind', 'address', 'building', 'phone'])
    .select(['latitude', 'longitude'])
    .orderBy('name_kana')
    .orderBy('name')
    .orderBy('id')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .execute()
  return rows.map(({ name_kana, state, ...row }) => ({
    ...row,
    state: state as ListedFacility['state'],
    nameKana: name_kana,
  }))
}

/** Numbers of each kind among what the words find, and of all that are open. 1 query. */
export const countFacilities = async (
  scope: Scope,
  filter: FacilityFilter,
): Promise<FacilityCounts> => {
  const rows = await matching(scope, filter)
    .select(['kind', (count) => count.fn.countAll<number>().as('n')])
    .groupBy('kind')
    .execute()
  const byKind = new Map(rows.map(({ kind, n }) => [kind ?? '', n]))
  const all = rows.reduce((sum, { n }) => sum + n, 0)
  return { found: filter.kind ? (byKind.get(filter.kind) ?? 0) : all, all, byKind }
}

/** How many facilities are open. */
export const tallyFacilities = (scope: Scope): TallyQuery =>
  sql`SELECT count(*) AS n, max(f.updated_at) AS changed FROM facilities f
    WHERE f.city_id = ${scope.city.id} AND f.state = 'open'`

/** The next open facilities in the order of their ids. 1 query. */
export const listOpenFacilities = async (scope: Scope, after: string | undefined) => {
  const rows = await selectFacilities(scope)
    .where('state', '=', 'open')
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(datasetPartSize)
    .execute()
  return rows.map(toFacility)
}
