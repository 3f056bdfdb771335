import { type Kysely, sql } from 'kysely'
import type { DB } from '#data/tables.ts'
import type { Match } from '../match.ts'
import { isSampledEntry } from './sampled.ts'
import { holdsAll, withBody } from './weigh.ts'

/** No further than this: it only tells which of several words is the one that nothing holds. */
const countedAlone = 101

/** Where one of the sampled entries of all cities holds the word, there are more than can be told apart. */
const countOf = (match: Match, cityId: number | null) => {
  const counted = sql`(SELECT count(*) FROM (
    SELECT FROM public_entries e ${withBody(match, { weighs: false })}
    WHERE e.grams @@ ${match.all}::tsquery AND ${holdsAll(match)} LIMIT ${sql.lit(countedAlone)}) found)`
  return cityId === null
    ? sql`CASE WHEN EXISTS (SELECT FROM public_entries e WHERE ${isSampledEntry} AND e.grams @@ ${match.all}::tsquery)
        THEN ${sql.lit(countedAlone)} ELSE ${counted} END`
    : counted
}

/** How many entries hold each of these alone; more than 100 are not told apart. 1 query. */
export const countEach = async (
  db: Kysely<DB>,
  matches: readonly Match[],
  cityId: number | null,
): Promise<readonly number[]> => {
  if (matches.length === 0) return []
  const parts = matches.map(
    (match, at) =>
      sql`SELECT ${sql.lit(at)}::integer AS at, (${countOf(match, cityId)})::integer AS n`,
  )
  const { rows } = await sql<{ at: number; n: number }>`
    ${sql.join(parts, sql` UNION ALL `)} ORDER BY at`.execute(db)
  return rows.map(({ n }) => n)
}

const mostTexts = 200
const mostBodies = 60

/** Texts that share a pair of signs with what nothing was found for. */
export type TextsLike = {
  /** Titles and summaries, as they are written. */
  readonly written: readonly string[]
  /** The beginning of other words, folded. */
  readonly folded: readonly string[]
}

type Alike = {
  readonly inTitle: string
  readonly anywhere: string
  /** Of all cities so many share a pair that even to list them would take too long. */
  readonly everywhere: boolean
}

/** Texts of limited number and length; the queries are those of the index. 1 query. */
export const selectTextsLike = async (
  db: Kysely<DB>,
  { inTitle, anywhere, everywhere }: Alike,
): Promise<TextsLike> => {
  const { rows } = await sql<{ written: string; folded: string }>`
    (SELECT e.title_ja AS written, '' AS folded FROM public_entries e
      WHERE e.grams @@ ${inTitle}::tsquery LIMIT ${sql.lit(mostTexts)})
    UNION ALL
    (SELECT left(e.summary_ja, 300), left(e.folded_body, 800) FROM public_entries e
      WHERE ${everywhere ? isSampledEntry : sql`true`} AND e.grams @@ ${anywhere}::tsquery LIMIT ${sql.lit(mostBodies)})`.execute(
    db,
  )
  return { written: rows.map(({ written }) => written), folded: rows.map(({ folded }) => folded) }
}
