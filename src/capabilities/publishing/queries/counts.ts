import type { Scope } from '#data/scope.ts'
import type { EntryKind } from '../entry.ts'

/** How many things of each kind everyone can find in the city now. 1 query. */
export const countEntries = async (scope: Scope): Promise<ReadonlyMap<EntryKind, number>> => {
  const rows = await scope.db
    .selectFrom('public_entries')
    .select(['kind', (count) => count.fn.countAll<number>().as('n')])
    .where('city_id', '=', scope.city.id)
    .groupBy('kind')
    .execute()
  return new Map(rows.map((row) => [row.kind as EntryKind, row.n]))
}
