import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { factsLoadedAt, type TallyQuery } from '#data/tally.ts'
import { datasetPartSize } from '#web/dataset.ts'

export const tallyProgrammes = (scope: Scope): TallyQuery =>
  sql`SELECT count(*) AS n, ${factsLoadedAt(scope)} AS changed FROM programmes p
    WHERE p.city_id = ${scope.city.id}`

/** Calls that are public; one in preparation is known to staff only. */
export const tallyOpenCalls = (scope: Scope): TallyQuery =>
  sql`SELECT count(*) AS n, greatest(max(c.created_at), max(
      (SELECT max(e.at) FROM timeline_events e WHERE e.city_id = c.city_id
        AND e.subject_kind = 'call' AND e.subject_id = c.id AND e.public))) AS changed
    FROM calls c WHERE c.city_id = ${scope.city.id} AND c.state <> 'planned'`

/** The next public calls. 1 query. */
export const listOpenCalls = (scope: Scope, after: string | undefined) =>
  scope.db
    .selectFrom('calls as c')
    .innerJoin('programmes as p', (on) =>
      on.onRef('p.city_id', '=', 'c.city_id').onRef('p.id', '=', 'c.programme_id'),
    )
    .select(['c.id', 'c.programme_id', 'p.title_ja as programme_title'])
    .select(['c.title_ja', 'c.title_en', 'c.fiscal_year', 'c.state', 'c.opens_on', 'c.closes_on'])
    .select(['c.closes_at', 'c.envelope', 'c.sample'])
    .where('c.city_id', '=', scope.city.id)
    .where('c.state', '<>', 'planned')
    .where('c.id', '>', after ?? '')
    .orderBy('c.id')
    .limit(datasetPartSize)
    .execute()
