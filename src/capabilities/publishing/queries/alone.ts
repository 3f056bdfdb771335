import { type Kysely, sql } from 'kysely'
import type { DB } from '#data/tables.ts'
import type { Match } from '../match.ts'
import { holdsAll } from './weigh.ts'

/** No further than this: it only tells which of several words is the one that nothing holds. */
const countedAlone = 101

/** How many entries hold each of these alone; more than 100 are not told apart. 1 query. */
export const countEach = async (
  db: Kysely<DB>,
  matches: readonly Match[],
): Promise<readonly number[]> => {
  if (matches.length === 0) return []
  const parts = matches.map(
    (match, at) => sql`SELECT ${sql.lit(at)}::integer AS at, count(*)::integer AS n FROM (
      SELECT FROM public_entries e
      WHERE e.grams @@ ${match.all}::tsquery AND ${holdsAll(match)} LIMIT ${sql.lit(countedAlone)}) found`,
  )
  const { rows } = await sql<{ at: number; n: number }>`
    ${sql.join(parts, sql` UNION ALL `)} ORDER BY at`.execute(db)
  return rows.map(({ n }) => n)
}

const mostTitles = 300

/** Titles that share a pair of signs with what nothing was found for. 1 query. */
export const selectTitlesLike = async (
  db: Kysely<DB>,
  query: string,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ title: string }>`
    SELECT e.title_ja AS title FROM public_entries e
    WHERE e.grams @@ ${query}::tsquery LIMIT ${sql.lit(mostTitles)}`.execute(db)
  return rows.map(({ title }) => title)
}
