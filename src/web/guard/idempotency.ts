import { createHash } from 'node:crypto'
import type { Scope } from '#data/scope.ts'
import { type Answer, redirect } from '../answer.ts'
import type { FormBody } from '../form-data.ts'

/** Name of the hidden field that makes a second press of the same button harmless. */
export const idempotencyField = 'idempotency_key'

/**
 * How long a key is remembered, in seconds: a week. A page left open longer gets a new key only by being
 * opened again, so whatever is pressed twice within that time is done once.
 */
export const idempotencySeconds = 7 * 86_400

/** Forgets keys that are older than {@link idempotencySeconds}. */
export const purgeIdempotencyKeys = async (scope: Scope): Promise<void> => {
  await scope.db
    .deleteFrom('idempotency_keys')
    .where('city_id', '=', scope.city.id)
    .where('created_at', '<', new Date(scope.now.getTime() - idempotencySeconds * 1000))
    .execute()
}

const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

const contentOf = (path: string, form: FormBody): string =>
  JSON.stringify([
    path,
    ...form
      .names()
      .sort()
      .map((name) => [
        name,
        form.all(name),
        form.files(name).map((file) => [file.name, sha256(file.bytes)]),
      ]),
  ])

type KeyRow = { readonly city_id: number; readonly key_hash: string }

const rememberLocation = async (scope: Scope, key: KeyRow, location: string): Promise<void> => {
  await scope.db
    .updateTable('idempotency_keys')
    .set({ location })
    .where('city_id', '=', key.city_id)
    .where('key_hash', '=', key.key_hash)
    .execute()
}

const forgetKey = async (scope: Scope, key: KeyRow): Promise<void> => {
  await scope.db
    .deleteFrom('idempotency_keys')
    .where('city_id', '=', key.city_id)
    .where('key_hash', '=', key.key_hash)
    .execute()
}

/**
 * Runs `handle` once for a key. A second request with the same key and content gets the first one's
 * answer; with other content it is refused by `conflict`. Two at the same moment wait for each other in
 * the database.
 */
export const onceByKey = async (
  sent: {
    readonly scope: Scope
    readonly path: string
    readonly form: FormBody
    readonly session: string
  },
  handle: () => Promise<Answer>,
  conflict: () => Answer,
): Promise<Answer> => {
  const given = sent.form.text(idempotencyField)
  if (!given) return handle()
  const { scope } = sent
  const { db, city, now } = scope
  const keyHash = sha256(`${sent.session}\n${given}`)
  const requestHash = sha256(contentOf(sent.path, sent.form))
  const inserted = await db
    .insertInto('idempotency_keys')
    .values({ city_id: city.id, key_hash: keyHash, request_hash: requestHash, created_at: now })
    .onConflict((conflicting) => conflicting.doNothing())
    .executeTakeFirst()
  if (Number(inserted.numInsertedOrUpdatedRows ?? 0) === 0) {
    const earlier = await db
      .selectFrom('idempotency_keys')
      .select(['request_hash', 'location'])
      .where('city_id', '=', city.id)
      .where('key_hash', '=', keyHash)
      .executeTakeFirst()
    return earlier?.request_hash === requestHash && earlier.location
      ? redirect(earlier.location)
      : conflict()
  }
  const answer = await handle()
  const key = { city_id: city.id, key_hash: keyHash }
  // An answer that is no redirect leaves the form open: it may come again with the same key.
  if (answer.kind === 'redirect') await rememberLocation(scope, key, answer.to)
  else await forgetKey(scope, key)
  return answer
}
