import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { capabilities } from '#capabilities/registry.ts'
import { system } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { openBrowser, openTestSite } from '#tests/world/site.ts'
import type { Dataset } from '#web/dataset.ts'
import { readStory, tellStory } from '../../sample/index.ts'
import { faultsOfFile, recordsOf } from './machine-readable.fixture.ts'
import { columnsOf } from './table.ts'

const datasets = capabilities.flatMap((capability) => capability.datasets ?? [])
const presets = ['kamakura', 'yamaguchi', 'kamagaya', 'chigasaki'] as const

let site: Hono
const cities = new Map<string, TestCity>()

beforeAll(async () => {
  const store = await openTestStore()
  for (const preset of presets) cities.set(preset, await openTestCity(store, preset))
  const sample = await openTestCity(store, 'chigasaki')
  const story = await readStory('chigasaki')
  await sample.as(system('operator'), (scope) => tellStory(scope, sample.city, story))
  cities.set('見本の世界', sample)
  site = await openTestSite(store, () => testNow)
})

const download = async (city: City, file: string): Promise<Uint8Array> => {
  const answer = await openBrowser(site).get(`/${city.slug}/open-data/${file}`)
  expect([file, answer.status]).toEqual([file, 200])
  return new Uint8Array(await answer.arrayBuffer())
}

/** Codes in a column that its code table does not explain. */
const strangeCodes = (
  records: ReturnType<typeof recordsOf>,
  dataset: Dataset,
  city: City,
): string[] =>
  dataset.columns.flatMap(({ code, codes }) => {
    const known = new Set(codes?.entries(city).map((entry) => entry.code))
    const used = [...new Set(records.map((record) => record[code] ?? ''))]
    return codes ? used.filter((one) => one !== '' && !known.has(one)) : []
  })

describe.each([...presets, '見本の世界'])('%s', (name) => {
  test.each(datasets)('$code は機械可読性ルールに合い、件数と記号が合う', async (dataset) => {
    const { city } = cities.get(name)!
    const bytes = await download(city, `${dataset.code}.csv`)
    expect(faultsOfFile(bytes, dataset)).toEqual([])
    const records = recordsOf(bytes, dataset)
    expect(records.every((record) => record.local_government_code === city.code)).toBe(true)
    expect(strangeCodes(records, dataset, city)).toEqual([])
    const json = JSON.parse(new TextDecoder().decode(await download(city, `${dataset.code}.json`)))
    expect(json.records).toHaveLength(records.length)
    for (const record of json.records)
      expect(Object.keys(record)).toEqual(columnsOf(dataset).map(({ code }) => code))
    const asked = await openBrowser(site).get(
      `/${city.slug}/api/3/action/package_show?id=${city.slug}-${dataset.code}`,
    )
    const { result } = (await asked.json()) as {
      result: { extras: { key: string; value: string }[]; metadata_modified: string }
    }
    const counted = result.extras.find(({ key }) => key === 'records')?.value
    expect(counted).toBe(String(records.length))
    expect(result.metadata_modified).toMatch(/^\d{4}-\d\d-\d\dT/)
  })
})

test('見本の世界では、どのデータにも中身があるので、検査は何かを見ている', async () => {
  const { city } = cities.get('見本の世界')!
  const empty: string[] = []
  for (const dataset of datasets) {
    const records = recordsOf(await download(city, `${dataset.code}.csv`), dataset)
    if (records.length === 0) empty.push(dataset.code)
  }
  // Its plan sets no indicators, and no year of it has been reported on.
  const without = ['indicators', 'plan-marks', 'plan-progress', 'plan-progress-comments']
  expect(empty.filter((code) => !without.includes(code))).toEqual([])
  const { city: other } = cities.get('yamaguchi')!
  for (const code of ['indicators', 'plan-marks']) {
    const dataset = datasets.find((one) => one.code === code)!
    expect(recordsOf(await download(other, `${code}.csv`), dataset).length).toBeGreaterThan(0)
  }
})

test('決まりを破ったファイルは、この検査で見つかる', () => {
  const dataset = datasets.find(({ code }) => code === 'calls')!
  const columns = columnsOf(dataset)
  const names = columns.map(({ name }) => name.ja)
  const row = (cells: Readonly<Record<string, string>>): string =>
    columns.map(({ code }) => cells[code] ?? '').join(',')
  const file = (text: string): Uint8Array => new TextEncoder().encode(text)
  const good = `\ufeff${names.join(',')}\r\n${row({ fiscal_year: '2026', opens_on: '2026-04-01' })}\r\n`
  expect(faultsOfFile(file(good), dataset)).toEqual([])
  const broken = [
    good.slice(1),
    good.replaceAll('\r\n', '\n'),
    good.replace(names[3]!, names[2]!),
    `題名\r\n${good}`,
    good.replace('2026-04-01', '令和8年4月1日'),
    good.replace('2026-04-01', '2026/4/1'),
    good.replace('2026,', '令和8,'),
    `${good}${row({ envelope: '"1,000"' })}\r\n`,
    `${good}${row({ envelope: '1000円' })}\r\n`,
    `${good}${row({ title: '"一行\r\n二行"' })}\r\n`,
    `${good}a,b\r\n`,
  ]
  for (const text of broken)
    expect([text, faultsOfFile(file(text), dataset).length]).not.toContain(0)
})
