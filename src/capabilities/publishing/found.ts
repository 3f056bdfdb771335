import type { Entry, EntryKind } from './entry.ts'
import type { Question } from './question.ts'

/** Hits are counted no further than this: beyond it, more words help more than more pages. */
export const countedAtMost = 1_000

/** Results on one page. */
export const pageSize = 20

/** What a search gave. */
export type Found = {
  readonly question: Question
  readonly kind: EntryKind | undefined
  readonly entries: readonly Entry[]
  readonly page: number
  /** Hits of this kind, at most {@link countedAtMost}. */
  readonly total: number
  /** True when there are at least that many, and nobody counted on. */
  readonly more: boolean
  /** Hits of every kind, within the same bound. */
  readonly counts: ReadonlyMap<EntryKind, number>
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
})

/** Pages of what is counted; nobody sees further. */
export const mostPages = Math.ceil(countedAtMost / pageSize)
