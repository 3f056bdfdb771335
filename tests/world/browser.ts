import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { projectRoot } from '#data/root.ts'
import { findBrowser } from './browser-places.ts'

/** Quiet and without any traffic of its own. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the real browser. */
export const launchBrowser = (): Promise<Browser> => {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No browser: install chromium, or set CHROMIUM to its path.')
  return chromium.launch({ executablePath, args: flags })
}

const axeSource = readFileSync(join(projectRoot(), 'node_modules/axe-core/axe.min.js'), 'utf8')

type Axe = {
  run: (
    where: Document,
    how: object,
  ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

/** Where scripts are off no timer ever fires, and axe waits for its own; nothing else on the page has any. */
const fireAtOnce = (): void => {
  globalThis.setTimeout = ((act: () => void) => {
    Promise.resolve().then(act)
    return 0
  }) as unknown as typeof setTimeout
}

/** What axe finds on the page as it is, and whether it is wider than the screen. Empty when all is well. */
export const listFaults = async (
  page: Page,
  { javaScript = true }: { readonly javaScript?: boolean } = {},
): Promise<string[]> => {
  if (!javaScript) await page.evaluate(fireAtOnce)
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Anything else is not looked at: half the work.
      resultTypes: ['violations'],
    })
    const wide = document.documentElement.scrollWidth - innerWidth
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`),
      ...(wide > 0 ? [`wider than the screen by ${wide}px`] : []),
    ]
  })
}
