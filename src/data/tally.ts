import { type RawBuilder, sql } from 'kysely'
import type { Scope } from './scope.ts'

/** How many there are, and when one of them last changed; null where nothing tells it. */
export type Tally = { readonly n: number; readonly changed: Date | null }

/** A whole SELECT that gives one row with the columns `n` and `changed`. */
export type TallyQuery = RawBuilder<Tally>

/**
 * When the facts of the city's own documents were last loaded, as a part of a {@link TallyQuery}. Tables that are
 * filled by nothing else keep no date of their own.
 */
export const factsLoadedAt = (scope: Scope): RawBuilder<Date | null> =>
  sql<Date | null>`(SELECT max(a.at) FROM audit_entries a WHERE a.city_id = ${scope.city.id}
    AND a.subject_kind = 'city' AND a.action = 'cities.import')`

/** Takes several tallies under their names. 1 query, however many. */
export const takeTallies = async (
  scope: Scope,
  tallies: ReadonlyMap<string, TallyQuery>,
): Promise<ReadonlyMap<string, Tally>> => {
  if (tallies.size === 0) return new Map()
  const parts = [...tallies].map(
    ([name, tally]) =>
      sql`SELECT ${name}::text AS name, t.n::bigint AS n, t.changed::timestamptz AS changed FROM (${tally}) AS t`,
  )
  const { rows } = await sql<
    Tally & { name: string }
  >`${sql.join(parts, sql` UNION ALL `)}`.execute(scope.db)
  return new Map(rows.map(({ name, n, changed }) => [name, { n, changed }]))
}
