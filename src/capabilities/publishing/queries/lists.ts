import { type Kysely, sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { DB } from '#data/tables.ts'
import { tokyoDayOf, tokyoTimeOf } from '#kernel/calendar.ts'
import type { Entry, EntryKind } from '../entry.ts'
import { columns, toEntry } from './entry-row.ts'

/** Which entries a list is to hold. */
export type Listing = {
  readonly kinds: readonly EntryKind[]
  readonly most: number
}

const listing = (db: Kysely<DB>, { kinds, most }: Listing) =>
  db
    .selectFrom('public_entries')
    .select(columns)
    .where('kind', 'in', [...kinds])
    .limit(most)

/** What is asked for as it stands at an instant. */
type ListingNow = Listing & { readonly now: Date }

const openAt = (db: Kysely<DB>, asked: ListingNow) => {
  const today = tokyoDayOf(asked.now)
  return listing(db, asked)
    .where('closes_on', '>=', today)
    .where((or) => or.or([or('opens_on', 'is', null), or('opens_on', '<=', today)]))
    .where(
      sql<boolean>`(closes_on > ${today} OR closes_at IS NULL OR closes_at > ${tokyoTimeOf(asked.now)})`,
    )
    .orderBy('closes_on')
    .orderBy('id')
}

/** Open at that instant, the first to close first. */
export const selectOpen = async (scope: Scope, asked: ListingNow): Promise<Entry[]> =>
  (await openAt(scope.db, asked).where('city_id', '=', scope.city.id).execute()).map(toEntry)

/** The same in every city. */
export const selectOpenEverywhere = async (db: Kysely<DB>, asked: ListingNow): Promise<Entry[]> =>
  (await openAt(db, asked).execute()).map(toEntry)

const latest = (db: Kysely<DB>, asked: Listing) =>
  listing(db, asked).orderBy('happened_on', 'desc').orderBy('id')

/** The newest first. */
export const selectLatest = async (scope: Scope, asked: Listing): Promise<Entry[]> =>
  (await latest(scope.db, asked).where('city_id', '=', scope.city.id).execute()).map(toEntry)

/** The same in every city. */
export const selectLatestEverywhere = async (db: Kysely<DB>, asked: Listing): Promise<Entry[]> =>
  (await latest(db, asked).execute()).map(toEntry)
