import type { Scope } from '#data/scope.ts'
import { type Unmappable, writeCsv } from '#data/tables-in-out/index.ts'
import type { Dataset } from '#web/dataset.ts'
import { headerOf, linesOf } from './files.ts'
import type { Place } from './table.ts'

/** What a file in CP932 cannot say: how many places in all, and the first of them. */
export type Lost = { readonly total: number; readonly places: readonly Unmappable[] }

/** So many places are listed one by one. */
export const placesShown = 200

/**
 * Looks through the whole data, a piece at a time, for characters that CP932 lacks. Rows count as in the file,
 * whose first one is the names.
 */
export const findUnmappable = async (
  scope: Scope,
  dataset: Dataset,
  place: Place,
): Promise<Lost> => {
  const places: Unmappable[] = []
  let total = 0
  let before = 1
  const look = (rows: Parameters<typeof writeCsv>[0], above: number): void => {
    const { unmappable } = writeCsv(rows, { use: 'open-data', encoding: 'cp932' })
    total += unmappable.length
    const room = placesShown - places.length
    places.push(...unmappable.slice(0, room).map((one) => ({ ...one, row: one.row + above })))
  }
  look([headerOf(dataset)], 0)
  let after: string | undefined
  do {
    const part = await dataset.read(scope, place.city, after)
    look(linesOf(dataset, part, place), before)
    before += part.rows.length
    after = part.next
  } while (after !== undefined)
  return { total, places }
}
