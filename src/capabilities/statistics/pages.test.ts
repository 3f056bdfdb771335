import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { languages } from '#kernel/bilingual.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { openBrowser, openTestSite } from '#tests/world/site.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { searchEntries } from '../publishing/index.ts'
import { importStatistics } from './actions.ts'
import { statisticsOf, tableOf } from './presets.fixture.ts'
import { listTables } from './queries.ts'

const presets = ['kamakura', 'yamaguchi', 'kamagaya', 'chigasaki'] as const
const cities = new Map<string, TestCity>()
let site: Hono

beforeAll(async () => {
  const store = await openTestStore()
  for (const preset of presets) cities.set(preset, await openTestCity(store, preset))
  site = await openTestSite(store, () => testNow)
})

const get = (preset: string, path: string): Promise<Response> =>
  openBrowser(site).get(`/${cities.get(preset)!.key.slug}${path}`)

const read = async (preset: string, path: string): Promise<string> => {
  const response = await get(preset, path)
  expect([path, response.status]).toEqual([path, 200])
  const html = await response.text()
  expect([path, checkHtml(html)]).toEqual([path, []])
  return html
}

test.each(presets)('%s の統計は、一覧と表が二つの言語で見られる', async (preset) => {
  const { tables } = statisticsOf(preset)
  for (const lang of languages) {
    const list = await read(preset, `/statistics?lang=${lang}`)
    for (const { id } of tables) expect(list).toContain(`/statistics/${id}"`)
    for (const { id } of tables) await read(preset, `/statistics/${id}?lang=${lang}`)
  }
})

test('出典は、文書の題名で示す', async () => {
  const html = await read('kamakura', '/statistics/joint-proposals')
  expect(html).toContain(
    '市民活動と協働を推進するための指針～つながる鎌倉条例の目的の実現に向けて～ §3(3)',
  )
  expect(html).not.toMatch(/K\d{3}/)
})

test('CSVは、BOMとCRLFのある、保存できるファイルである', async () => {
  const response = await get('kamakura', '/statistics/groups-by-field.csv')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toContain('groups-by-field.csv')
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = new TextDecoder().decode(bytes).split('\r\n')
  const { rows, columns } = tableOf('kamakura', 'groups-by-field')
  // The printed columns, and the one counted now.
  expect(lines).toHaveLength(rows.length * (columns.length + 1) + 2)
})

test('ない表は404', async () => {
  for (const path of ['none', 'none.csv', '.csv', '%00', "'", 'a'.repeat(5_000)])
    expect([path, (await get('kamakura', `/statistics/${path}`)).status]).toEqual([path, 404])
})

test('もう一度取り込むと置きかわり、なくなった表は見つからない', async () => {
  const here = cities.get('yamaguchi')!
  const { tables } = statisticsOf('yamaguchi')
  const find = (query: string) =>
    here.as(
      visitor,
      async (scope) => (await searchEntries(scope, { query, kind: 'statistic' })).total,
    )
  expect(await find('職員アンケート')).toBe(1)
  const left = tables.filter(({ id }) => id !== 'staff-survey-2008')
  await here.as(visitor, (scope) => importStatistics(scope, { tables: left }))
  expect(await find('職員アンケート')).toBe(0)
  expect(await here.as(visitor, listTables)).toEqual(left)
})
