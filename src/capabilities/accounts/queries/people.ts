import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { CityRole, GroupRole, Membership, Person } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'

type PersonRow = {
  id: string
  name: string
  has_totp: boolean
  second_factor: boolean
  roles: { role: CityRole; department: string | null }[]
  memberships: Membership[]
}

const rolesOf = sql`coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'department', r.department))
  FROM role_grants r WHERE r.city_id = a.city_id AND r.account_id = a.id AND r.revoked_at IS NULL), '[]')`

const membershipsOf = sql`coalesce((SELECT jsonb_agg(jsonb_build_object('groupId', m.group_id, 'role', m.role))
  FROM memberships m WHERE m.city_id = a.city_id AND m.account_id = a.id AND m.until IS NULL), '[]')`

const toPerson = (row: PersonRow, city: City): Person => {
  const required = row.has_totp || (city.settings.staffSecondFactor && row.roles.length > 0)
  const trusted = row.second_factor || !required
  return {
    kind: 'person',
    accountId: row.id,
    name: row.name,
    roles: [...new Set(row.roles.map((grant) => grant.role))],
    departments: row.roles.flatMap((grant) => grant.department ?? []),
    // Until the second factor is given, a stolen password opens no group either.
    memberships: trusted ? row.memberships : [],
    trusted,
  }
}

/** Whose session this is, with all they may be in this city: one query for every signed-in request. */
export const findPerson = async (
  scope: Scope,
  city: City,
  tokenHash: string,
): Promise<Person | undefined> => {
  const { rows } = await sql<PersonRow>`
    SELECT a.id, a.name, a.totp_confirmed_at IS NOT NULL AS has_totp, s.second_factor, ${rolesOf} AS roles, ${membershipsOf} AS memberships
    FROM sessions s JOIN accounts a ON a.city_id = s.city_id AND a.id = s.account_id
    WHERE s.city_id = ${scope.city.id} AND s.token_hash = ${tokenHash} AND s.expires_at > ${scope.now} AND a.state = 'active'`.execute(
    scope.db,
  )
  return rows[0] && toPerson(rows[0], city)
}

/** A person by account, as if signed in with everything required: for commands, jobs and the sample world. */
export const findPersonById = async (
  scope: Scope,
  city: City,
  accountId: string,
): Promise<Person | undefined> => {
  const { rows } = await sql<PersonRow>`
    SELECT a.id, a.name, a.totp_confirmed_at IS NOT NULL AS has_totp, true AS second_factor, ${rolesOf} AS roles, ${membershipsOf} AS memberships
    FROM accounts a WHERE a.city_id = ${scope.city.id} AND a.id = ${accountId} AND a.state = 'active'`.execute(
    scope.db,
  )
  return rows[0] && toPerson(rows[0], city)
}

/** Sample people of the city, for the page that lets visitors try the product. */
export const listSamplePeople = async (scope: Scope) => {
  const { rows } = await sql<{
    id: string
    name: string
    roles: { role: CityRole; department: string | null }[]
    groups: { groupId: string; role: GroupRole }[]
  }>`
    SELECT a.id, a.name, ${rolesOf} AS roles, ${membershipsOf} AS groups
    FROM accounts a WHERE a.city_id = ${scope.city.id} AND a.sample AND a.state = 'active' ORDER BY a.created_at, a.name`.execute(
    scope.db,
  )
  return rows
}

/** Names of the sample groups, for the page of sample people. */
export const listSampleGroups = async (scope: Scope): Promise<ReadonlyMap<string, string>> => {
  const rows = await scope.db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('city_id', '=', scope.city.id)
    .where('sample', '=', true)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
