import type { Scope } from '#data/scope.ts'
import type { Language } from '#kernel/bilingual.ts'

/** Somebody a mail goes to. */
export type Recipient = {
  readonly name: string
  readonly email: string
  readonly language: Language
}

/** Staff who work for a department of the city. */
export const listDepartmentEmails = async (
  scope: Scope,
  department: string,
): Promise<Recipient[]> => {
  const rows = await scope.db
    .selectFrom('role_grants as r')
    .innerJoin('accounts as a', (on) =>
      on.onRef('a.city_id', '=', 'r.city_id').onRef('a.id', '=', 'r.account_id'),
    )
    .select(['a.name', 'a.email', 'a.language'])
    .where('r.city_id', '=', scope.city.id)
    .where('r.role', '=', 'department')
    .where('r.department', '=', department)
    .where('r.revoked_at', 'is', null)
    .where('a.state', '=', 'active')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({ ...row, language: row.language as Language }))
}
