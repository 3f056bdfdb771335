import type { Observed } from '#web/site-parts.ts'
import type { Store } from './store.ts'

/**
 * Figures for a collector, without anything about people: each under its name with labels. Counters of several
 * processes add up; gauges stand beside each other.
 */
export type Figures = {
  readonly counters: Readonly<Record<string, number>>
  readonly gauges: Readonly<Record<string, number>>
}

/** What the requests of this process came to. */
export type Meter = { observe(request: Observed): void; read(): Figures['counters'] }

/** Upper ends of the bars of the histogram of durations, in seconds. */
const ends = [0.01, 0.05, 0.1, 0.5, 1, 5] as const

const labels = (given: Readonly<Record<string, string | number>>): string =>
  `{${Object.entries(given)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')}}`

type Tally = {
  readonly method: string
  readonly route: string
  seconds: number
  /** How many took at most that long, by the place in {@link ends}. */
  readonly within: number[]
  readonly statuses: Map<number, number>
}

const seriesOf = ({ method, route, seconds, within, statuses }: Tally): Figures['counters'] => {
  const where = { method, route }
  const count = [...statuses.values()].reduce((sum, one) => sum + one, 0)
  const bars = [...ends, '+Inf'].map((le, at) => [
    `tsunagu_request_seconds_bucket${labels({ ...where, le })}`,
    within[at] ?? count,
  ])
  const answers = [...statuses].map(([status, times]) => [
    `tsunagu_requests_total${labels({ ...where, status })}`,
    times,
  ])
  return {
    ...Object.fromEntries([...answers, ...bars]),
    [`tsunagu_request_seconds_sum${labels(where)}`]: seconds,
    [`tsunagu_request_seconds_count${labels(where)}`]: count,
  }
}

/** Counts every request with a few additions; texts are made only when somebody asks. */
export const openMeter = (): Meter => {
  const tallies = new Map<string, Tally>()
  return {
    observe: ({ route, method, status, seconds }) => {
      const key = `${method} ${route}`
      const none = { method, route, seconds: 0, within: ends.map(() => 0), statuses: new Map() }
      const tally: Tally = tallies.get(key) ?? none
      tallies.set(key, tally)
      tally.seconds += seconds
      tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1)
      for (const [at, end] of ends.entries())
        if (seconds <= end) tally.within[at] = (tally.within[at] ?? 0) + 1
    },
    read: () => Object.assign({}, ...[...tallies.values()].map(seriesOf)),
  }
}

/** What this process holds now: memory and connections. `name` tells processes apart. */
export const readGauges = (store: Store, name: string): Figures['gauges'] => {
  const memory = process.memoryUsage()
  const { totalCount, idleCount, waitingCount } = store.database.pool
  const own = (metric: string, more: Readonly<Record<string, string>> = {}): string =>
    `${metric}${labels({ process: name, ...more })}`
  return {
    [own('tsunagu_memory_bytes', { kind: 'rss' })]: memory.rss,
    [own('tsunagu_memory_bytes', { kind: 'heap' })]: memory.heapUsed,
    [own('tsunagu_uptime_seconds')]: Math.round(process.uptime()),
    [own('tsunagu_db_connections', { state: 'open' })]: totalCount,
    [own('tsunagu_db_connections', { state: 'idle' })]: idleCount,
    [own('tsunagu_db_waiting')]: waitingCount,
  }
}

/** How much waits on the queue, for everybody together; mails are jobs, too. */
export const readQueue = async (store: Store): Promise<Figures['gauges']> => {
  const gauges: Record<string, number> = { tsunagu_mails_waiting: 0 }
  for (const { name, state, count } of await store.jobs.count()) {
    gauges[`tsunagu_jobs${labels({ job: name, state })}`] = count
    if (name === 'mails.deliver' && (state === 'created' || state === 'retry'))
      gauges.tsunagu_mails_waiting = (gauges.tsunagu_mails_waiting ?? 0) + count
  }
  return gauges
}

/** The figures of several processes as one. */
export const addFigures = (all: readonly Figures[]): Figures => {
  const counters: Record<string, number> = {}
  for (const one of all)
    for (const [name, value] of Object.entries(one.counters))
      counters[name] = (counters[name] ?? 0) + value
  return { counters, gauges: Object.assign({}, ...all.map(({ gauges }) => gauges)) }
}

const kinds: Readonly<Record<string, string>> = {
  tsunagu_requests_total: 'counter',
  tsunagu_request_seconds: 'histogram',
}

const familyOf = (series: string): string =>
  (series.split('{')[0] ?? '').replace(/(?<=_seconds)_(bucket|sum|count)$/, '')

/** The figures in the text form that Prometheus reads (version 0.0.4). */
export const writeFigures = ({ counters, gauges }: Figures): string => {
  const families = new Map<string, string[]>()
  for (const [series, value] of Object.entries({ ...counters, ...gauges })) {
    const family = familyOf(series)
    families.set(family, [...(families.get(family) ?? []), `${series} ${value}`])
  }
  const parts = [...families].map(
    ([family, lines]) => `# TYPE ${family} ${kinds[family] ?? 'gauge'}\n${lines.join('\n')}\n`,
  )
  return parts.join('')
}

/** How a site tells its figures: by itself, or together with the other processes. */
export type Measures = {
  readonly observe: Meter['observe']
  readonly write: () => Promise<string>
}

/** The figures of a process that answers requests alone. */
export const measureAlone = (store: Store): Measures => {
  const meter = openMeter()
  return {
    observe: meter.observe,
    write: async () =>
      writeFigures({
        counters: meter.read(),
        gauges: { ...readGauges(store, 'main'), ...(await readQueue(store)) },
      }),
  }
}
