import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, listFaults } from '../world/browser.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../world/city.ts'
import { openTestSite } from '../world/site.ts'

// What the page アクセシビリティ promises: axe in both languages at these widths, with nothing found.
const widths = [320, 768, 1280] as const

/** Many pages in a real browser: a slow machine may take its time. */
const patient = { timeout: 600_000 }

let here: TestCity
let server: ServerType
let browser: Browser
let origin = ''

beforeAll(async () => {
  const store = await openTestStore(() => testNow)
  here = await openTestCity(store, 'yamaguchi')
  const site = await openTestSite(store, () => testNow)
  await new Promise<void>((resolve) => {
    server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve())
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

/** Faults at every width; the page is loaded once. */
const faultsAt = async (page: Page, url: string): Promise<string[]> => {
  const answer = await page.goto(url)
  const faults = answer?.ok() ? [] : [`${answer?.status()} ${url}`]
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    for (const fault of await listFaults(page)) faults.push(`${width}px ${url}: ${fault}`)
  }
  return faults
}

const openPage = async (language: 'ja' | 'en'): Promise<Page> => {
  const context = await browser.newContext({ locale: language === 'ja' ? 'ja-JP' : 'en-US' })
  const page = await context.newPage()
  await page.goto(`${origin}/${here.key.slug}?lang=${language}`)
  return page
}

/** Pages that have an address of their own in every city. */
const fixed = [
  '',
  '/groups',
  '/groups/registration',
  '/issues',
  '/themes',
  '/programmes',
  '/proposals',
  '/projects',
  '/plans',
  '/indicators',
  '/statistics',
  '/search?q=協働',
  '/search?q=見つからない言葉',
  '/about',
  '/guide',
  '/accessibility',
  '/open-data',
  '/open-data/groups',
  '/sign-in',
  '/sign-up',
  '/no-such-page',
] as const

/** Lists whose first entry is looked at too. */
const lists = ['/programmes', '/plans', '/statistics'] as const

describe.each(['ja', 'en'] as const)('%s', (language) => {
  test('だれでも見られる主なページに、axe の指摘も横のはみ出しもない', patient, async () => {
    const page = await openPage(language)
    const faults: string[] = []
    for (const path of fixed) {
      const found = await faultsAt(page, `${origin}/${here.key.slug}${path}`)
      faults.push(
        ...found.filter((fault) => !(path === '/no-such-page' && fault.startsWith('404'))),
      )
    }
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('一覧から開く制度・募集・計画・項目・統計のページにも、指摘がない', patient, async () => {
    const page = await openPage(language)
    const faults: string[] = []
    for (const list of lists) {
      const base = `${origin}/${here.key.slug}${list}`
      await page.goto(base)
      const links = page.locator(`main a[href^="/${here.key.slug}${list}/"]`)
      const first = await links.first().getAttribute('href')
      expect(first, list).not.toBeNull()
      faults.push(...(await faultsAt(page, `${origin}${first}`)))
      const inside = page.locator(
        `main a[href^="/${here.key.slug}/calls/"], main a[href*="/items/"]`,
      )
      if ((await inside.count()) > 0)
        faults.push(
          ...(await faultsAt(page, `${origin}${await inside.first().getAttribute('href')}`)),
        )
    }
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('対照：名前のない入力欄や、はみ出す部分があれば、見つかる', async () => {
    const page = await openPage(language)
    await page.evaluate(() => {
      const wide = document.createElement('div')
      wide.style.width = '3000px'
      wide.textContent = 'x'
      document.querySelector('main')?.append(document.createElement('input'), wide)
    })
    const faults = await listFaults(page)
    expect(faults.some((fault) => fault.startsWith('label'))).toBe(true)
    expect(faults.some((fault) => fault.startsWith('wider'))).toBe(true)
    await page.context().close()
  })
})

/** What lies on top in the middle of each of these, as a finger would meet it. */
const coveredIn = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((targets) =>
    targets.flatMap((target) => {
      target.scrollIntoView({ block: 'center' })
      const { left, top, width, height } = target.getBoundingClientRect()
      const met = document.elementFromPoint(left + width / 2, top + height / 2)
      return met && (met === target || target.contains(met) || met.contains(target))
        ? []
        : [`${target.textContent} lies under ${met?.className || met?.localName}`]
    }),
  )

test.each(['', '/groups'])(
  'スマートフォンで開いたメニューは、ページ%sのどの上にも重なり、どの行も押せる',
  async (path) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: true,
    })
    const page = await context.newPage()
    await page.goto(`${origin}/${here.key.slug}${path}`)
    await page.locator('.menu > summary').click()
    expect(await page.locator('.menu .nav-list a').count()).toBeGreaterThan(4)
    expect(await coveredIn(page, '.menu .nav-list a, .menu input, .menu button')).toEqual([])
    await context.close()
  },
)
