import { beforeAll, expect, test } from 'vitest'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { type Browser, openBrowser, openTestSite } from '#tests/world/site.ts'
import { isPage } from '#web/kept-forms/form-page.ts'
import { routes } from '../../src/site.ts'

let here: TestCity
let browser: Browser

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'kamagaya')
  browser = openBrowser(await openTestSite(store, () => new Date('2026-11-20T01:00:00Z')))
})

const id = '00000000-0000-7000-8000-000000000000'
const addressOf = (path: string): string =>
  path.replace(':city', here.key.slug).replaceAll(/:\w+/g, id)

const listFormOnly = () =>
  routes.filter(({ method, path }) => method === 'POST' && !isPage(routes, addressOf(path)))

test('送信だけを受ける住所を開くと、その様式のあるページに移る', async () => {
  const formOnly = listFormOnly()
  expect(formOnly.length).toBeGreaterThan(50)
  const lost: string[] = []
  for (const { path } of formOnly) {
    const answer = await browser.get(addressOf(path))
    const to = answer.headers.get('location') ?? ''
    if (answer.status !== 303 || !isPage(routes, to)) lost.push(`${path}: ${answer.status} ${to}`)
  }
  expect(lost).toEqual([])
})

test('送信を受けない住所と、知らない市の住所は、これまでどおり404になる', async () => {
  expect((await browser.get(`/${here.key.slug}/no/such/page`)).status).toBe(404)
  expect((await browser.get('/atlantis/sign-out')).status).toBe(404)
})
