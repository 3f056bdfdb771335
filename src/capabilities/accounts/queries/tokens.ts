import type { Scope } from '#data/scope.ts'

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

