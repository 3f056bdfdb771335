import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { publishEntries, withdrawEntriesBelow } from '../../publishing/index.ts'
import { versionsOf } from '../plan.ts'
import type { PlanPreset } from '../preset.ts'
import { findPlanProblems } from '../problems.ts'
import { entriesOfPlan } from '../publish.ts'
import { listPlans } from '../queries/plans.ts'
import { replacePlan } from '../queries/replacement.ts'

/**
 * Takes over a plan as a file describes it, in place of an earlier one with the same id, and lets
 * everyone find it, and its items as long as no newer version has come out.
 * @throws Error with one line for each reference that leads nowhere
 */
export const importPlan = async (scope: Scope, preset: PlanPreset, city: City): Promise<void> => {
  const problems = findPlanProblems(
    preset,
    city.departments.map(({ code }) => code),
  )
  if (problems.length > 0) throw new Error(problems.map((one) => `${preset.id} ${one}`).join('\n'))
  const { items, ...plan } = preset
  await replacePlan(scope, plan, items)
  const [newest, ...others] = versionsOf(await listPlans(scope), plan)
  for (const { id } of others) await withdrawEntriesBelow(scope, 'plan-item', `${id}/`)
  await withdrawEntriesBelow(scope, 'plan-item', `${plan.id}/`)
  const entries = entriesOfPlan(plan, items, { citySlug: scope.city.slug, now: scope.now })
  await publishEntries(
    scope,
    newest?.id === plan.id ? entries : entries.filter(({ kind }) => kind === 'plan'),
  )
}
