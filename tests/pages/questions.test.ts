import type { Hono } from 'hono'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { system } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { readStory, tellStory } from '../../src/sample/index.ts'
import { routes } from '../../src/site.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../world/city.ts'
import { watchStatements } from '../world/counted-scope.ts'
import { openBrowser, openTestSite } from '../world/site.ts'

/** How many questions a page for everyone may ask of the database. */
const most = 5
/** Of each kind of page so many are looked at. */
const looked = 8

let here: TestCity
let site: Hono
let statements: ReturnType<typeof watchStatements>
/** Questions by page, of every page that a visitor reaches by its links. */
const asked = new Map<string, number>()

const patterns = routes
  .filter((route) => route.method === 'GET' && route.kept)
  .map(({ path }) => ({ path, shape: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`) }))
/** Which route answers; one that is spelt out goes before one with an id in its place. */
const routeOf = (path: string): string | undefined =>
  patterns
    .filter(({ shape }) => shape.test(path.split('?')[0] ?? ''))
    .toSorted((a, b) => a.path.split(':').length - b.path.split(':').length)[0]?.path

const linksIn = (html: string): string[] =>
  [...html.matchAll(/href="(\/[^"#]*)/g)]
    .map(([, path]) =>
      path!.replaceAll('&amp;', '&').replace(/^\/chigasaki\//, `/${here.key.slug}/`),
    )
    .filter((path) => path.startsWith(`/${here.key.slug}/`) && !path.includes('lang='))

const count = async (path: string): Promise<string> => {
  statements.forget()
  const response = await openBrowser(site).get(path)
  asked.set(path, statements.asked().length)
  return (response.headers.get('content-type') ?? '').includes('html') ? response.text() : ''
}

const crawl = async (): Promise<void> => {
  const per = new Map<string, number>()
  const seen = new Set<string>()
  const waiting = [
    `/${here.key.slug}`,
    ...['groups', 'search'].map(
      (list) => `/${here.key.slug}/${list}?q=%E5%AD%90%E8%82%B2%E3%81%A6`,
    ),
  ]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routeOf(path)
    if (seen.has(path) || !route || (per.get(route) ?? 0) >= looked) continue
    seen.add(path)
    per.set(route, (per.get(route) ?? 0) + 1)
    waiting.push(...linksIn(await count(path)))
  }
}

/** The group of the sample world of which most is told, and what the sample world leaves out. */
const completeGroup = (): Promise<string> =>
  here.as(system('operator'), async (scope) => {
    const { rows } = await sql<{ id: string }>`
      SELECT g.id FROM groups g WHERE g.city_id = ${here.key.id} AND g.state = 'approved'
        AND EXISTS (SELECT FROM projects p WHERE p.city_id = g.city_id AND p.group_id = g.id)
        AND EXISTS (SELECT FROM group_news n WHERE n.city_id = g.city_id AND n.group_id = g.id)
      ORDER BY (SELECT count(*) FROM group_papers p WHERE p.city_id = g.city_id AND p.group_id = g.id) DESC,
        g.id LIMIT 1`.execute(scope.db)
    const id = rows[0]!.id
    await sql`INSERT INTO groups (city_id, id, state, number, name, registered_on, merged_into, created_at, updated_at)
      VALUES (${here.key.id}, ${newId()}, 'withdrawn', '旧1', '古い名前の会', '2020-04-01', ${id}, now(), now())`.execute(
      scope.db,
    )
    return id
  })

/** Every project of the city, in whatever state it is, with the years that it has. */
const projects = (): Promise<
  readonly { readonly id: string; readonly state: string; readonly years: readonly number[] }[]
> =>
  here.as(system('operator'), async (scope) => {
    const { rows } = await sql<{ id: string; state: string; years: number[] }>`
      SELECT p.id, p.state, ARRAY(SELECT y.fiscal_year FROM project_years y
        WHERE y.city_id = p.city_id AND y.project_id = p.id) AS years
      FROM projects p WHERE p.city_id = ${here.key.id} ORDER BY p.id`.execute(scope.db)
    return rows
  })

beforeAll(async () => {
  const store = await openTestStore(() => testNow)
  statements = watchStatements(store)
  here = await openTestCity(store, 'chigasaki')
  const story = await readStory('chigasaki')
  // What groups tell of themselves is told by the name of the city in addresses.
  const named = { ...here.city, slug: 'chigasaki' }
  await here.as(system('operator'), (scope) => tellStory(scope, named, story))
  site = await openTestSite(store, () => testNow)
})

describe('だれもが見るページの、問い合わせの数', () => {
  test('何でもそろった団体のページも、5つまでで作られる', async () => {
    const path = `/${here.key.slug}/groups/${await completeGroup()}`
    const html = await count(path)
    // All that can stand on the page stands there: only then the number says something.
    for (const id of [
      'news',
      'offers',
      'papers',
      'photos',
      'projects',
      'proposals',
      'officers',
      'merged',
    ])
      expect([id, html.includes(`id="${id}"`)]).toEqual([id, true])
    expect(asked.get(path)).toBeGreaterThan(0)
    expect(asked.get(path)).toBeLessThanOrEqual(most)
  })

  test('どの段階の協働事業も、その評価や年度のページも、5つまでで作られる', async () => {
    const all = await projects()
    const states = new Set(all.map(({ state }) => state))
    // From the agreement to what followed: only then the numbers say something.
    for (const state of ['agreeing', 'running', 'evaluating', 'completed'])
      expect([state, states.has(state)]).toEqual([state, true])
    const pages = all.flatMap(({ id, years }) =>
      ['', '/evaluation', ...years.map((year) => `/years/${year}`)].map(
        (part) => `/${here.key.slug}/projects/${id}${part}`,
      ),
    )
    for (const path of pages) expect([path, await count(path)]).not.toEqual([path, ''])
    const counts = pages.map((path) => [path, asked.get(path) ?? 0] as const)
    expect(counts.filter(([, questions]) => questions === 0)).toEqual([])
    expect(counts.filter(([, questions]) => questions > most)).toEqual([])
  })

  test('見本の町の、リンクでたどれるどのページも、5つまでで作られる', async () => {
    await crawl()
    const reached = new Set([...asked.keys()].map(routeOf))
    for (const path of [
      '/:city',
      '/:city/groups',
      '/:city/groups/:id',
      '/:city/issues/:id',
      '/:city/themes/:id',
      '/:city/calls/:id',
      '/:city/proposals/:id',
      '/:city/projects/:id',
      '/:city/programmes/:id',
      '/:city/plans/:id/items/:no',
      '/:city/search',
    ])
      expect([path, reached.has(path)]).toEqual([path, true])
    expect([...asked].filter(([, questions]) => questions > most)).toEqual([])
  })
})
