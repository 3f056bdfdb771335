import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Product, startProduct } from '#tests/world/product.ts'
import { figure, mark, say } from './figures.ts'
import { connections, type Load, load } from './load.ts'
import { bars, type MeasuredPage, measuredCity, pages, plainSearch } from './pages.ts'
import { openRecorder, type Recorder } from './record.ts'
import { startBare, startFloor } from './references.ts'
import { measureWrites } from './writes.ts'

export type Measured = {
  readonly page: MeasuredPage
  readonly bytes: number
  readonly queries: number
  readonly bare: Load
  readonly floor: Load
  readonly kept: Load
  readonly fresh: Load
}

export type Bench = {
  readonly product: Product
  readonly recorder: Recorder
  readonly seconds: number
}

/** Loads one page: kept, made afresh, and both references. */
export const measure = async (
  { product, recorder, seconds }: Bench,
  page: MeasuredPage,
): Promise<Measured> => {
  const url = `${product.url}${page.path}`
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${page.path} answers ${response.status}`)
  const bytes = (await response.arrayBuffer()).byteLength
  const asked = await recorder.statementsOf(page.path)
  const statements = page.kind === 'search' ? [plainSearch] : asked
  const kept = await load(url, { seconds })
  const fresh = await load(url, { seconds, fresh: true })
  const bareServer = await startBare(bytes)
  const bare = await load(bareServer.url, { seconds })
  await bareServer.stop()
  const databaseUrl = product.databaseUrl()
  const floorServer = await startFloor({ databaseUrl, cityId: measuredCity, statements, bytes })
  const floor = await load(floorServer.url, { seconds })
  await floorServer.stop()
  return { page, bytes, queries: asked.length, bare, floor, kept, fresh }
}

/** What stands above the lines of the table of pages. */
export const heading = `${'page'.padEnd(18)} ${'size'.padStart(7)} ${'kept/s'.padStart(8)} ${'÷ (a)'.padStart(8)}       ${'fresh/s'.padStart(8)} ${'÷ (b)'.padStart(8)}       p50/p99 ms  queries`

/** One line of the table of pages. */
export const print = ({ page, bytes, queries, bare, floor, kept, fresh }: Measured): void => {
  const failures = kept.failures + fresh.failures
  say(
    [
      page.name.padEnd(18),
      `${(bytes / 1024).toFixed(0)} KB`.padStart(7),
      figure(kept.perSecond, 8),
      mark(kept.perSecond / bare.perSecond, bars.kept).padEnd(14),
      figure(fresh.perSecond, 8),
      mark(fresh.perSecond / floor.perSecond, bars[page.kind]).padEnd(14),
      `${fresh.p50}/${fresh.p99}`.padStart(9),
      String(queries).padStart(8),
      failures > 0 ? `  ${failures} FAILED` : '',
    ].join(' '),
  )
}

const printWrites = async (bench: Bench): Promise<void> => {
  const writes = await measureWrites(bench, bench.seconds)
  const { statements, perSecond, floorPerSecond, p50, p99, failures } = writes
  say(
    `an issue raised, ${statements} statements: ${figure(perSecond, 0)}/s, ÷ bare transaction ${mark(perSecond / floorPerSecond, bars.write)}, p50/p99 ${p50}/${p99} ms${failures > 0 ? `, ${failures} FAILED` : ''}`,
  )
}

const printMemory = async (product: Product): Promise<void> => {
  const metrics = await (await fetch(`${product.url}/metrics`)).text()
  const rss = Number(/kind="rss"} (\d+)/.exec(metrics)?.[1] ?? 0)
  say(`memory of the app process after the load: ${(rss / 2 ** 20).toFixed(0)} MB (250 asked for)`)
}

const cities = ['kamakura', 'yamaguchi', 'kamagaya', 'chigasaki'] as const

/** The site serves before the sample world is there; what is measured needs all of it. */
const waitForSamples = async ({ url }: Product): Promise<void> => {
  for (const slug of cities)
    while (!(await (await fetch(`${url}/${slug}/sample-people`)).text()).includes('name="account"'))
      await new Promise((resolve) => setTimeout(resolve, 100))
}

/** What the main pages and a write of four cities and their sample world cost, `seconds` for each load. */
export const measureFourCities = async (seconds: number): Promise<void> => {
  const product = await startProduct()
  const served = performance.now()
  await waitForSamples(product)
  const samples = (performance.now() - served) / 1000
  const began = performance.now()
  await product.killApp()
  await product.restart()
  const second = (performance.now() - began) / 1000
  say(
    `${connections} clients, ${seconds} s each; first start ${product.startSeconds.toFixed(1)} s and the sample world ${samples.toFixed(1)} s later, start with data after kill -9 ${second.toFixed(1)} s`,
  )
  say(
    '(a) node:http with the same bytes; (b) node:http + pg, one process, the same SQL (search: position() and count), HTML of the same size',
  )
  say(heading)
  try {
    const recorder = await openRecorder(product.databaseUrl(), join(tmpdir(), 'tsunagu-bench'))
    const bench = { product, recorder, seconds }
    for (const page of pages) print(await measure(bench, page))
    await printMemory(product)
    await printWrites(bench)
    await recorder.close()
  } finally {
    await product.stop()
  }
}
