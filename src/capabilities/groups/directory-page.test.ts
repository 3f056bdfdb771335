import type { Hono } from 'hono'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { countQueries } from '#tests/world/counted-scope.ts'
import { openBrowser, openTestSite } from '#tests/world/site.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { findHelp, publishEntries, readQuestion } from '../publishing/index.ts'
import {
  type DirectoryFilter,
  flagFacets,
  listFacets,
  type Sort,
  wholeDirectory,
} from './directory.ts'
import { countDirectory, listGroups } from './queries/directory.ts'
import { recordJointProjects } from './queries/groups.ts'

let here: TestCity
let site: Hono

type Row = {
  readonly id: string
  readonly name: string
  readonly field: readonly string[]
  readonly form: readonly string[]
  readonly area: readonly string[]
  readonly day: readonly string[]
  readonly recruiting: boolean
  readonly beginners: boolean
  readonly joint: boolean
  readonly body: string
}

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!

/** 240 groups, so that every facet has several values and lists have pages. */
const rowsOf = ({ city }: TestCity): Row[] =>
  Array.from({ length: 240 }, (_, at) => ({
    id: `g${String(at).padStart(3, '0')}`,
    name: `${pick(['里山', '海辺', '音楽'], at)}の会${at}`,
    field: [pick(city.fields, at).code, pick(city.fields, at * 3 + 1).code].filter(
      (code, index, all) => all.indexOf(code) === index,
    ),
    form: [pick(city.legalForms, at * 7).code],
    area: at % 5 === 0 ? [] : [pick(city.areas, at).code],
    day: at % 4 === 0 ? ['saturday', 'sunday'] : ['weekday-day'],
    recruiting: at % 2 === 0,
    beginners: at % 3 === 0,
    joint: at % 10 === 0,
    body: at % 6 === 0 ? '市民と清掃をします' : '市民と話します',
  }))

let rows: readonly Row[] = []

const insert = async (
  scope: Parameters<Parameters<TestCity['as']>[1]>[0],
  row: Row,
  at: number,
) => {
  await sql`INSERT INTO groups (city_id, id, state, number, name, name_kana, public_legal_form, recruiting, fields, areas,
      days, beginners, joint_projects, public_members, registered_on, created_at, updated_at, face_changed_at)
    VALUES (${scope.city.id}, ${row.id}, 'approved', ${`第${at}号`}, ${row.name}, ${`カイ${String(999 - at)}`},
      ${row.form[0]}, ${row.recruiting}, ${[...row.field]}, ${[...row.area]}, ${[...row.day]}, ${row.beginners},
      ${row.joint ? 2 : 0}, ${at % 7 === 0 ? null : at}, ${`20${10 + (at % 16)}-05-01`}, ${scope.now}, ${scope.now},
      ${new Date(scope.now.getTime() - at * 60_000)})`.execute(scope.db)
}

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'chigasaki')
  site = await openTestSite(store, () => testNow)
  rows = rowsOf(here)
  await here.as(visitor, async (scope) => {
    for (const [at, row] of rows.entries()) await insert(scope, row, at)
    await publishEntries(
      scope,
      rows.map(({ id, name, body }) => ({
        kind: 'group' as const,
        id,
        title: { ja: name, en: name },
        summary: { ja: '', en: '' },
        body,
        url: `/x/groups/${id}`,
        happenedOn: '2026-04-01' as const,
      })),
    )
  })
})

const meets = (row: Row, filter: DirectoryFilter, except?: string): boolean =>
  listFacets.every(
    (facet) =>
      facet === except ||
      filter[facet].length === 0 ||
      row[facet].some((value) => filter[facet].includes(value)),
  ) && flagFacets.every((facet) => facet === except || !filter[facet] || row[facet])

const ask = (filter: DirectoryFilter) => ({
  filter,
  question: filter.q === '' ? undefined : readQuestion(filter.q, [['清掃', '掃除']]),
})
const count = (filter: DirectoryFilter) =>
  here.as(visitor, (scope) => countDirectory(scope, ask(filter)))
const list = (filter: DirectoryFilter) =>
  here.as(visitor, (scope) => listGroups(scope, ask(filter)))

const filters = (): readonly DirectoryFilter[] => {
  const { fields, areas, legalForms } = here.city
  return [
    wholeDirectory,
    { ...wholeDirectory, field: [fields[0]!.code, fields[2]!.code] },
    { ...wholeDirectory, area: [areas[1]!.code, areas[3]!.code], recruiting: true },
    { ...wholeDirectory, form: [legalForms[0]!.code], day: ['saturday'], beginners: true },
    { ...wholeDirectory, joint: true, field: [fields[0]!.code], day: ['sunday', 'weekday-day'] },
  ]
}

describe('数は', () => {
  test('どの条件でも、その値だけを選んだときに見つかる数と同じ', async () => {
    for (const filter of filters()) {
      const counts = await count(filter)
      expect(counts.found).toBe(rows.filter((row) => meets(row, filter)).length)
      for (const facet of listFacets)
        for (const [value, n] of counts.byValue[facet]) {
          const chosen = { ...filter, [facet]: [value] }
          expect([facet, value, n]).toEqual([
            facet,
            value,
            rows.filter((row) => meets(row, chosen)).length,
          ])
        }
      for (const facet of flagFacets)
        expect([facet, counts.byFlag[facet]]).toEqual([
          facet,
          rows.filter((row) => meets(row, { ...filter, [facet]: true })).length,
        ])
      expect(counts.unplaced).toBe(
        rows.filter((row) => row.area.length === 0 && meets(row, filter, 'area')).length,
      )
      expect(counts.total).toBe(240)
    }
  })

  test('言葉でさがすと、言葉と条件の両方に合う団体だけを数える', async () => {
    const filter = { ...wholeDirectory, q: '里山 掃除', sort: 'match', recruiting: true } as const
    const holding = rows.filter(({ name, body }) => name.includes('里山') && body.includes('清掃'))
    const counts = await count(filter)
    expect(counts.held).toBe(holding.length)
    expect(counts.found).toBe(holding.filter(({ recruiting }) => recruiting).length)
    expect((await list(filter)).map(({ id }) => id).sort()).toEqual(
      holding
        .filter(({ recruiting }) => recruiting)
        .map(({ id }) => id)
        .sort(),
    )
  })
})

describe('並べかえは', () => {
  const idsBy = async (sort: Sort) => (await list({ ...wholeDirectory, sort })).map(({ id }) => id)
  const numberOf = (id: string) => Number(id.slice(1))

  test('五十音、登録の新しい順、変わった順、会員の多い順に並ぶ', async () => {
    expect(numberOf((await idsBy('reading'))[0]!)).toBe(239)
    expect(numberOf((await idsBy('newest'))[0]!) % 16).toBe(15)
    expect((await idsBy('changed')).slice(0, 3)).toEqual(['g000', 'g001', 'g002'])
    expect((await idsBy('members')).slice(0, 2)).toEqual(['g239', 'g237'])
  })

  test('どの順でも、ページを分けて、同じ団体が二度出ず、抜けもしない', async () => {
    for (const sort of ['reading', 'newest', 'changed', 'members'] as const) {
      const ids: string[] = []
      for (let page = 1; page <= 5; page += 1)
        ids.push(...(await list({ ...wholeDirectory, sort, page })).map(({ id }) => id))
      expect(new Set(ids).size).toBe(240)
    }
  })
})

test('協働事業の数を受け取ると、しぼりこみと一覧に出る', async () => {
  await here.as(visitor, (scope) => recordJointProjects(scope, 'g001', 3))
  const shown = await list({ ...wholeDirectory, joint: true, page: 1 })
  expect(shown.find(({ id }) => id === 'g001')?.jointProjects).toBe(3)
  await here.as(visitor, (scope) => recordJointProjects(scope, 'g001', 0))
})

describe('もしかして', () => {
  test('団体の中にある言葉だけをすすめ、ほかの事柄にだけある言葉はすすめない', async () => {
    await here.as(visitor, (scope) =>
      publishEntries(
        scope,
        (
          [
            ['issue', '電灯点検隊'],
            ['group', '見本合唱団'],
          ] as const
        ).map(([kind, name]) => ({
          kind,
          id: `nearby-${kind}`,
          title: { ja: name, en: name },
          summary: { ja: '', en: '' },
          url: `/x/${kind}`,
          happenedOn: '2026-04-01' as const,
        })),
      ),
    )
    const helpFor = (q: string, kind: 'group' | undefined) =>
      here.as(visitor, async (scope) => {
        const where = { cityId: scope.city.id, year: 2026, kind }
        const { nearby } = await findHelp(scope.db, readQuestion(q, []), where)
        return nearby.map(({ instead }) => instead)
      })
    expect(await helpFor('電灯点険隊', undefined)).toContain('電灯点検隊')
    expect(await helpFor('電灯点険隊', 'group')).toEqual([])
    expect(await helpFor('見本合掌団', 'group')).toContain('見本合唱団')
  })
})

describe('ページは', () => {
  const at = (query: string) => `/${here.key.slug}/groups${query}`
  const get = (query: string) => openBrowser(site).get(at(query))

  test.each([
    ['', 200],
    ['?q=%E9%87%8C%E5%B1%B1&recruiting=yes', 200],
    ['?view=map', 200],
    ['?q=%E3%81%AA%E3%81%84%E8%A8%80%E8%91%89%E3%81%A7%E3%81%99', 200],
    ['?q=%25_%27', 200],
    ['?q=%E9%87%8C%E5%B1%B1&lang=en', 200],
  ])('「%s」を正しいHTMLで返す', async (query, status) => {
    const response = await get(query)
    expect([response.status, checkHtml(await response.text())]).toEqual([status, []])
  })

  test('空の項目や順のちがいは、決まった住所へ送り、言語は保つ', async () => {
    const response = await get('?sort=reading&q=&recruiting=yes&field=culture&lang=en')
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      at('?field=culture&recruiting=yes&lang=en'),
    ])
  })

  test('記号だけの言葉は使わず、そのことを伝えて全部を見せる', async () => {
    const html = await (await get('?q=%25_%27')).text()
    expect(html).toContain('文字や数字をふくむ言葉')
    expect(html).toContain('240団体が見つかりました')
  })

  test('続けて打った言葉も、団体から見つかる', async () => {
    const html = await (await get('?q=%E9%87%8C%E5%B1%B1%E3%81%A7%E6%B8%85%E6%8E%83')).text()
    expect(html).toContain('に分けてさがしました')
    expect(html).toContain('<mark>里山</mark>の会')
  })

  test('問い合わせは5つまで', async () => {
    const { showDirectory } = await import('./routes/directory.tsx')
    const asked = async (query: string) =>
      here.as(visitor, async (scope) => {
        const counted = countQueries(scope)
        await showDirectory({
          scope: counted.scope,
          city: here.city,
          site: {
            publicUrl: 'http://localhost:3000',
            css: '',
            js: '',
            sampleWorld: false,
            cities: () => [here.city],
          },
          language: 'ja',
          path: at(''),
          params: {},
          query: new URLSearchParams(query),
          form: {
            text: () => '',
            all: () => [],
            has: () => false,
            files: () => [],
            names: () => [],
          },
          person: undefined,
          sessionToken: undefined,
          address: '127.0.0.1',
        })
        return counted.count()
      })
    expect(await asked('')).toBe(2)
    expect(await asked('q=里山')).toBe(3)
    expect(await asked('q=ない言葉をさがします')).toBeLessThanOrEqual(5)
  })
})
