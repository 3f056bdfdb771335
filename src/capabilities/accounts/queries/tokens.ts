import type { Scope } from '#data/scope.ts'

/** What a one-time link is for. */
export type TokenPurpose = 'confirm' | 'reset' | 'email'

export const insertToken = async (
  scope: Scope,
  token: {
    readonly hash: string
    readonly accountId: string
    readonly purpose: TokenPurpose
    readonly seconds: number
    /** The new address, for a change to it. */
    readonly email?: string
  },
): Promise<void> => {
  await scope.db
    .insertInto('account_tokens')
    .values({
      city_id: scope.city.id,
      token_hash: token.hash,
      account_id: token.accountId,
      purpose: token.purpose,
      email: token.email ?? null,
      created_at: scope.now,
      expires_at: new Date(scope.now.getTime() + token.seconds * 1000),
    })
    .execute()
}

/** Whose unused, unexpired token this is. */
export const findTokenOwner = async (
  scope: Scope,
  hash: string,
  purpose: TokenPurpose,
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

/** Whose token this is or was: used and expired ones count until they are purged. */
export const findAnyToken = async (
  scope: Scope,
  hash: string,
  purpose: TokenPurpose,
): Promise<{ readonly accountId: string; readonly used: boolean } | undefined> => {
  const row = await scope.db
    .selectFrom('account_tokens')
    .select(['account_id', 'used_at'])
    .where('city_id', '=', scope.city.id)
    .where('token_hash', '=', hash)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  return row && { accountId: row.account_id, used: row.used_at !== null }
}

/** Whether a link to confirm the account's address was given out and never used up, ended or not. */
export const hasUnusedConfirmation = async (scope: Scope, accountId: string): Promise<boolean> => {
  const row = await scope.db
    .selectFrom('account_tokens')
    .select('token_hash')
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountId)
    .where('purpose', '=', 'confirm')
    .where('used_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Uses the token up; two at the same moment have one winner. @returns whose it was, or undefined */
export const takeToken = async (
  scope: Scope,
  hash: string,
  purpose: TokenPurpose,
): Promise<{ readonly accountId: string; readonly email: string | null } | undefined> => {
  const row = await scope.db
    .updateTable('account_tokens')
    .set({ used_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('token_hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', scope.now)
    .returning(['account_id', 'email'])
    .executeTakeFirst()
  return row && { accountId: row.account_id, email: row.email }
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

/** Makes every other link of the account useless. */
export const useUpTokens = async (scope: Scope, accountId: string): Promise<void> => {
  await scope.db
    .updateTable('account_tokens')
    .set({ used_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute()
}
