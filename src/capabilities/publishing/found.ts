import type { Entry, EntryKind } from './entry.ts'
import type { Question } from './question.ts'

/** Hits are counted no further than this: beyond it, more words help more than more pages. */
export const countedAtMost = 1_000

/** Hits in all cities together, of which there are many more: whoever seeks further goes to a city. */
export const countedEverywhere = 100

/** How far hits are counted in one city, or in all of them. */
export const boundOf = (cityId: number | null): number =>
  cityId === null ? countedEverywhere : countedAtMost

/** Results on one page. */
export const pageSize = 20

/** What might help whoever found nothing. */
export type Help = {
  /** What each word finds alone; 101 stands for more than 100. Empty for a single word. */
  readonly alone: readonly { readonly word: string; readonly count: number }[]
  /** Words that are there and look much like one that found nothing, best first. */
  readonly nearby: readonly { readonly word: string; readonly instead: string }[]
}

export const noHelp: Help = { alone: [], nearby: [] }

/** What a search gave. */
export type Found = {
  readonly question: Question
  readonly kind: EntryKind | undefined
  readonly entries: readonly Entry[]
  readonly page: number
  /** Hits of this kind, as far as they are counted. */
  readonly total: number
  /** True when there are at least that many, and nobody counted on. */
  readonly more: boolean
  /** Hits of every kind, within the same bound. */
  readonly counts: ReadonlyMap<EntryKind, number>
  /** The words into which a long one was parted, because as one it found nothing. */
  readonly parted: readonly string[]
  readonly help: Help
}

/** Nothing was asked for, so nothing was looked for. */
export const foundNothing = (question: Question): Found => ({
  question,
  kind: undefined,
  entries: [],
  page: 1,
  total: 0,
  more: false,
  counts: new Map(),
  parted: [],
  help: noHelp,
})

/** Pages of what is counted; nobody sees further. */
export const mostPages = Math.ceil(countedAtMost / pageSize)
export const mostPagesEverywhere = Math.ceil(countedEverywhere / pageSize)
