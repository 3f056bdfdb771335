import { assertWriting, type Scope } from '#data/scope.ts'
import { keyOf, type Plan, type PlanItem, seriesOf } from '../plan.ts'
import type { Detail } from './items.ts'

const detailOf = (item: PlanItem): Detail => {
  const { departmentsAsPrinted, flags, actors, targets, purpose, present, content } = item
  const { points, completion, articles, sdgs } = item
  const printed = { departmentsAsPrinted, flags, actors, targets, purpose, present, content }
  return { ...printed, points, completion, articles, sdgs }
}

const insertItems = async (
  scope: Scope,
  planId: string,
  items: readonly PlanItem[],
): Promise<void> => {
  if (items.length === 0) return
  const rows = items.map((item, position) => ({
    city_id: scope.city.id,
    plan_id: planId,
    no: item.no,
    key: keyOf(item),
    position,
    level: item.level,
    parent_no: item.parent,
    alias_of: item.aliasOf ?? null,
    class: item.class ?? null,
    grade: item.grade ?? null,
    title_ja: item.title.ja,
    title_en: item.title.en,
    detail: JSON.stringify(detailOf(item)),
    source: item.source,
  }))
  await scope.db.insertInto('plan_items').values(rows).execute()
}

const insertBesideItems = async (
  scope: Scope,
  planId: string,
  items: readonly PlanItem[],
): Promise<void> => {
  const key = (item: PlanItem) => ({ city_id: scope.city.id, plan_id: planId, no: item.no })
  const departments = items.flatMap((item) =>
    item.departments.map((department, position) => ({ ...key(item), department, position })),
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

/** Writes a plan with its items, in place of the one with the same id. */
export const replacePlan = async (
  scope: Scope,
  plan: Plan,
  items: readonly PlanItem[],
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
      series: seriesOf(plan),
      version: plan.version,
      department: plan.department ?? null,
      period_from: plan.period?.from ?? null,
      period_to: plan.period?.to ?? null,
      definition: JSON.stringify(plan),
    })
    .execute()
  await insertItems(scope, plan.id, items)
  await insertBesideItems(scope, plan.id, items)
}
