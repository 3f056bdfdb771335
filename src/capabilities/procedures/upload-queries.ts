import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

const dayMs = 86_400_000

/** Makes uploads of one account wait for each other, so that none is counted without those before it. */
export const lockUploads = async (scope: Scope, accountId: string): Promise<void> => {
  const place = `uploads ${scope.city.id} ${accountId}`
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${place}, 0))`.execute(scope.db)
}

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

/** Bytes of all files of the city: what was taken off stays for the record and counts. */
export const sumFiles = async (scope: Scope): Promise<number> => {
  const row = await scope.db
    .selectFrom('files')
    .select((sum) => sum.fn.sum<number>('bytes').as('bytes'))
    .where('city_id', '=', scope.city.id)
    .executeTakeFirst()
  return Number(row?.bytes ?? 0)
}
