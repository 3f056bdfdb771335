import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { installJobs } from '#data/jobs.ts'
import type { CityKey } from '#data/scope.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, type TestCity, testNow } from '#tests/world/city.ts'
import { openLog } from './log.ts'
import { openStore, type Store } from './store.ts'
import { workJob } from './work.ts'

const name = `test.${newId()}`
const { owner, app } = inject('urls')
const ran: CityKey[] = []

let store: Store
let here: TestCity
let there: TestCity

beforeAll(async () => {
  await installJobs(owner, [name])
  store = await openStore({
    urls: { owner, app },
    dataDir: inject('filesFolder'),
    publicUrl: 'http://localhost:3000',
    works: true,
    clock: () => testNow,
    onError: () => undefined,
  })
  here = await openTestCity(store)
  there = await openTestCity(store, 'chigasaki')
  const run = async (scope: { readonly city: CityKey }): Promise<void> => {
    ran.push(scope.city)
  }
  await workJob(
    store,
    { name, every: '10 0 1 1 *', run },
    {
      tools: { mail: undefined },
      log: openLog('silent'),
    },
  )
})
afterAll(() => store.close())

test('決まった時刻の仕事は、東京の時刻で予定される', async () => {
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  const { rows } = await client.query(
    'SELECT cron, timezone FROM pgboss.schedule WHERE name = $1',
    [name],
  )
  await client.end()
  expect(rows).toEqual([{ cron: '10 0 1 1 *', timezone: 'Asia/Tokyo' }])
})

test('その時刻が来ると、どの市でも、その市の名で仕事が行われる', async () => {
  const boss = new PgBoss({ connectionString: owner, max: 1, supervise: false, schedule: false })
  await boss.start()
  await boss.send(name, null)
  await boss.stop({ graceful: false })
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  // One job for each city there is; with those of other tests they are many, so some are still waiting.
  await vi.waitFor(
    async () => {
      const { rows } = await client.query<{ id: number }>(
        "SELECT (data->>'cityId')::int AS id FROM pgboss.job WHERE name = $1 AND data->>'cityId' IS NOT NULL",
        [name],
      )
      const ids = rows.map((row) => row.id)
      expect(ids).toContain(here.key.id)
      expect(ids).toContain(there.key.id)
      expect(ran.length).toBeGreaterThan(0)
    },
    { timeout: 50_000, interval: 200 },
  )
  await client.end()
  expect(ran.every((city) => city.slug !== '')).toBe(true)
})
