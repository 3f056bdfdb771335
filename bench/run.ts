import { cpus, totalmem } from 'node:os'
import { type Product, startProduct } from '#tests/world/product.ts'
import { type Load, load } from './load.ts'
import { bars, type MeasuredPage, pages } from './pages.ts'
import { startBare, startFloor } from './references.ts'

const seconds = Number(process.argv[2] ?? 4)
const city = 142042

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const figure = (value: number, width: number): string =>
  (value >= 100 ? value.toFixed(0) : value.toFixed(2)).padStart(width)

const mark = (ratio: number, bar: number): string =>
  `${figure(ratio, 6)} ${ratio >= bar ? '≥' : '<'} ${bar}`

type Measured = {
  readonly page: MeasuredPage
  readonly bytes: number
  readonly bare: Load
  readonly floor: Load
  readonly kept: Load
  readonly fresh: Load
}

const measure = async (product: Product, page: MeasuredPage): Promise<Measured | undefined> => {
  const response = await fetch(`${product.url}${page.path}`)
  if (!response.ok) {
    say(`${page.name.padEnd(18)} answers ${response.status}; not measured`)
    return undefined
  }
  const bytes = (await response.arrayBuffer()).byteLength
  const url = `${product.url}${page.path}`
  const kept = await load(url, { seconds })
  const fresh = await load(url, { seconds, fresh: true })
  const bareServer = await startBare(bytes)
  const bare = await load(bareServer.url, { seconds })
  await bareServer.stop()
  const floorServer = await startFloor(product.databaseUrl(), city, page.floor, bytes)
  const floor = await load(floorServer.url, { seconds })
  await floorServer.stop()
  return { page, bytes, bare, floor, kept, fresh }
}

const print = ({ page, bytes, bare, floor, kept, fresh }: Measured): void => {
  const failures = kept.failures + fresh.failures
  say(
    [
      page.name.padEnd(18),
      `${(bytes / 1024).toFixed(0)} KB`.padStart(7),
      figure(kept.perSecond, 8),
      mark(kept.perSecond / bare.perSecond, bars.kept).padEnd(14),
      figure(fresh.perSecond, 8),
      mark(fresh.perSecond / floor.perSecond, bars[page.kind]).padEnd(14),
      `${fresh.p50}/${fresh.p99}`.padStart(8),
      failures > 0 ? `  ${failures} FAILED` : '',
    ].join(' '),
  )
}

const product = await startProduct()
say(
  `${cpus().length} cores (${cpus()[0]?.model}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB; 16 clients, ${seconds} s each; first start ${product.startSeconds.toFixed(1)} s`,
)
say(
  '(a) node:http with the same bytes; (b) node:http + pg, one prepared statement, HTML of the same size',
)
say(
  `${'page'.padEnd(18)} ${'size'.padStart(7)} ${'kept/s'.padStart(8)} ${'÷ (a)'.padStart(8)}       ${'fresh/s'.padStart(8)} ${'÷ (b)'.padStart(8)}       p50/p99 ms`,
)
try {
  for (const page of pages) {
    const measured = await measure(product, page)
    if (measured) print(measured)
  }
  const metrics = await (await fetch(`${product.url}/metrics`)).text()
  const rss = Number(/kind="rss"} (\d+)/.exec(metrics)?.[1] ?? 0)
  say(`memory of the app process after the load: ${(rss / 2 ** 20).toFixed(0)} MB (250 asked for)`)
} finally {
  await product.stop()
}
