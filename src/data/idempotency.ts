import type { Scope } from './scope.ts'

/**
 * How long a key is remembered, in seconds: a week. A page left open longer gets a new key only by being
 * opened again, so whatever is pressed twice within that time is done once.
 */
export const idempotencySeconds = 7 * 86_400

/** What was sent under a key, and where it led; null while it is being done, or led nowhere. */
export type SentBefore = { readonly requestHash: string; readonly location: string | null }

/**
 * Remembers a key with the hash of what was sent under it. Waits for another transaction that is about to
 * remember the same key.
 * @returns false when it is known already
 */
export const insertKey = async (
  scope: Scope,
  keyHash: string,
  requestHash: string,
): Promise<boolean> => {
  const inserted = await scope.db
    .insertInto('idempotency_keys')
    .values({
      city_id: scope.city.id,
      key_hash: keyHash,
      request_hash: requestHash,
      created_at: scope.now,
    })
    .onConflict((conflicting) => conflicting.doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows ?? 0) === 1
}

export const findKey = async (scope: Scope, keyHash: string): Promise<SentBefore | undefined> => {
  const row = await scope.db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'location'])
    .where('city_id', '=', scope.city.id)
    .where('key_hash', '=', keyHash)
    .executeTakeFirst()
  return row && { requestHash: row.request_hash, location: row.location }
}

/** Keeps where the first request of a key was led, for the second one. */
export const rememberLocation = async (
  scope: Scope,
  keyHash: string,
  location: string,
): Promise<void> => {
  await scope.db
    .updateTable('idempotency_keys')
    .set({ location })
    .where('city_id', '=', scope.city.id)
    .where('key_hash', '=', keyHash)
    .execute()
}

/** Lets a key be used again. */
export const deleteKey = async (scope: Scope, keyHash: string): Promise<void> => {
  await scope.db
    .deleteFrom('idempotency_keys')
    .where('city_id', '=', scope.city.id)
    .where('key_hash', '=', keyHash)
    .execute()
}

/** Forgets keys that are older than {@link idempotencySeconds}. */
export const purgeIdempotencyKeys = async (scope: Scope): Promise<void> => {
  await scope.db
    .deleteFrom('idempotency_keys')
    .where('city_id', '=', scope.city.id)
    .where('created_at', '<', new Date(scope.now.getTime() - idempotencySeconds * 1000))
    .execute()
}
