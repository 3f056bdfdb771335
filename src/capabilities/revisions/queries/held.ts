import type { Scope } from '#data/scope.ts'

/** Codes of the classes in which a group is registered now. */
export const listHeldClasses = async (
  scope: Scope,
  groupId: string,
): Promise<readonly string[]> => {
  const rows = await scope.db
    .selectFrom('registration_periods')
    .select('class')
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
    .where('ended_on', 'is', null)
    .execute()
  return rows.map((row) => row.class)
}
