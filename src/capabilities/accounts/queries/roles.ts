import type { Scope } from '#data/scope.ts'
import type { CityRole } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { RoleGrant } from '../account.ts'

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

/** Gives a role; giving it twice changes nothing. @returns whether it is new */
export const insertRoleGrant = async (
  scope: Scope,
  grant: {
    readonly accountId: string
    readonly role: CityRole
    readonly department: string | null
    readonly grantedBy: string | null
  },
): Promise<boolean> => {
  const result = await scope.db
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
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1
}

/** The roles an account holds now, oldest first. */
export const listRoleGrants = async (scope: Scope, accountId: string): Promise<RoleGrant[]> => {
  const rows = await scope.db
    .selectFrom('role_grants')
    .select(['id', 'role', 'department', 'granted_at'])
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .orderBy('granted_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    role: row.role as CityRole,
    department: row.department,
    grantedAt: row.granted_at,
  }))
}

/** Takes one role away. @returns what it was, or undefined when it was gone already */
export const revokeRoleGrant = async (
  scope: Scope,
  grant: { readonly id: string; readonly accountId: string },
): Promise<Pick<RoleGrant, 'role' | 'department'> | undefined> => {
  const row = await scope.db
    .updateTable('role_grants')
    .set({ revoked_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', grant.id)
    .where('account_id', '=', grant.accountId)
    .where('revoked_at', 'is', null)
    .returning(['role', 'department'])
    .executeTakeFirst()
  return row && { role: row.role as CityRole, department: row.department }
}

/**
 * The accounts that can administer the city now, held fast until the transaction ends: two administrators
 * who remove each other at the same moment do so one after the other.
 */
export const lockAdmins = async (scope: Scope): Promise<readonly string[]> => {
  const rows = await scope.db
    .selectFrom('role_grants as r')
    .innerJoin('accounts as a', (on) =>
      on.onRef('a.city_id', '=', 'r.city_id').onRef('a.id', '=', 'r.account_id'),
    )
    .select('r.account_id')
    .where('r.city_id', '=', scope.city.id)
    .where('r.role', '=', 'city_admin')
    .where('r.revoked_at', 'is', null)
    .where('a.state', '=', 'active')
    .orderBy('r.account_id')
    .forUpdate()
    .execute()
  return rows.map((row) => row.account_id)
}
