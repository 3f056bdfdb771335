import type { Scope } from '#data/scope.ts'
import type { CityRole } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'

/** True when the account holds any role of the city now. */
export const hasAnyRole = async (scope: Scope, accountId: string): Promise<boolean> => {
  const row = await scope.db
    .selectFrom('role_grants')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Gives a role; giving it twice changes nothing. */
export const insertRoleGrant = async (
  scope: Scope,
  grant: {
    readonly accountId: string
    readonly role: CityRole
    readonly department: string | null
    readonly grantedBy: string | null
  },
): Promise<void> => {
  await scope.db
    .insertInto('role_grants')
    .values({
      city_id: scope.city.id,
      id: newId(),
      account_id: grant.accountId,
      role: grant.role,
      department: grant.department,
      granted_by: grant.grantedBy,
      granted_at: scope.now,
    })
    .onConflict((same) => same.doNothing())
    .execute()
}

