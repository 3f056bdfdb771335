import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

/** What waited for the old group waits for the other; what was to be done about the old registration is not. */
export const mergeTasks = async (
  scope: Scope,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly string[]> => {
  const city = scope.city.id
  await sql`UPDATE tasks SET closed_at = ${scope.now} WHERE city_id = ${city} AND subject_kind = 'group'
    AND subject_id = ${from} AND closed_at IS NULL`.execute(scope.db)
  const { rows } = await sql<{ id: string }>`UPDATE tasks SET group_id = ${to}
    WHERE city_id = ${city} AND group_id = ${from} RETURNING id`.execute(scope.db)
  return rows.map(({ id }) => id)
}
