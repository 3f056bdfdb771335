import type { Kysely } from 'kysely'
import pg from 'pg'
import type { Actor } from '#kernel/actor.ts'
import { runUntilDone } from './again.ts'
import { queriesOn } from './connection.ts'
import type { CityKey, Outside, Scope } from './scope.ts'
import type { DB } from './tables.ts'
import { GatheringSocket } from './wire.ts'

// Counts and versions stay far below 2^53; dates stay the text they are (no midnight in any zone).
pg.types.setTypeParser(20, Number)
pg.types.setTypeParser(1082, (value) => value)

/** How a city transaction is opened. */
export type Opening = {
  readonly city: CityKey
  readonly actor: Actor
  readonly now: Date
  readonly requestId: string
  readonly outside: Outside
  /**
   * True when no page shows anything of what is written (the audit's chain, the outbox, what is purged): the
   * city's version stays, and so do the pages kept for it. Wrong use leaves old pages standing.
   */
  readonly unseen?: boolean
  /**
   * True when the work does something that no rollback takes back: hands a mail to its server, fills a list
   * in memory. It is then never run a second time.
   */
  readonly once?: boolean
  /** True when the work may ask for something slow to be made ready first; see {@link MakeReadyFirst}. */
  readonly restarts?: boolean
}

export type Database = {
  readonly pool: pg.Pool
  /** Runs `work` in a transaction that sees this city only and cannot write. */
  read<T>(opening: Opening, work: (scope: Scope) => Promise<T>): Promise<T>
  /**
   * Runs `work` in a transaction of this city and commits what it did. Throwing, or answering
   * with `keep` false, undoes all of it.
   *
   * When the database gives up one of two transactions that wait for each other (40P01), or that cannot be
   * put in an order (40001), all of `work` was undone and is run again, three times at the most: before the
   * commit nothing has left the database, since mails and jobs are rows of it and files lie under their own
   * hash. Work of another kind is opened with {@link Opening.once}. Work opened with
   * {@link Opening.restarts} may in the same way ask to be begun again once something slow is ready, so
   * that nobody waits for rows it holds meanwhile.
   */
  write<T>(
    opening: Opening,
    work: (scope: Scope) => Promise<T>,
    keep?: (value: T) => boolean,
  ): Promise<T>
  /** Reads what is public in every city, without any city set: walled-off tables show nothing. */
  readPublic<T>(work: (db: Kysely<DB>) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const cityLiteral = (city: CityKey): string => {
  if (!Number.isSafeInteger(city.id) || city.id < 1 || city.id > 999_999)
    throw new RangeError(`No city ${city.id}`)
  return `SET LOCAL app.city_id TO '${city.id}'`
}

/** One transaction on one connection, begun by its first query. */
class CityTransaction {
  readonly #pool: pg.Pool
  readonly #begin: string
  #client: Promise<pg.PoolClient> | undefined
  #begun: Promise<unknown> | undefined

  constructor(pool: pg.Pool, begin: string) {
    this.#pool = pool
    this.#begin = begin
  }

  readonly client = (): Promise<pg.PoolClient> => {
    this.#client ??= this.#open()
    return this.#client
  }

  async #open(): Promise<pg.PoolClient> {
    const client = await this.#pool.connect()
    // Sent ahead without waiting: the first query follows on the same wire. Were it to fail, no city
    // would be set and every walled table would show nothing; `end` hears of it before it commits.
    this.#begun = client.query(this.#begin)
    this.#begun.catch(() => undefined)
    return client
  }

  /**
   * Ends with `statement`; a connection that cannot even do that is thrown away.
   * @throws when a COMMIT undid everything instead: a query had failed, and nobody had heard of it
   */
  async end(statement: string): Promise<void> {
    if (!this.#client) return
    const client = await this.#client
    try {
      await this.#begun
      const result: pg.QueryResult | pg.QueryResult[] = await client.query(statement)
      const ended = Array.isArray(result) ? result.at(-1)?.command : result.command
      // PostgreSQL answers the COMMIT of a transaction that has failed with ROLLBACK, without an error.
      if (statement !== 'ROLLBACK' && ended !== 'COMMIT')
        throw new Error(`The transaction was not committed: ${ended}`)
      client.release()
    } catch (error) {
      client.release(true)
      throw error
    }
  }
}

const commitWith = (keys: ReadonlySet<number>): string => {
  if (keys.size === 0) return 'COMMIT'
  const slot = Math.floor(Math.random() * 16)
  // Always in one order, so that no two commits wait for each other.
  const rows = [...keys].sort((a, b) => a - b).map((key) => `(${key}, ${slot}, 1)`)
  return `INSERT INTO city_versions (city_id, slot, version) VALUES ${rows.join(', ')}
    ON CONFLICT (city_id, slot) DO UPDATE SET version = city_versions.version + 1; COMMIT`
}

const openRead = async <T>(
  pool: pg.Pool,
  opening: Opening,
  work: (scope: Scope) => Promise<T>,
): Promise<T> => {
  const transaction = new CityTransaction(pool, `BEGIN READ ONLY; ${cityLiteral(opening.city)}`)
  const db = queriesOn(transaction.client)
  const scope: Scope = { ...opening, db, writing: false, touch: () => undefined }
  try {
    return await work(scope)
  } finally {
    // Nothing was written, so nobody needs to wait for the end.
    void transaction.end('COMMIT').catch(() => undefined)
  }
}

const openPublic = async <T>(pool: pg.Pool, work: (db: Kysely<DB>) => Promise<T>): Promise<T> => {
  const transaction = new CityTransaction(pool, 'BEGIN READ ONLY')
  try {
    return await work(queriesOn(transaction.client))
  } finally {
    void transaction.end('COMMIT').catch(() => undefined)
  }
}

const openWrite = async <T>(
  pool: pg.Pool,
  opening: Opening,
  work: (scope: Scope) => Promise<T>,
  keep: (value: T) => boolean,
): Promise<T> => {
  const transaction = new CityTransaction(pool, `BEGIN; ${cityLiteral(opening.city)}`)
  const touched = new Set<number>(opening.unseen ? [] : [opening.city.id])
  const touch = (key: number): void => void touched.add(key)
  const scope: Scope = { ...opening, db: queriesOn(transaction.client), writing: true, touch }
  let value: T
  try {
    value = await work(scope)
  } catch (error) {
    await transaction.end('ROLLBACK').catch(() => undefined)
    throw error
  }
  await transaction.end(keep(value) ? commitWith(touched) : 'ROLLBACK')
  return value
}

/**
 * Opens the pool of the role that cannot bypass row-level security.
 * @param url connection address; `role` is set on every connection when the address signs in as another role
 */
export const openDatabase = (
  url: string,
  options: {
    readonly role?: string
    readonly max?: number
    readonly onError?: (error: Error) => void
  } = {},
): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 16,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: 'tsunagu',
    // Queries of one transaction go out without waiting for the answers to those before.
    pipeline: true,
    stream: () => new GatheringSocket(),
    options: `-c timezone=UTC${options.role ? ` -c role=${options.role}` : ''}`,
  })
  const report = (error: Error): void => options.onError?.(error)
  pool.on('error', report)
  // A connection that dies while it is lent out tells it by an event of its own; its query fails as well.
  pool.on('connect', (client) => client.on('error', report))
  return {
    pool,
    read: (opening, work) => openRead(pool, opening, work),
    write: (opening, work, keep = () => true) =>
      opening.once
        ? openWrite(pool, opening, work, keep)
        : runUntilDone((last) =>
            openWrite(pool, last ? { ...opening, restarts: false } : opening, work, keep),
          ),
    readPublic: (work) => openPublic(pool, work),
    close: () => pool.end(),
  }
}
