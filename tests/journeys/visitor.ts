import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { listFaults } from '../world/browser.ts'

/** In which city, in which language, with or without scripts a journey is made. */
export type Journey = {
  readonly url: string
  readonly city: string
  readonly language: 'ja' | 'en'
  readonly javaScript: boolean
}

/** One person with a phone. */
export type Visitor = {
  readonly page: Page
  /** Opens a page of the city and looks at it. */
  open(path: string): Promise<void>
  /** Presses the button or link with this address or name attribute and looks at what comes. */
  press(selector: string): Promise<void>
  /** The address without the site, e.g. `/kamakura/proposals/…`. */
  path(): string
  close(): Promise<void>
}

const phone = { width: 360, height: 740 }

const look = async (page: Page): Promise<void> => {
  expect([page.url(), await listFaults(page)]).toEqual([page.url(), []])
  expect(await page.locator('h1').count(), page.url()).toBe(1)
}

/** A person with a phone, signed out. */
export const comeBy = async (browser: Browser, journey: Journey): Promise<Visitor> => {
  const context: BrowserContext = await browser.newContext({
    viewport: phone,
    javaScriptEnabled: journey.javaScript,
    locale: journey.language,
  })
  await context.addCookies([{ name: 'lang', value: journey.language, url: journey.url }])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return {
    page,
    open: async (path) => {
      const response = await page.goto(`${journey.url}/${journey.city}${path}`)
      expect([path, response?.status()]).toEqual([path, 200])
      await look(page)
    },
    press: async (selector) => {
      await Promise.all([page.waitForLoadState('load'), page.locator(selector).first().click()])
      await page.waitForLoadState('load')
      await look(page)
    },
    path: () => new URL(page.url()).pathname,
    close: () => context.close(),
  }
}

/** Signs in as the sample person of that name, through the page that everyone uses. */
export const enterAs = async (visitor: Visitor, name: string): Promise<void> => {
  await visitor.open('/sample-people')
  await visitor.press(`article:has(:text("${name}")) button`)
}
