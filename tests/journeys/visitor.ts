import type { Browser, Page, Response } from 'playwright-core'
import { expect } from 'vitest'
import { look } from './look.ts'

/** In which city, in which language, with or without scripts a journey is made. */
export type Journey = {
  readonly url: string
  /** The city's own facts, and the address under which this journey has the city to itself. */
  readonly preset: string
  readonly city: string
  readonly language: 'ja' | 'en'
  readonly javaScript: boolean
}

/** What a person types, chooses or ticks, by the names of the fields. */
export type Typed = Readonly<Record<string, string | boolean>>

type Sending = {
  /** Value of the button that is pressed, where the form has several. */
  readonly intent?: string
  /** The status that the answer must have; a page that came well by default. */
  readonly status?: number
}

/** One person with a phone. */
export type Visitor = {
  readonly page: Page
  /** Opens a page of the city and looks at it. */
  open(path: string, status?: number): Promise<void>
  /** Opens the address that a mail gives. */
  follow(mail: string): Promise<void>
  /** Presses what the selector finds first and looks at the page that comes. */
  press(selector: string, status?: number): Promise<void>
  /** Fills in the form whose address ends like that, sends it and looks at what comes. */
  send(form: string, typed?: Typed, sending?: Sending): Promise<void>
  /** The bytes of a file, as this person is given them. */
  download(href: string): Promise<Buffer>
  /** The address below the city, e.g. `/proposals/…`. */
  path(): string
  /** What the main part of the page says. */
  text(): Promise<string>
  close(): Promise<void>
}

const phone = { width: 360, height: 740 }

/** Every page that comes is a page of this answer: reading it from the event never races the click. */
const goOn = async (page: Page, act: () => Promise<unknown>): Promise<Response> => {
  const answered = page.waitForResponse(
    (response) =>
      response.request().isNavigationRequest() &&
      response.frame() === page.mainFrame() &&
      (response.status() < 300 || response.status() > 399),
  )
  // Waits for the new document; the old one has been loaded all along.
  const moved = page.waitForEvent('domcontentloaded')
  const [response] = await Promise.all([answered, moved, act()])
  await page.waitForLoadState('load')
  return response
}

/** Opens what is folded over something, the outermost first, as a person would who looks for it. */
const unfold = async (page: Page, wanted: string): Promise<void> => {
  const folded = page
    .locator(wanted)
    .last()
    .locator('xpath=ancestor::details[not(@open)][last()]/summary')
  while ((await folded.count()) > 0) await folded.click()
}

/** Types, chooses or ticks one field as a person would, whatever kind of field it is. */
const fill = async (page: Page, form: string, name: string, value: string | boolean) => {
  const wanted = `${form} [name="${name}"]:not([type="hidden"])`
  await unfold(page, wanted)
  const fields = page.locator(wanted)
  const kind = await fields
    .first()
    .evaluate((field) =>
      field.localName === 'select' ? 'select' : (field.getAttribute('type') ?? 'text'),
    )
  if (kind === 'select') await fields.first().selectOption(String(value))
  else if (kind === 'radio')
    await page.locator(`${form} [name="${name}"][value="${value}"]`).check()
  else if (kind === 'checkbox') await fields.first().setChecked(value !== false)
  else await fields.first().fill(String(value))
}

const readMain = async (page: Page): Promise<string> =>
  ((await page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ')

/** A person with a phone, signed out. */
export const comeBy = async (browser: Browser, journey: Journey): Promise<Visitor> => {
  const context = await browser.newContext({
    viewport: phone,
    javaScriptEnabled: journey.javaScript,
    locale: journey.language,
    // Nothing glides, so nobody waits until it has.
    reducedMotion: 'reduce',
  })
  await context.addCookies([{ name: 'lang', value: journey.language, url: journey.url }])
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const home = `${journey.url}/${journey.city}`
  const arrive = async (what: string, wanted: number, act: () => Promise<unknown>) => {
    const from = page.url()
    const response = await goOn(page, act)
    const got = response.status()
    if (got !== wanted)
      throw new Error(
        `${what} on ${from} came to ${page.url()} with ${got}: ${(await readMain(page)).slice(0, 1_500)}`,
      )
    await look(page, journey)
  }
  return {
    page,
    open: (path, status = 200) => arrive(path, status, () => page.goto(`${home}${path}`)),
    follow: (mail) => {
      const link = new URL(/https?:\S+/.exec(mail)?.[0] ?? '')
      return arrive(link.href, 200, () => page.goto(`${journey.url}${link.pathname}${link.search}`))
    },
    press: (selector, status = 200) =>
      arrive(selector, status, () => page.locator(selector).first().click()),
    send: async (address, typed = {}, { intent, status = 200 } = {}) => {
      const form = `form[action$="${address}"]`
      await unfold(page, form)
      for (const [name, value] of Object.entries(typed)) await fill(page, form, name, value)
      const button = intent
        ? `${form} button[name="intent"][value="${intent}"]`
        : `${form} button:not([name="add_row"])`
      await unfold(page, button)
      await arrive(`${address} ${intent ?? ''}`, status, () => page.locator(button).last().click())
    },
    download: async (href) => {
      const response = await context.request.get(new URL(href, journey.url).href)
      expect([href, response.status()]).toEqual([href, 200])
      return response.body()
    },
    path: () => new URL(page.url()).pathname.replace(`/${journey.city}`, ''),
    text: () => readMain(page),
    close: () => context.close(),
  }
}

/** Signs in as the sample person of that name, through the page that everyone uses. */
export const enterAs = async (
  browser: Browser,
  journey: Journey,
  name: string,
): Promise<Visitor> => {
  const visitor = await comeBy(browser, journey)
  await visitor.open('/sample-people')
  await visitor.press(`main form button:has-text("${name}")`)
  return visitor
}

/** The same by the same form, without looking at the page again for everyone who comes. */
export const enterQuickly = async (
  browser: Browser,
  journey: Journey,
  accountId: string,
): Promise<Visitor> => {
  const visitor = await comeBy(browser, journey)
  const response = await visitor.page
    .context()
    .request.post(`${journey.url}/${journey.city}/sample-people`, {
      form: { account: accountId },
      headers: { origin: journey.url },
      maxRedirects: 0,
    })
  expect([accountId, response.status()]).toEqual([accountId, 303])
  return visitor
}
