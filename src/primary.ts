import cluster from 'node:cluster'
import { RateLimiterClusterMaster } from 'rate-limiter-flexible'
import { assertSameKey } from '#data/key-check.ts'
import type { Config } from './config.ts'
import { openDatabasePlace } from './database-place.ts'
import { openLog } from './log.ts'
import { gatherFigures } from './metrics-shared.ts'
import { prepareSamples, prepareWorld } from './prepare-world.ts'
import { closeServer, listen } from './serve.ts'
import { openSite } from './site.ts'
import { type DatabaseUrls, openStore, prepareStore, type Store } from './store.ts'
import { startWork } from './work.ts'
import { urlsVariable } from './worker.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const startWorkers = (config: Config, urls: DatabaseUrls): (() => Promise<void>) => {
  gatherFigures()
  let stopping = false
  new RateLimiterClusterMaster()
  const fork = () => cluster.fork({ [urlsVariable]: JSON.stringify(urls) })
  for (let i = 0; i < config.workers; i += 1) fork()
  cluster.on('exit', () => {
    if (!stopping) setTimeout(fork, 1_000)
  })
  return async () => {
    stopping = true
    const all = Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? [])
    await Promise.all(
      all.map(
        (worker) =>
          new Promise<void>((resolve) => {
            worker.once('exit', () => resolve())
            worker.process.kill('SIGTERM')
          }),
      ),
    )
  }
}

const serveHere = async (
  config: Config,
  store: Store,
  around: { clock: () => Date; log: ReturnType<typeof openLog> },
): Promise<() => Promise<void>> => {
  const server = await listen(await openSite(config, store, around), config)
  return () => closeServer(server)
}

const greet = (config: Config): void => {
  say(`つなぐ  ${config.publicUrl}`)
  if (config.sampleWorld) {
    say('見本の世界です。市のページの「ログイン」から、見本の人になって試せます。')
    say(
      'This is the sample world: open a city, choose ログイン / Sign in, and enter as a sample person.',
    )
  } else
    say(
      'The first administrator is made with: bin/tsunagu user create --city <slug> --email <address> --role city_admin',
    )
  say('Ctrl-C で終わります / stops with Ctrl-C')
}

/** The process that keeps database and queue, and serves by itself unless several workers are asked for. */
export const runPrimary = async (config: Config, clock: () => Date): Promise<void> => {
  const log = openLog(config.logLevel)
  const place = await openDatabasePlace(config, { log: say, mayJoin: false })
  await prepareStore(place.urls)
  const store = await openStore({
    urls: place.urls,
    dataDir: config.dataDir,
    publicUrl: config.publicUrl,
    secretKey: config.secretKey,
    uploadLimits: config.uploadLimits,
    works: true,
    clock,
    onError: (error) => log.error({ error: error.message }, 'database'),
  })
  await assertSameKey(store.database, store.outside.secrets)
  if (config.sampleWorld) await prepareWorld(store, say)
  const stopWork = await startWork(config, store, log)
  const stopServing =
    config.workers > 1
      ? startWorkers(config, place.urls)
      : await serveHere(config, store, { clock, log })
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    stopWork()
    await stopServing()
    await store.close().catch(() => undefined)
    await place.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void stop())
  // The cities are served while their sample worlds are being made; the greeting comes when one can enter.
  if (config.sampleWorld) await prepareSamples(store, (line) => (stopping ? undefined : say(line)))
  if (!stopping) greet(config)
}
