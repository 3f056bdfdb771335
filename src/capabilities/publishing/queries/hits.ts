import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DB } from '#data/tables.ts'
import type { Entry, EntryKind } from '../entry.ts'
import { mostByDays } from '../everywhere.ts'
import { boundOf, countedAtMost, pageSize } from '../found.ts'
import type { Match } from '../match.ts'
import { type Manner, places } from '../steps.ts'
import { columns, type EntryRow, toEntry } from './entry-row.ts'
import { holdInText, holdInTitle, holdsAll, placeOf, weightOf, withBody } from './weigh.ts'

/** One page of hits with the numbers of all of them, counted to the bound and no further. */
export type Hits = {
  readonly entries: readonly Entry[]
  readonly counts: readonly (readonly [EntryKind, number])[]
}

/**
 * Cities with no more entries than this are asked in one step, whose hits can all be looked at; beyond, the
 * index is walked step by step, each step no dearer than what it finds.
 */
const oneStep = 2_000

/** Whether the city has so few entries. */
const isSmall = (cityId: number) => sql`(SELECT count(*) <= ${sql.lit(oneStep)} FROM (
    SELECT FROM public_entries WHERE city_id = ${cityId} LIMIT ${sql.lit(oneStep + 1)}) counted)`

/** Whether so few entries hold the words that all of them can be looked at. */
const isRare = (match: Match) =>
  match.rare
    ? sql`(SELECT count(*) <= ${sql.lit(countedAtMost)} FROM (
        SELECT FROM public_entries e WHERE e.grams @@ ${match.all}::tsquery LIMIT ${sql.lit(countedAtMost + 1)}) held)`
    : sql`false`

/** Whether the hits are few enough to be looked at in one step. */
const sizeOf = (cityId: number | null, match: Match) =>
  cityId === null
    ? sql`SELECT false AS few`
    : sql`SELECT ${isSmall(cityId)} OR ${isRare(match)} AS few`

/** The steps that are taken, in their order. */
const stepsOf = (match: Match) => sql`
  SELECT ${match.all}::tsquery AS terms, 0 AS place, ${sql.lit(places.whole)} AS up_to, 'infinity'::date AS before, 'as-it-comes' AS manner
  WHERE (SELECT few FROM size)
  UNION ALL
  SELECT terms::tsquery, place, up_to, coalesce(make_date(before, 1, 1), 'infinity'), manner FROM unnest(
    ${match.steps.map(({ terms }) => terms)}::text[], ${match.steps.map(({ place }) => place)}::integer[],
    ${match.steps.map(({ upTo }) => upTo)}::integer[], ${match.steps.map(({ before }) => before)}::integer[],
    ${match.steps.map(({ manner }) => manner)}::text[]
  ) AS walk (terms, place, up_to, before, manner)
  WHERE NOT (SELECT few FROM size)`

const newestFirst = sql`ORDER BY e.happened_on DESC, e.kind, e.city_id, e.id`

/**
 * Where the entries of a step come from. What the index gives is narrowed down by it (the one of the words, not that
 * of days: hence the sum). In order: few enough for that, and the texts of those that come too late are not even read.
 * By days: no index has proved anything, so every word is looked for; titles before any long text is unpacked.
 */
const sources: Readonly<Record<Manner, (match: Match) => RawBuilder<unknown>>> = {
  'as-it-comes': () => sql`(SELECT e.* FROM public_entries e
    WHERE step.manner = 'as-it-comes' AND e.grams @@ step.terms AND e.happened_on + 0 < step.before) e`,
  'in-order': () => sql`(SELECT e.* FROM public_entries e
    WHERE step.manner = 'in-order' AND e.grams @@ step.terms ${newestFirst} OFFSET 0) e`,
  'by-days': (match) => sql`(SELECT e.* FROM (
      SELECT e.* FROM public_entries e WHERE step.manner = 'by-days' ${newestFirst} LIMIT ${sql.lit(mostByDays)}) e
    WHERE ${match.kind === null ? sql`true` : sql`e.kind = ${match.kind}`}
      AND CASE WHEN step.up_to < ${sql.lit(places.title)} THEN ${holdInText(match)} ELSE ${holdInTitle(match)} END
    OFFSET 0) e`,
}

const takenFrom = (source: RawBuilder<unknown>, match: Match) => sql`
  (SELECT e.city_id, e.kind, e.id, e.happened_on, ${weightOf(match)} AS weight
   FROM ${source} ${withBody(match, { weighs: true })}
   WHERE ${placeOf(match)} BETWEEN step.place AND step.up_to AND ${holdsAll(match)}
   LIMIT ${sql.lit(oneStep)})`

/** What is found by one step for all times is weighed as a whole; else the walk ends when there is enough. */
const mostOf = (cityId: number | null, { steps }: Match): number =>
  cityId === null && steps.length === 1 ? oneStep : boundOf(cityId) + 1

const hitsOf = (cityId: number | null, match: Match) => {
  const manners = [...new Set<Manner>(['as-it-comes', ...match.steps.map(({ manner }) => manner)])]
  const found = manners.map((manner) => takenFrom(sources[manner](match), match))
  return sql`
  SELECT h.* FROM step CROSS JOIN LATERAL (${sql.join(found, sql` UNION ALL `)}) h
  LIMIT CASE WHEN (SELECT few FROM size) THEN ${sql.lit(oneStep)} ELSE ${sql.lit(mostOf(cityId, match))} END`
}

const entryJson = sql`jsonb_build_object(${sql.join(
  columns.flatMap((column) => [sql.lit(column), sql.ref(`e.${column}`)]),
)})`

const order = (alias: string) =>
  sql`${sql.raw(`${alias}.weight DESC, ${alias}.happened_on DESC, ${alias}.kind, ${alias}.city_id, ${alias}.id`)}`

/**
 * Finds what matches, then orders and counts these alone. 1 query.
 * @param cityId the one city to look in, or null for all of them
 */
export const selectHits = async (
  db: Kysely<DB>,
  cityId: number | null,
  match: Match,
  page: number,
): Promise<Hits> => {
  const { rows } = await sql<{ page: EntryRow[]; counts: Record<string, number> }>`
    WITH size AS MATERIALIZED (${sizeOf(cityId, match)}), step AS (${stepsOf(match)}),
    hits AS MATERIALIZED (${hitsOf(cityId, match)}),
    shown AS (
      SELECT * FROM hits ORDER BY ${order('hits')} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
    )
    SELECT
      (SELECT coalesce(jsonb_object_agg(kind, n), '{}') FROM (SELECT kind, count(*) AS n FROM hits GROUP BY kind) c) AS counts,
      (SELECT coalesce(jsonb_agg(${entryJson} ORDER BY ${order('s')}), '[]')
       FROM shown s JOIN public_entries e USING (city_id, kind, id)) AS page`.execute(db)
  return {
    entries: rows[0]!.page.map(toEntry),
    counts: Object.entries(rows[0]!.counts) as [EntryKind, number][],
  }
}

/**
 * A whole SELECT of what matches in one city: its `id`; for lists of other capabilities that join it with what they
 * know of it. At most `most` rows, found by the index of this city alone.
 */
export const matchingIn = (match: Match, most: number): RawBuilder<{ id: string }> => sql`
  SELECT e.id FROM public_entries e ${withBody(match, { weighs: false })}
  WHERE e.grams @@ ${match.all}::tsquery AND ${holdsAll(match)} LIMIT ${sql.lit(most)}`

/** The same with `weight` and `happened_on`, by which the best comes first. */
export const weighedIn = (
  match: Match,
  most: number,
): RawBuilder<{ id: string; weight: number }> => sql`
  SELECT e.id, e.happened_on, ${weightOf(match)} AS weight FROM public_entries e ${withBody(match, { weighs: true })}
  WHERE e.grams @@ ${match.all}::tsquery AND ${holdsAll(match)} LIMIT ${sql.lit(most)}`
