import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { CityRole, GroupRole, Membership, Person } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { newId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Account, type AccountState, emailKey, failureLimits } from './account.ts'

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

const accountColumns = [
  'id',
  'email',
  'name',
  'name_kana',
  'language',
  'state',
  'sample',
  'totp_confirmed_at',
] as const

type AccountRow = {
  id: string
  email: string
  name: string
  name_kana: string
  language: string
  state: string
  sample: boolean
  totp_confirmed_at: Date | null
}

const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  email: row.email,
  name: row.name,
  nameKana: row.name_kana,
  language: row.language as Account['language'],
  state: row.state as AccountState,
  sample: row.sample,
  secondFactor: row.totp_confirmed_at !== null,
})

export const findAccount = async (scope: Scope, id: string): Promise<Account | undefined> => {
  const row = await scope.db
    .selectFrom('accounts')
    .select(accountColumns)
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toAccount(row)
}

/** @throws NotFound */
export const getAccount = async (scope: Scope, id: string): Promise<Account> => {
  const account = await findAccount(scope, id)
  if (!account) throw new NotFound('account')
  return account
}

export const findAccountByEmail = async (
  scope: Scope,
  email: string,
): Promise<Account | undefined> => {
  const row = await scope.db
    .selectFrom('accounts')
    .select(accountColumns)
    .where('city_id', '=', scope.city.id)
    .where('email_key', '=', emailKey(email))
    .executeTakeFirst()
  return row && toAccount(row)
}

/** The secrets of an account, for the sign-in alone. */
export const findSecrets = (scope: Scope, accountId: string) =>
  scope.db
    .selectFrom('accounts')
    .select(['password_hash', 'totp_secret', 'totp_confirmed_at', 'totp_last_step'])
    .where('city_id', '=', scope.city.id)
    .where('id', '=', accountId)
    .executeTakeFirst()

export type NewAccount = {
  readonly email: string
  readonly name: string
  readonly nameKana?: string
  readonly passwordHash: string | null
  readonly language: 'ja' | 'en'
  readonly state: AccountState
  readonly sample?: boolean
}

/** @returns the new id, or undefined when the address is already taken */
export const insertAccount = async (
  scope: Scope,
  account: NewAccount,
): Promise<string | undefined> => {
  const id = newId()
  const result = await scope.db
    .insertInto('accounts')
    .values({
      city_id: scope.city.id,
      id,
      email: account.email.trim(),
      email_key: emailKey(account.email),
      name: account.name,
      name_kana: account.nameKana ?? '',
      password_hash: account.passwordHash,
      language: account.language,
      state: account.state,
      sample: account.sample ?? false,
      created_at: scope.now,
    })
    .onConflict((taken) => taken.columns(['city_id', 'email_key']).doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1 ? id : undefined
}

type AccountChange = {
  readonly state?: AccountState
  readonly password_hash?: string
  readonly totp_secret?: string | null
  readonly totp_confirmed_at?: Date | null
  readonly totp_last_step?: number | null
  readonly name?: string
  readonly name_kana?: string
  readonly language?: string
}

export const updateAccount = async (
  scope: Scope,
  id: string,
  change: AccountChange,
): Promise<void> => {
  await scope.db
    .updateTable('accounts')
    .set(change)
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

export const insertSession = async (
  scope: Scope,
  session: {
    readonly tokenHash: string
    readonly accountId: string
    readonly seconds: number
    readonly secondFactor: boolean
  },
): Promise<void> => {
  await scope.db
    .insertInto('sessions')
    .values({
      city_id: scope.city.id,
      token_hash: session.tokenHash,
      account_id: session.accountId,
      created_at: scope.now,
      seen_at: scope.now,
      expires_at: new Date(scope.now.getTime() + session.seconds * 1000),
      second_factor: session.secondFactor,
    })
    .execute()
}

export const deleteSession = async (scope: Scope, tokenHash: string): Promise<void> => {
  await scope.db
    .deleteFrom('sessions')
    .where('city_id', '=', scope.city.id)
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** Ends every session of the account, on every device. */
export const deleteSessionsOf = async (scope: Scope, accountId: string): Promise<void> => {
  await scope.db
    .deleteFrom('sessions')
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountId)
    .execute()
}

export const insertFailure = async (
  scope: Scope,
  email: string,
  network: string,
): Promise<void> => {
  await scope.db
    .insertInto('sign_in_failures')
    .values({
      city_id: scope.city.id,
      id: newId(),
      email_key: emailKey(email),
      network,
      at: scope.now,
    })
    .execute()
}

/** True while too many failures of this account or network lie within the window. */
export const isHeldBack = async (
  scope: Scope,
  email: string,
  network: string,
): Promise<boolean> => {
  const since = new Date(scope.now.getTime() - failureLimits.windowSeconds * 1000)
  const { rows } = await sql<{ account: number; net: number }>`
    SELECT count(*) FILTER (WHERE email_key = ${emailKey(email)}) AS account, count(*) FILTER (WHERE network = ${network}) AS net
    FROM sign_in_failures WHERE city_id = ${scope.city.id} AND at > ${since} AND (email_key = ${emailKey(email)} OR network = ${network})`.execute(
    scope.db,
  )
  return (
    Number(rows[0]?.account) >= failureLimits.perAccount ||
    Number(rows[0]?.net) >= failureLimits.perNetwork
  )
}

export const insertToken = async (
  scope: Scope,
  token: {
    readonly hash: string
    readonly accountId: string
    readonly purpose: 'confirm' | 'reset'
    readonly seconds: number
  },
): Promise<void> => {
  await scope.db
    .insertInto('account_tokens')
    .values({
      city_id: scope.city.id,
      token_hash: token.hash,
      account_id: token.accountId,
      purpose: token.purpose,
      created_at: scope.now,
      expires_at: new Date(scope.now.getTime() + token.seconds * 1000),
    })
    .execute()
}

/** Whose unused, unexpired token this is. */
export const findTokenOwner = async (
  scope: Scope,
  hash: string,
  purpose: 'confirm' | 'reset',
): Promise<string | undefined> => {
  const row = await scope.db
    .selectFrom('account_tokens')
    .select('account_id')
    .where('city_id', '=', scope.city.id)
    .where('token_hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', scope.now)
    .executeTakeFirst()
  return row?.account_id
}

/** Uses the token up; two at the same moment have one winner. @returns the account, or undefined */
export const takeToken = async (
  scope: Scope,
  hash: string,
  purpose: 'confirm' | 'reset',
): Promise<string | undefined> => {
  const row = await scope.db
    .updateTable('account_tokens')
    .set({ used_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('token_hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', scope.now)
    .returning('account_id')
    .executeTakeFirst()
  return row?.account_id
}

/** How many links of that purpose were asked for the account within the last hour. */
export const countRecentTokens = async (scope: Scope, accountId: string): Promise<number> => {
  const since = new Date(scope.now.getTime() - 3_600_000)
  const row = await scope.db
    .selectFrom('account_tokens')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountId)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return row.n
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

/** A person's place in a group. */
export const insertMembership = async (
  scope: Scope,
  place: { readonly accountId: string; readonly groupId: string; readonly role: GroupRole },
): Promise<void> => {
  await scope.db
    .insertInto('memberships')
    .values({
      city_id: scope.city.id,
      id: newId(),
      account_id: place.accountId,
      group_id: place.groupId,
      role: place.role,
      since: scope.now,
    })
    .execute()
}
