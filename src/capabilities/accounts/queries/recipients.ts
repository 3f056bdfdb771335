import type { Scope } from '#data/scope.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { Recipient } from '../recipient.ts'

/** Staff of the office, those of one department, or members of committees, who can sign in now. */
export const listStaffEmails = async (
  scope: Scope,
  of:
    | { readonly role: 'office' | 'reviewer' }
    | { readonly role: 'department'; readonly department: string },
): Promise<readonly Recipient[]> => {
  let query = scope.db
    .selectFrom('role_grants as r')
    .innerJoin('accounts as a', (on) =>
      on.onRef('a.city_id', '=', 'r.city_id').onRef('a.id', '=', 'r.account_id'),
    )
    .select(['a.name', 'a.email', 'a.language'])
    .where('r.city_id', '=', scope.city.id)
    .where('r.role', '=', of.role)
    .where('r.revoked_at', 'is', null)
    .where('a.state', '=', 'active')
  if (of.role === 'department') query = query.where('r.department', '=', of.department)
  const rows = await query.orderBy('a.id').limit(100).execute()
  return rows.map((row) => ({ ...row, language: row.language as Language }))
}
