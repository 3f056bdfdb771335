import type pg from 'pg'

/** The version key under which changes of what everyone finds in any city are counted: the search over all. */
export const everywhereVersionKey = -1

/**
 * The version key under which changes of what the portal's front shows of any city are counted. Most of what becomes
 * public (groups, places, figures) is not on it, and does not cost the front that is kept.
 */
export const frontVersionKey = -2

type Waiting = {
  readonly cityId: number
  readonly resolve: (version: number) => void
  readonly reject: (error: unknown) => void
}

/**
 * Tells the version of a city's data as of now. Questions that arrive while one is on its way share the
 * next one, so any number of readers cost one small query at a time, and no answer is older than its question.
 */
export const openVersions = (pool: pg.Pool): ((cityId: number) => Promise<number>) => {
  let waiting: Waiting[] = []
  let asking = false

  const ask = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        const { rows } = await pool.query<{ city_id: number; version: number }>({
          name: 'city-versions',
          text: 'SELECT city_id, sum(version)::bigint AS version FROM city_versions WHERE city_id = ANY ($1::int[]) GROUP BY city_id',
          values: [[...new Set(batch.map((one) => one.cityId))]],
        })
        const versions = new Map(rows.map((row) => [row.city_id, row.version]))
        for (const one of batch) one.resolve(versions.get(one.cityId) ?? 0)
      } catch (error) {
        for (const one of batch) one.reject(error)
      }
    }
    asking = false
  }

  return (cityId) =>
    new Promise((resolve, reject) => {
      waiting.push({ cityId, resolve, reject })
      if (asking) return
      asking = true
      // A moment later, so that what one request asks for goes out together.
      queueMicrotask(() => void ask())
    })
}
