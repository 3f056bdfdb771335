import type { Scope } from '#data/scope.ts'
import { findLost, type Unmappable } from '#data/tables-in-out/index.ts'
import type { Dataset } from '#web/dataset.ts'
import { headerOf, linesOf } from './files.ts'
import type { Place } from './table.ts'

/** What a file in CP932 cannot say: how many places in the rows looked through, and the first of them. */
export type Lost = {
  readonly total: number
  readonly places: readonly Unmappable[]
  /** Set where the file has more rows than are looked through: how many were. */
  readonly lookedAt?: number | undefined
}

/** So many places are listed one by one. */
export const placesShown = 200

/** So many rows are looked through: the page answers however long the file is. */
const rowsLookedAt = 20_000

/**
 * Looks through the data, a piece at a time, for characters that CP932 lacks. Rows count as in the file,
 * whose first one is the names.
 */
export const findUnmappable = async (
  scope: Scope,
  dataset: Dataset,
  place: Place,
  most = rowsLookedAt,
): Promise<Lost> => {
  const places: Unmappable[] = []
  let total = 0
  let before = 1
  const look = (rows: Parameters<typeof findLost>[0], above: number): void => {
    const lost = findLost(rows)
    total += lost.length
    const room = placesShown - places.length
    places.push(...lost.slice(0, room).map((one) => ({ ...one, row: one.row + above })))
  }
  look([headerOf(dataset)], 0)
  let after: string | undefined
  do {
    const part = await dataset.read(scope, place.city, after)
    const room = most - (before - 1)
    look(linesOf(dataset, part, place).slice(0, room), before)
    before += Math.min(part.rows.length, room)
    after = part.rows.length > room ? 'more' : part.next
  } while (after !== undefined && before - 1 < most)
  return { total, places, ...(after === undefined ? {} : { lookedAt: before - 1 }) }
}
