import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { TallyQuery } from '#data/tally.ts'
import { datasetPartSize } from '#web/dataset.ts'

/** How many issues everyone may read. */
export const tallyOpenIssues = (scope: Scope): TallyQuery =>
  sql`SELECT count(*) AS n, max(i.updated_at) AS changed FROM issues i
    WHERE i.city_id = ${scope.city.id} AND i.state IN ('published', 'closed')`

/** The next public issues; never with the name of who raised them. 1 query. */
export const listOpenIssues = (scope: Scope, after: string | undefined) =>
  scope.db
    .selectFrom('issues')
    .select(['id', 'receipt_number', 'title', 'body', 'place', 'field', 'department', 'state'])
    .select(['city_answer', 'published_at', 'updated_at', 'sample'])
    .where('city_id', '=', scope.city.id)
    .where('state', 'in', ['published', 'closed'])
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(datasetPartSize)
    .execute()

/** How many themes have been published. */
export const tallyAllThemes = (scope: Scope): TallyQuery =>
  sql`SELECT count(*) AS n, max(t.updated_at) AS changed FROM themes t
    WHERE t.city_id = ${scope.city.id} AND t.state <> 'draft'`

/** The next themes, drafts left out; an issue is named only where everyone may read it. 1 query. */
export const listAllThemes = (scope: Scope, after: string | undefined) =>
  scope.db
    .selectFrom('themes as t')
    .select(['t.id', 't.title', 't.summary', 't.cap', 't.department', 't.state', 't.sample'])
    .select(['t.published_at', 't.updated_at'])
    .select([
      sql<string | null>`(SELECT c.id FROM calls c WHERE c.city_id = t.city_id AND c.id = t.call_id
        AND c.state <> 'planned')`.as('call_id'),
      sql<
        string | null
      >`(SELECT i.id FROM issues i WHERE i.city_id = t.city_id AND i.id = t.issue_id
        AND i.state IN ('published', 'closed'))`.as('issue_id'),
    ])
    .where('t.city_id', '=', scope.city.id)
    .where('t.state', '<>', 'draft')
    .where('t.id', '>', after ?? '')
    .orderBy('t.id')
    .limit(datasetPartSize)
    .execute()
