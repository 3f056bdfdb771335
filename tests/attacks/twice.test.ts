import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../world/city.ts'
import { type Browser, openBrowser, openTestSite } from '../world/site.ts'

let here: TestCity
let site: Hono
let browser: Browser

const at = (path: string): string => `/${here.key.slug}${path}`

const signIn = async (name: string): Promise<Browser> => {
  const person = await here.person(name)
  const own = openBrowser(site)
  await own.post(at('/sample-people'), { account: person.accountId })
  return own
}

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store)
  site = await openTestSite(store, () => testNow)
  browser = await signIn('二度押す人')
})

const issue = (title: string, key: string, more: Record<string, string | Blob> = {}) => ({
  title,
  body: '街灯が切れています。',
  place: '',
  consent: 'yes',
  idempotency_key: key,
  ...more,
})

const countIssues = (title: string): Promise<number> =>
  here.as(visitor, async (scope) => {
    const rows = await scope.db
      .selectFrom('issues')
      .select('id')
      .where('city_id', '=', scope.city.id)
      .where('title', '=', title)
      .execute()
    return rows.length
  })

describe('同じ送信を二度', () => {
  test('続けて二度送っても一つで、二度目も同じところへ着く', async () => {
    const first = await browser.post(at('/issues'), issue('続けて二度', 'key-a'))
    const second = await browser.post(at('/issues'), issue('続けて二度', 'key-a'))
    expect(first.status).toBe(303)
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect(await countIssues('続けて二度')).toBe(1)
  })

  test('同時に十度送っても一つで、みな同じところへ着く', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => browser.post(at('/issues'), issue('同時に十度', 'key-b'))),
    )
    const places = new Set(answers.map((answer) => answer.headers.get('location')))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303))
    expect(places.size).toBe(1)
    expect(await countIssues('同時に十度')).toBe(1)
  })

  test('同じ鍵で別の中身は、断って何も残さない', async () => {
    await browser.post(at('/issues'), issue('鍵の持ち主', 'key-c'))
    const other = await browser.post(at('/issues'), issue('別の中身', 'key-c'))
    expect(other.status).toBe(422)
    expect(await countIssues('別の中身')).toBe(0)
  })

  test('名も大きさも同じで中身だけ違うファイルも、別の中身である', async () => {
    const photo = (text: string): Blob => new File([text], 'memo.txt', { type: 'text/plain' })
    const sent = (text: string) => issue('ファイルだけ違う', 'key-d', { photos: photo(text) })
    expect((await browser.post(at('/issues'), sent('一つ目'))).status).toBe(303)
    expect((await browser.post(at('/issues'), sent('二つ目'))).status).toBe(422)
    expect((await browser.post(at('/issues'), sent('一つ目'))).status).toBe(303)
    expect(await countIssues('ファイルだけ違う')).toBe(1)
  })

  test('人の鍵は、ほかの人の送信を妨げず、その行き先も教えない', async () => {
    const first = await browser.post(at('/issues'), issue('人の鍵', 'key-e'))
    const other = await (await signIn('ほかの人')).post(at('/issues'), issue('人の鍵', 'key-e'))
    expect(other.status).toBe(303)
    expect(other.headers.get('location')).not.toBe(first.headers.get('location'))
    expect(await countIssues('人の鍵')).toBe(2)
  })

  test('断られた送信は、直して同じ鍵で送れる', async () => {
    expect((await browser.post(at('/issues'), issue('', 'key-f'))).status).toBe(422)
    expect((await browser.post(at('/issues'), issue('直した', 'key-f'))).status).toBe(303)
    expect(await countIssues('直した')).toBe(1)
  })
})

describe('同時に二百人', () => {
  test('それぞれに、自分の画面だけが返る', async () => {
    const numbers = Array.from({ length: 200 }, (_, number) => number)
    const browsers: Browser[] = []
    for (const number of numbers) browsers.push(await signIn(`見本 canary${number}x`))
    const pages = await Promise.all(
      browsers.map(async (own, number) => {
        const path = number % 2 === 0 ? '/account' : '/groups'
        return (await own.get(at(path))).text()
      }),
    )
    const seen = pages.map((html) => [
      ...new Set([...html.matchAll(/canary(\d+)x/g)].map(([, found]) => Number(found))),
    ])
    expect(seen).toEqual(numbers.map((number) => [number]))
  })
})
