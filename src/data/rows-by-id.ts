import { sql } from 'kysely'
import { assertWriting, type Scope } from './scope.ts'
import type { DB } from './tables.ts'

/** These rows of the city; names of tables come from the code, never from a form. */
const ofCity = (scope: Scope, ids: readonly string[]) =>
  sql`city_id = ${scope.city.id} AND id = ANY (${ids}::text[])`

/** Holds rows of one table until the transaction ends: nobody else writes into them meanwhile. */
export const holdRows = async (
  scope: Scope,
  table: keyof DB,
  ids: readonly string[],
): Promise<void> => {
  assertWriting(scope)
  if (ids.length === 0) return
  // In one order, so that two who hold some of the same never wait for each other in a circle.
  await sql`SELECT FROM ${sql.table(table)} WHERE ${ofCity(scope, ids)} ORDER BY id FOR UPDATE`.execute(
    scope.db,
  )
}

/** Deletes rows of one table; ids that are not there are left alone. */
export const deleteRows = async (
  scope: Scope,
  table: keyof DB,
  ids: readonly string[],
): Promise<void> => {
  assertWriting(scope)
  if (ids.length === 0) return
  await sql`DELETE FROM ${sql.table(table)} WHERE ${ofCity(scope, ids)}`.execute(scope.db)
}
