import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { type Question, question } from '#data/together.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Plan } from '../plan.ts'
import type { LevelCount } from '../tally.ts'

/** A plan as the list of plans shows it. */
export type ListedPlan = Plan & { readonly levelCounts: readonly LevelCount[] }

/** The city's plans: those in force first, then by title. 1 query. */
export const listPlans = async (scope: Scope): Promise<ListedPlan[]> => {
  const rows = await scope.db
    .selectFrom('plans')
    .select([
      'definition',
      sql<{ level: string; count: number; again: number }[]>`(
        SELECT coalesce(jsonb_agg(l), '[]') FROM (
          SELECT i.level, count(*) AS count, count(i.alias_of) AS again FROM plan_items i
          WHERE i.city_id = plans.city_id AND i.plan_id = plans.id GROUP BY i.level
        ) l)`.as('counts'),
    ])
    .where('city_id', '=', scope.city.id)
    .orderBy(sql`status = 'draft'`)
    .orderBy(sql`period_from DESC NULLS LAST`)
    .orderBy('id')
    .execute()
  return rows.map(({ definition, counts }) => {
    const plan = definition as Plan
    return {
      ...plan,
      levelCounts: plan.levels.flatMap(({ code }) => counts.filter(({ level }) => level === code)),
    }
  })
}

/** A plan without its items, or undefined when the city has none by that id. */
export const findPlan = async (scope: Scope, id: string): Promise<Plan | undefined> => {
  const row = await scope.db
    .selectFrom('plans')
    .select('definition')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.definition as Plan | undefined
}

/** What a list of versions needs to know of a plan. */
export type PlanHead = Pick<
  Plan,
  'id' | 'series' | 'version' | 'title' | 'kind' | 'status' | 'adopted' | 'period' | 'source'
>

type HeadRow = {
  id: string
  series: string
  version: number
  title_ja: string
  title_en: string
  kind: string
  status: string
  period_from: number | null
  period_to: number | null
  adopted: string | null
  source: string
}

/** Every plan of the city in every version, in few words, the newest version of each first. */
export const askPlanHeads = (scope: Scope): Question<PlanHead[]> =>
  question(
    sql<HeadRow>`SELECT id, series, version, title_ja, title_en, kind, status, period_from, period_to,
        definition ->> 'adopted' AS adopted, definition ->> 'source' AS source
      FROM plans WHERE city_id = ${scope.city.id} ORDER BY series, version DESC`,
    (rows) =>
      rows.map(({ title_ja, title_en, period_from, period_to, ...row }) => ({
        ...row,
        kind: row.kind as Plan['kind'],
        status: row.status as Plan['status'],
        title: { ja: title_ja, en: title_en },
        adopted: row.adopted ?? undefined,
        period: period_from === null ? null : { from: period_from, to: period_to },
      })),
  )

/** Two plans at once, in the order asked for; undefined where the city has none by that id. 1 query. */
export const findTwoPlans = async (
  scope: Scope,
  ids: readonly [string, string],
): Promise<readonly [Plan | undefined, Plan | undefined]> => {
  const rows = await scope.db
    .selectFrom('plans')
    .select(['id', 'definition'])
    .where('city_id', '=', scope.city.id)
    .where('id', 'in', ids)
    .execute()
  const find = (id: string): Plan | undefined =>
    rows.find((row) => row.id === id)?.definition as Plan | undefined
  return [find(ids[0]), find(ids[1])]
}

/** Titles of the city's plans by id, with the source that each names for itself. 1 query. */
export const listPlanSources = async (
  scope: Scope,
): Promise<{ readonly title: Bilingual; readonly source: string }[]> => {
  const rows = await scope.db
    .selectFrom('plans')
    .select(['title_ja', 'title_en', sql<string>`definition ->> 'source'`.as('source')])
    .where('city_id', '=', scope.city.id)
    .execute()
  return rows.map((row) => ({
    title: { ja: row.title_ja, en: row.title_en },
    source: row.source,
  }))
}
