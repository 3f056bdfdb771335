import { type Kysely, sql } from 'kysely'
import { assertWriting, type Scope } from '#data/scope.ts'
import type { DB } from '#data/tables.ts'
import { isPlainDate, type PlainDate } from '#kernel/calendar.ts'
import { type Entry, type EntryDraft, type EntryKind, indexEntry } from './entry.ts'
import { countedAtMost, pageSize } from './found.ts'
import type { Match } from './match.ts'

const columns = [
  'city_id',
  'kind',
  'id',
  'title_ja',
  'title_en',
  'summary_ja',
  'summary_en',
  'url',
  'opens_on',
  'closes_on',
  'happened_on',
] as const

type EntryRow = Record<Exclude<(typeof columns)[number], 'city_id'>, string | null> & {
  city_id: number
}

const dayOf = (value: string | null): PlainDate | undefined =>
  value !== null && isPlainDate(value) ? value : undefined

const toEntry = (row: EntryRow): Entry => ({
  cityId: row.city_id,
  kind: row.kind as EntryKind,
  id: row.id!,
  title: { ja: row.title_ja!, en: row.title_en! },
  summary: { ja: row.summary_ja!, en: row.summary_en! },
  url: row.url!,
  opensOn: dayOf(row.opens_on),
  closesOn: dayOf(row.closes_on),
  happenedOn: row.happened_on as PlainDate,
})

const toRow = (cityId: number, draft: EntryDraft) => {
  const { title, body, lexemes } = indexEntry(cityId, draft)
  return {
    city_id: cityId,
    kind: draft.kind,
    id: draft.id,
    title_ja: draft.title.ja,
    title_en: draft.title.en,
    summary_ja: draft.summary.ja,
    summary_en: draft.summary.en,
    url: draft.url,
    opens_on: draft.opensOn ?? null,
    closes_on: draft.closesOn ?? null,
    happened_on: draft.happenedOn,
    folded_title: title,
    folded_body: body,
    grams: sql<string>`array_to_tsvector(${lexemes}::text[])`,
  }
}

const atOnce = 200

/** Writes entries, replacing those of the same kind and id. */
export const saveEntries = async (scope: Scope, drafts: readonly EntryDraft[]): Promise<void> => {
  assertWriting(scope)
  for (let from = 0; from < drafts.length; from += atOnce) {
    const rows = drafts.slice(from, from + atOnce).map((draft) => toRow(scope.city.id, draft))
    await scope.db
      .insertInto('public_entries')
      .values(rows)
      .onConflict((same) =>
        same.columns(['city_id', 'kind', 'id']).doUpdateSet((old) => ({
          title_ja: old.ref('excluded.title_ja'),
          title_en: old.ref('excluded.title_en'),
          summary_ja: old.ref('excluded.summary_ja'),
          summary_en: old.ref('excluded.summary_en'),
          url: old.ref('excluded.url'),
          opens_on: old.ref('excluded.opens_on'),
          closes_on: old.ref('excluded.closes_on'),
          happened_on: old.ref('excluded.happened_on'),
          folded_title: old.ref('excluded.folded_title'),
          folded_body: old.ref('excluded.folded_body'),
          grams: old.ref('excluded.grams'),
        })),
      )
      .execute()
  }
}

/** Takes one entry out. */
export const deleteEntry = async (scope: Scope, kind: EntryKind, id: string): Promise<void> => {
  assertWriting(scope)
  await scope.db
    .deleteFrom('public_entries')
    .where('city_id', '=', scope.city.id)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute()
}

/** Takes out the entries of a kind whose id begins so. */
export const deleteEntriesBelow = async (
  scope: Scope,
  kind: EntryKind,
  prefix: string,
): Promise<void> => {
  assertWriting(scope)
  await scope.db
    .deleteFrom('public_entries')
    .where('city_id', '=', scope.city.id)
    .where('kind', '=', kind)
    .where(sql<boolean>`starts_with(id, ${prefix})`)
    .execute()
}

/** One page of hits with the numbers of all of them, counted to the bound and no further. */
export type Hits = {
  readonly entries: readonly Entry[]
  readonly counts: readonly (readonly [EntryKind, number])[]
}

const mostHits = countedAtMost + 1

/**
 * Walks the steps of the match until there are enough hits; orders and counts these alone. The index
 * only narrows down: every hit is held against the text itself.
 * @param cityId the one city to look in, or null for all of them
 */
export const selectHits = async (
  db: Kysely<DB>,
  cityId: number | null,
  match: Match,
  page: number,
): Promise<Hits> => {
  const terms = match.steps.map((step) => step.terms)
  const inTitle = match.steps.map((step) => step.inTitle)
  const { rows } = await sql<{ page: EntryRow[]; counts: Record<string, number> }>`
    WITH hits AS MATERIALIZED (
      SELECT h.* FROM unnest(${terms}::text[], ${inTitle}::boolean[]) AS step (terms, in_title)
      CROSS JOIN LATERAL (
        SELECT e.city_id, e.kind, e.id, e.happened_on,
          CASE WHEN step.in_title THEN 2
               WHEN e.folded_title LIKE ANY (${match.patterns}::text[]) THEN 1 ELSE 0 END AS weight
        FROM public_entries e
        WHERE e.grams @@ step.terms::tsquery
          AND (e.folded_title LIKE ALL (${match.patterns}::text[])) = step.in_title
          AND e.folded_body LIKE ALL (${match.patterns}::text[])
          AND NOT e.folded_body LIKE ANY (${match.without}::text[])
        LIMIT ${mostHits}
      ) h
      WHERE h.city_id = coalesce(${cityId}::integer, h.city_id)
      LIMIT ${mostHits}
    ), shown AS (
      SELECT * FROM hits ORDER BY weight DESC, happened_on DESC, kind, city_id, id
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
    )
    SELECT
      (SELECT coalesce(jsonb_object_agg(kind, n), '{}') FROM (SELECT kind, count(*) AS n FROM hits GROUP BY kind) c) AS counts,
      (SELECT coalesce(jsonb_agg(${entryJson} ORDER BY s.weight DESC, s.happened_on DESC, s.kind, s.city_id, s.id), '[]')
       FROM shown s JOIN public_entries e USING (city_id, kind, id)) AS page`.execute(db)
  return {
    entries: rows[0]!.page.map(toEntry),
    counts: Object.entries(rows[0]!.counts) as [EntryKind, number][],
  }
}

const entryJson = sql`jsonb_build_object(${sql.join(
  columns.flatMap((column) => [sql.lit(column), sql.ref(`e.${column}`)]),
)})`

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

const openOn = (db: Kysely<DB>, asked: Listing & { readonly on: PlainDate }) =>
  listing(db, asked)
    .where('closes_on', '>=', asked.on)
    .where((or) => or.or([or('opens_on', 'is', null), or('opens_on', '<=', asked.on)]))
    .orderBy('closes_on')
    .orderBy('id')

/** Open on that day, the first to close first. */
export const selectOpen = async (
  scope: Scope,
  asked: Listing & { readonly on: PlainDate },
): Promise<Entry[]> =>
  (await openOn(scope.db, asked).where('city_id', '=', scope.city.id).execute()).map(toEntry)

/** The same in every city. */
export const selectOpenEverywhere = async (
  db: Kysely<DB>,
  asked: Listing & { readonly on: PlainDate },
): Promise<Entry[]> => (await openOn(db, asked).execute()).map(toEntry)

const latest = (db: Kysely<DB>, asked: Listing) =>
  listing(db, asked).orderBy('happened_on', 'desc').orderBy('id')

/** The newest first. */
export const selectLatest = async (scope: Scope, asked: Listing): Promise<Entry[]> =>
  (await latest(scope.db, asked).where('city_id', '=', scope.city.id).execute()).map(toEntry)

/** The same in every city. */
export const selectLatestEverywhere = async (db: Kysely<DB>, asked: Listing): Promise<Entry[]> =>
  (await latest(db, asked).execute()).map(toEntry)
