import { createHash } from 'node:crypto'
import { deleteKey, findKey, insertKey, rememberLocation } from '#data/idempotency.ts'
import type { Scope } from '#data/scope.ts'
import { type Answer, redirect } from '../answer.ts'
import type { FormBody } from '../form-data.ts'

/** Name of the hidden field that makes a second press of the same button harmless. */
export const idempotencyField = 'idempotency_key'

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
  const keyHash = sha256(`${sent.session}\n${given}`)
  const requestHash = sha256(contentOf(sent.path, sent.form))
  if (!(await insertKey(scope, keyHash, requestHash))) {
    const earlier = await findKey(scope, keyHash)
    return earlier?.requestHash === requestHash && earlier.location
      ? redirect(earlier.location)
      : conflict()
  }
  const answer = await handle()
  // An answer that is no redirect leaves the form open: it may come again with the same key.
  if (answer.kind === 'redirect') await rememberLocation(scope, keyHash, answer.to)
  else await deleteKey(scope, keyHash)
  return answer
}
