import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Product, startProduct } from '#tests/world/product.ts'
import { openStore, type Store } from '../../src/store.ts'
import { figure, mark, say } from '../figures.ts'
import { load } from '../load.ts'
import { openRecorder, type Recorder } from '../record.ts'
import { type FloorQuery, startFloor } from '../references.ts'
import { slugOf } from './cities.ts'
import { analyse, growCountry } from './grow.ts'
import { type Latency, measureLatency } from './latency.ts'
import { listMunicipalities } from './municipalities.ts'
import { type GrowthPage, growthPages, portalSearches } from './pages.ts'
import { registerGroups } from './register.ts'
import { shareGroups } from './sizes.ts'
import { measureTables } from './tables.ts'

const small = [
  { id: 142042, slug: 'kamakura', town: ['鎌倉', 'かまくら'] },
  { id: 352039, slug: 'yamaguchi', town: ['山口', 'やまぐち'] },
  { id: 122246, slug: 'kamagaya', town: ['鎌ケ谷', 'かまがや'] },
  { id: 142077, slug: 'chigasaki', town: ['茅ヶ崎', 'ちがさき'] },
] as const
const groupsEach = 250

/** What pages may grow by, from 4 cities and 1,000 groups to the whole country. */
const growthBar = 1.3
const asked = 200

type Growing = {
  readonly product: Product
  readonly store: Store
  readonly recorder: Recorder
  readonly seconds: number
}

const openBenchStore = (product: Product): Promise<Store> =>
  openStore({
    urls: { owner: product.ownerUrl(), app: product.databaseUrl() },
    dataDir: join(tmpdir(), 'tsunagu-bench'),
    publicUrl: product.url,
    works: false,
    clock: () => new Date(),
    onError: (error) => say(String(error)),
  })

const measureAll = async (
  { product }: Growing,
  pages: readonly GrowthPage[],
  city: string,
): Promise<ReadonlyMap<string, Latency>> => {
  const measured = new Map<string, Latency>()
  for (const { name, path } of pages)
    measured.set(name, await measureLatency(`${product.url}${path(city)}`, asked))
  return measured
}

const milliseconds = (value: number): string => value.toFixed(2).padStart(8)

const printGrowth = async (
  { recorder }: Growing,
  before: ReadonlyMap<string, Latency>,
  after: ReadonlyMap<string, Latency>,
): Promise<void> => {
  say(`${'page'.padEnd(22)} small p50     p99  country p50     p99   growth        queries`)
  for (const { name, path } of [...growthPages, ...portalSearches]) {
    const [was, is] = [before.get(name)!, after.get(name)!]
    const grown = is.p50 / was.p50
    const sign = grown <= growthBar ? '≤' : '>'
    const queries = (await recorder.statementsOf(path('kamakura'))).length
    say(
      `${name.padEnd(22)}${milliseconds(was.p50)}${milliseconds(was.p99)}     ${milliseconds(is.p50)}${milliseconds(is.p99)}   ${figure(grown, 6)} ${sign} ${growthBar}  ${String(queries).padStart(6)}`,
    )
  }
}

const findLargest = async (
  ownerUrl: string,
): Promise<{ readonly id: number; readonly groups: number }> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ city_id: number; n: string }>(
    "SELECT city_id, count(*) AS n FROM public_entries WHERE kind = 'group' GROUP BY 1 ORDER BY 2 DESC LIMIT 1",
  )
  await client.end()
  return { id: rows[0]!.city_id, groups: Number(rows[0]!.n) }
}

/** What anyone would write first: every entry is held against the word, and all hits are counted. */
const plainSearch = (word: string, cityId: number | undefined): FloorQuery => ({
  name: `floor-${cityId ?? 'all'}`,
  text: `SELECT kind, id, title_ja, summary_ja, url, count(*) OVER () FROM public_entries WHERE ${cityId ? 'city_id = $2 AND ' : ''}position($1 IN folded_body) > 0 ORDER BY happened_on DESC LIMIT 20`,
  values: cityId ? [word, cityId] : [word],
})

type Compared = {
  readonly name: string
  readonly path: string
  readonly cityId: number
  readonly bar: number
  /** What the floor asks instead of the page's own statements. */
  readonly floor?: FloorQuery
}

const compare = async (growing: Growing, page: Compared): Promise<void> => {
  const { product, recorder, seconds } = growing
  const url = `${product.url}${page.path}`
  const bytes = (await (await fetch(url)).arrayBuffer()).byteLength
  const statements = page.floor ? [page.floor] : await recorder.statementsOf(page.path)
  const ours = await load(url, { seconds, fresh: true })
  const floorServer = await startFloor({
    databaseUrl: product.databaseUrl(),
    cityId: page.cityId,
    statements,
    bytes,
  })
  const floor = await load(floorServer.url, { seconds })
  await floorServer.stop()
  say(
    `${page.name.padEnd(34)} ${figure(ours.perSecond, 8)}/s  ÷ (b) ${mark(ours.perSecond / floor.perSecond, page.bar).padEnd(14)} p50/p99 ${ours.p50}/${ours.p99} ms${ours.failures > 0 ? `  ${ours.failures} FAILED` : ''}`,
  )
}

const compareAll = async (growing: Growing): Promise<void> => {
  const largest = await findLargest(growing.product.ownerUrl())
  const slug = slugOf({ code: String(largest.id).padStart(6, '0') })
  const word = encodeURIComponent('活動')
  say(`the largest city has ${largest.groups.toLocaleString('en')} groups`)
  const own = { cityId: 142042 }
  const there = { cityId: largest.id }
  const pages: readonly Compared[] = [
    { ...own, name: 'directory', path: '/kamakura/groups', bar: 0.3 },
    { ...there, name: 'directory, largest city', path: `/${slug}/groups`, bar: 0.3 },
    {
      ...own,
      name: 'search, common word',
      path: `/kamakura/search?q=${word}`,
      bar: 1,
      floor: plainSearch('活動', 142042),
    },
    {
      ...there,
      name: 'search, common word, largest city',
      path: `/${slug}/search?q=${word}`,
      bar: 1,
      floor: plainSearch('活動', largest.id),
    },
    {
      ...own,
      name: 'search, common word, all cities',
      path: `/?q=${word}`,
      bar: 1,
      floor: plainSearch('活動', undefined),
    },
  ]
  for (const page of pages) await compare(growing, page)
  const first = await measureAll(growing, growthPages, slug)
  for (const [name, { p50, p99 }] of first)
    say(`largest city, ${name.padEnd(22)}${milliseconds(p50)}${milliseconds(p99)}`)
}

const grow = async (growing: Growing, groupsInAll: number): Promise<void> => {
  const { store, product } = growing
  const known = new Set<string>(small.map(({ id }) => String(id).padStart(6, '0')))
  const municipalities = listMunicipalities().filter(({ code }) => !known.has(code))
  const groups = shareGroups(municipalities, groupsInAll - small.length * groupsEach)
  const began = performance.now()
  await growCountry({ store, ownerUrl: product.ownerUrl(), municipalities, groups })
  const minutes = (performance.now() - began) / 60_000
  say(
    `${(municipalities.length + small.length).toLocaleString('en')} cities with ${groupsInAll.toLocaleString('en')} groups, made in ${minutes.toFixed(1)} min`,
  )
}

/** What grows with the country: 4 cities with 1,000 groups, then 1,741 with 350,000, in one run. */
export const measureCountry = async ({
  seconds,
  groups,
  rows,
}: {
  readonly seconds: number
  readonly groups: number
  readonly rows: number
}): Promise<void> => {
  const product = await startProduct()
  const store = await openBenchStore(product)
  const recorder = await openRecorder(product.databaseUrl(), join(tmpdir(), 'tsunagu-bench'))
  const growing = { product, store, recorder, seconds }
  try {
    for (const { id, slug, town } of small)
      await registerGroups(store, { id, slug }, { town, count: groupsEach })
    await analyse(product.ownerUrl())
    const before = await measureAll(growing, [...growthPages, ...portalSearches], 'kamakura')
    await measureTables(growing, { rows, when: 'at 4 cities and 1,000 groups' })
    await grow(growing, groups)
    const after = await measureAll(growing, [...growthPages, ...portalSearches], 'kamakura')
    await printGrowth(growing, before, after)
    await compareAll(growing)
    await measureTables(growing, { rows, when: 'at the size of the country' })
  } finally {
    await recorder.close()
    await store.close()
    await product.stop()
  }
}
