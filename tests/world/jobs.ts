import { sql } from 'kysely'
import { capabilities } from '#capabilities/registry.ts'
import type { Scope } from '#data/scope.ts'
import { system, visitor } from '#kernel/actor.ts'
import type { Capability, Job } from '#web/capability.ts'
import { type TestCity, testNow } from './city.ts'

/** How many rows of the city each table holds, in the order given. */
export const countRows = (scope: Scope, tables: readonly string[]): Promise<number[]> =>
  Promise.all(
    tables.map(async (table) => {
      const { rows } = await sql<{ n: number }>`
        SELECT count(*)::int AS n FROM ${sql.table(table)} WHERE city_id = ${scope.city.id}`.execute(
        scope.db,
      )
      return rows[0]?.n ?? 0
    }),
  )

/** Runs a job that only clears away, so many seconds after the test's own moment. @returns what the tables hold then */
export const countAfter = (
  town: TestCity,
  clearing: { readonly job: Job | undefined; readonly tables: readonly string[] },
  seconds: number,
): Promise<number[]> =>
  town.as(
    visitor,
    async (scope) => {
      await clearing.job?.run(scope, {}, { mail: undefined })
      return countRows(scope, clearing.tables)
    },
    new Date(testNow.getTime() + seconds * 1000),
  )

type Sent = { readonly name: string; readonly data: Record<string, unknown> }

const jobOf = (all: readonly Capability[], name: string) => {
  const job = all.flatMap(({ jobs = [] }) => jobs).find((one) => one.name === name)
  if (!job) throw new Error(`There is no job ${name}.`)
  return job
}

/**
 * Runs a job and, each in a transaction of its own as the queue would, the jobs that it puts on the queue; those
 * of another capability (mails) stay where they are.
 * @returns the jobs that it sent, and what those threw
 */
export const runJob = async (
  town: TestCity,
  name: string,
  now: Date = testNow,
): Promise<{ readonly sent: readonly Sent[]; readonly failed: readonly unknown[] }> => {
  const own = `${name.split('.')[0]}.`
  const run = async (job: string, data: Record<string, unknown>): Promise<readonly Sent[]> => {
    const sent: Sent[] = []
    await town.as(
      system(`job:${job}`),
      (scope) => {
        const send = async (within: Scope, next: string, given: Record<string, unknown> = {}) => {
          if (next.startsWith(own)) sent.push({ name: next, data: given })
          else await scope.outside.jobs.send(within, next, given)
        }
        const outside = { ...scope.outside, jobs: { send } }
        return jobOf(capabilities, job).run({ ...scope, outside }, data, { mail: undefined })
      },
      now,
    )
    return sent
  }
  const sent = await run(name, {})
  const results = await Promise.allSettled(sent.map((one) => run(one.name, one.data)))
  return { sent, failed: results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])) }
}
