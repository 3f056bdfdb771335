import type { Scope } from '#data/scope.ts'
import type { Question as Asking } from '#data/together.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { type Entry, type EntryKind, entryKinds, type FrontKind } from './entry.ts'
import { boundOf, type Found, foundNothing } from './found.ts'
import { findHelp } from './help.ts'
import { loadSynonyms } from './load-synonyms.ts'
import { matchFor } from './match.ts'
import { questionInParts } from './parting.ts'
import { type Hits, selectHits } from './queries/hits.ts'
import {
  latestQuestion,
  openQuestion,
  selectLatest,
  selectLatestEverywhere,
  selectOpen,
  selectOpenEverywhere,
} from './queries/lists.ts'
import { selectCommonness } from './queries/sampled.ts'
import { type Question, readQuestion } from './question.ts'
import { commonSynonyms, type SynonymGroups } from './synonyms.ts'

/** What is asked of the search: the text of the box, a kind, a page from 1. */
export type Asked = {
  readonly query: string
  readonly kind?: EntryKind | undefined
  readonly page?: number | undefined
}

const sumOf = (hits: Hits): number => hits.counts.reduce((sum, [, count]) => sum + count, 0)

type Sought = {
  readonly question: Question
  readonly synonyms: SynonymGroups
  readonly kind: EntryKind | undefined
  readonly page: number
  readonly cityId: number | null
  readonly year: number
  readonly month: number | undefined
}

const toFound = (sought: Sought, hits: Hits, counts: Hits['counts']): Found => {
  const total = sumOf(hits)
  const bound = boundOf(sought.cityId)
  return {
    ...foundNothing(sought.question),
    kind: sought.kind,
    entries: hits.entries,
    page: sought.page,
    total: Math.min(total, bound),
    more: total > bound,
    counts: new Map(counts),
  }
}

/**
 * In one city one walk. Over all cities the sampled entries are asked first how common the words are, and a walk that
 * read only the newest entries is made anew without that where it did not find enough.
 */
const walk = async (db: Scope['db'], sought: Sought, kind: EntryKind | undefined, page: number) => {
  const { question, cityId, year, month } = sought
  const range = { cityId: cityId ?? undefined, kind, year, month }
  const plain = matchFor(question, range)
  if (cityId !== null || question.terms.length === 0) return selectHits(db, cityId, plain, page)
  const common = await selectCommonness(db, plain)
  const match = matchFor(question, range, { common, byDays: true })
  const hits = await selectHits(db, cityId, match, page)
  return match.steps.some(({ manner }) => manner === 'by-days') && sumOf(hits) <= boundOf(cityId)
    ? selectHits(db, cityId, matchFor(question, range, { common, byDays: false }), page)
    : hits
}

/** Two walks at most: one for the numbers of every kind, one more for the page when a kind was chosen. */
const searchOnce = async (db: Scope['db'], sought: Sought): Promise<Found> => {
  const { kind, page } = sought
  const every = await walk(db, sought, undefined, kind ? 1 : page)
  const chosen = kind && every.counts.length > 0
  return toFound(sought, chosen ? await walk(db, sought, kind, page) : every, every.counts)
}

/** One long word that found nothing is looked for in parts; otherwise it is told what might help. */
const searchOn = async (db: Scope['db'], sought: Sought, nothing: Found): Promise<Found> => {
  const parted = questionInParts(sought.question, sought.synonyms)
  if (parted) {
    const found = await searchOnce(db, { ...sought, question: parted })
    if (found.total > 0) return { ...found, parted: parted.words }
  }
  return {
    ...nothing,
    help: await findHelp(db, parted ?? sought.question, { ...sought, kind: undefined }),
  }
}

/** A kind alone lists all of it; something typed that holds no word finds nothing. */
const search = async (db: Scope['db'], sought: Sought): Promise<Found> => {
  const { question, kind, page } = sought
  if (question.words.length === 0) {
    if (!kind || question.typed !== '') return { ...foundNothing(question), kind }
    const all = await walk(db, sought, kind, page)
    return toFound(sought, all, all.counts)
  }
  const found = await searchOnce(db, sought)
  return found.counts.size > 0 || page > 1 ? found : searchOn(db, sought, found)
}

const soughtBy = (
  asked: Asked,
  on: PlainDate,
  where: { readonly cityId: number | null; readonly synonyms: SynonymGroups },
): Sought => ({
  ...where,
  question: readQuestion(asked.query, where.synonyms),
  kind: asked.kind,
  page: asked.page ?? 1,
  year: Number(on.slice(0, 4)),
  month: where.cityId === null ? Number(on.slice(5, 7)) : undefined,
})

/** Looks through everything public of the scope's city. At most 3 queries, and 3 more where nothing is found. */
export const searchEntries = async (scope: Scope, asked: Asked): Promise<Found> => {
  const hasWords = readQuestion(asked.query, []).words.length > 0
  const synonyms = hasWords ? await loadSynonyms(scope) : []
  return search(
    scope.db,
    soughtBy(asked, tokyoDayOf(scope.now), { cityId: scope.city.id, synonyms }),
  )
}

/** Looks through everything public of every city; `on` is today. 2 queries, 4 where one kind is
 * chosen, one more each where the newest do not hold enough, and 3 more where nothing is found. */
export const searchAllCities = (
  db: Scope['db'],
  asked: Asked & { readonly on: PlainDate },
): Promise<Found> =>
  search(db, soughtBy(asked, asked.on, { cityId: null, synonyms: commonSynonyms }))

/** Which entries a list is to hold: kinds (all when left out) and how many at most. */
export type Listed = { readonly kinds?: readonly EntryKind[]; readonly most?: number }

const listed = ({ kinds = entryKinds, most = 10 }: Listed) => ({ kinds, most })

/** What can be applied for now in the scope's city, the first to close first. */
export const listOpenEntries = (scope: Scope, asked: Listed = {}): Promise<Entry[]> =>
  selectOpen(scope, { ...listed(asked), now: scope.now })

/** The same, to be asked together with others. */
export const askOpenEntries = (scope: Scope, asked: Listed = {}): Asking<Entry[]> =>
  openQuestion(scope, { ...listed(asked), now: scope.now })

/** What {@link listLatestEntries} gives, to be asked together with others. */
export const askLatestEntries = (scope: Scope, asked: Listed = {}): Asking<Entry[]> =>
  latestQuestion(scope, listed(asked))

/** The same of the portal's front: only kinds by which the front is known to have changed. */
export type ListedInFront = { readonly kinds: readonly FrontKind[]; readonly most?: number }

/** What can be applied for at an instant in any city. */
export const listOpenEntriesOfAllCities = (
  db: Scope['db'],
  asked: ListedInFront & { readonly now: Date },
): Promise<Entry[]> => selectOpenEverywhere(db, { ...listed(asked), now: asked.now })

/** What has happened or become public last in the scope's city, the newest first. */
export const listLatestEntries = (scope: Scope, asked: Listed = {}): Promise<Entry[]> =>
  selectLatest(scope, listed(asked))

/** The same for all cities together. */
export const listLatestEntriesOfAllCities = (
  db: Scope['db'],
  asked: ListedInFront,
): Promise<Entry[]> => selectLatestEverywhere(db, listed(asked))
