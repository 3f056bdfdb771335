import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { CityRole } from '#kernel/actor.ts'
import type { AccountState } from '../account.ts'

/** Somebody in the list of people. */
export type StaffRow = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly state: AccountState
  readonly secondFactor: boolean
  readonly roles: readonly { readonly role: CityRole; readonly department: string | null }[]
}

/** Whom the list is about: people with any role, with one role, or everybody with an account. */
export type StaffAsked = {
  readonly who: 'staff' | 'all' | CityRole
  /** Part of a name or an address. */
  readonly q: string
  readonly page: number
}

export const staffPageSize = 50

const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const whoIs = ({ who }: StaffAsked) => {
  if (who === 'all') return sql`true`
  const held = sql`SELECT FROM role_grants h WHERE h.city_id = a.city_id AND h.account_id = a.id AND h.revoked_at IS NULL`
  return who === 'staff' ? sql`EXISTS (${held})` : sql`EXISTS (${held} AND h.role = ${who})`
}

/** One page of the people asked for, by name, and how many there are. */
export const listStaff = async (
  scope: Scope,
  asked: StaffAsked,
): Promise<{ readonly people: readonly StaffRow[]; readonly total: number }> => {
  const q = contains(asked.q.normalize('NFKC'))
  const { rows } = await sql<{
    id: string
    name: string
    email: string
    state: AccountState
    has_totp: boolean
    roles: StaffRow['roles']
    total: number
  }>`
    SELECT a.id, a.name, a.email, a.state, a.totp_confirmed_at IS NOT NULL AS has_totp, count(*) OVER () AS total,
      coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'department', r.department) ORDER BY r.granted_at)
        FROM role_grants r WHERE r.city_id = a.city_id AND r.account_id = a.id AND r.revoked_at IS NULL), '[]') AS roles
    FROM accounts a
    WHERE a.city_id = ${scope.city.id} AND ${whoIs(asked)}
      AND (a.name ILIKE ${q} OR a.name_kana ILIKE ${q} OR a.email_key ILIKE ${q})
    ORDER BY coalesce(nullif(a.name_kana, ''), a.name), a.id
    LIMIT ${staffPageSize} OFFSET ${(asked.page - 1) * staffPageSize}`.execute(scope.db)
  const people = rows.map(({ has_totp, total: _, ...row }) => ({ ...row, secondFactor: has_totp }))
  return { people, total: rows[0]?.total ?? 0 }
}
