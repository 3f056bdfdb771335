import { assertWriting, type Scope } from '#data/scope.ts'
import type { Indicator, Plan, PlanItem } from '../plan.ts'
import type { Detail } from './items.ts'

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
