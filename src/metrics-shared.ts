import cluster from 'node:cluster'
import {
  addFigures,
  type Figures,
  type Measures,
  openMeter,
  readGauges,
  readQueue,
  writeFigures,
} from './metrics.ts'
import type { Store } from './store.ts'

type Told = { readonly kind: 'figures'; readonly figures: Figures; readonly asks?: number }
type Answered = {
  readonly kind: 'figures-of-all'
  readonly answers: number
  readonly figures: Figures
}

const isTold = (message: unknown): message is Told =>
  (message as { kind?: unknown } | null)?.kind === 'figures'

const isAnswered = (message: unknown): message is Answered =>
  (message as { kind?: unknown } | null)?.kind === 'figures-of-all'

const tellEvery = 5_000
/** How long a collector waits for the figures of all, in milliseconds; then it gets those of one. */
const patience = 2_000

/**
 * In the primary process: keeps what each worker told last and answers with all of it. What a worker had counted
 * stays when it ends; what it held does not.
 */
export const gatherFigures = (): void => {
  const known = new Map<number, Figures>()
  let ended: Figures = { counters: {}, gauges: {} }
  cluster.on('message', (worker, message: unknown) => {
    if (!isTold(message)) return
    // What a worker said last may arrive after its end: it is counted already.
    if (!cluster.workers?.[worker.id]) return
    known.set(worker.id, message.figures)
    if (message.asks === undefined) return
    const figures = addFigures([ended, ...known.values()])
    const answer: Answered = { kind: 'figures-of-all', answers: message.asks, figures }
    // A worker that died meanwhile needs no answer; without this its silence would be an error of all.
    worker.send(answer, undefined, undefined, () => undefined)
  })
  cluster.on('exit', (worker) => {
    const last = known.get(worker.id)
    known.delete(worker.id)
    if (last) ended = addFigures([ended, { counters: last.counters, gauges: {} }])
  })
}

/** In a worker: tells the primary process its figures, and answers a collector with those of all. */
export const measureTogether = (store: Store): Measures => {
  const meter = openMeter()
  const waiting = new Map<number, (figures: Figures) => void>()
  let asked = 0
  const own = (): Figures => ({
    counters: meter.read(),
    gauges: readGauges(store, `worker-${cluster.worker?.id ?? 0}`),
  })
  const tell = (asks?: number): void => {
    process.send?.({ kind: 'figures', figures: own(), ...(asks ? { asks } : {}) } satisfies Told)
  }
  process.on('message', (message: unknown) => {
    if (!isAnswered(message)) return
    waiting.get(message.answers)?.(message.figures)
    waiting.delete(message.answers)
  })
  setInterval(() => tell(), tellEvery).unref()
  return {
    observe: meter.observe,
    write: async () => {
      asked += 1
      const mine = asked
      const all = await new Promise<Figures>((resolve) => {
        waiting.set(mine, resolve)
        tell(mine)
        setTimeout(() => resolve(own()), patience).unref()
      })
      waiting.delete(mine)
      return writeFigures({ ...all, gauges: { ...all.gauges, ...(await readQueue(store)) } })
    },
  }
}
