import type { Database } from './database.ts'
import type { Secrets } from './secrets.ts'

/** The database was used with another key than the one this installation has. */
export class KeyMismatch extends Error {}

const place = 'key check'
const known = 'つなぐ'

const message = [
  'The secrets in this database are locked under another key. Put the former SECRET_KEY, or the former file',
  'secret.key of the data directory, back. If it is lost for good, "tsunagu key replace" goes on with the present',
  'one and takes away every second factor that it does not open.',
  'データベースの秘密が、別の鍵でかけられています。もとの SECRET_KEY か secret.key にもどしてください。',
  '鍵をなくしたときは tsunagu key replace で、今の鍵に替え、開けない二段階認証を取り消せます。',
].join('\n')

/**
 * Makes sure that this installation has the key under which the database's secrets are locked; the first to
 * ask on a new database writes down which it is.
 * @throws KeyMismatch
 */
export const assertSameKey = async (
  { pool }: Pick<Database, 'pool'>,
  secrets: Secrets,
): Promise<void> => {
  await pool.query('INSERT INTO key_check (locked) VALUES ($1) ON CONFLICT DO NOTHING', [
    secrets.lock(known, place),
  ])
  const { rows } = await pool.query<{ locked: string }>('SELECT locked FROM key_check')
  try {
    secrets.unlock(rows[0]?.locked ?? '', place)
  } catch {
    throw new KeyMismatch(message)
  }
}

/** From now on the database belongs to this key. What another one locked stays closed. */
export const replaceKey = async (
  { pool }: Pick<Database, 'pool'>,
  secrets: Secrets,
): Promise<void> => {
  await pool.query(
    'INSERT INTO key_check (locked) VALUES ($1) ON CONFLICT (one) DO UPDATE SET locked = EXCLUDED.locked',
    [secrets.lock(known, place)],
  )
}
