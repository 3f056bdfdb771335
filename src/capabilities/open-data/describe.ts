import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import type { Dataset } from '#web/dataset.ts'
import type { Entry } from './catalogue.ts'
import { countRecords } from './queries.ts'

/** The entries of data sets of the scope's city. 1 query. */
export const describeEntries = async (
  scope: Scope,
  city: City,
  datasets: readonly Dataset[],
): Promise<readonly Entry[]> => {
  const tallies = await countRecords(scope, datasets)
  const { publicUrl } = scope.outside
  return datasets.map((dataset) => ({ dataset, city, publicUrl, tally: tallies.of(dataset) }))
}
