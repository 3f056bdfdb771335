import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { languages } from '#kernel/bilingual.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { countQueries } from '#tests/world/counted-scope.ts'
import { openBrowser, openTestSite } from '#tests/world/site.ts'
import { emptyForm } from '#web/form-data.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { searchEntries } from '../publishing/index.ts'
import { listIndicators } from './queries/indicators.ts'
import { listStanding } from './queries/values.ts'
import { publicRoutes } from './routes/public-routes.tsx'

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

/** What `seed-trace.md` says: base, intermediate and final target, as printed. */
const printed = {
  yamaguchi: [
    ['kpi-1', '37.5', '45.0', '50.0'],
    ['kpi-2', '10.8', '13.0', '15.0'],
    ['kpi-3', '18.8', '23.0', '30.0'],
    ['kpi-4', '26.0', '30.0', '35.0'],
    ['kpi-5', '26.0', '100', '100'],
  ],
} as const

const codes: Readonly<Record<(typeof presets)[number], readonly string[]>> = {
  kamakura: ['meeting-room-use'],
  yamaguchi: ['kpi-1', 'kpi-2', 'kpi-3', 'kpi-4', 'kpi-5'],
  kamagaya: ['want-to-stay', 'good-to-live-in'],
  chigasaki: [],
}

test.each(presets)('%s の指標は、一覧と一つずつのページが二つの言語で見られる', async (preset) => {
  for (const lang of languages) {
    const list = await read(preset, `/indicators?lang=${lang}`)
    for (const code of codes[preset]) {
      expect(list).toContain(`/indicators/${code}"`)
      await read(preset, `/indicators/${code}?lang=${lang}`)
    }
  }
})

test('山口市の5つの指標は、現状値（H18）・中間目標（H24）・目標（H29）が印刷のとおりである', async () => {
  const { indicators } = await cities
    .get('yamaguchi')!
    .as(visitor, (scope) => listIndicators(scope, 1))
  expect(
    indicators.map(({ code, base, targets }) => [
      code,
      base?.value,
      ...targets.map(({ value }) => value),
    ]),
  ).toEqual(printed.yamaguchi)
  expect(
    indicators.map(({ base, targets }) => [base?.year, ...targets.map(({ year }) => year)]),
  ).toEqual(Array.from({ length: 5 }, () => [2006, 2012, 2017]))
  for (const [code, ...values] of printed.yamaguchi) {
    const html = await read('yamaguchi', `/indicators/${code}`)
    for (const value of values) expect(html).toContain(`${value}%`)
    expect(html).toContain('平成18年度（2006年度）')
  }
})

test('山口市の5番目の指標は、26.0%と19.2%の両方を示し、食い違いを言う', async () => {
  const html = await read('yamaguchi', '/indicators/kpi-5')
  for (const text of ['26.0%', '19.2%', '値の食い違い', '平成20年7月の職員アンケート', '計画の表'])
    expect(html).toContain(text)
  expect(await read('yamaguchi', '/indicators')).toContain('26.0% ⇔ 19.2%')
  expect(await read('yamaguchi', '/indicators/kpi-4')).not.toContain('値の食い違い')
})

test('鎌倉市の会議室の稼働率は「80%以上」で、目標のない指標である', async () => {
  const html = await read('kamakura', '/indicators/meeting-room-use')
  for (const text of ['80%以上', '平成30年度（2018年度）', '目標の定めなし'])
    expect(html).toContain(text)
})

test('鎌ケ谷市の値は、公表された調査の結果から自分で入る（61.4・69.0・71.4、42.7・45.3・52.2）', async () => {
  const values = await cities
    .get('kamagaya')!
    .as(visitor, (scope) => listStanding(scope, codes.kamagaya))
  const told = (code: string) =>
    values.get(code)?.map(({ year, value, origin }) => [year, value, origin])
  expect(told('want-to-stay')).toEqual([
    [2003, '61.4', 'results'],
    [2008, '69.0', 'results'],
    [2013, '71.4', 'results'],
  ])
  expect(told('good-to-live-in')).toEqual([
    [2003, '42.7', 'results'],
    [2008, '45.3', 'results'],
    [2013, '52.2', 'results'],
  ])
  expect(await read('kamagaya', '/indicators/want-to-stay')).toContain('調査の結果から')
})

test('指標のない市は、なぜないかを言う', async () => {
  const html = await read('chigasaki', '/indicators')
  expect(html).toContain('数値目標を定めた計画はありません')
  expect(html).toContain('印刷された指標がありません')
})

test('計画と項目のページから指標へ、指標から計画と項目へ行ける', async () => {
  const { slug } = cities.get('yamaguchi')!.key
  expect(await read('yamaguchi', '/plans/plan')).toContain(`/${slug}/indicators/kpi-1"`)
  const item = await read('yamaguchi', `/plans/plan/items/${encodeURIComponent('Ⅴ-(2)')}`)
  expect(item).toContain(`/${slug}/indicators/kpi-5"`)
  expect(item).not.toContain(`/${slug}/indicators/kpi-1"`)
  const back = await read('yamaguchi', '/indicators/kpi-5')
  expect(back).toContain(`/${slug}/plans/plan/items/${encodeURIComponent('Ⅴ-(2)')}"`)
  expect(await read('yamaguchi', '/plans')).toContain(`/${slug}/indicators"`)
})

test('指標は検索で見つかり、一覧はPDFでも読める', async () => {
  const found = await cities
    .get('yamaguchi')!
    .as(visitor, (scope) => searchEntries(scope, { query: '協働ということを説明できる職員' }))
  expect(found.entries.map(({ kind }) => kind)).toContain('indicator')
  const pdf = await get('yamaguchi', '/indicators.pdf')
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
})

test('ない指標は404', async () => {
  for (const path of ['/indicators/none', '/indicators/%00', "/indicators/'", '/indicators/NONE'])
    expect([path, (await get('yamaguchi', path)).status]).toEqual([path, 404])
})

test.each(publicRoutes.map((route) => [route.path, route] as const))(
  '%s の問い合わせは5つまで',
  async (_, route) => {
    const here = cities.get('yamaguchi')!
    const count = await here.as(visitor, async (scope) => {
      const counted = countQueries(scope)
      await route.handle({
        scope: counted.scope,
        city: here.city,
        site: { publicUrl: '', css: '', js: '', sampleWorld: false, cities: () => [] },
        language: 'ja',
        path: '/',
        params: { code: 'kpi-5' },
        query: new URLSearchParams(),
        form: emptyForm,
        person: undefined,
        sessionToken: undefined,
        address: '',
      })
      return counted.count()
    })
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThanOrEqual(5)
  },
)

describe('市をこえた比較は', () => {
  const readSite = async (path: string): Promise<string> => {
    const response = await openBrowser(site).get(path)
    expect([path, response.status]).toEqual([path, 200])
    const html = await response.text()
    expect([path, checkHtml(html)]).toEqual([path, []])
    return html
  }

  test('共通の定義の一覧と、定義ごとの市の値を、二つの言語で見せる', async () => {
    for (const lang of languages) {
      expect(await readSite(`/indicators?lang=${lang}`)).toContain(
        '/indicators/staff-understanding"',
      )
      await readSite(`/indicators/staff-understanding?lang=${lang}`)
    }
    const html = await readSite('/indicators/staff-understanding')
    expect(html).toContain(`/${cities.get('yamaguchi')!.key.slug}/indicators/kpi-5"`)
    expect(html).toContain('26.0% ⇔ 19.2%（出典により食い違う）')
    expect(html).not.toContain(`/${cities.get('kamagaya')!.key.slug}/indicators`)
  })

  test('測り方がちがう市の、ちがいを言う', async () => {
    const html = await readSite('/indicators/want-to-stay')
    for (const text of ['71.4%', '平成25年度（2013年度）', '答えた人の数が公表されていない'])
      expect(html).toContain(text)
    expect((await openBrowser(site).get('/indicators/none')).status).toBe(404)
  })
})
