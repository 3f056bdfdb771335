import { beforeAll, describe, expect, test } from 'vitest'
import { saveSettings } from '#capabilities/cities/index.ts'
import { system } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { importJobs } from './jobs.ts'
import { checkFile, csv, type Desk, runImport } from './world.fixture.ts'

let desk: Desk
let other: Desk

beforeAll(async () => {
  const store = await openTestStore()
  const open = async (town: TestCity): Promise<Desk> => ({
    town,
    office: await town.person('見本 窓口', ['office', 'city_admin']),
  })
  desk = await open(await openTestCity(store, 'kamakura'))
  other = await open(await openTestCity(store, 'chigasaki'))
})

const list = (name: string) => csv('名称,住所', `${name}館,${name}町1`)

/** Purges as the queue does: the bytes are forgotten in a job of their own, after the commit. */
const purge = async ({ town }: Desk, now: Date): Promise<readonly string[]> => {
  const sent: string[] = []
  const jobs = {
    send: async (_: unknown, name: string, data: Readonly<Record<string, unknown>> = {}) => {
      expect(name).toBe('imports.forget-bytes')
      sent.push(...(data.sha256 as string[]))
    },
  }
  const run = (name: string, data: Record<string, unknown>) =>
    town.as(
      system(`job:${name}`),
      (scope) =>
        importJobs
          .find((job) => job.name === name)!
          .run({ ...scope, outside: { ...scope.outside, jobs } } as never, data, {
            mail: undefined,
          }),
      now,
    )
  await run('imports.purge', {})
  await run('imports.forget-bytes', { sha256: sent })
  return sent
}

const isKept = ({ town }: Desk, sha256: string): Promise<boolean> =>
  town.store.outside.files.get(sha256).then(
    () => true,
    () => false,
  )

const give = async (at: Desk, bytes: Uint8Array) => {
  const { one } = await checkFile(at, { name: 'a.csv', bytes, kind: 'facilities' })
  await runImport(at, one)
  return one
}

describe('古くなった取込のファイル', () => {
  test('365日をすぎると中身も消え、空いた分は市の量から引かれる', async () => {
    const one = await give(desk, list('消える'))
    const room = () =>
      desk.town.as(desk.office, async (scope) =>
        Number(
          (
            await scope.db
              .selectFrom('file_totals')
              .select('bytes')
              .where('city_id', '=', scope.city.id)
              .executeTakeFirstOrThrow()
          ).bytes,
        ),
      )
    const before = await room()
    await purge(desk, new Date('2027-11-19T01:00:00Z'))
    expect(await isKept(desk, one.sha256)).toBe(true)
    await purge(desk, new Date('2027-11-22T01:00:00Z'))
    expect(await isKept(desk, one.sha256)).toBe(false)
    expect(before - (await room())).toBe(list('消える').length)
  })

  test('同じ中身のファイルをほかの市が持っている間は、中身は消えない', async () => {
    const one = await give(desk, list('同じ'))
    await give(other, list('同じ'))
    await purge(desk, new Date('2027-11-22T01:00:00Z'))
    expect(await isKept(desk, one.sha256)).toBe(true)
    await purge(other, new Date('2027-11-22T01:00:00Z'))
    expect(await isKept(desk, one.sha256)).toBe(false)
  })

  test('今日もう一度とどけられた中身は、名前がまだなくても消えない', async () => {
    const sha256 = await desk.town.store.outside.files.put(Buffer.from('きょうの中身'))
    await desk.town.store.outside.forgetBytes([sha256], new Date())
    expect(await isKept(desk, sha256)).toBe(true)
    await desk.town.store.outside.forgetBytes([sha256], new Date(Date.now() + 2 * 86_400_000))
    expect(await isKept(desk, sha256)).toBe(false)
  })

  test('残しておく日数は、市が決められる', async () => {
    await desk.town.as(system('tests'), (scope) => saveSettings(scope, { importKeptDays: 30 }))
    const one = await give(desk, list('三十日'))
    await purge(desk, new Date('2026-12-19T01:00:00Z'))
    expect(await isKept(desk, one.sha256)).toBe(true)
    await purge(desk, new Date('2026-12-22T01:00:00Z'))
    expect(await isKept(desk, one.sha256)).toBe(false)
    await desk.town.as(system('tests'), (scope) => saveSettings(scope, { importKeptDays: 365 }))
  })
})

test('報告のCSVは、2,000行ずつ読んで送り、全部をためない', async () => {
  const { openTestSite, openBrowser } = await import('#tests/world/site.ts')
  const { testNow } = await import('#tests/world/city.ts')
  const rows = Array.from({ length: 4_500 }, (_, at) => `送る${at}号館,送る町${at}`)
  const bytes = csv('名称,住所', ...rows)
  const { one } = await checkFile(desk, { name: '長い.csv', bytes, kind: 'facilities' })
  const site = await openTestSite(desk.town.store, () => testNow)
  const browser = openBrowser(site)
  const slug = desk.town.key.slug
  await browser.post(`/${slug}/sample-people`, { account: desk.office.accountId })
  const response = await browser.get(`/${slug}/desk/imports/${one.id}/report.csv`)
  expect(response.status).toBe(200)
  const pieces: number[] = []
  const parts: Uint8Array[] = []
  const reader = response.body!.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    pieces.push(value.length)
    parts.push(value)
  }
  expect(pieces).toHaveLength(3)
  const text = Buffer.concat(parts).toString('utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(text.match(/\ufeff/g)).toHaveLength(1)
  expect(text.trim().split('\r\n')).toHaveLength(4_501)
  expect(text).toContain('送る4499号館')
  expect(response.headers.get('cache-control')).toContain('no-store')
})
