import { type DraftItem, factsId, legendsId } from './draft.ts'
import { factsValues, itemValues, legendsValues } from './draft-values.ts'
import type { Values } from './merge.ts'
import { keyOf, type Plan, type PlanItem } from './plan.ts'

/** A part of a draft before anybody has written on it. */
export type NewPart = Pick<DraftItem, 'id' | 'parentId' | 'position' | 'values'> & {
  readonly kind: 'facts' | 'legends' | 'item'
}

const place = { parentId: null, position: 0 } as const

/** The two parts that are no items. */
export const headParts = (facts: Values, legends: Values): readonly NewPart[] => [
  { id: factsId, kind: 'facts', values: facts, ...place },
  { id: legendsId, kind: 'legends', values: legends, ...place },
]

/** Boxes that only the sheets of the items have named so far become the plan's own. */
const withTargets = (plan: Plan, items: readonly PlanItem[]): Plan => {
  if (plan.targets.length > 0) return plan
  const found = new Map(
    items.flatMap(({ targets }) => targets).map(({ code, label }) => [code, { code, label }]),
  )
  return { ...plan, targets: [...found.values()] }
}

/** Everything of a published version, as the draft of the next one begins. */
export const partsOfPlan = (published: Plan, items: readonly PlanItem[]): readonly NewPart[] => {
  const plan = withTargets(published, items)
  const keys = new Map(items.map((item) => [item.no, keyOf(item)]))
  const idOf = (no: string): string | undefined => keys.get(no)
  return [
    ...headParts(factsValues(plan), legendsValues(plan)),
    ...items.map((item, position) => ({
      id: keyOf(item),
      kind: 'item' as const,
      parentId: item.parent === null ? null : (keys.get(item.parent) ?? null),
      position,
      values: itemValues(plan, item, idOf),
    })),
  ]
}
