import { createHash } from 'node:crypto'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { PoolClient } from 'pg'
import type { DB } from './tables.ts'

const names = new Map<string, string>()

/** A stable short name, so that each text is parsed and planned once per connection. */
const statementName = (text: string): string => {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha1').update(text).digest('base64url').slice(0, 20)
  // Texts with lists of differing length would grow without end; those beyond the bound go unnamed.
  if (names.size < 2000) names.set(text, name)
  return name
}

class LazyConnection implements DatabaseConnection {
  readonly #client: () => Promise<PoolClient>
  constructor(client: () => Promise<PoolClient>) {
    this.#client = client
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const client = await this.#client()
    const result = await client.query({
      name: names.size < 2000 || names.has(query.sql) ? statementName(query.sql) : undefined,
      text: query.sql,
      values: query.parameters as unknown[],
    } as never)
    const { rows, rowCount, command } = result as never as {
      rows: R[]
      rowCount: number | null
      command: string
    }
    return command === 'SELECT' ? { rows } : { rows, numAffectedRows: BigInt(rowCount ?? 0) }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error(
      'Streaming is not part of a city transaction; page through with a cursor column.',
    )
  }
}

/** A driver whose every query runs on the one connection that the surrounding transaction holds. */
class OneConnectionDriver implements Driver {
  readonly #connection: DatabaseConnection
  constructor(connection: DatabaseConnection) {
    this.#connection = connection
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  async beginTransaction(): Promise<void> {
    throw new Error('The city transaction is already open; actions take part in it.')
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

/** Kysely on one connection that is fetched when the first query needs it. */
export const queriesOn = (client: () => Promise<PoolClient>): Kysely<DB> =>
  new Kysely<DB>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => new OneConnectionDriver(new LazyConnection(client)),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => compiler,
    },
  })
