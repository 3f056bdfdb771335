import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '#data/scope.ts'
import { visitor } from '#kernel/actor.ts'
import { languages } from '#kernel/bilingual.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { countQueries } from '#tests/world/counted-scope.ts'
import { openBrowser, openTestSite } from '#tests/world/site.ts'
import { emptyForm } from '#web/form-data.ts'
import { checkHtml } from '#web/html/check-html.ts'
import type { PageRequest } from '#web/route.ts'
import { searchEntries } from '../publishing/index.ts'
import { importPlan } from './actions/import.ts'
import { planOf, plansOf } from './presets.fixture.ts'
import { listItems } from './queries/items.ts'
import { findPlan } from './queries/plans.ts'
import { planRoutes } from './routes/index.ts'

const presets = ['kamakura', 'yamaguchi', 'kamagaya', 'chigasaki'] as const
const cities = new Map<string, TestCity>()
let site: Hono

beforeAll(async () => {
  const store = await openTestStore()
  for (const preset of presets) cities.set(preset, await openTestCity(store, preset))
  site = await openTestSite(store, () => testNow)
})

const read = async (preset: string, path: string): Promise<string> => {
  const response = await openBrowser(site).get(`/${cities.get(preset)!.key.slug}${path}`)
  expect([path, response.status]).toEqual([path, 200])
  const html = await response.text()
  expect([path, checkHtml(html)]).toEqual([path, []])
  return html
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const statusOf = async (preset: string, path: string): Promise<number> =>
  (await openBrowser(site).get(`/${cities.get(preset)!.key.slug}${path}`)).status

test.each(presets)('%s の計画のページは、二つの言語で見られる', async (preset) => {
  for (const lang of languages) {
    const list = await read(preset, `/plans?lang=${lang}`)
    const ids = [...list.matchAll(/\/plans\/([a-z0-9-]+)"/g)].map(([, id]) => id!)
    expect(ids.length).toBeGreaterThan(0)
    for (const id of new Set(ids)) await read(preset, `/plans/${id}?lang=${lang}`)
  }
})

test('計画のページのリンクは、どの番号の項目にも届く', async () => {
  const plan = await read('yamaguchi', '/plans/plan')
  const links = new Set(
    [...plan.matchAll(/href="\/[^"/]+(\/plans\/plan\/items\/[^"]+)"/g)].map(([, path]) => path!),
  )
  expect(links.size).toBe(73)
  for (const link of [...links].filter((_, at) => at % 9 === 0)) await read('yamaguchi', link)
  const item = await read('yamaguchi', `/plans/plan/items/${encodeURIComponent('Ⅲ-(2)-②')}`)
  expect(item).toContain('Ⅱ-(4)-① をもう一度掲げた項目です')
  expect(item).toContain(`href="/${cities.get('yamaguchi')!.key.slug}/plans/plan/items/%E2%85%A2"`)
})

test('素案と決定した指針は、項目ごと、数字ごとに比べられる', async () => {
  const html = await read('kamakura', '/plans/guideline/compare/guideline-draft')
  expect(html).toContain('素案（第1版）から決定（第2版）への変更')
  // 23の施策が加わり、なくなった項目はない。数字は102から103、384から390へ。
  expect(html).toMatch(/加わった項目<\/a><\/th><td[^>]*>23</)
  expect(html).toMatch(/なくなった項目<\/th><td[^>]*>0</)
  for (const figure of ['102団体', '103団体', '384団体', '390団体', '60件', '75件', '31件', '35件'])
    expect(html).toContain(figure)
  const added = await read(
    'kamakura',
    '/plans/guideline/compare/guideline-draft?kind=added&level=measure',
  )
  expect(added).toContain('23項目を示しています')
  await read('kamakura', '/plans/guideline/compare/guideline-draft?lang=en')
})

test('新しい版が先、同じ計画の版どうしでなければ、比較のページはない', async () => {
  for (const path of [
    '/plans/guideline-draft/compare/guideline',
    '/plans/guideline/compare/guideline',
    '/plans/guideline/compare/none',
    "/plans/guideline/compare/'",
  ])
    expect([path, await statusOf('kamakura', path)]).toEqual([path, 404])
  expect(await statusOf('chigasaki', '/plans/direction/compare/comprehensive-plan')).toBe(404)
})

test('前の版は公開したときのまま読め、新しい版に導く。一覧には新しい版が並ぶ', async () => {
  const old = await read('kamakura', '/plans/guideline-draft')
  expect(old).toContain('新しい版があります')
  expect(old).toContain('/plans/guideline/compare/guideline-draft')
  expect(await read('kamakura', '/plans/guideline')).not.toContain('新しい版があります')
  expect(await read('kamagaya', '/plans/plan')).toContain('/plans/plan/compare/previous-plan')
  expect(await read('yamaguchi', '/plans/plan')).not.toContain('この計画の版')
})

test.each(presets)(
  '%s のどの計画も、全文で読むと、印刷されたすべてが1ページにある',
  async (preset) => {
    for (const plan of plansOf(preset)) {
      const full = await read(preset, `/plans/${plan.id}?view=full`)
      const texts = plan.items
        .filter(({ aliasOf }) => aliasOf === undefined)
        .flatMap((item) => [
          item.title,
          item.purpose,
          item.present,
          item.content,
          item.completion,
          ...item.points,
          ...item.actors,
          ...item.flags,
        ])
      const shown = texts.flatMap((text) => (text ? [text.ja] : []))
      const printed = [
        ...shown,
        ...plan.items.flatMap(({ no, departmentsAsPrinted = '' }) => [
          no,
          ...departmentsAsPrinted.split('・'),
        ]),
        ...plan.figures.flatMap(({ label, value }) => [label.ja, value]),
        ...[...plan.classes, ...plan.marks, ...plan.grades].map(({ label }) => label.ja),
      ]
      expect(shown.length).toBeGreaterThanOrEqual(plan.items.length - 5)
      expect([plan.id, printed.filter((text) => !full.includes(escaped(text)))]).toEqual([
        plan.id,
        [],
      ])
      expect(full.includes('印刷されていない一文')).toBe(false)
    }
  },
)

test('題名だけで読むページは、全文より短い', async () => {
  const [short, full] = [
    await read('yamaguchi', '/plans/plan'),
    await read('yamaguchi', '/plans/plan?view=full'),
  ]
  expect(short.length).toBeLessThan(full.length * 0.8)
})

test('しぼりこみは、アドレスだけで決まる', async () => {
  expect(await read('kamakura', '/plans/guideline?class=Ⅰ')).toContain('6項目が当てはまります')
  expect(await read('kamakura', '/plans/guideline?class=%22%3E%3Cb%3E')).toContain(
    '当てはまる項目はありません',
  )
})

test('ない計画、ない項目は404', async () => {
  for (const path of [
    '/plans/none',
    '/plans/%00',
    "/plans/'",
    '/plans/guideline/items/none',
    '/plans/guideline/items/%00',
    '/plans/guideline/items/%E2',
    `/plans/${'a'.repeat(5_000)}`,
  ])
    expect([path, await statusOf('kamakura', path)]).toEqual([path, 404])
})

const requestOf = (
  scope: Scope,
  here: TestCity,
  params: Readonly<Record<string, string>>,
): PageRequest => ({
  scope,
  city: here.city,
  site: { publicUrl: '', css: '', js: '', sampleWorld: false, cities: () => [] },
  language: 'ja',
  path: '/',
  params,
  query: new URLSearchParams(),
  form: emptyForm,
  person: undefined,
  sessionToken: undefined,
  address: '',
})

const everyones = planRoutes([]).filter((route) => route.method === 'GET' && route.kept)

test.each(everyones.map((route) => [route.path, route] as const))(
  '%s の問い合わせは5つまで',
  async (_, route) => {
    const here = cities.get('kamakura')!
    const count = await here.as(visitor, async (scope) => {
      const counted = countQueries(scope)
      const params = { id: 'guideline', no: '6-(1)-0-1', other: 'guideline-draft' }
      await route.handle(requestOf(counted.scope, here, params))
      return counted.count()
    })
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThanOrEqual(5)
  },
)

describe('計画を取り込むと', () => {
  test('ファイルのとおりに、項目・担当課（印刷の順）・印が読み出せる', async () => {
    for (const [preset, id] of [
      ['yamaguchi', 'plan'],
      ['kamagaya', 'previous-plan'],
    ] as const) {
      const { items: expected } = planOf(preset, id)
      const items = await cities.get(preset)!.as(visitor, (scope) => listItems(scope, id))
      expect(items).toEqual(expected)
    }
  })

  test('同じ計画をもう一度取り込むと置きかわり、なくなった項目は見つからない', async () => {
    const here = cities.get('chigasaki')!
    const plan = planOf('chigasaki', 'direction')
    const find = (query: string) =>
      here.as(visitor, async (scope) => (await searchEntries(scope, { query })).total)
    expect(await find('「協働推進事業の開始」')).toBeGreaterThan(0)
    const items = plan.items.filter((item) => !item.title.ja.includes('協働推進事業の開始'))
    await here.as(visitor, (scope) =>
      importPlan(scope, { ...plan, title: { ja: '新しい方向性', en: 'New' }, items }, here.city),
    )
    expect(await find('「協働推進事業の開始」')).toBe(0)
    const saved = await here.as(visitor, (scope) => findPlan(scope, 'direction'))
    expect(saved?.title.ja).toBe('新しい方向性')
    expect(await here.as(visitor, (scope) => listItems(scope, 'direction'))).toHaveLength(
      items.length,
    )
    expect(await find('新しい方向性')).toBeGreaterThan(0)
  })

  test('行き先のない参照があれば、何も変わらない', async () => {
    const here = cities.get('kamagaya')!
    const plan = structuredClone(planOf('kamagaya', 'plan'))
    plan.items[1]!.parent = 'none'
    await expect(here.as(visitor, (scope) => importPlan(scope, plan, here.city))).rejects.toThrow(
      'parent none is missing',
    )
    expect(await here.as(visitor, (scope) => listItems(scope, 'plan'))).toHaveLength(58)
  })
})
