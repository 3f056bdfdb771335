import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { type Browser, keyIn, openBrowser, openTestSite } from '#tests/world/site.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { publishEntry } from './actions.ts'

let here: TestCity
let site: Hono
let office: Person

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store)
  site = await openTestSite(store, () => testNow)
  office = await here.person('協働 太郎', ['office'])
  await here.as(office, (scope) =>
    publishEntry(scope, {
      kind: 'page',
      id: 'shima',
      title: { ja: '離島めぐり', en: 'Islands' },
      summary: { ja: '', en: '' },
      url: '/x',
      happenedOn: '2026-04-01',
    }),
  )
})

const at = (path: string): string => `/${here.key.slug}${path}`

const signIn = async (): Promise<Browser> => {
  const browser = openBrowser(site)
  await browser.post(at('/sample-people'), { account: office.accountId })
  return browser
}

const save = async (browser: Browser, list: string, revision: string) => {
  const page = await (await browser.get(at('/desk/synonyms'))).text()
  return browser.post(at('/desk/synonyms'), { idempotency_key: keyIn(page), list, revision })
}

const finds = async (query: string): Promise<boolean> =>
  (
    await (await openBrowser(site).get(at(`/search?q=${encodeURIComponent(query)}`))).text()
  ).includes('<mark>離島</mark>めぐり')

describe('検索の同義語を職員が変えると', () => {
  test('はじめは最初からの一覧が出ていて、正しく書かれている', async () => {
    const html = await (await (await signIn()).get(at('/desk/synonyms'))).text()
    expect(checkHtml(html)).toEqual([])
    expect(html).toContain('高齢者、シニア')
    expect(await finds('アイランド')).toBe(false)
  })

  test('保存したその時から、どちらの言葉でも見つかり、印もつく', async () => {
    const browser = await signIn()
    const saved = await save(browser, '離島、アイランド\n海、浜', '0')
    expect([saved.status, saved.headers.get('location')]).toEqual([
      303,
      at('/desk/synonyms?done=saved'),
    ])
    expect(await finds('アイランド')).toBe(true)
    expect(await finds('あいらんど')).toBe(true)
    const html = await (await browser.get(at('/desk/synonyms'))).text()
    expect(checkHtml(html)).toEqual([])
    expect(html).toContain('離島、アイランド')
  })

  test('古い一覧に上書きはしない。書いた内容も、先に保存された一覧も見せる', async () => {
    const late = await save(await signIn(), '川、河川', '0')
    const html = await late.text()
    expect([late.status, checkHtml(html)]).toEqual([422, []])
    expect(html).toContain('川、河川')
    expect(html).toContain('離島、アイランド')
    expect(await finds('アイランド')).toBe(true)
  })

  test('まちがいは行を言って断り、書いた内容は残る', async () => {
    const wrong = await save(await signIn(), '海、浜\n一語だけ', '1')
    const html = await wrong.text()
    expect([wrong.status, checkHtml(html)]).toEqual([422, []])
    expect(html).toContain('2行目「一語だけ」は言葉が1つだけです')
    expect(html).toContain('href="#list"')
  })

  test('最初の一覧に戻すと、市の言葉では見つからなくなる', async () => {
    const browser = await signIn()
    const page = await (await browser.get(at('/desk/synonyms'))).text()
    const restored = await browser.post(at('/desk/synonyms/original'), {
      idempotency_key: keyIn(page),
      revision: '1',
    })
    expect(restored.status).toBe(303)
    expect(await finds('アイランド')).toBe(false)
  })

  test('全部消せば、言いかえは1つもしない', async () => {
    await save(await signIn(), '', '0')
    const html = await (await (await signIn()).get(at('/desk/synonyms'))).text()
    expect(html).not.toContain('高齢者、シニア</textarea>')
  })
})
