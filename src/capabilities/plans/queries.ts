import { sql } from 'kysely'
import { assertWriting, type Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Numbered } from './compare.ts'
import type { Indicator, Plan, PlanItem } from './plan.ts'
import type { LevelCount } from './tally.ts'

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

type ItemRow = {
  no: string
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
type Detail = Pick<
  PlanItem,
  'departmentsAsPrinted' | 'targets' | 'purpose' | 'present' | 'content' | 'points'
>

const toItem = (row: ItemRow): PlanItem => ({
  ...(row.detail as Detail),
  no: row.no,
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
    .select(['no', 'level', 'parent_no', 'alias_of', 'class', 'grade', 'title_ja', 'title_en'])
    .select(['detail', 'source'])
    .select(
      sql<
        string[]
      >`(SELECT coalesce(jsonb_agg(x.department ORDER BY x.department), '[]') FROM plan_item_departments x WHERE ${ofItem})`.as(
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

/** Indicators with the plan that sets them, in the order of the documents. 1 query. */
export const listIndicators = async (
  scope: Scope,
): Promise<{ readonly plan: Plan; readonly indicators: readonly Indicator[] }[]> => {
  const rows = await scope.db
    .selectFrom('plans as p')
    .select([
      'p.definition',
      sql<
        Indicator[]
      >`(SELECT jsonb_agg(n.definition ORDER BY n.position) FROM indicators n WHERE n.city_id = p.city_id AND n.plan_id = p.id)`.as(
        'indicators',
      ),
    ])
    .where('p.city_id', '=', scope.city.id)
    .orderBy('p.id')
    .execute()
  return rows
    .filter((row) => row.indicators !== null)
    .map((row) => ({ plan: row.definition as Plan, indicators: row.indicators }))
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

const insertItems = async (
  scope: Scope,
  planId: string,
  items: readonly PlanItem[],
): Promise<void> => {
  if (items.length === 0) return
  const rows = items.map((item, position) => {
    const { departmentsAsPrinted, targets, purpose, present, content, points } = item
    const detail: Detail = { departmentsAsPrinted, targets, purpose, present, content, points }
    return {
      city_id: scope.city.id,
      plan_id: planId,
      no: item.no,
      position,
      level: item.level,
      parent_no: item.parent,
      alias_of: item.aliasOf ?? null,
      class: item.class ?? null,
      grade: item.grade ?? null,
      title_ja: item.title.ja,
      title_en: item.title.en,
      detail: JSON.stringify(detail),
      source: item.source,
    }
  })
  await scope.db.insertInto('plan_items').values(rows).execute()
}

const insertBesideItems = async (
  scope: Scope,
  planId: string,
  items: readonly PlanItem[],
): Promise<void> => {
  const key = (item: PlanItem) => ({ city_id: scope.city.id, plan_id: planId, no: item.no })
  const departments = items.flatMap((item) =>
    item.departments.map((department) => ({ ...key(item), department })),
  )
  const marks = items.flatMap((item) =>
    Object.entries(item.marks).map(([year, mark]) => ({
      ...key(item),
      fiscal_year: Number(year),
      mark,
    })),
  )
  if (departments.length > 0)
    await scope.db.insertInto('plan_item_departments').values(departments).execute()
  if (marks.length > 0) await scope.db.insertInto('plan_marks').values(marks).execute()
}

/** Writes a plan with its items and indicators, in place of the one with the same id. */
export const replacePlan = async (
  scope: Scope,
  plan: Plan,
  parts: { readonly items: readonly PlanItem[]; readonly indicators: readonly Indicator[] },
): Promise<void> => {
  assertWriting(scope)
  await scope.db
    .deleteFrom('plans')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', plan.id)
    .execute()
  await scope.db
    .insertInto('plans')
    .values({
      city_id: scope.city.id,
      id: plan.id,
      title_ja: plan.title.ja,
      title_en: plan.title.en,
      kind: plan.kind,
      status: plan.status,
      period_from: plan.period?.from ?? null,
      period_to: plan.period?.to ?? null,
      definition: JSON.stringify(plan),
    })
    .execute()
  await insertItems(scope, plan.id, parts.items)
  await insertBesideItems(scope, plan.id, parts.items)
  if (parts.indicators.length === 0) return
  await scope.db
    .insertInto('indicators')
    .values(
      parts.indicators.map((indicator, position) => ({
        city_id: scope.city.id,
        plan_id: plan.id,
        code: indicator.code,
        position,
        definition: JSON.stringify(indicator),
      })),
    )
    .execute()
}
