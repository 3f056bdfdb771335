import type { Hono } from 'hono'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { listLiveJobs } from '#data/jobs.ts'
import { readTable } from '#data/tables-in-out/index.ts'
import { type Person, visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { beginExport, exportJob } from './actions/export.ts'
import { importSheets } from './actions/sheets.ts'
import { closeEarly } from './actions/steps.ts'
import type { Sheet } from './answers.ts'
import { surveyJobs } from './jobs.ts'
import { findExport } from './queries/exports.ts'
import { numberShift, packChoices } from './slots.ts'
import { readAnswerTable } from './table.ts'
import { openSurvey, question, surveyOf } from './world.fixture.ts'

let here: TestCity
let site: Hono
let staff: Person

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store)
  site = await openTestSite(store, () => testNow)
  staff = await here.person('事務局 の人', ['office'])
})

const questionnaire = {
  questions: [
    question('go', 'single', {
      choices: ['行く', '行かない'],
      branches: [{ when: [2], to: 'since' }],
    }),
    question('why', 'multiple', { choices: ['近い', '静か', '広い'], dontKnow: true }),
    question('needs', 'matrix', { choices: ['必要', '不要'], rows: ['場所', '資金'] }),
    question('times', 'number'),
    question('since', 'date'),
    question('words', 'text'),
  ],
}

const sheets: readonly Sheet[] = [
  {
    codes: [1, packChoices([1, 3]), 1, 2, numberShift - 4, 20260401, 1],
    texts: [{ slot: 7, text: '佐藤さんが親切でした' }],
  },
  { codes: [2, -2, -2, -2, -2, -1, -1], texts: [] },
  { codes: [1, -3, 2, 2, numberShift, -1, -1], texts: [] },
]

const close = (id: string) =>
  here.as(staff, async (scope) => closeEarly(scope, await surveyOf(here, id), '集まったため'))

const begin = (id: string) =>
  here.as(staff, async (scope) => beginExport(scope, await surveyOf(here, id)))

const run = (name: string, data: object = {}, now = testNow): Promise<void> =>
  here.as(
    visitor,
    (scope) =>
      surveyJobs
        .find((job) => job.name === name)!
        .run(scope, data as Record<string, unknown>, { mail: undefined }),
    now,
  )

const fetchAs = async (id: string, person?: Person): Promise<Response> => {
  const browser = openBrowser(site)
  if (person) await browser.post(`/${here.key.slug}/sample-people`, { account: person.accountId })
  return browser.get(`/${here.key.slug}/surveys/${id}/export/answers.csv`)
}

test('答えの表は締め切ってから出せ、書かれた文は入らず、その表はもとの答えとして取り込める', async () => {
  const id = await openSurvey(here, staff, { questionnaire })
  await here.as(staff, async (scope) => importSheets(scope, await surveyOf(here, id), sheets))
  expect(await begin(id)).toEqual({ ok: false, error: 'still-open' })
  await close(id)
  expect((await begin(id)).ok).toBe(true)
  const bytes = new Uint8Array(await (await fetchAs(id, staff)).arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(text).toContain('表の取り込み,2,非該当,非該当,非該当,非該当,,')
  expect(text).not.toContain('佐藤')
  const file = await readTable(bytes, { name: 'answers.csv' })
  const cells = file.ok
    ? (file.value.tables[0]?.rows ?? []).map((row) => row.cells.map(String))
    : []
  const { rows } = readAnswerTable(questionnaire, cells)
  const codes = (all: readonly (Sheet | undefined)[]) =>
    all.map((sheet) => sheet?.codes.join(' ')).toSorted()
  expect(codes(rows.map(({ sheet }) => sheet))).toEqual(codes(sheets))
})

test('表を受け取れるのは、そのアンケートの担当だけで、7日で消える', async () => {
  const id = await openSurvey(here, staff, { questionnaire })
  await close(id)
  await begin(id)
  const department = here.city.departments[0]!.code
  const other = await here.person('ほかの課 の人', [{ department }])
  expect((await fetchAs(id, staff)).status).toBe(200)
  for (const one of [await fetchAs(id), await fetchAs(id, other)])
    expect(one.headers.get('content-type') ?? '').not.toContain('csv')
  const days = (count: number): Date => new Date(testNow.getTime() + count * 86_400_000 + 1_000)
  await run('surveys.forget-exports', {}, days(6))
  expect((await fetchAs(id, staff)).status).toBe(200)
  await run('surveys.forget-exports', {}, days(7))
  expect((await fetchAs(id, staff)).status).toBe(404)
})

test('2万件より多い答えは、仕事が少しずつ書き、できるまでは受け取れず、1件も抜けない', async () => {
  const id = await openSurvey(here, staff, { questionnaire })
  await here.as(staff, async (scope) => {
    await sql`INSERT INTO survey_answers (city_id, survey_id, id, mode, codes)
      SELECT ${here.key.id}, ${id}, substr(md5(n || ${id}::text), 1, 12), 'import',
        ARRAY[1, -1, -1, -1, ${numberShift}::bigint + n, -1, -1]::bigint[]
      FROM generate_series(1, 40001) AS n`.execute(scope.db)
    await sql`INSERT INTO survey_counts VALUES (${here.key.id}, ${id}, 'import', 40001)`.execute(
      scope.db,
    )
  })
  await close(id)
  await begin(id)
  const jobs = async () =>
    (await here.as(visitor, (scope) => listLiveJobs(scope, exportJob))).filter(
      ({ surveyId }) => surveyId === id,
    ).length
  const rows = () => here.as(visitor, async (scope) => (await findExport(scope, id))?.rows)
  for (const written of [0, 20_000, 40_000]) {
    expect(await rows()).toBe(written)
    expect((await fetchAs(id, staff)).status).toBe(404)
    await run(exportJob, { surveyId: id })
  }
  // 始めの1つと、続きの2つ。最後の仕事は、次を頼まない。
  expect([await rows(), await jobs()]).toEqual([40_001, 3])
  const lines = (await (await fetchAs(id, staff)).text()).trim().split('\r\n')
  const times = new Set(lines.slice(1).map((line) => line.split(',')[5]))
  expect([lines.length, times.size]).toEqual([40_002, 40_001])
})

test('前の表と1件から9件しか違わない表は出せず、10件増えれば出せる', async () => {
  const id = await openSurvey(here, staff, { questionnaire })
  const add = (count: number) =>
    here.as(staff, async (scope) =>
      importSheets(
        scope,
        await surveyOf(here, id),
        Array.from({ length: count }, () => sheets[1]!),
      ),
    )
  await add(12)
  await close(id)
  expect((await begin(id)).ok).toBe(true)
  expect((await begin(id)).ok).toBe(true)
  // Late answers, as after an extension.
  await here.as(staff, async (scope) => {
    await scope.db
      .updateTable('surveys')
      .set({ exported_answers: 3 })
      .where('city_id', '=', here.key.id)
      .where('id', '=', id)
      .execute()
  })
  expect(await begin(id)).toEqual({ ok: false, error: 'few-more' })
  await here.as(staff, async (scope) => {
    await scope.db
      .updateTable('surveys')
      .set({ exported_answers: 2 })
      .where('city_id', '=', here.key.id)
      .where('id', '=', id)
      .execute()
  })
  expect((await begin(id)).ok).toBe(true)
})
