import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Numbered } from '../compare.ts'
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

/** Another version of a plan with the numbers of its items. */
export type Counterpart = {
  readonly id: string
  readonly title: Bilingual
  readonly items: readonly Numbered[]
}

/** Plans of the same kind that are the draft of this one, or of which this is the draft. 1 query. */
export const listCounterparts = async (scope: Scope, plan: Plan): Promise<Counterpart[]> => {
  const rows = await scope.db
    .selectFrom('plan_items as i')
    .innerJoin('plans as p', (join) =>
      join.onRef('p.city_id', '=', 'i.city_id').onRef('p.id', '=', 'i.plan_id'),
    )
    .select(['p.id', 'p.title_ja', 'p.title_en', 'i.no'])
    .select(['i.title_ja as item_ja', 'i.title_en as item_en'])
    .where('i.city_id', '=', scope.city.id)
    .where('p.kind', '=', plan.kind)
    .where('p.status', '!=', plan.status)
    .orderBy('p.id')
    .orderBy('i.position')
    .execute()
  const plans = new Map<string, { id: string; title: Bilingual; items: Numbered[] }>()
  for (const row of rows) {
    const title = { ja: row.title_ja, en: row.title_en }
    const known = plans.get(row.id) ?? { id: row.id, title, items: [] }
    known.items.push({ no: row.no, title: { ja: row.item_ja, en: row.item_en } })
    plans.set(row.id, known)
  }
  return [...plans.values()]
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
