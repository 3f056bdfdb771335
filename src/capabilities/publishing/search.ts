import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { type Entry, type EntryKind, entryKinds } from './entry.ts'
import { countedAtMost, type Found, foundNothing } from './found.ts'
import { matchFor } from './match.ts'
import { type Hits, selectHits } from './queries/hits.ts'
import {
  selectLatest,
  selectLatestEverywhere,
  selectOpen,
  selectOpenEverywhere,
} from './queries/lists.ts'
import { type Question, readQuestion } from './question.ts'

/** What is asked of the search: the text of the box, a kind, a page from 1. */
export type Asked = {
  readonly query: string
  readonly kind?: EntryKind | undefined
  readonly page?: number | undefined
}

const sumOf = (hits: Hits): number => hits.counts.reduce((sum, [, count]) => sum + count, 0)

const toFound = (asked: Sought, hits: Hits, counts: Hits['counts']): Found => {
  const total = sumOf(hits)
  return {
    question: asked.question,
    kind: asked.kind,
    entries: hits.entries,
    page: asked.page,
    total: Math.min(total, countedAtMost),
    more: total > countedAtMost,
    counts: new Map(counts),
  }
}

type Sought = {
  readonly question: Question
  readonly kind: EntryKind | undefined
  readonly page: number
  readonly cityId: number | null
  readonly year: number
}

const walk = (db: Scope['db'], sought: Sought, kind: EntryKind | undefined, page: number) => {
  const { question, cityId, year } = sought
  const match = matchFor(question, { cityId: cityId ?? undefined, kind, year })
  return selectHits(db, cityId, match, page)
}

/**
 * Two walks at most: one for the numbers of every kind, one more for the page when a kind was chosen.
 * A kind alone lists all of it; something typed that holds no word finds nothing.
 */
const search = async (db: Scope['db'], sought: Sought): Promise<Found> => {
  const { question, kind, page } = sought
  if (question.words.length === 0) {
    if (!kind || question.typed !== '') return { ...foundNothing(question), kind }
    const all = await walk(db, sought, kind, page)
    return toFound(sought, all, all.counts)
  }
  const every = await walk(db, sought, undefined, kind ? 1 : page)
  const hits = kind ? await walk(db, sought, kind, page) : every
  return toFound(sought, hits, every.counts)
}

const soughtBy = (asked: Asked, on: PlainDate, cityId: number | null): Sought => ({
  question: readQuestion(asked.query),
  kind: asked.kind,
  page: asked.page ?? 1,
  cityId,
  year: Number(on.slice(0, 4)),
})

/** Looks through everything public of the scope's city. At most 2 queries. */
export const searchEntries = (scope: Scope, asked: Asked): Promise<Found> =>
  search(scope.db, soughtBy(asked, tokyoDayOf(scope.now), scope.city.id))

/** Looks through everything public of every city; `on` is today. At most 2 queries. */
export const searchAllCities = (
  db: Scope['db'],
  asked: Asked & { readonly on: PlainDate },
): Promise<Found> => search(db, soughtBy(asked, asked.on, null))

/** Which entries a list is to hold: kinds (all when left out) and how many at most. */
export type Listed = { readonly kinds?: readonly EntryKind[]; readonly most?: number }

const listed = ({ kinds = entryKinds, most = 10 }: Listed) => ({ kinds, most })

/** What can be applied for now in the scope's city, the first to close first. */
export const listOpenEntries = (scope: Scope, asked: Listed = {}): Promise<Entry[]> =>
  selectOpen(scope, { ...listed(asked), now: scope.now })

/** What can be applied for at an instant in any city. */
export const listOpenEntriesOfAllCities = (
  db: Scope['db'],
  asked: Listed & { readonly now: Date },
): Promise<Entry[]> => selectOpenEverywhere(db, { ...listed(asked), now: asked.now })

/** What has happened or become public last in the scope's city, the newest first. */
export const listLatestEntries = (scope: Scope, asked: Listed = {}): Promise<Entry[]> =>
  selectLatest(scope, listed(asked))

/** The same for all cities together. */
export const listLatestEntriesOfAllCities = (
  db: Scope['db'],
  asked: Listed = {},
): Promise<Entry[]> => selectLatestEverywhere(db, listed(asked))
