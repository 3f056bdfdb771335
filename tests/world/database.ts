import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { removeOwnServer, startOwnServer } from '#data/server/index.ts'
import { type DatabaseUrls, prepareStore } from '../../src/store.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    urls: DatabaseUrls
    filesFolder: string
  }
}

/** Nothing of the tests need outlive a crash: commits do not wait for the disk. */
const hurry = async ({ app }: DatabaseUrls): Promise<void> => {
  const client = new pg.Client({ connectionString: app })
  await client.connect()
  await client.query('ALTER ROLE CURRENT_USER SET synchronous_commit = off')
  await client.end()
}

/** One real PostgreSQL for all tests; they keep apart by each making a city of their own. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'tsunagu-tests-'))
  const server = await startOwnServer({ directory: join(folder, 'data'), log: () => undefined })
  const urls = { owner: server.url('owner'), app: server.url('app') }
  await prepareStore(urls)
  await hurry(urls)
  project.provide('urls', urls)
  project.provide('filesFolder', join(folder, 'files'))
  return async () => {
    await server.stop()
    await removeOwnServer(join(folder, 'data'))
    await rm(folder, { recursive: true, force: true })
  }
}
