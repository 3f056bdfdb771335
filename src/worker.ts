import type { Config } from './config.ts'
import { openLog } from './log.ts'
import { measureTogether } from './metrics-shared.ts'
import { closeServer, listen } from './serve.ts'
import { openSite } from './site.ts'
import { type DatabaseUrls, openStore } from './store.ts'

/** Name under which the primary process hands the database's addresses to its workers. */
export const urlsVariable = 'TSUNAGU_WORKER_URLS'

/** One of several processes that only answer requests; the primary keeps database and queue. */
export const runWorker = async (config: Config, clock: () => Date): Promise<void> => {
  const log = openLog(config.logLevel)
  const urls = JSON.parse(process.env[urlsVariable] ?? '{}') as DatabaseUrls
  const store = await openStore({
    urls,
    dataDir: config.dataDir,
    publicUrl: config.publicUrl,
    secretKey: config.secretKey,
    uploadLimits: config.uploadLimits,
    works: false,
    clock,
    onError: (error) => log.error({ error: error.message }, 'database'),
  })
  const server = await listen(
    await openSite(config, store, { clock, log, measures: measureTogether(store) }),
    config,
  )
  process.on('SIGTERM', async () => {
    await closeServer(server)
    await store.close()
    process.exit(0)
  })
}
