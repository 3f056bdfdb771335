import { randomBytes } from 'node:crypto'
import autocannon from 'autocannon'
import pg from 'pg'
import type { Product } from '#tests/world/product.ts'
import { connections } from './load.ts'
import { serve } from './references.ts'

/** What a load of writes showed, beside the bare insert of the same text. */
export type Writes = {
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

const startInsert = async (databaseUrl: string) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections })
  const text = `INSERT INTO floor_writes (title, body) VALUES ($1, $2)`
  const server = await serve((respond) => {
    void pool
      .query({ name: 'floor-write', text, values: ['道', '暗い'] })
      .then(() => respond(Buffer.from('ok')))
      .catch(() => undefined)
  })
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      await pool.end()
    },
  }
}

/**
 * A signed-in person raises an issue: session, form, checks, receipt number, timeline, audit, notices and
 * jobs in one transaction; against one INSERT of the same text in one process.
 */
export const measureWrites = async (product: Product, seconds: number): Promise<Writes> => {
  const cookie = await signIn(product, 'kamakura')
  const headers = {
    cookie,
    origin: product.url,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const keyed = (request: autocannon.Request): autocannon.Request => ({
    ...request,
    body: `${issue}&idempotency_key=${randomBytes(12).toString('hex')}`,
  })
  const written = await autocannon({
    url: `${product.url}/kamakura/issues`,
    connections,
    duration: seconds,
    requests: [{ method: 'POST', headers, setupRequest: keyed }],
  })
  const owner = new pg.Client({ connectionString: product.ownerUrl() })
  await owner.connect()
  await owner.query('CREATE TABLE floor_writes (id bigserial PRIMARY KEY, title text, body text)')
  await owner.end()
  const floor = await startInsert(product.ownerUrl())
  const inserted = await autocannon({ url: floor.url, connections, duration: seconds })
  await floor.stop()
  return {
    perSecond: written.requests.average,
    floorPerSecond: inserted.requests.average,
    p50: written.latency.p50,
    p99: written.latency.p99,
    // A form that was accepted sends on with 303.
    failures: written['4xx'] + written['5xx'] + written.errors + written.timeouts,
  }
}
