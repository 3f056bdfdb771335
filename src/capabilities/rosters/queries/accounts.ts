import type { Scope } from '#data/scope.ts'

/** The entry that an account stands for in a group now, if any. */
export const findAccountHolder = async (
  scope: Scope,
  groupId: string,
  accountId: string,
): Promise<string | undefined> => {
  const row = await scope.db
    .selectFrom('roster_people')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
    .where('account_id', '=', accountId)
    .where('struck_at', 'is', null)
    .where('until', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
