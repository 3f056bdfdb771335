import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { factsLoadedAt, type Tally, takeTallies } from '#data/tally.ts'
import type { Dataset } from '#web/dataset.ts'

const city = '@city'

/** How many records data sets have and when they changed; the loading of the city's facts where nothing has. */
export type Tallies = {
  readonly of: (dataset: Dataset) => Tally
  readonly loadedAt: Date | null
}

/** Counts the records of data sets. 1 query. */
export const countRecords = async (
  scope: Scope,
  datasets: readonly Dataset[],
): Promise<Tallies> => {
  const found = await takeTallies(
    scope,
    new Map([
      [city, sql`SELECT 0 AS n, ${factsLoadedAt(scope)} AS changed`],
      ...datasets.map((dataset) => [dataset.code, dataset.tally(scope)] as const),
    ]),
  )
  const loadedAt = found.get(city)?.changed ?? null
  return {
    loadedAt,
    of: ({ code }) => {
      const { n, changed } = found.get(code) ?? { n: 0, changed: null }
      return { n, changed: changed ?? loadedAt }
    },
  }
}
