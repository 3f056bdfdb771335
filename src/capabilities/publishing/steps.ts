import type { Span } from './spans.ts'
import type { TermQueries } from './terms.ts'

/** Where the words stand: they are the title, begin it, stand in it, stand anywhere as typed, or in any other way. */
export const places = { whole: 4, begins: 3, title: 2, typed: 1, anywhere: 0 } as const
export type Place = (typeof places)[keyof typeof places]

/**
 * How a step finds: it takes what the index gives as it comes, puts all that the index gives in the order of days, or
 * reads entries from the newest on and holds each against the words.
 */
export type Manner = 'as-it-comes' | 'in-order' | 'by-days'

/**
 * One step of the walk through the index. Steps are taken in order until enough has been found, so that
 * a common word costs no more than a rare one.
 */
export type Step = {
  /** Query of the index; see `tsquery`. */
  readonly terms: string
  /** Each step takes only what stands there (from `place` to `upTo`), so that nothing is found twice. */
  readonly place: Place
  readonly upTo: Place
  /** The step takes only what happened before that year; null where the terms say when. */
  readonly before: number | null
  readonly manner: Manner
}

/** From which place to which. */
export type Stand = Pick<Step, 'place' | 'upTo'>

/** Only this place. */
export const at = (place: Place): Stand => ({ place, upTo: place })

/** What stands beside the title, as typed or in another way. */
export const beside: Stand = { place: places.anywhere, upTo: places.typed }

/** One step for all times. */
export const stepOf = (queries: readonly string[], stand: Stand, manner: Manner): Step => ({
  terms: queries.join(' & '),
  before: null,
  ...stand,
  manner,
})

/** Span after span, from new to old. */
export const walk = (
  queries: readonly string[],
  stand: Stand,
  spans: readonly Span[],
): readonly Step[] =>
  spans.map(({ terms, before }) => ({
    ...stepOf([...queries, ...terms], stand, 'as-it-comes'),
    before,
  }))

/**
 * The title itself, titles that begin so, titles that hold the words, all others; the newest first within each.
 * Together the steps cover every entry exactly once.
 */
export const listSteps = (queries: TermQueries, spans: readonly Span[]): readonly Step[] => [
  stepOf(queries.named, at(places.whole), 'as-it-comes'),
  ...walk(queries.begins, at(places.begins), spans),
  ...walk(queries.inTitle, at(places.title), spans),
  ...walk(queries.all, beside, spans),
]
