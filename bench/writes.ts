import { randomBytes } from 'node:crypto'
import autocannon from 'autocannon'
import pg from 'pg'
import type { Product } from '#tests/world/product.ts'
import { connections } from './load.ts'
import type { Recorder } from './record.ts'
import { serve } from './references.ts'

/** What a load of writes showed, beside a bare transaction of as many statements. */
export type Writes = {
  readonly statements: number
  readonly perSecond: number
  readonly floorPerSecond: number
  readonly p50: number
  readonly p99: number
  readonly failures: number
}

const issue = 'title=%E9%81%93&body=%E6%9A%97%E3%81%84&place=&consent=yes'

const signIn = async (product: Product, city: string): Promise<string> => {
  const page = `${product.url}/${city}/sample-people`
  const html = await (await fetch(page)).text()
  const account = /name="account" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const response = await fetch(page, {
    method: 'POST',
    body: new URLSearchParams({ account }),
    headers: { origin: product.url },
    redirect: 'manual',
  })
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** The same number of statements in one transaction, the first on the one row that gives out numbers. */
const startTransactions = async (databaseUrl: string, statements: number) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections })
  const count = { name: 'floor-number', text: 'UPDATE floor_numbers SET last = last + 1' }
  const text = 'INSERT INTO floor_writes (title, body) VALUES ($1, $2)'
  const insert = { name: 'floor-write', text, values: ['道', '暗い'] }
  const write = async (respond: (body: Buffer) => void): Promise<void> => {
    const client = await pool.connect()
    await client.query('BEGIN')
    await client.query(count)
    for (let n = 1; n < statements; n += 1) await client.query(insert)
    await client.query('COMMIT')
    client.release()
    respond(Buffer.from('ok'))
  }
  // At the end some answers are cut off on their way.
  const server = await serve((respond) => void write(respond).catch(() => undefined))
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      await pool.end()
    },
  }
}

const prepareFloor = async (ownerUrl: string): Promise<void> => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('CREATE TABLE floor_writes (id bigserial PRIMARY KEY, title text, body text)')
  await owner.query('CREATE TABLE floor_numbers AS SELECT 0 AS last')
  await owner.end()
}

const form = 'application/x-www-form-urlencoded'
const bodyWithKey = (): string => `${issue}&idempotency_key=${randomBytes(12).toString('hex')}`

/**
 * A signed-in person raises an issue: session, form, checks, receipt number, timeline, audit, notices and
 * jobs in one transaction; against as many bare statements in one transaction, which takes a number as well.
 */
export const measureWrites = async (
  { product, recorder }: { readonly product: Product; readonly recorder: Recorder },
  seconds: number,
): Promise<Writes> => {
  const headers = { cookie: await signIn(product, 'kamakura'), 'content-type': form }
  const path = '/kamakura/issues'
  const statements = await recorder.statementsOf(path, {
    method: 'POST',
    body: bodyWithKey(),
    headers: { ...headers, 'sec-fetch-site': 'same-origin', 'content-length': '200' },
  })
  const written = await autocannon({
    url: `${product.url}${path}`,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        headers: { ...headers, origin: product.url },
        setupRequest: (request) => ({ ...request, body: bodyWithKey() }),
      },
    ],
  })
  await prepareFloor(product.ownerUrl())
  const floor = await startTransactions(product.ownerUrl(), statements.length)
  const inserted = await autocannon({ url: floor.url, connections, duration: seconds })
  await floor.stop()
  return {
    statements: statements.length,
    perSecond: written.requests.average,
    floorPerSecond: inserted.requests.average,
    p50: written.latency.p50,
    p99: written.latency.p99,
    // A form that was accepted sends on with 303.
    failures: written['4xx'] + written['5xx'] + written.errors + written.timeouts,
  }
}
