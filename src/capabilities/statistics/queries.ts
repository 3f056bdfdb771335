import { sql } from 'kysely'
import { assertWriting, type Scope } from '#data/scope.ts'
import { factsLoadedAt, type TallyQuery } from '#data/tally.ts'
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

/** How many figures all tables hold together. */
export const tallyFigures = (scope: Scope): TallyQuery =>
  sql`SELECT coalesce(sum(jsonb_array_length(t.definition -> 'rows')
      * jsonb_array_length(t.definition -> 'columns')), 0) AS n, ${factsLoadedAt(scope)} AS changed
    FROM statistic_tables t WHERE t.city_id = ${scope.city.id}`

/** The first table that stands after that position, or undefined. 1 query. */
export const findNextTable = async (
  scope: Scope,
  after: number,
): Promise<{ readonly position: number; readonly table: StatisticTable } | undefined> => {
  const row = await scope.db
    .selectFrom('statistic_tables')
    .select(['position', 'definition'])
    .where('city_id', '=', scope.city.id)
    .where('position', '>', after)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  return row && { position: row.position, table: row.definition as StatisticTable }
}
