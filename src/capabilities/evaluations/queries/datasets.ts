import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { TallyQuery } from '#data/tally.ts'
import { datasetPartSize } from '#web/dataset.ts'

const published = (scope: Scope): RawBuilder<boolean> =>
  sql<boolean>`e.city_id = ${scope.city.id} AND e.state = 'published'`

export const tallyPublished = (scope: Scope): TallyQuery =>
  sql`SELECT count(*) AS n, max(e.published_at) AS changed FROM evaluations e WHERE ${published(scope)}`

export const tallyScores = (scope: Scope): TallyQuery =>
  sql`SELECT count(*) AS n, max(e.published_at) AS changed FROM evaluations e
    JOIN evaluation_scores s ON s.city_id = e.city_id AND s.project_id = e.project_id
    WHERE ${published(scope)} AND s.score IS NOT NULL`

/** The next published evaluations. 1 query. */
export const listPublished = (scope: Scope, after: string | undefined) =>
  scope.db
    .selectFrom('evaluations as e')
    .innerJoin('projects as j', (on) =>
      on.onRef('j.city_id', '=', 'e.city_id').onRef('j.id', '=', 'e.project_id'),
    )
    .select(['e.project_id', 'j.title', 'e.city_answer', 'e.next_year', 'e.published_at'])
    .select('j.sample')
    .where(published(scope))
    .where('e.project_id', '>', after ?? '')
    .orderBy('e.project_id')
    .limit(datasetPartSize)
    .execute()

/** The next scores of published evaluations; `after` is `project/item/side`. Comments stay on the page. 1 query. */
export const listScores = (scope: Scope, after: string | undefined) => {
  const [project = '', item = '', side = ''] = after?.split('/') ?? []
  return scope.db
    .selectFrom('evaluations as e')
    .innerJoin('evaluation_scores as s', (on) =>
      on.onRef('s.city_id', '=', 'e.city_id').onRef('s.project_id', '=', 'e.project_id'),
    )
    .select(['e.project_id', 's.item', 's.side', 's.score'])
    .select(
      sql<string | null>`(SELECT i -> 'label' ->> 'ja'
        FROM jsonb_array_elements(e.definition -> 'items') AS i
        WHERE i ->> 'code' = s.item LIMIT 1)`.as('item_name'),
    )
    .where(published(scope))
    .where('s.score', 'is not', null)
    .where(sql<boolean>`(e.project_id, s.item, s.side) > (${project}, ${item}, ${side})`)
    .orderBy('e.project_id')
    .orderBy('s.item')
    .orderBy('s.side')
    .limit(datasetPartSize)
    .execute()
}
