import { holdPlace } from '#data/place.ts'
import type { Scope } from '#data/scope.ts'

const dayMs = 86_400_000

/** Makes uploads of one account wait for each other, so that none is counted without those before it. */
export const lockUploads = (scope: Scope, accountId: string): Promise<void> =>
  holdPlace(scope, `uploads ${scope.city.id} ${accountId}`)

/** Bytes that the account gave within the last 24 hours, those taken off again included. */
export const sumOwnUploads = async (scope: Scope, accountId: string): Promise<number> => {
  const row = await scope.db
    .selectFrom('files')
    .select((sum) => sum.fn.sum<number>('bytes').as('bytes'))
    .where('city_id', '=', scope.city.id)
    .where('uploaded_by', '=', accountId)
    .where('uploaded_at', '>', new Date(scope.now.getTime() - dayMs))
    .executeTakeFirst()
  return Number(row?.bytes ?? 0)
}

/**
 * Takes room for so many bytes more in the city: all files count, also what was taken off and stays for the
 * record. Whoever comes second waits for the first to finish.
 * @param most bytes that all files of the city may have together; no limit when left out
 * @returns false when there is no room; nothing was taken then
 */
export const takeRoom = async (scope: Scope, bytes: number, most?: number): Promise<boolean> => {
  if (most !== undefined && bytes > most) return false
  const row = await scope.db
    .insertInto('file_totals')
    .values({ city_id: scope.city.id, bytes })
    .onConflict((same) => {
      const added = same
        .column('city_id')
        .doUpdateSet((old) => ({ bytes: old('file_totals.bytes', '+', bytes) }))
      return most === undefined ? added : added.where('file_totals.bytes', '<=', most - bytes)
    })
    .returning('bytes')
    .executeTakeFirst()
  return row !== undefined
}

/** Counts the city's files anew, after rows of them were deleted for good. */
export const recountFiles = async (scope: Scope): Promise<void> => {
  const { db, city } = scope
  await db.deleteFrom('file_totals').where('city_id', '=', city.id).execute()
  await db
    .insertInto('file_totals')
    .columns(['city_id', 'bytes'])
    .expression((is) =>
      is
        .selectFrom('files')
        .select(['city_id', (sum) => sum.fn.sum<number>('bytes').as('bytes')])
        .where('city_id', '=', city.id)
        .where('purged_at', 'is', null)
        .groupBy('city_id'),
    )
    .execute()
}
