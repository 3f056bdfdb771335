import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DB } from '#data/tables.ts'
import type { Entry, EntryKind } from '../entry.ts'
import { countedAtMost, pageSize } from '../found.ts'
import type { Match } from '../match.ts'
import { columns, type EntryRow, toEntry } from './entry-row.ts'

/** One page of hits with the numbers of all of them, counted to the bound and no further. */
export type Hits = {
  readonly entries: readonly Entry[]
  readonly counts: readonly (readonly [EntryKind, number])[]
}

const mostHits = countedAtMost + 1

/**
 * Cities with no more entries than this are read through, which takes a millisecond or two; beyond, the
 * index is walked step by step, each step no dearer than what it finds.
 */
const readThrough = 2_000

const weightOf = (match: Match, allInTitle: RawBuilder<boolean>) => sql`
  CASE WHEN ${allInTitle} THEN 2
       WHEN e.folded_title LIKE ANY (${match.patterns}::text[]) THEN 1 ELSE 0 END AS weight`

const holdsAll = ({ patterns, without }: Match) => sql`
  e.folded_body LIKE ALL (${patterns}::text[]) AND NOT e.folded_body LIKE ANY (${without}::text[])`

/** Every entry of one city, held against the words. */
const readingThrough = (cityId: number, match: Match) => sql`
  SELECT e.city_id, e.kind, e.id, e.happened_on,
    ${weightOf(match, sql`e.folded_title LIKE ALL (${match.patterns}::text[])`)}
  FROM public_entries e
  WHERE e.city_id = ${cityId}
    AND e.kind = coalesce(${match.kind}::text, e.kind) AND ${holdsAll(match)}`

/** The steps of the match until there are enough hits: the index only narrows down. */
const walkingSteps = (cityId: number | null, match: Match) => sql`
  SELECT h.* FROM unnest(
    ${match.steps.map((step) => step.terms)}::text[],
    ${match.steps.map((step) => step.inTitle)}::boolean[]
  ) AS step (terms, in_title)
  CROSS JOIN LATERAL (
    SELECT e.city_id, e.kind, e.id, e.happened_on, ${weightOf(match, sql`step.in_title`)}
    FROM public_entries e
    WHERE e.grams @@ step.terms::tsquery
      AND (e.folded_title LIKE ALL (${match.patterns}::text[])) = step.in_title
      AND ${holdsAll(match)}
    LIMIT ${mostHits}
  ) h
  WHERE h.city_id = coalesce(${cityId}::integer, h.city_id)
  LIMIT ${mostHits}`

/** Which of the two ways is taken is decided by the size of the city; the other costs nothing. */
const hitsOf = (cityId: number | null, match: Match) =>
  cityId === null
    ? walkingSteps(null, match)
    : sql`
  SELECT * FROM (${readingThrough(cityId, match)}) small WHERE (SELECT few FROM size)
  UNION ALL
  SELECT * FROM (${walkingSteps(cityId, match)}) large WHERE NOT (SELECT few FROM size)`

const sizeOf = (cityId: number | null) => sql`
  SELECT count(*) <= ${readThrough} AS few FROM (
    SELECT FROM public_entries WHERE city_id = ${cityId}::integer LIMIT ${readThrough + 1}
  ) counted`

/**
 * Finds what matches, then orders and counts these alone. Every hit is held against the text itself.
 * @param cityId the one city to look in, or null for all of them
 */
export const selectHits = async (
  db: Kysely<DB>,
  cityId: number | null,
  match: Match,
  page: number,
): Promise<Hits> => {
  const { rows } = await sql<{ page: EntryRow[]; counts: Record<string, number> }>`
    WITH size AS MATERIALIZED (${sizeOf(cityId)}), hits AS MATERIALIZED (${hitsOf(cityId, match)}),
    shown AS (
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
