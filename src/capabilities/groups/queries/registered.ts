import type { Scope } from '#data/scope.ts'

/** The ids of all groups whose registration stands. */
export const listRegisteredIds = async (scope: Scope): Promise<readonly string[]> => {
  const rows = await scope.db
    .selectFrom('groups')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('state', '=', 'approved')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
