import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestCity, openTestStore, type TestCity, testNow } from '../world/city.ts'
import { openBrowser, openTestSite } from '../world/site.ts'

let here: TestCity
let site: Hono

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store)
  site = await openTestSite(store, () => testNow)
})

const at = (path: string): string => `/${here.key.slug}${path}`

describe('どの応答にも付く守り', () => {
  test('画面は、書き込まれた命令も埋め込みも許さない', async () => {
    const response = await openBrowser(site).get(at('/sign-in'))
    expect(response.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*frame-ancestors 'none'/,
    )
    expect(response.headers.get('content-security-policy')).not.toMatch(/unsafe/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const html = await response.text()
    expect(html).not.toMatch(/<script(?![^>]*src=)|\son[a-z]+=|\sstyle=/)
  })

  test('見つからない画面は、親切な404になり、行き先がある', async () => {
    for (const path of [
      at('/nothing-here'),
      '/no-such-city/groups',
      at('/files/../../etc/passwd'),
      at('/files/000000000000'),
    ]) {
      const response = await openBrowser(site).get(path)
      expect([path, response.status]).toEqual([path, 404])
      expect(await response.text()).toContain('<h1>')
    }
  })

  test('lang の指定で英語になり、選んだ言葉は覚えられる', async () => {
    const browser = openBrowser(site)
    expect(await (await browser.get(at('/sign-in?lang=en'))).text()).toContain('<html lang="en"')
    expect(await (await browser.get(at('/sign-up'))).text()).toContain('<html lang="en"')
  })
})

describe('よその場所からの送信', () => {
  const refused: readonly Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': '', origin: 'https://evil.example' },
    { 'sec-fetch-site': '', origin: 'null' },
    { 'sec-fetch-site': '' },
  ]
  test.each(refused)('%o は断る', async (headers) => {
    const response = await openBrowser(site).post(at('/sign-out'), {}, headers)
    expect(response.status).toBe(403)
  })

  test('自分の画面からの送信は通る（断る検査が何でも断っているのではない）', async () => {
    expect((await openBrowser(site).post(at('/sign-out'))).status).toBe(303)
    const old = await openBrowser(site).post(
      at('/sign-out'),
      {},
      { 'sec-fetch-site': '', origin: 'http://localhost:3000' },
    )
    expect(old.status).toBe(303)
  })
})

describe('おかしな本文', () => {
  test('大きすぎる本文、多すぎる項目、こわれた形は、4xx のページになる', async () => {
    const browser = openBrowser(site)
    const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, i) => [`f${i}`, 'x']))
    expect((await browser.post(at('/sign-in'), many)).status).toBe(413)
    expect((await browser.post(at('/sign-in'), {}, { 'content-length': '999999999' })).status).toBe(
      413,
    )
    const broken = await site.request(`http://localhost:3000${at('/sign-in')}`, {
      method: 'POST',
      body: 'not a form',
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': '10',
        'sec-fetch-site': 'same-origin',
      },
    })
    expect(broken.status).toBe(400)
    const json = await site.request(`http://localhost:3000${at('/sign-in')}`, {
      method: 'POST',
      body: '{}',
      headers: {
        'content-type': 'application/json',
        'content-length': '2',
        'sec-fetch-site': 'same-origin',
      },
    })
    expect(json.status).toBe(400)
  })
})

describe('行き先の指定', () => {
  test.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/other-city/me',
    'javascript:alert(1)',
    '/kamakura//evil',
  ])('%s へは送らない', async (next) => {
    const person = await here.person('行き先の人')
    const browser = openBrowser(site)
    const response = await browser.post(at('/sample-people'), { account: person.accountId, next })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(at('/me'))
  })
})
