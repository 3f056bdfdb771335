import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { DB } from '#data/tables.ts'
import { type Question, question } from '#data/together.ts'
import { tokyoDayOf, tokyoTimeOf } from '#kernel/calendar.ts'
import type { Entry, EntryKind } from '../entry.ts'
import { columns, type EntryRow, toEntry } from './entry-row.ts'

/** Which entries a list is to hold. */
export type Listing = {
  readonly kinds: readonly EntryKind[]
  readonly most: number
}

/** What is asked for as it stands at an instant. */
export type ListingNow = Listing & { readonly now: Date }

/** One city, or every city. */
type Where = RawBuilder<unknown>

const inCity = (scope: Scope): Where => sql`e.city_id = ${scope.city.id}`
export const everywhere: Where = sql`true`

type Shape = { readonly holds: Where; readonly order: RawBuilder<unknown> }

const shown = sql.join(columns.map((column) => sql.ref(`e.${column}`)))

/**
 * The first of each kind by an index that holds them in this very order, and of these the first: what is read is what
 * may be shown, however many entries, kinds and cities there are besides.
 */
export const listing = ({ kinds, most }: Listing, { holds, order }: Shape) => sql<EntryRow>`
  SELECT ${shown} FROM unnest(${[...kinds]}::text[]) AS asked (kind) CROSS JOIN LATERAL (
    SELECT e.* FROM public_entries e WHERE e.kind = asked.kind AND ${holds} ORDER BY ${order} LIMIT ${most}
  ) e ORDER BY ${order} LIMIT ${most}`

/** Open at that instant, the first to close first. */
export const openAt = (where: Where, asked: ListingNow) => {
  const today = tokyoDayOf(asked.now)
  return listing(asked, {
    holds: sql`${where} AND e.closes_on >= ${today} AND coalesce(e.opens_on, '-infinity') <= ${today}
      AND (e.closes_on > ${today} OR e.closes_at IS NULL OR e.closes_at > ${tokyoTimeOf(asked.now)})`,
    order: sql`e.closes_on, e.id, e.city_id`,
  })
}

/** The newest first. */
export const latest = (where: Where, asked: Listing) =>
  listing(asked, { holds: where, order: sql`e.happened_on DESC, e.id, e.city_id` })

const entriesOf = async (db: Kysely<DB>, list: ReturnType<typeof listing>): Promise<Entry[]> =>
  (await list.execute(db)).rows.map(toEntry)

/** Open at that instant in the scope's city, the first to close first. 1 query. */
export const selectOpen = (scope: Scope, asked: ListingNow): Promise<Entry[]> =>
  entriesOf(scope.db, openAt(inCity(scope), asked))

const entriesAsked = (list: ReturnType<typeof listing>): Question<Entry[]> =>
  question(list, (rows) => rows.map(toEntry))

/** The same of one city, to be asked together with others. */
export const openQuestion = (scope: Scope, asked: ListingNow): Question<Entry[]> =>
  entriesAsked(openAt(inCity(scope), asked))

/** The newest of the scope's city, to be asked together with others. */
export const latestQuestion = (scope: Scope, asked: Listing): Question<Entry[]> =>
  entriesAsked(latest(inCity(scope), asked))

/** The same in every city. 1 query. */
export const selectOpenEverywhere = (db: Kysely<DB>, asked: ListingNow): Promise<Entry[]> =>
  entriesOf(db, openAt(everywhere, asked))

/** The newest of the scope's city first. 1 query. */
export const selectLatest = (scope: Scope, asked: Listing): Promise<Entry[]> =>
  entriesOf(scope.db, latest(inCity(scope), asked))

/** The same in every city. 1 query. */
export const selectLatestEverywhere = (db: Kysely<DB>, asked: Listing): Promise<Entry[]> =>
  entriesOf(db, latest(everywhere, asked))
