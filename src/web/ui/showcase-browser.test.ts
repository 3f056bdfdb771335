import { mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../../tests/world/browser.ts'
import { answerAsset } from '../assets/answer-asset.ts'
import { loadAssets } from '../assets/build.ts'
import { renderAllShowcases } from './showcase.tsx'

const root = join(import.meta.dirname, '../../..')
const assets = await loadAssets(root)
const pages = renderAllShowcases({ css: assets.css, js: assets.js, publicUrl: 'http://localhost' })
const names = Object.keys(pages)

describe('in a browser', () => {
  const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
  const pictures = join(root, '.build/showcase')
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '/'
    const asset = answerAsset(assets, path, '')
    const page = pages[path.slice(1)]
    response.writeHead(asset || page ? 200 : 404, asset?.headers ?? { 'content-type': 'text/html' })
    response.end(asset?.body ?? page)
  })
  let browser: Browser
  let address = ''

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser.close()
    server.close()
  })

  const open = async (name: string, width: number, javaScriptEnabled = true) => {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      javaScriptEnabled,
    })
    const page = await context.newPage()
    await page.goto(`${address}/${name}`)
    return page
  }

  type Axe = { run: (where: Document, how: object) => Promise<{ violations: Violation[] }> }
  type Violation = { id: string; nodes: { html: string }[] }

  const runAxe = async (page: Page): Promise<string[]> => {
    await page.evaluate(axe)
    return page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: Axe }
      const { violations } = await axe.run(document, {
        rules: { 'target-size': { enabled: true } },
      })
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    })
  }

  const looked = names.filter((name) => !name.startsWith('problem') || name.includes('404'))

  test.each(looked)(
    'axe finds nothing on %s at any width, and nothing is wider than the screen',
    async (name) => {
      const page = await open(name, 320)
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true })
        const hidden = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect([width, hidden, await runAxe(page)]).toEqual([width, 0, []])
      }
      await page.context().close()
    },
  )

  test('the checker in the browser finds a mistake that is there', async () => {
    const page = await open('home-ja', 320)
    await page.evaluate(() => {
      document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img src="/x.png">')
    })
    expect((await runAxe(page)).join()).toContain('image-alt')
    await page.context().close()
  })

  const controls =
    '.button, .input, .header-link, .menu > summary, .nav a, .pages a, .choice, .tiles a, .disclosure summary, .language'

  test.each(looked)('every control of %s is at least 44 px high on a phone', async (name) => {
    const page = await open(name, 320)
    const small = await page.$$eval(controls, (found) =>
      found
        .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44)
        .map((each) => each.outerHTML.slice(0, 100)),
    )
    await page.context().close()
    expect(small).toEqual([])
  })

  test('text of the page is nowhere smaller than 16 px', async () => {
    for (const name of ['home-ja', 'form-failed-ja', 'directory-ja', 'project-ja']) {
      const page = await open(name, 320)
      const small = await page.$$eval('body *', (found) =>
        found
          .filter(
            (each) =>
              each.checkVisibility() && Number.parseFloat(getComputedStyle(each).fontSize) < 16,
          )
          .map((each) => each.outerHTML.slice(0, 100)),
      )
      await page.context().close()
      expect(small).toEqual([])
    }
  })

  test.each([true, false])('errors are read first, with scripts on: %s', async (scripts) => {
    const page = await open('form-failed-ja', 360, scripts)
    await page.locator('#error-summary:focus').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#title')
    await page.context().close()
  })

  test('a press adds a row, numbered and summed, and the focus goes there', async () => {
    const page = await open('form-ja', 360)
    await page.click('button[name="add_row"]')
    await page.keyboard.type('印刷費')
    await page.fill('[name="budget.3.amount"]', '１，０００円')
    expect(await page.inputValue('[name="budget.3.item"]')).toBe('印刷費')
    expect(await page.textContent('.row:last-of-type legend')).toBe('4行目')
    expect(await page.textContent('output')).toBe('385,000')
    await page.context().close()
  })

  test('what was written comes along into the other language, rows added by hand too', async () => {
    const page = await open('form-ja', 1280)
    await page.fill('[name="title"]', '空き家の食堂')
    await page.check('[name="kind"][value="city"]')
    await page.uncheck('[name="fields"][value="welfare"]')
    await page.click('button[name="add_row"]')
    await page.fill('[name="budget.3.item"]', '印刷費')
    await page.$eval('a.language', (link) => link.setAttribute('href', '?lang=en'))
    await page.click('a.language')
    await page.waitForURL(/lang=en/)
    expect(await page.inputValue('[name="title"]')).toBe('空き家の食堂')
    expect(await page.isChecked('[name="kind"][value="city"]')).toBe(true)
    expect(await page.isChecked('[name="fields"][value="welfare"]')).toBe(false)
    expect(await page.inputValue('[name="budget.3.item"]')).toBe('印刷費')
    await page.context().close()
  })

  test('the browser asks before a form is left that was written into, and only then', async () => {
    const page = await open('form-ja', 1280)
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      return dialog.accept()
    })
    await page.goto(`${address}/home-ja`)
    expect(asked).toEqual([])
    await page.goto(`${address}/form-ja`)
    await page.fill('#purpose', '書きかけ')
    await page.goto(`${address}/home-ja`)
    expect(asked).toEqual(['beforeunload'])
    await page.context().close()
  })

  test('what is too long is counted, not cut off', async () => {
    const page = await open('form-ja', 360)
    await page.fill('#purpose', '𠮷'.repeat(405))
    expect(await page.textContent('#purpose-count')).toBe('5字多くなっています')
    expect((await page.inputValue('#purpose')).length).toBe(810)
    await page.context().close()
  })

  test('the menu of phones opens without a script, and Esc closes it and keeps the focus', async () => {
    const plain = await open('home-ja', 360, false)
    await plain.click('.menu > summary')
    expect(await plain.locator('.menu .nav-list a').first().isVisible()).toBe(true)
    await plain.context().close()
    const page = await open('home-ja', 360)
    await page.click('.menu > summary')
    await page.keyboard.press('Escape')
    expect(await page.locator('.menu .nav-list a').first().isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('summary')
    await page.context().close()
  })
})
