import type { Scope } from '#data/scope.ts'

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

/** How many sessions of the account are open now. */
export const countSessions = async (scope: Scope, accountId: string): Promise<number> => {
  const row = await scope.db
    .selectFrom('sessions')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountId)
    .where('expires_at', '>', scope.now)
    .executeTakeFirstOrThrow()
  return row.n
}
