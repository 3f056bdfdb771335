import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { PlanItem } from '../plan.ts'

type ItemRow = {
  no: string
  key: string
  level: string
  parent_no: string | null
  alias_of: string | null
  class: string | null
  grade: string | null
  title_ja: string
  title_en: string
  detail: unknown
  source: string
  departments: string[]
  marks: Record<string, string>
}

/** What of an item is stored as one piece, because nothing is ever looked for in it. */
export type Detail = Pick<
  PlanItem,
  | 'departmentsAsPrinted'
  | 'flags'
  | 'actors'
  | 'targets'
  | 'purpose'
  | 'present'
  | 'content'
  | 'points'
  | 'completion'
  | 'articles'
  | 'sdgs'
>

const toItem = (row: ItemRow): PlanItem => ({
  ...(row.detail as Detail),
  no: row.no,
  key: row.key === row.no ? undefined : row.key,
  level: row.level,
  parent: row.parent_no,
  aliasOf: row.alias_of ?? undefined,
  class: row.class ?? undefined,
  grade: row.grade ?? undefined,
  title: { ja: row.title_ja, en: row.title_en },
  departments: row.departments,
  marks: row.marks,
  source: row.source,
})

const ofItem = sql`x.city_id = plan_items.city_id AND x.plan_id = plan_items.plan_id AND x.no = plan_items.no`

/** The items of a plan with all their facts, in the order of the document. 1 query. */
export const listItems = async (scope: Scope, planId: string): Promise<PlanItem[]> => {
  const rows = await scope.db
    .selectFrom('plan_items')
    .select([
      'no',
      'key',
      'level',
      'parent_no',
      'alias_of',
      'class',
      'grade',
      'title_ja',
      'title_en',
    ])
    .select(['detail', 'source'])
    .select(
      sql<
        string[]
      >`(SELECT coalesce(jsonb_agg(x.department ORDER BY x.position), '[]') FROM plan_item_departments x WHERE ${ofItem})`.as(
        'departments',
      ),
    )
    .select(
      sql<
        Record<string, string>
      >`(SELECT coalesce(jsonb_object_agg(x.fiscal_year, x.mark), '{}') FROM plan_marks x WHERE ${ofItem})`.as(
        'marks',
      ),
    )
    .where('city_id', '=', scope.city.id)
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute()
  return rows.map(toItem)
}

/**
 * The plan and the key of an item, which are the same in every version: a SELECT of at most one row with `series` and
 * `key`, for others to join with what they keep of items.
 */
export const itemIdentity = (scope: Scope, planId: string, no: string) =>
  scope.db
    .selectFrom('plan_items as i')
    .innerJoin('plans as p', (on) =>
      on.onRef('p.city_id', '=', 'i.city_id').onRef('p.id', '=', 'i.plan_id'),
    )
    .select(['p.series', 'i.key'])
    .where('i.city_id', '=', scope.city.id)
    .where('i.plan_id', '=', planId)
    .where('i.no', '=', no)
