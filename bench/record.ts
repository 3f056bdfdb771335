import type { PoolClient } from 'pg'
import { openLog } from '../src/log.ts'
import { openSite } from '../src/site.ts'
import { openStore } from '../src/store.ts'
import type { FloorQuery } from './references.ts'

/** The site in this process on the product's database, telling which statements a page asks. */
export type Recorder = {
  /** The statements of one page made afresh, without the frame of its transaction. */
  statementsOf(path: string, init?: RequestInit): Promise<readonly FloorQuery[]>
  close(): Promise<void>
}

type Asked = string | { readonly name?: string; readonly text: string; readonly values?: unknown[] }

const isOfPage = (text: string): boolean =>
  !/^(BEGIN|COMMIT|ROLLBACK|SET)\b/i.test(text) && !text.includes('city_versions')

/** @param databaseUrl address of the product's database; `dataDir` is where the recorder may keep files */
export const openRecorder = async (databaseUrl: string, dataDir: string): Promise<Recorder> => {
  const urls = { owner: databaseUrl, app: databaseUrl }
  const clock = (): Date => new Date()
  const publicUrl = 'http://127.0.0.1:1'
  // A query that fails says so itself.
  const onError = (): void => undefined
  const store = await openStore({ urls, dataDir, publicUrl, works: false, clock, onError })
  let asked: FloorQuery[] = []
  const listen = (client: PoolClient): void => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: unknown[]) => {
      const statement = args[0] as Asked
      const {
        name = '',
        text,
        values = [],
      } = typeof statement === 'string' ? { text: statement } : statement
      if (isOfPage(text)) asked.push({ name: `floor-${name}`, text, values })
      return query(...args)
    }) as PoolClient['query']
  }
  store.database.pool.on('connect', listen)
  const config = { publicUrl, sampleWorld: true, trustProxy: false, ratePerMinute: 0 }
  let fresh = 0
  const site = await openSite(config, store, { clock, log: openLog('silent') })
  return {
    statementsOf: async (path, init) => {
      asked = []
      // A page that is kept asks nothing: each time another one is made.
      fresh += 1
      const address = `${publicUrl}${path}${path.includes('?') ? '&' : '?'}n=${fresh}`
      const response = await site.request(address, init)
      if (response.status >= 400) throw new Error(`${path} answers ${response.status}`)
      return asked
    },
    close: () => store.close(),
  }
}
