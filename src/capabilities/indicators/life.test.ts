import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '#data/root.ts'
import { type Person, system, visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { type Browser, openBrowser, openTestSite } from '#tests/world/site.ts'
import { signIn } from '../proposals/world.fixture.ts'
import { adoptDefinition } from './actions/adopt.ts'
import { fillIndicator } from './actions/fill.ts'
import { loadIndicators } from './actions/load.ts'
import { beginIndicator } from './actions/record.ts'
import { withdrawValue } from './actions/values.ts'
import { counters } from './counters.ts'
import type { Actual } from './indicator.ts'
import { indicatorsPreset } from './preset.ts'
import { findIndicator, lockIndicator } from './queries/indicators.ts'
import { listHistory } from './queries/values.ts'
import { findDefinition } from './shared-definitions.ts'

let town: TestCity
let site: Hono
let office: Person
let staff: Browser
let at: string

beforeAll(async () => {
  const store = await openTestStore()
  town = await openTestCity(store, 'yamaguchi')
  site = await openTestSite(store, () => testNow)
  office = await town.person('見本 事務局', ['office'])
  staff = await signIn(site, town, office)
  at = `/${town.key.slug}/indicators`
})

const history = (code: string): Promise<readonly Actual[]> =>
  town.as(visitor, (scope) => listHistory(scope, code))

const standing = async (code: string): Promise<readonly Actual[]> =>
  (await history(code)).filter(({ state }) => state === 'standing')

const given = (change: Readonly<Record<string, string>> = {}) => ({
  year: '平成22年度',
  value: '４１．０',
  source: '平成22年度市民アンケート',
  ...change,
})

const send = async (path: string, fields: Readonly<Record<string, string>>) => {
  const response = await staff.post(`${at}${path}`, fields)
  return { status: response.status, html: await response.text() }
}

describe('値を記入すると', () => {
  test('全角でも和暦でも受け取り、公開のページにすぐ出る', async () => {
    expect((await send('/kpi-1/values', given())).status).toBe(303)
    expect((await standing('kpi-1')).map(({ year, value }) => [year, value])).toEqual([
      [2010, '41.0'],
    ])
    const html = await (await openBrowser(site).get(`${at}/kpi-1`)).text()
    expect(html).toContain('41.0%')
    expect(html).toContain('平成22年度市民アンケート')
  })

  test('分子と分母だけなら、決まりの丸めで計算する。合わない値は、計算した値を示して返す', async () => {
    const counts = { year: 'H23', value: '', numerator: '617', denominator: '1,417' }
    expect((await send('/kpi-1/values', given(counts))).status).toBe(303)
    const found = (await standing('kpi-1')).find(({ year }) => year === 2011)
    expect([found?.value, found?.numerator, found?.denominator]).toEqual(['43.5', '617', '1417'])
    const wrong = await send('/kpi-1/values', given({ ...counts, year: 'H24', value: '44.5' }))
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('計算すると43.5です')
  })

  test.each([
    [{ year: '' }, '年度を'],
    [{ year: '3000' }, '来年度まで'],
    [{ value: '多い' }, '値を数字で'],
    [{ source: '' }, '出典を書いて'],
    [{ numerator: '5' }, '両方書くか'],
    [{ numerator: '5', denominator: '0' }, '両方書くか'],
    [{ measured_on: '昨日' }, '日付を'],
  ])('%j は、わけを言って、書いたまま返る', async (change, said) => {
    const before = (await history('kpi-2')).length
    const { status, html } = await send('/kpi-2/values', given({ note: '書いた備考', ...change }))
    expect(status).toBe(422)
    expect(html).toContain(said)
    expect(html).toContain('書いた備考')
    expect(await history('kpi-2')).toHaveLength(before)
  })

  test('同じ年度に値があれば、訂正か別の出典かをたずね、黙って上書きしない', async () => {
    const again = given({ value: '39.0', source: '総合計画の年次報告' })
    const { status, html } = await send('/kpi-1/values', again)
    expect(status).toBe(422)
    expect(html).toContain('値がすでにあります')
    expect((await send('/kpi-1/values', { ...again, beside: 'yes' })).status).toBe(303)
    const page = await (await openBrowser(site).get(`${at}/kpi-1`)).text()
    for (const text of ['値の食い違い', '41.0%', '39.0%', '総合計画の年次報告'])
      expect(page).toContain(text)
  })
})

describe('値を訂正すると', () => {
  const find = async (value: string) =>
    (await standing('kpi-1')).find((one) => one.value === value)!

  test('理由がなければ変わらず、あれば前の値と理由が公開の記録に残る', async () => {
    const { id } = await find('39.0')
    const change = { step: 'correct', ...given({ value: '41.0', source: '総合計画の年次報告' }) }
    expect((await send(`/kpi-1/values/${id}`, change)).status).toBe(422)
    const reason = '年次報告の正誤表による'
    expect((await send(`/kpi-1/values/${id}`, { ...change, reason })).status).toBe(303)
    const page = await (await openBrowser(site).get(`${at}/kpi-1`)).text()
    expect(page).toContain('39.0%')
    expect(page).toContain(reason)
    expect(page).not.toContain('値の食い違い')
  })

  test('先に訂正された値は、二人目には断り、値は増えない', async () => {
    const [one] = await standing('kpi-1')
    const change = { step: 'correct', ...given({ value: '41.2' }), reason: '一人目' }
    expect((await send(`/kpi-1/values/${one!.id}`, change)).status).toBe(303)
    const count = (await history('kpi-1')).length
    const second = await send(`/kpi-1/values/${one!.id}`, { ...change, value: '41.3' })
    expect([second.status, (await history('kpi-1')).length]).toEqual([422, count])
    expect(second.html).toContain('ほかの人が訂正したか')
  })

  test('取り消した値は、いまの値から消え、記録に残る', async () => {
    const one = await find('41.0')
    const path = `/kpi-1/values/${one.id}`
    expect((await send(path, { step: 'withdraw', reason: '' })).status).toBe(422)
    expect((await send(path, { step: 'withdraw', reason: '同じ調査の重複' })).status).toBe(303)
    expect((await history('kpi-1')).find(({ id }) => id === one.id)).toMatchObject({
      state: 'withdrawn',
      reason: '同じ調査の重複',
    })
    expect((await staff.get(`${at}/kpi-1/values/${one.id}`)).status).toBe(303)
  })
})

test('値を記入できるのは事務局と、その指標の担当課だけである', async () => {
  const dept = await signIn(site, town, await town.person('見本 課', [{ department: 'shokuin' }]))
  expect((await dept.get(`${at}/kpi-5/values`)).status).toBe(403)
  expect((await openBrowser(site).get(`${at}/kpi-5/values`)).status).toBe(303)
  const definition = findDefinition('joint-projects')!
  await town.as(office, (scope) => adoptDefinition(scope, { definition, department: 'shokuin' }))
  expect((await dept.get(`${at}/joint-projects/values`)).status).toBe(200)
})

describe('表で', () => {
  const rows = (...lines: readonly (readonly string[])[]): string =>
    [['指標コード', '年度', '値', '出典', '番号'], ...lines]
      .map((cells) => cells.join('\t'))
      .join('\n')

  const preview = (pasted: string) => send('-table', { pasted })
  const signIn = (html: string): string => /name="sign" value="([^"]+)"/.exec(html)?.[1] ?? ''

  test('確かめてから取り込み、訂正には理由がいる', async () => {
    const [before] = await standing('kpi-1')
    const pasted = rows(
      ['kpi-2', 'H21', '11.4', '市民アンケート', ''],
      ['kpi-1', String(before!.year), '41.9', before!.source.ja, before!.id],
    )
    const shown = await preview(pasted)
    expect(shown.html).toContain('加える')
    expect(shown.html).toContain(`いまの値 ${before!.value}%`)
    const run = { pasted, sign: signIn(shown.html) }
    expect((await send('-table/run', { ...run, reason: '' })).status).toBe(422)
    expect((await send('-table/run', { ...run, reason: '再集計' })).status).toBe(303)
    expect(
      (await standing('kpi-2')).map(({ year, value, origin }) => [year, value, origin]),
    ).toEqual([[2009, '11.4', 'table']])
    expect((await standing('kpi-1'))[0]).toMatchObject({ value: '41.9', origin: 'table' })
    const stale = await preview(rows(['kpi-1', '2010', '50', 'x', before!.id]))
    expect(stale.html).toContain('表を取り出し直してください')
  })

  test('見せたあとで値が変わった表は、取り込まずにもう一度見せる', async () => {
    const pasted = rows(['kpi-3', 'H22', '20.0', '市民アンケート', ''])
    const sign = signIn((await preview(pasted)).html)
    await send('/kpi-3/values', given({ value: '21.0' }))
    const { status, html } = await send('-table/run', { pasted, sign })
    expect(status).toBe(422)
    expect(html).toContain('値がすでにあります')
    expect(await standing('kpi-3')).toHaveLength(1)
  })

  test('取り出した表をそのまま取り込むと、何も変わらない', async () => {
    const csv = await (await staff.get(`${at}-table?as=csv`)).text()
    const { html } = await preview(csv)
    expect(html).toContain('変わらない')
    expect(html).toContain('変わる行がありません')
    expect(html).not.toContain('取り込めない')
    expect((await staff.get(`${at}-table?as=xlsx`)).status).toBe(200)
  })

  test.each([
    [rows(['none', 'H22', '1', 'x', '']), 'この指標コードがない'],
    [rows(['kpi-4', 'H22', 'x', '調査', '']), '値：値を数字で'],
    [rows(['kpi-4', 'H22', '1', '調査', ''], ['kpi-4', 'H22', '2', '調査', '']), '上にもあります'],
    ['あ\tい\n1\t2', '見出しの行が見つかりません'],
  ])('読めない行は、わけを言う（%#）', async (pasted, said) => {
    expect((await preview(pasted)).html).toContain(said)
  })
})

describe('共通の定義と自動の集計', () => {
  test('定義を使うと指標が加わり、二度は加わらない', async () => {
    const adopt = () => send('-new', { definition: 'registered-groups', department: '' })
    expect((await adopt()).status).toBe(303)
    const again = await adopt()
    expect(again.status).toBe(422)
    expect(again.html).toContain('すでにあります')
    expect((await send('-new', { definition: 'none' })).status).toBe(422)
    const shared = await (await openBrowser(site).get('/indicators/registered-groups')).text()
    expect(shared).toContain(`${at}/registered-groups"`)
    expect(shared).toContain('数の大小は比べません')
  })

  test('数えた値が変わると、前の値を残して置きかわる。変わらなければ何も増えない', async () => {
    const counter = counters.find(({ code }) => code === 'groups-registered')!
    const real = counter.count
    const count = counter as { count: typeof real }
    const fill = () =>
      town.as(office, async (scope) => {
        await fillIndicator(scope, (await lockIndicator(scope, 'registered-groups'))!)
      })
    try {
      count.count = async (_, { fiscalYear }) => (fiscalYear === 2023 ? 0 : 120)
      await fill()
      await fill()
      // 2023 came before anything was counted; 2026 is not over.
      expect((await history('registered-groups')).map(({ year }) => year)).toEqual([2024, 2025])
      count.count = async (_, { fiscalYear }) => (fiscalYear === 2023 ? 0 : fiscalYear - 1900)
      await fill()
    } finally {
      count.count = real
    }
    expect((await standing('registered-groups')).map(({ year, value }) => [year, value])).toEqual([
      [2024, '124'],
      [2025, '125'],
    ])
    expect(
      (await history('registered-groups')).filter(({ state }) => state === 'replaced'),
    ).toHaveLength(2)
  })
})

describe('定義と目標は', () => {
  const fieldsOf = async (code: string): Promise<Record<string, string>> => {
    const html = await (await staff.get(`${at}/${code}/definition`)).text()
    return {
      sign: /name="sign" value="([^"]+)"/.exec(html)?.[1] ?? '',
      title: '登録団体の数',
      title_en: 'Registered groups',
      unit: '団体',
      direction: 'up',
      decimals: '0',
      rounding: 'half_up',
      measure: 'of-target',
      rule_source: '推進計画 第4章',
      'targets.0.year': 'R9',
      'targets.0.value': '150',
      'grades.0.label': '達成',
      'grades.0.from': '100',
      'grades.1.label': '順調',
      'grades.1.from': '80',
      'grades.1.to': '100',
      'grades.2.label': '遅れ',
      'grades.2.to': '80',
    }
  }
  const code = 'registered-groups'
  const save = (fields: Readonly<Record<string, string>>) => send(`/${code}/definition`, fields)

  test.each([
    [{ 'grades.1.from': '90' }, '90%'],
    [{ 'grades.1.to': '110' }, '110%'],
    [{ 'targets.1.year': 'R9', 'targets.1.value': '160' }, '同じ年度の目標'],
    [{ base_year: 'R4' }, '現状値は、年度と値'],
    [{ items: 'Ⅰ-(1)-①' }, '計画を選んで'],
    [{ plan: 'plan', items: 'Ⅰ-(9)-①' }, '項目「Ⅰ-(9)-①」がありません'],
    [{ title: '' }, '書いてください'],
  ])('%j では変えられず、わけを言う', async (change, said) => {
    const { status, html } = await save({ ...(await fieldsOf(code)), ...change })
    expect(status).toBe(422)
    expect(html).toContain(said)
    expect(html).toContain('推進計画 第4章')
  })

  test('計画の決まりと目標を書くと、その決まりで判定する', async () => {
    expect((await save(await fieldsOf(code))).status).toBe(303)
    const html = await (await openBrowser(site).get(`${at}/${code}`)).text()
    for (const text of ['途中（順調）', '83.3%', '80%以上100%未満', '推進計画 第4章'])
      expect(html).toContain(text)
  })

  test('二人が同時に変えると、後の人には断る', async () => {
    const fields = await fieldsOf(code)
    expect((await save({ ...fields, title: '登録団体数' })).status).toBe(303)
    const second = await save({ ...fields, title: '団体の数' })
    expect(second.status).toBe(422)
    expect(second.html).toContain('ほかの人が定義を変えました')
  })

  test('この市だけの指標を、名称だけで始められる', async () => {
    const begin = (title: string) => send('-new', { definition: 'own', title, department: '' })
    expect((await begin('')).status).toBe(422)
    expect((await begin('地域づくり計画のある地域の割合')).status).toBe(303)
    expect((await staff.get(`${at}/own-1/definition`)).status).toBe(200)
    const shared = await town.as(visitor, (scope) =>
      scope.db
        .selectFrom('public_indicators')
        .select('code')
        .where('city_id', '=', scope.city.id)
        .where('code', '=', 'own-1')
        .execute(),
    )
    expect(shared).toEqual([])
  })

  test('事務局が変えた定義は、取り込み直しても元にもどらない', async () => {
    const fields = { ...(await fieldsOf('kpi-3')), title: '参画の割合', unit: '%', plan: 'plan' }
    expect((await send('/kpi-3/definition', fields)).status).toBe(303)
    const preset = indicatorsPreset.parse(
      JSON.parse(
        readFileSync(join(projectRoot(), 'presets/yamaguchi/indicators/plan.json'), 'utf8'),
      ),
    )
    await town.as(office, (scope) => loadIndicators(scope, preset, town.city))
    const found = await town.as(visitor, (scope) => findIndicator(scope, 'kpi-3'))
    const other = await town.as(visitor, (scope) => findIndicator(scope, 'kpi-1'))
    expect([found?.title.ja, other?.title.ja]).toEqual([
      '参画の割合',
      '地域活動に参加している市民の割合',
    ])
  })
})

test('ほかの市の指標とその値は、壁の向こうにある', async () => {
  const other = await openTestCity(town.store, 'chigasaki')
  const seen = await other.as(visitor, async (scope) => {
    const { rows } = await sql<{ n: number }>`SELECT
      (SELECT count(*) FROM indicators) + (SELECT count(*) FROM indicator_values) AS n`.execute(
      scope.db,
    )
    return rows[0]!.n
  })
  const here = await town.as(visitor, async (scope) => {
    const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM indicators`.execute(
      scope.db,
    )
    return rows[0]!.n
  })
  expect(seen).toBe(0)
  expect(here).toBeGreaterThan(5)
})

describe('人が直した値は', () => {
  const counter = counters.find(({ code }) => code === 'groups-registered')!
  const real = counter.count
  afterEach(() => {
    ;(counter as { count: typeof real }).count = real
  })
  const fill = (filler?: 'asked') =>
    town.as(filler ? office : system('operator'), async (scope) => {
      await fillIndicator(scope, (await lockIndicator(scope, 'registered-groups'))!, filler)
    })
  const valuesOf2025 = async () =>
    (await standing('registered-groups'))
      .filter(({ year }) => year === 2025)
      .map(({ value, origin }) => [value, origin])

  test('夜に数え直しても元に戻らず、人が頼んだときだけ数えた値が入る', async () => {
    ;(counter as { count: typeof real }).count = async () => 300
    await fill()
    const counted = (await standing('registered-groups')).find(({ year }) => year === 2025)!
    await town.as(office, async (scope) => {
      const indicator = (await lockIndicator(scope, 'registered-groups'))!
      const { id } = counted
      await withdrawValue(scope, indicator, { id, reason: '数え方を確かめています' })
    })
    await fill()
    expect(await valuesOf2025()).toEqual([])
    await fill('asked')
    expect(await valuesOf2025()).toEqual([['300', 'counted']])
  })
})

test('二人が同時に始めた指標は、どちらも残る', async () => {
  const begin = (title: string) =>
    town.as(office, (scope) => beginIndicator(scope, { title, department: '' }))
  let second: Promise<string> = Promise.resolve('')
  const first = await town.as(office, async (scope) => {
    const code = await beginIndicator(scope, { title: '一つめ', department: '' })
    // Begins while the other is not yet over, and waits for its code.
    second = begin('二つめ')
    await sql`SELECT pg_sleep(0.3)`.execute(scope.db)
    return code
  })
  expect(await second).not.toBe(first)
  const titleOf = (code: string) =>
    town.as(office, async (scope) => (await lockIndicator(scope, code))?.title.ja)
  expect([await titleOf(first), await titleOf(await second)]).toEqual(['一つめ', '二つめ'])
})
