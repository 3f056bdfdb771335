import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { listLiveJobs } from '#data/jobs.ts'
import { languages } from '#kernel/bilingual.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { keyIn, openBrowser, openTestSite } from '#tests/world/site.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { statisticsOf } from '../statistics/presets.fixture.ts'
import { getSurvey } from '../surveys/index.ts'
import { makeTabulation } from './actions/make.ts'
import { publishTabulation } from './actions/publish.ts'
import { makeJob } from './jobs.ts'
import { saveSettings } from './queries/settings.ts'
import { getTabulation } from './queries/tabulations.ts'
import { sentences } from './sentences.ts'
import { defaultSettings } from './tabulation.ts'
import { addSheets, draftSheets, openSurvey } from './world.fixture.ts'

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

/** Words and numbers of a page, one space between them. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[a-z]+;/g, ' ')
    .replace(/\s+/g, ' ')

/** A survey of 102 answers, counted by age and published. @returns its id */
const publishOne = async (town: TestCity): Promise<string> => {
  const office = await town.person('見本 事務局', ['office'])
  const id = await openSurvey(town, office)
  await town.as(office, async (scope) => {
    await addSheets(scope, id, draftSheets)
    await saveSettings(scope, id, { ...defaultSettings(['open']), axes: [1] })
    await makeTabulation(scope, id, '')
    const head = await getTabulation(scope, id, 1)
    await publishTabulation(scope, await getSurvey(scope, id), { head, keepsOriginals: true })
  })
  return id
}

const printed = [
  ['kamakura', 'groups-2019'],
  ['kamagaya', 'citizens-2013'],
  ['yamaguchi', 'staff-2008'],
] as const

test('2万件をこえる集計は仕事になり、できる前にもう一度押しても、頼むのは1つだけである', async () => {
  const town = cities.get('yamaguchi')!
  const office = await town.person('見本 事務局', ['office'])
  const id = await openSurvey(town, office)
  const counts = { city_id: town.key.id, survey_id: id, mode: 'open', answers: 20_001 }
  await town.as(office, (scope) => scope.db.insertInto('survey_counts').values(counts).execute())
  const browser = openBrowser(site)
  await browser.post(`/${town.key.slug}/sample-people`, { account: office.accountId })
  const path = `/${town.key.slug}/surveys/${id}/tabulations`
  const press = async () => {
    const html = await (await browser.get(path)).text()
    return browser.post(path, { idempotency_key: keyIn(html), reason: '' })
  }
  for (const sent of [await press(), await press()])
    expect(sent.headers.get('location')).toContain('done=queued')
  const jobs = await town.as(office, (scope) => listLiveJobs(scope, makeJob))
  expect(jobs.filter(({ surveyId }) => surveyId === id)).toHaveLength(1)
})

describe('市が公表した調査', () => {
  test.each(printed)('%s の結果は、二つの言語で見られる', async (preset, code) => {
    for (const lang of languages) {
      const list = await read(preset, `/survey-results?lang=${lang}`)
      expect(list).toContain(`/surveys/${code}/results"`)
      await read(preset, `/surveys/${code}/results?lang=${lang}`)
    }
  })

  test.each(printed)('%s の結果は、統計に印刷されたとおりの割合を載せる', async (preset, code) => {
    const text = textOf(await read(preset, `/surveys/${code}/results`))
    const html = await read(preset, `/surveys/${code}/results`)
    const tables = statisticsOf(preset).tables.filter(({ id }) =>
      html.includes(`/statistics/${id}"`),
    )
    const cells = tables.flatMap(({ rows }) =>
      rows.flatMap((row) => row.cells.flatMap(({ printed }) => printed ?? [])),
    )
    expect(cells.length).toBeGreaterThan(4)
    for (const cell of cells) expect(text).toContain(cell)
  })

  test('鎌倉市は271件・263.1％と標本誤差±8.3、鎌ケ谷市は計の61.4・69.0・71.4を載せる', async () => {
    const kamakura = textOf(await read('kamakura', '/surveys/groups-2019/results'))
    expect(kamakura).toContain('271件、n=103に対して263.1％')
    expect(kamakura).toContain('±8.3ポイント')
    const kamagaya = textOf(await read('kamagaya', '/surveys/citizens-2013/results'))
    expect(kamagaya).toContain('61.4 69.0 71.4')
    expect(kamagaya).toContain('42.7 45.3 52.2')
  })

  test('CSVはBOMで始まり、Excelと報告書もその場で受け取れる', async () => {
    const path = '/surveys/groups-2019/results'
    const csv = await get('kamakura', `${path}/tables.csv`)
    const bytes = new Uint8Array(await csv.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain('単純集計,表1')
    expect(text).toContain(',36,103,35.0,')
    const excel = await get('kamakura', `${path}/tables.xlsx`)
    expect(new TextDecoder().decode((await excel.arrayBuffer()).slice(0, 2))).toBe('PK')
    const pdf = await get('kamakura', `${path}/report.pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    const report = new TextDecoder('latin1').decode(await pdf.arrayBuffer())
    expect(report.slice(0, 5)).toBe('%PDF-')
    expect(report).toContain('/StructTreeRoot')
  })

  test('クロス集計は軸ごとのページにあり、結果のページからどの問いの表へも行ける', async () => {
    const { key } = cities.get('kamakura')!
    const id = await publishOne(cities.get('kamakura')!)
    const results = await read('kamakura', `/surveys/${id}/results`)
    const ways = [...results.matchAll(/href="([^"]*crosses[^"]*)"/g)].map(([, href = '']) => href)
    expect(ways.length).toBeGreaterThan(1)
    expect(results).not.toContain('id="cross-')
    for (const lang of languages) {
      const page = await read('kamakura', `/surveys/${id}/results/crosses?axis=1&lang=${lang}`)
      for (const way of ways) {
        expect(way).toContain(`/${key.slug}/surveys/${id}/results/crosses?axis=1#`)
        expect(page).toContain(`id="${way.split('#')[1]}"`)
      }
      // 80歳以上で住みにくいと答えた2人は、ここにも出ない。
      expect(page).toContain('id="cross-q2-1"')
      expect(page).toContain(sentences[lang].hiddenMeaning)
    }
    expect(await read('kamakura', `/surveys/${id}/results/crosses`)).toContain('このクロス集計は')
  })

  test('ない調査の結果は404になる', async () => {
    for (const id of ['nothing', '000000000000', 'a'.repeat(80)])
      expect((await get('kamakura', `/surveys/${id}/results`)).status).toBe(404)
  })
})
