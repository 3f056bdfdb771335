import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { publishEntry } from '#capabilities/publishing/index.ts'
import { visitor } from '#kernel/actor.ts'
import { routes } from '../../src/site.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../world/city.ts'
import { watchStatements } from '../world/counted-scope.ts'
import { openBrowser, openTestSite } from '../world/site.ts'

let here: TestCity
let site: Hono
let now = testNow
let statements: ReturnType<typeof watchStatements>

beforeAll(async () => {
  const store = await openTestStore(() => now)
  statements = watchStatements(store)
  here = await openTestCity(store)
  site = await openTestSite(store, () => now)
})

const at = (path: string): string => `/${here.key.slug}${path}`
const search = (): string => at(`/search?q=${encodeURIComponent('見守りの輪')}`)

const addEntry = (title: string): Promise<void> =>
  here.as(visitor, (scope) =>
    publishEntry(scope, {
      kind: 'page',
      id: title,
      title: { ja: title, en: title },
      summary: { ja: 'まとめ', en: 'Summary' },
      url: at('/about'),
      happenedOn: '2026-11-20',
    }),
  )

describe('だれにでも同じ画面', () => {
  test('変わらないあいだは、同じものが手元から出て、304 でも答える', async () => {
    const browser = openBrowser(site)
    const first = await browser.get(at('/programmes'))
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^".+"$/)
    statements.forget()
    const second = await browser.get(at('/programmes'))
    expect(second.headers.get('etag')).toBe(etag)
    // Only the versions are asked for; the page itself costs no query.
    expect(statements.asked()).toEqual([])
    expect((await browser.get(at('/programmes'), { 'if-none-match': etag })).status).toBe(304)
  })

  test('市のどこかが変わると、次の1回でもう新しい', async () => {
    const browser = openBrowser(site)
    for (let round = 0; round < 20; round += 1) {
      const title = `見守りの輪${round}号`
      expect(await (await browser.get(search())).text()).not.toContain(title)
      await addEntry(title)
      expect((await (await browser.get(search())).text()).replace(/<\/?mark>/g, '')).toContain(
        title,
      )
    }
  })

  test('ポータルも手元から出て、どの市が変わっても、次の1回でもう新しい', async () => {
    const browser = openBrowser(site)
    const title = `どこかの市の知らせ${here.key.slug}`
    const before = await browser.get('/')
    expect(before.headers.get('etag')).toMatch(/^".+"$/)
    expect(await before.text()).not.toContain(title)
    await here.as(visitor, (scope) =>
      publishEntry(scope, {
        kind: 'issue',
        id: 'portal-news',
        title: { ja: title, en: title },
        summary: { ja: 'まとめ', en: 'Summary' },
        url: at('/issues/x'),
        happenedOn: '2099-01-01',
      }),
    )
    expect(await (await browser.get('/')).text()).toContain(title)
  })

  test('時がたって締切が過ぎれば、手元の画面も変わる', async () => {
    const browser = openBrowser(site)
    const before = await (await browser.get(at('/programmes'))).text()
    now = new Date('2027-03-01T00:00:00Z')
    const after = await (await browser.get(at('/programmes'))).text()
    now = testNow
    expect(after).not.toBe(before)
  })

  test('ログインした人の画面は、どこにも残さない', async () => {
    const person = await here.person('残さない人')
    const browser = openBrowser(site)
    await browser.post(at('/sample-people'), { account: person.accountId })
    const response = await browser.get(at('/programmes'))
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('etag')).toBeNull()
  })

  test('圧縮を頼めば圧縮で、頼まなければそのまま届く', async () => {
    const zipped = await openBrowser(site).get(at('/programmes'), { 'accept-encoding': 'gzip' })
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    const plain = await openBrowser(site).get(at('/programmes'))
    expect(plain.headers.get('content-encoding')).toBeNull()
  })
})

describe('問い合わせの数', () => {
  const pages = routes.filter(
    (route) =>
      route.method === 'GET' && route.kept && !route.path.slice('/:city'.length).includes(':'),
  )

  test('数える画面がある', () => {
    expect(pages.length).toBeGreaterThan(8)
  })

  test('ポータルは、市がいくつあっても2つで、すべての市からの検索も2つで作られる', async () => {
    const askedFor = async (path: string): Promise<number> => {
      statements.forget()
      expect((await openBrowser(site).get(path)).status).toBe(200)
      // Other tests make cities; then the directory is read once more.
      return statements.asked().filter((text) => !text.includes('from "cities"')).length
    }
    expect(await askedFor('/?fresh=1')).toBe(2)
    expect(await askedFor(`/?q=${encodeURIComponent('市民')}&fresh=1`)).toBe(2)
  })

  test.each(pages.map((route) => route.path))('%s は5つまでで作られる', async (path) => {
    statements.forget()
    const response = await openBrowser(site).get(`${path.replace('/:city', at(''))}?fresh=1`)
    expect(response.status).toBe(200)
    const asked = statements.asked()
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(5)
  })
})
