import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { watchStatements } from '#tests/world/counted-scope.ts'
import { openTestSite } from '#tests/world/site.ts'

let here: TestCity
let site: Hono

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'kamakura')
  site = await openTestSite(store, () => testNow)
})

const city = (name: string): string => `/${here.key.slug}/api/3/action/${name}`

const post = (path: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  Promise.resolve(
    site.request(path, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        ...headers,
      },
    }),
  )

type Told = { readonly success: boolean; readonly result: unknown }
const told = async (response: Response): Promise<Told> => (await response.json()) as Told

describe('CKAN のクライアントは、質問を POST でも送る', () => {
  test('JSON で送っても、アドレスに書いても、同じ答えが返る', async () => {
    const asked = await post(city('package_search'), JSON.stringify({ q: '団体', rows: 1 }))
    expect(asked.status).toBe(200)
    const got = await site.request(
      `${city('package_search')}?q=${encodeURIComponent('団体')}&rows=1`,
    )
    const [posted, fetched] = [await told(asked), await told(got)]
    expect(posted.success).toBe(true)
    expect(posted).toEqual(fetched)
    expect((posted.result as { results: unknown[] }).results).toHaveLength(1)
  })

  test('様式の形で送っても、何も書かずに送っても答え、市をまたぐ口も答える', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await told(await post(city('package_show'), 'id=none', form))).success).toBe(false)
    const list = await told(await post(city('package_list'), ''))
    expect((list.result as unknown[]).length).toBeGreaterThan(3)
    const everywhere = await told(await post('/api/3/action/package_list', '{"limit": 2}'))
    expect(everywhere.result).toHaveLength(2)
  })

  test('ほかのサイトの画面から送られても答え、だれでも読める。前もってのうかがいにも答える', async () => {
    const other = { 'sec-fetch-site': 'cross-site', origin: 'https://catalogue.example.jp' }
    const asked = await post(city('status_show'), '{}', other)
    expect(asked.status).toBe(200)
    expect(asked.headers.get('access-control-allow-origin')).toBe('*')
    const before = await site.request(city('status_show'), { method: 'OPTIONS', headers: other })
    expect(before.status).toBe(204)
    expect(before.headers.get('access-control-allow-methods')).toBe('GET, POST')
    expect(before.headers.get('access-control-allow-headers')).toBe('content-type')
  })

  test('読めないものには 400、長すぎるものには 413、知らない動作には CKAN と同じ断り', async () => {
    for (const body of ['{"q": ', '[1, 2]', '"q"']) {
      const refused = await post(city('package_search'), body)
      expect([body, refused.status]).toEqual([body, 400])
      expect(await refused.json()).toContain('Bad request - JSON Error')
    }
    const long = JSON.stringify({ q: 'あ'.repeat(40_000) })
    expect((await post(city('package_search'), long)).status).toBe(413)
    const unknown = await post(city('package_create'), '{"name": "x"}')
    expect(unknown.status).toBe(400)
    expect(await unknown.json()).toBe('Bad request - Action name not known: package_create')
  })

  test('POST の質問は何も書かず、だれの印も読まない', async () => {
    const watched = watchStatements(here.store)
    await post(city('package_list'), '{}', { cookie: `tsunagu_${here.key.slug}=abc` })
    watched.forget()
    await post(city('package_list'), '{}', { cookie: `tsunagu_${here.key.slug}=abc` })
    const asked = watched.asked().join('\n')
    expect(asked).not.toMatch(/\b(insert|update|delete)\b/i)
    expect(asked).not.toContain('sessions')
  })

  test('ふつうの様式は、これまでどおり、よそからは受け取らない', async () => {
    const other = {
      'sec-fetch-site': 'cross-site',
      'content-type': 'application/x-www-form-urlencoded',
    }
    expect((await post(`/${here.key.slug}/sign-out`, 'a=b', other)).status).toBe(403)
  })
})
