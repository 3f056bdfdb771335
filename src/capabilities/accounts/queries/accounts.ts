import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { newId } from '#kernel/ids.ts'
import { isMailPace, type MailPace } from '#kernel/mail-pace.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Account, type AccountState, emailKey } from '../account.ts'

const accountColumns = [
  'id',
  'email',
  'name',
  'name_kana',
  'language',
  'state',
  'sample',
  'totp_confirmed_at',
  'mail_pace',
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
  mail_pace: string | null
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
  mailPace: isMailPace(row.mail_pace) ? row.mail_pace : null,
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

const placeOfKey = (scope: Scope, accountId: string): string => `totp ${scope.city.id} ${accountId}`

/** What the password is checked against; null while none was chosen. */
export const findPasswordHash = async (scope: Scope, accountId: string): Promise<string | null> => {
  const row = await scope.db
    .selectFrom('accounts')
    .select('password_hash')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row?.password_hash ?? null
}

const secretsOf = (scope: Scope, accountId: string) =>
  scope.db
    .selectFrom('accounts')
    .select(['email', 'totp_secret', 'totp_confirmed_at', 'totp_last_step'])
    .where('city_id', '=', scope.city.id)
    .where('id', '=', accountId)

/** What proves the second factor; its key is locked still, see {@link openKey}. */
export const findSecrets = (scope: Scope, accountId: string) =>
  secretsOf(scope, accountId).executeTakeFirst()

/** The same, while nobody else tries: guesses sent all at once are still counted one by one. */
export const lockSecrets = (scope: Scope, accountId: string) =>
  secretsOf(scope, accountId).forUpdate().executeTakeFirst()

/**
 * The key as the app on the phone has it: what stands in the table opens only with the product's own.
 * @returns undefined when it was locked under another
 */
export const openKey = (scope: Scope, accountId: string, locked: string): string | undefined => {
  try {
    return scope.outside.secrets.unlock(locked, placeOfKey(scope, accountId))
  } catch {
    return undefined
  }
}

/** Accounts that have a key of the second factor, confirmed or not. */
export const listKeys = (scope: Scope) =>
  scope.db
    .selectFrom('accounts')
    .select(['id', 'totp_secret'])
    .where('city_id', '=', scope.city.id)
    .where('totp_secret', 'is not', null)
    .execute()

/** Gives the account a new key, which counts once it is confirmed. */
export const insertKey = (scope: Scope, accountId: string, key: string): Promise<void> =>
  updateAccount(scope, accountId, {
    totp_secret: scope.outside.secrets.lock(key, placeOfKey(scope, accountId)),
    totp_last_step: null,
  })

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
  /** Locked. */
  readonly totp_secret?: string | null
  readonly totp_confirmed_at?: Date | null
  readonly totp_last_step?: number | null
  readonly name?: string
  readonly name_kana?: string
  readonly language?: 'ja' | 'en'
  readonly mail_pace?: MailPace
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

/** Changes the address, unless somebody has it already. @returns whether it was changed */
export const updateEmail = async (scope: Scope, id: string, email: string): Promise<boolean> => {
  // Somebody may take the address between a look and the change: the database has the last word.
  await sql`SAVEPOINT address`.execute(scope.db)
  try {
    const result = await scope.db
      .updateTable('accounts')
      .set({ email: email.trim(), email_key: emailKey(email) })
      .where('city_id', '=', scope.city.id)
      .where('id', '=', id)
      .executeTakeFirst()
    return Number(result.numUpdatedRows) === 1
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error
    await sql`ROLLBACK TO SAVEPOINT address`.execute(scope.db)
    return false
  }
}

/** Changes the state if it is still the one expected. @returns whether it was changed */
export const moveAccount = async (
  scope: Scope,
  id: string,
  states: { readonly from: AccountState; readonly to: AccountState },
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('accounts')
    .set({ state: states.to })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('state', '=', states.from)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}
