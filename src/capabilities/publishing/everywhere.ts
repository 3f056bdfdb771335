import type { Span } from './spans.ts'
import { at, beside, places, type Stand, type Step, stepOf, walk } from './steps.ts'
import type { TermQueries } from './terms.ts'

/** How many of the sampled entries hold something, and what part of all entries they stand for (0 to 1). */
export type Held = { readonly sampled: number; readonly share: number }

/** What is asked of the sampled entries before the search over all cities. */
export type Probe = keyof Pick<TermQueries, 'begins' | 'inTitle' | 'typed' | 'all'>
export type Commonness = Readonly<Record<Probe, Held>>

/** Two of the sampled entries stand for some 500: all of them are looked at in one step, wherever the words stand. */
const mostAtOnce = 2
/** Twelve stand for some 3,000, which are put in the order of their days faster than walked. */
const mostInOrder = 12
/**
 * Reading from the newest on costs a hundred hits divided by the share: titles are read quickly, long texts must be
 * unpacked. Of what is rarer the index has short lists, and walking these by months costs less.
 */
const leastShare = { title: 0.02, text: 0.1 } as const

/** No further than this is read by days; whoever chose it for a share of 0.02 and more finds 400 where 100 are wanted. */
export const mostByDays = 20_000

type Part = {
  readonly queries: readonly string[]
  readonly stand: Stand
  readonly held: Held
  readonly least: number
}

/** Steps for one part; after a step by days nothing follows, as its hits are enough or the walk is made without. */
const stepsOfPart = (part: Part, spans: readonly Span[], byDays: boolean): readonly Step[] => {
  const { queries, stand, held } = part
  if (held.sampled <= mostInOrder) return [stepOf(queries, stand, 'in-order')]
  if (byDays && held.share >= part.least) return [stepOf(queries, stand, 'by-days')]
  return walk(queries, stand, spans)
}

const listParts = (
  queries: TermQueries,
  common: Commonness,
  otherWays: boolean,
): readonly Part[] => {
  const part = (probe: Probe, stand: Stand): Part => ({
    queries: queries[probe],
    stand,
    held: common[probe],
    least: stand.place >= places.title ? leastShare.title : leastShare.text,
  })
  const titles =
    common.inTitle.sampled <= mostInOrder
      ? [part('inTitle', { place: places.title, upTo: places.begins })]
      : [part('begins', at(places.begins)), part('inTitle', at(places.title))]
  // What holds the words as typed is mostly enough, and an index is slow to say that something is one of many.
  return otherWays
    ? [...titles, part('typed', at(places.typed)), part('all', at(places.anywhere))]
    : [...titles, part('all', beside)]
}

export type Everywhere = {
  readonly spans: readonly Span[]
  readonly common: Commonness
  /** Whether the words may stand in other ways than they were typed. */
  readonly otherWays: boolean
  /** Whether entries may be read from the newest on. */
  readonly byDays: boolean
}

/**
 * The steps over all cities, by how common the words are. Without steps by days they cover every entry exactly once;
 * a step by days is the last, and what it finds is all there is only where it finds enough.
 */
export const listStepsEverywhere = (queries: TermQueries, where: Everywhere): readonly Step[] => {
  const { common, spans, otherWays, byDays } = where
  if (common.all.sampled <= mostAtOnce)
    return [stepOf(queries.all, { place: places.anywhere, upTo: places.whole }, 'in-order')]
  const steps: Step[] = [stepOf(queries.named, at(places.whole), 'as-it-comes')]
  for (const part of listParts(queries, common, otherWays)) {
    steps.push(...stepsOfPart(part, spans, byDays))
    if (steps.at(-1)!.manner === 'by-days') break
  }
  return steps
}
