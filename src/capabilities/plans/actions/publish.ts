import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { roleCodeOf, takeStep } from '../../procedures/index.ts'
import { publishEntries, withdrawEntriesBelow } from '../../publishing/index.ts'
import { draftWorkflow, type PlanDraft, subjectOfDraft } from '../draft.ts'
import { itemsOfDraft, planOfDraft } from '../draft-plan.ts'
import { type Fault, findFaults } from '../faults.ts'
import { type Plan, versionsOf } from '../plan.ts'
import { findPlanProblems } from '../problems.ts'
import { entriesOfPlan } from '../publish.ts'
import { getWhole } from '../queries/draft-parts.ts'
import { lockDraft, markPublished } from '../queries/drafts.ts'
import { listPlans } from '../queries/plans.ts'
import { replacePlan } from '../queries/replacement.ts'

export type PublishRefusal =
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  | { readonly kind: 'published' }
  /** Another version came out since the draft was begun: it would be lost in this one. */
  | { readonly kind: 'newer'; readonly newest: Plan }

/** The name in the address of the next version, which no plan has. */
const nextId = (draft: PlanDraft, version: number, all: readonly Plan[]): string => {
  const taken = new Set(all.map(({ id }) => id))
  const first = version === 1 ? draft.series : `${draft.series}-${version}`
  if (!taken.has(first)) return first
  let number = 2
  while (taken.has(`${first}-v${number}`)) number += 1
  return `${first}-v${number}`
}

const announce = (scope: Scope, plan: Plan, before: Plan | undefined): Promise<void> =>
  scope.outside.announce(scope, {
    name: 'plan.published',
    subjectKind: 'plan',
    subjectId: plan.id,
    data: { plan: plan.id, before: before?.id ?? '', series: plan.series ?? plan.id },
  })

/** Lets everyone find the new version, and no longer the items of the one that it replaces. */
const letFind = async (
  scope: Scope,
  {
    plan,
    items,
    before,
  }: { plan: Plan; items: Parameters<typeof entriesOfPlan>[1]; before?: Plan | undefined },
): Promise<void> => {
  if (before) await withdrawEntriesBelow(scope, 'plan-item', `${before.id}/`)
  const place = { citySlug: scope.city.slug, now: scope.now }
  await publishEntries(scope, entriesOfPlan(plan, items, place))
}

/**
 * Publishes a draft as the next version of its plan. It stays as it is from then on; what it revises stays
 * readable beside it.
 */
export const publishDraft = async (
  scope: Scope,
  city: City,
  draftId: string,
): Promise<Result<string, PublishRefusal>> => {
  const draft = await lockDraft(scope, draftId)
  if (draft.state !== 'writing') return refuse({ kind: 'published' })
  const whole = await getWhole(scope, draftId)
  const departments = city.departments.map(({ code }) => code)
  const faults = findFaults(whole, departments)
  if (faults.length > 0) return refuse({ kind: 'faults', faults })
  const all = await listPlans(scope)
  const [newest] = versionsOf(all, { id: draft.series, series: draft.series, version: 1 })
  if (newest && newest.id !== draft.baseId) return refuse({ kind: 'newer', newest })
  const version = (newest?.version ?? 0) + 1
  const plan = planOfDraft(draft, whole, { id: nextId(draft, version, all), version })
  const items = itemsOfDraft(plan, whole.items)
  const problems = findPlanProblems({ ...plan, items }, departments)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  await replacePlan(scope, plan, items)
  await markPublished(scope, draft.id, plan.id)
  const taken = await takeStep(scope, draftWorkflow, {
    subject: subjectOfDraft(draft),
    state: draft.state,
    name: 'publish',
    roles: ['keeper'],
    role: roleCodeOf(scope.actor),
    next: () => [],
  })
  if (!taken.ok) throw new Error(`publishing a draft was refused: ${taken.error}`)
  await letFind(scope, { plan, items, before: newest })
  await announce(scope, plan, newest)
  return ok(plan.id)
}
