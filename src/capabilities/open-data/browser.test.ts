import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '#kernel/actor.ts'
import { launchBrowser, listFaults } from '#tests/world/browser.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { openTestSite } from '#tests/world/site.ts'

let here: TestCity
let server: ServerType
let browser: Browser
let origin = ''

const typed = '</script><script>document.title="bad"</script><b>&見本の会'

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'chigasaki')
  await here.as(system('tests'), async (scope) => {
    await scope.db
      .insertInto('groups')
      .values({
        city_id: scope.city.id,
        id: '0123456789ab',
        state: 'approved',
        name: typed,
        name_kana: 'ミホンノカイ',
        number: '第1号',
        registered_on: '2026-04-01',
        legal_form: here.city.legalForms[0]!.code,
        public_profile: JSON.stringify({
          summary: { ja: typed, en: typed },
          entries: [
            {
              code: 'purpose',
              kind: 'textarea',
              label: { ja: '目的', en: 'Purpose' },
              text: { ja: `${typed}\n𠮷田さんたちの活動`, en: typed },
            },
          ],
        }),
        created_at: testNow,
        updated_at: testNow,
      })
      .execute()
  })
  const site = await openTestSite(store, () => testNow)
  await new Promise<void>((resolve) => {
    server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve())
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${here.key.slug}`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

test('ページのデータは、内容の決まり（CSP）に止められず、書かれた文字を命令にしない', async () => {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (line) => complaints.push(line.text()))
  for (const path of ['/groups/0123456789ab', '/open-data', '/open-data/groups', '/programmes']) {
    const address =
      path === '/programmes'
        ? await (async () => {
            await page.goto(`${origin}${path}`)
            const link = page.locator(`main a[href*="${here.key.slug}/programmes/"]`).first()
            return new URL((await link.getAttribute('href'))!, origin).href
          })()
        : `${origin}${path}`
    const answer = await page.goto(address)
    expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'")
    const blocks = await page.locator('script[type="application/ld+json"]').allTextContents()
    expect([path, blocks.length]).toEqual([path, 1])
    const data = JSON.parse(blocks[0]!)
    expect(data['@context']).toBe('https://schema.org')
    if (path.startsWith('/groups/')) expect(data.name).toBe(typed)
    expect(await page.title()).not.toBe('bad')
    const feeds = page.locator('head link[rel="alternate"][type]')
    // Those of the city, and on a group's page its own.
    expect([path, await feeds.count()]).toEqual([path, path.startsWith('/groups/') ? 4 : 3])
  }
  expect(complaints.filter((text) => /Content Security Policy|script/i.test(text))).toEqual([])
  await page.close()
})

test('目録とデータのページは、どの幅でも、どちらの言葉でも、JavaScript なしで使える', {
  timeout: 300_000,
}, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const faults: string[] = []
  for (const lang of ['ja', 'en'])
    for (const path of ['/open-data', '/open-data/groups', '/open-data/groups/cp932']) {
      await page.goto(`${origin}${path}?lang=${lang}`)
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        for (const fault of await listFaults(page, { javaScript: false }))
          faults.push(`${width} ${path} ${lang}: ${fault}`)
      }
    }
  expect(faults).toEqual([])
  await page.goto(`${origin}/open-data/groups/cp932?lang=ja`)
  expect(await page.locator('table#places').textContent()).toContain('U+20BB7')
  await context.close()
})
