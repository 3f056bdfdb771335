import { assertWriting, type Scope } from '#data/scope.ts'
import type { StatisticTable } from './preset.ts'

/** The city's tables in the order of its file. 1 query. */
export const listTables = async (scope: Scope): Promise<StatisticTable[]> => {
  const rows = await scope.db
    .selectFrom('statistic_tables')
    .select('definition')
    .where('city_id', '=', scope.city.id)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.definition as StatisticTable)
}

/** One table, or undefined when the city has none by that id. 1 query. */
export const findTable = async (scope: Scope, id: string): Promise<StatisticTable | undefined> => {
  const row = await scope.db
    .selectFrom('statistic_tables')
    .select('definition')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.definition as StatisticTable | undefined
}

/** Writes the city's tables in place of all earlier ones. */
export const replaceTables = async (
  scope: Scope,
  tables: readonly StatisticTable[],
): Promise<void> => {
  assertWriting(scope)
  await scope.db.deleteFrom('statistic_tables').where('city_id', '=', scope.city.id).execute()
  if (tables.length === 0) return
  await scope.db
    .insertInto('statistic_tables')
    .values(
      tables.map((table, position) => ({
        city_id: scope.city.id,
        id: table.id,
        position,
        theme: table.theme,
        definition: JSON.stringify(table),
      })),
    )
    .execute()
}
