import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** Something about the migrations that an operator must look at; the message is one line. */
export class MigrationError extends Error {}

const lockKey = 7_420_061

const readMigrations = async (
  folder: string,
): Promise<{ name: string; text: string; hash: string }[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

const applyOne = async (
  client: pg.Client,
  migration: { name: string; text: string; hash: string },
) => {
  try {
    await client.query('BEGIN')
    await client.query(migration.text)
    await client.query('INSERT INTO schema_migrations (name, hash) VALUES ($1, $2)', [
      migration.name,
      migration.hash,
    ])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new MigrationError(`${migration.name}: ${(error as Error).message}`)
  }
}

const assertServer = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ version: number; encoding: string; ctype: string }>(
    `SELECT current_setting('server_version_num')::int AS version, pg_encoding_to_char(encoding) AS encoding,
            datctype AS ctype FROM pg_database WHERE datname = current_database()`,
  )
  const server = rows[0]!
  if (server.version < 150_000)
    throw new MigrationError(`PostgreSQL 15 or newer is needed; this is ${server.version}.`)
  if (server.encoding !== 'UTF8')
    throw new MigrationError(`The database must be UTF8; this one is ${server.encoding}.`)
  if (server.ctype === 'C' || server.ctype === 'POSIX')
    throw new MigrationError(
      'The database has LC_CTYPE C, which cannot fold Japanese text; create it with C.UTF-8.',
    )
}

const applyPending = async (client: pg.Client, folder: string): Promise<string[]> => {
  await assertServer(client)
  await client.query('SELECT pg_advisory_lock($1)', [lockKey])
  await client.query(
    'CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
  )
  const { rows } = await client.query<{ name: string; hash: string }>(
    'SELECT name, hash FROM schema_migrations',
  )
  const applied = new Map(rows.map((row) => [row.name, row.hash]))
  const done: string[] = []
  for (const migration of await readMigrations(folder)) {
    const hash = applied.get(migration.name)
    if (hash === migration.hash) continue
    if (hash) throw new MigrationError(`${migration.name} was changed after it had been applied.`)
    await applyOne(client, migration)
    done.push(migration.name)
  }
  return done
}

/**
 * Names of the migrations that this database has not seen.
 * @throws MigrationError when one was changed after it had been applied
 */
const listPending = async (client: pg.Client, folder: string): Promise<string[]> => {
  const known = await client.query("SELECT to_regclass('public.schema_migrations') AS there")
  const { rows } = known.rows[0]?.there
    ? await client.query<{ name: string; hash: string }>('SELECT name, hash FROM schema_migrations')
    : { rows: [] }
  const applied = new Map(rows.map((row) => [row.name, row.hash]))
  const all = await readMigrations(folder)
  const changed = all.find(({ name, hash }) => applied.has(name) && applied.get(name) !== hash)
  if (changed) throw new MigrationError(`${changed.name} was changed after it had been applied.`)
  return all.map(({ name }) => name).filter((name) => !applied.has(name))
}

/**
 * Makes sure that the database is as this version of the product expects it, and changes nothing.
 * @throws MigrationError that says what to do when it is not
 */
export const assertMigrated = async (ownerUrl: string, folder: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'tsunagu' })
  await client.connect()
  try {
    const pending = await listPending(client, folder)
    if (pending.length > 0)
      throw new MigrationError(
        `The database must be migrated first (${pending.length} step(s) to go): stop the product, make a backup, then run tsunagu migrate or npm start.`,
      )
  } finally {
    await client.end()
  }
}

/**
 * Applies the plain SQL files that the database has not seen, each in its own transaction, under a lock.
 * @returns the names applied now
 * @throws MigrationError with one line for the operator
 */
export const migrate = async (ownerUrl: string, folder: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'tsunagu migrate' })
  await client.connect()
  try {
    return await applyPending(client, folder)
  } finally {
    await client.end()
  }
}
