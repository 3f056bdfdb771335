import { sql } from 'kysely'
import { assertWriting, type Scope } from './scope.ts'
import type { DB } from './tables.ts'

/** What a column of one of the rows is set to. Instants are written as they are read: in ISO form. */
type Cell = string | number | boolean | null | Date | readonly string[]

/**
 * Writes many rows of one table in one statement: each its own values, in the columns that the first row names.
 * Rows that are not there are left out. Names of columns come from the code, never from a form.
 */
export const updateRows = async (
  scope: Scope,
  table: keyof DB,
  rows: readonly ({ readonly id: string } & Readonly<Record<string, Cell>>)[],
): Promise<void> => {
  assertWriting(scope)
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).filter((name) => name !== 'id')
  const set = columns.map((name) => sql`${sql.ref(name)} = r.${sql.ref(name)}`)
  await sql`UPDATE ${sql.table(table)} t SET ${sql.join(set)}
    FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) r
    WHERE t.city_id = ${scope.city.id} AND t.id = r.id`.execute(scope.db)
}
