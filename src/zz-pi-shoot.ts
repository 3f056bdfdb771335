import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
const axe = readFileSync('/work/main/node_modules/axe-core/axe.min.js', 'utf8')
const base = 'http://127.0.0.1:3997'
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
const want = (process.argv[2] ?? '').split(',')
for (const width of (process.argv[3] ?? '360,1280').split(',').map(Number)) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true, ...(process.argv[4] ? { extraHTTPHeaders: { cookie: process.argv[4] } } : {}) })
  const page = await context.newPage()
  for (const path of want) {
    await page.goto(base + path)
    const name = path.replace(/[^a-z0-9]+/g, '_')
    await page.screenshot({ path: `/tmp/pi-shots/${name}-${width}.png`, fullPage: true })
    const over = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    if (over) console.log('OVERFLOW', path, width)
    await page.evaluate(axe)
    const result: any = await page.evaluate(() => (window as any).axe.run(document, { resultTypes: ['violations'] }))
    for (const v of result.violations) console.log(path, width, v.id, v.help, v.nodes.slice(0, 3).map((n: any) => n.target.join(' ')))
  }
  await context.close()
}
await browser.close()
