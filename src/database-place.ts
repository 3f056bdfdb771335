import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ServerStartError, startOwnServer } from '#data/server/index.ts'
import type { Config } from './config.ts'
import type { DatabaseUrls } from './store.ts'

/** Where the database is, and how to let go of it. `stop` stops the server only when it is ours. */
export type DatabasePlace = { readonly urls: DatabaseUrls; readonly stop: () => Promise<void> }

type PlaceOptions = {
  readonly log: (line: string) => void /** A command may use the server of the running product. */
  readonly mayJoin: boolean
}

const noteOf = (dataDir: string): string => join(dataDir, 'running.json')

const joinRunning = (dataDir: string): DatabasePlace | undefined => {
  try {
    const urls = JSON.parse(readFileSync(noteOf(dataDir), 'utf8')) as DatabaseUrls
    return { urls, stop: async () => undefined }
  } catch {
    return undefined
  }
}

const startOwn = async (config: Config, options: PlaceOptions): Promise<DatabasePlace> => {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 }).catch(() => undefined)
  const server = await startOwnServer({ directory: config.dataDir, log: options.log })
  const urls = { owner: server.url('owner'), app: server.url('app') }
  // Commands find the running server here; only the account that runs the product may read it.
  writeFileSync(noteOf(config.dataDir), JSON.stringify({ ...urls, pid: process.pid }), {
    mode: 0o600,
  })
  return {
    urls,
    stop: async () => {
      rmSync(noteOf(config.dataDir), { force: true })
      await server.stop()
    },
  }
}

/**
 * Finds or starts the database: DATABASE_URL where it is set, the product's own server otherwise.
 * @throws ServerStartError when the own server cannot be started (or joined)
 */
export const openDatabasePlace = async (
  config: Config,
  options: PlaceOptions,
): Promise<DatabasePlace> => {
  if (config.databaseUrl)
    return {
      urls: { owner: config.databaseUrl, app: config.databaseUrl, role: 'tsunagu_app' },
      stop: async () => undefined,
    }
  try {
    return await startOwn(config, options)
  } catch (error) {
    const running =
      options.mayJoin && error instanceof ServerStartError && error.code === 'in-use'
        ? joinRunning(config.dataDir)
        : undefined
    if (running) return running
    throw error
  }
}
