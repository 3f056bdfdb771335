import { CompiledQuery, sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import type { Scope } from './scope.ts'
import { assertWriting } from './scope.ts'

/** What a job is told. The city is always part of it, so that it can never run with another city's settings. */
export type JobData = { readonly cityId: number; readonly citySlug: string } & Readonly<
  Record<string, unknown>
>

export type JobQueue = {
  /** Puts a job on the queue in the transaction of the change: it exists if, and only if, the change does. */
  send(
    scope: Scope,
    name: string,
    data?: Record<string, unknown>,
    options?: { readonly startAfter?: Date },
  ): Promise<void>
  /**
   * Runs `handler` for each job of that name, one at a time; throwing puts the job back for a later try.
   * What {@link JobQueue.repeat} brings has no data.
   */
  work(name: string, handler: (data: JobData | undefined) => Promise<void>): Promise<void>
  /** Brings a job of that name whenever the cron line, read in Tokyo time, comes due. */
  repeat(name: string, cron: string): Promise<void>
  /** How many jobs of each name wait, run, or were given up. */
  count(): Promise<readonly JobCount[]>
  close(): Promise<void>
}

/** Jobs of one name in one state: `created`, `retry` (waiting), `active` or `failed`. */
export type JobCount = { readonly name: string; readonly state: string; readonly count: number }

// A mail server may be away over a long weekend: the waits grow to a quarter of an hour, for four days.
const queueOptions = {
  retryLimit: 400,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 900,
  expireInSeconds: 600,
}

/** What jobs of that name are told that still wait or run in this city; one that was given up is not among them. */
export const listLiveJobs = async (scope: Scope, name: string): Promise<readonly JobData[]> => {
  const { rows } = await sql<{ data: JobData }>`
    SELECT data FROM pgboss.job WHERE name = ${name} AND state IN ('created', 'retry', 'active')
      AND (data->>'cityId')::int = ${scope.city.id}`.execute(scope.db)
  return rows.map((row) => row.data)
}

/** Creates the queue's own tables and the queues named, as the owner; the app role may then use them. */
export const installJobs = async (ownerUrl: string, names: readonly string[]): Promise<void> => {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    for (const name of names) {
      await boss.createQueue(name, queueOptions)
      // A queue that an earlier version made keeps its options until told otherwise.
      await boss.updateQueue(name, queueOptions)
    }
    await boss.getDb().executeSql(
      `GRANT USAGE ON SCHEMA pgboss TO tsunagu_app;
       GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO tsunagu_app;
       GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA pgboss TO tsunagu_app;
       GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO tsunagu_app`,
    )
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** A queue that only takes jobs in; the workers of another process run them. */
const sendIn =
  (boss: PgBoss): JobQueue['send'] =>
  async (scope, name, data = {}, options = {}) => {
    assertWriting(scope)
    const db = {
      executeSql: async (text: string, values: unknown[] = []) => {
        const result = await scope.db.executeQuery(CompiledQuery.raw(text, values))
        return { rows: result.rows as never[] }
      },
    }
    const id = await boss.send(
      name,
      { ...data, cityId: scope.city.id, citySlug: scope.city.slug },
      { db, ...(options.startAfter ? { startAfter: options.startAfter } : {}) },
    )
    if (!id) throw new Error(`The job ${name} was not taken by the queue.`)
  }

/**
 * Opens the queue with the app role.
 * @param works false for a process that only sends (a second web worker, a command)
 */
export const openJobs = async (
  url: string,
  options: {
    readonly role?: string
    readonly works: boolean
    readonly onError: (error: Error) => void
  },
): Promise<JobQueue> => {
  const boss = new PgBoss({
    connectionString: url,
    max: options.works ? 4 : 2,
    migrate: false,
    createSchema: false,
    supervise: options.works,
    schedule: options.works,
    ...(options.role ? { options: `-c role=${options.role}` } : {}),
  })
  boss.on('error', options.onError)
  await boss.start()
  return {
    send: sendIn(boss),
    work: async (name, handler) => {
      // One at a time, and without a pause as long as there are more.
      const options = { batchSize: 1, burstWhenBatchFull: true, pollingIntervalSeconds: 1 }
      await boss.work<JobData | null>(name, options, async (jobs) => {
        for (const job of jobs) await handler(job.data ?? undefined)
      })
    },
    repeat: (name, cron) => boss.schedule(name, cron, null, { tz: 'Asia/Tokyo', missed: 'once' }),
    count: async () => {
      const { rows } = await boss.getDb().executeSql(
        `SELECT name, state::text AS state, count(*)::int AS count FROM pgboss.job
           WHERE state IN ('created', 'retry', 'active', 'failed') AND name NOT LIKE '\\_\\_%'
           GROUP BY name, state ORDER BY name, state`,
      )
      return rows as JobCount[]
    },
    close: () => boss.stop({ graceful: true, timeout: 5_000 }),
  }
}
