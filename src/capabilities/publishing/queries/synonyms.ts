import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

/** The list as the city keeps it; revision 0 while it has never been changed. */
export type StoredSynonyms = {
  readonly revision: number
  readonly changedAt: Date | null
  readonly groups: readonly (readonly string[])[]
}

/** The city's own list; undefined while the product's list holds. 1 query. */
export const findSynonyms = async (scope: Scope): Promise<StoredSynonyms | undefined> => {
  const { rows } = await sql<{ revision: number; changed_at: Date; groups: string[][] }>`
    SELECT l.revision, l.changed_at,
      coalesce((SELECT jsonb_agg(s.words ORDER BY s.position) FROM synonyms s WHERE s.city_id = l.city_id), '[]') AS groups
    FROM synonym_lists l WHERE l.city_id = ${scope.city.id}`.execute(scope.db)
  const row = rows[0]
  return row && { revision: row.revision, changedAt: row.changed_at, groups: row.groups }
}

/** Replaces the list where it still has this revision. @returns false when somebody was faster */
export const replaceSynonyms = async (
  scope: Scope,
  groups: readonly (readonly string[])[],
  revision: number,
): Promise<boolean> => {
  const taken =
    revision === 0
      ? await scope.db
          .insertInto('synonym_lists')
          .values({ city_id: scope.city.id, revision: 1, changed_at: scope.now })
          .onConflict((same) => same.column('city_id').doNothing())
          .executeTakeFirst()
      : await scope.db
          .updateTable('synonym_lists')
          .set({ revision: revision + 1, changed_at: scope.now })
          .where('city_id', '=', scope.city.id)
          .where('revision', '=', revision)
          .executeTakeFirst()
  const rows = 'numUpdatedRows' in taken ? taken.numUpdatedRows : taken.numInsertedOrUpdatedRows
  if (Number(rows ?? 0) === 0) return false
  await scope.db.deleteFrom('synonyms').where('city_id', '=', scope.city.id).execute()
  if (groups.length === 0) return true
  await scope.db
    .insertInto('synonyms')
    .values(
      groups.map((words, position) => ({ city_id: scope.city.id, position, words: [...words] })),
    )
    .execute()
  return true
}

/** Takes the city's list away where it still has this revision. @returns false when somebody was faster */
export const deleteSynonyms = async (scope: Scope, revision: number): Promise<boolean> => {
  const result = await scope.db
    .deleteFrom('synonym_lists')
    .where('city_id', '=', scope.city.id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return Number(result.numDeletedRows) === 1
}
