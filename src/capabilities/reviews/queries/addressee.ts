import type { Scope } from '#data/scope.ts'

/** The name of the group's representative, where that person has an account. */
export const findRepresentative = async (
  scope: Scope,
  groupId: string,
): Promise<string | undefined> => {
  const row = await scope.db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', (on) =>
      on.onRef('a.city_id', '=', 'm.city_id').onRef('a.id', '=', 'm.account_id'),
    )
    .select('a.name')
    .where('m.city_id', '=', scope.city.id)
    .where('m.group_id', '=', groupId)
    .where('m.role', '=', 'representative')
    .where('m.until', 'is', null)
    .executeTakeFirst()
  return row?.name
}
