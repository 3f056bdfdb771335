import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { TallyQuery } from '#data/tally.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { datasetPartSize } from '#web/dataset.ts'

export const tallyPublishedComments = (scope: Scope): TallyQuery =>
  sql`SELECT count(*) AS n, max(o.published_at) AS changed
    FROM progress_comments c
    JOIN progress_rounds o ON o.city_id = c.city_id AND o.id = c.round_id
    WHERE c.city_id = ${scope.city.id} AND o.state = 'published'`

/** A comment of the committee on a published year, without who wrote it. */
export type PublishedComment = {
  readonly id: string
  readonly planId: string
  readonly planTitle: Bilingual
  readonly fiscalYear: number
  readonly sample: boolean
  /** Null for the whole year. */
  readonly no: string | null
  readonly title: string | null
  readonly body: string
  readonly answer: string
}

/** The next comments on published years, after an id. Their writers are not read. 1 query. */
export const listPublishedComments = async (
  scope: Scope,
  after: string | undefined,
): Promise<readonly PublishedComment[]> => {
  let query = scope.db
    .selectFrom('progress_comments as c')
    .innerJoin('progress_rounds as o', (on) =>
      on.onRef('o.city_id', '=', 'c.city_id').onRef('o.id', '=', 'c.round_id'),
    )
    .leftJoin('progress_items as i', (on) =>
      on
        .onRef('i.city_id', '=', 'c.city_id')
        .onRef('i.round_id', '=', 'c.round_id')
        .onRef('i.no', '=', 'c.no'),
    )
    .select(['c.id', 'c.no', 'c.body', 'c.answer', 'i.title_ja'])
    .select(['o.plan_id', 'o.fiscal_year', 'o.definition', 'o.sample'])
    .where('c.city_id', '=', scope.city.id)
    .where('o.state', '=', 'published')
    .orderBy('c.id')
    .limit(datasetPartSize)
  if (after !== undefined) query = query.where('c.id', '>', after)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    planTitle: (row.definition as { planTitle: Bilingual }).planTitle,
    fiscalYear: row.fiscal_year,
    sample: row.sample,
    no: row.no,
    title: row.title_ja,
    body: row.body,
    answer: row.answer,
  }))
}
