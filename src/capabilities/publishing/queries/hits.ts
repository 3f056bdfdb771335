import { type Kysely, sql } from 'kysely'
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
