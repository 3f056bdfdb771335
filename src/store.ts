import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { capabilities } from '#capabilities/registry.ts'
import { type Database, type Opening, openDatabase } from '#data/database.ts'
import { openFileStore } from '#data/files.ts'
import { openForgetting } from '#data/forget-bytes.ts'
import { installJobs, type JobQueue, openJobs } from '#data/jobs.ts'
import { assertMigrated, migrate } from '#data/migrate.ts'
import { projectRoot } from '#data/root.ts'
import type { Outside, UploadLimits } from '#data/scope.ts'
import { openSecrets } from '#data/secrets.ts'
import { type Actor, system } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { jobs } from './site-jobs.ts'

/** Addresses of the database: the owner's for migrations, the app role's for everything else. */
export type DatabaseUrls = { readonly owner: string; readonly app: string; readonly role?: string }

/** The opened database, files and queue, as requests, jobs and commands use them. */
export type Store = {
  readonly database: Database
  readonly jobs: JobQueue
  readonly outside: Outside
  /** What a transaction of that city is opened with. */
  readonly opening: (city: Opening['city'], actor?: Actor) => Opening
  readonly close: () => Promise<void>
}

export type StoreOptions = {
  readonly urls: DatabaseUrls
  readonly dataDir: string
  readonly publicUrl: string
  /** The key of this installation, instead of the one in the data directory. */
  readonly secretKey?: string | undefined
  readonly uploadLimits?: UploadLimits | undefined
  /** True in the one process that works the queue. */
  readonly works: boolean
  readonly clock: () => Date
  readonly onError: (error: Error) => void
}

/** 300 MB by one account within 24 hours; 20 GB in one city. */
export const defaultUploadLimits: UploadLimits = {
  perAccountDay: 300 * 1024 ** 2,
  perCity: 20 * 1024 ** 3,
}

const announceTo = (): Outside['announce'] => {
  const listeners = capabilities.flatMap((capability) => capability.listeners ?? [])
  return async (scope, event) => {
    for (const listener of listeners)
      if (listener.event === event.name) await listener.hear(scope, event)
  }
}

/** Brings the schema and the queues up to date. @returns the migrations applied now */
export const prepareStore = async (urls: DatabaseUrls): Promise<string[]> => {
  const applied = await migrate(urls.owner, join(projectRoot(), 'migrations'))
  await installJobs(
    urls.owner,
    jobs.map((job) => job.name),
  )
  return applied
}

/** Refuses a database that is not up to date; changes nothing. @throws MigrationError */
export const assertPrepared = (urls: DatabaseUrls): Promise<void> =>
  assertMigrated(urls.owner, join(projectRoot(), 'migrations'))

/** Opens what every process needs: the pool of the app role, the files, the queue. */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  const role = options.urls.role ? { role: options.urls.role } : {}
  const database = openDatabase(options.urls.app, { ...role, onError: options.onError })
  const queue = await openJobs(options.urls.app, {
    ...role,
    works: options.works,
    onError: options.onError,
  })
  const folder = join(options.dataDir, 'files')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files = openFileStore(folder)
  const opening: Store['opening'] = (city, actor = system('operator')) => ({
    city,
    actor,
    now: options.clock(),
    requestId: newId(),
    outside,
  })
  const outside: Outside = {
    jobs: queue,
    files,
    forgetBytes: openForgetting(database, files, (city) => opening(city)),
    secrets: await openSecrets(options.dataDir, options.secretKey),
    uploadLimits: options.uploadLimits ?? defaultUploadLimits,
    publicUrl: options.publicUrl,
    announce: announceTo(),
  }
  return {
    database,
    jobs: queue,
    outside,
    opening,
    close: async () => {
      await queue.close()
      await database.close()
    },
  }
}
