import type { Scope } from '#data/scope.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { findPlan, keyOf, listItems, type PlanItem } from '../../plans/index.ts'
import type { Figure } from '../preset.ts'
import { findStoredSettings, saveSettings } from '../queries/settings.ts'

/** Figures under the numbers that their items have in the new version; those of items that are gone are left out. */
const figuresOf = (
  figures: readonly Figure[],
  before: readonly PlanItem[],
  after: readonly PlanItem[],
): Figure[] => {
  const keys = new Map(before.map((item) => [item.no, keyOf(item)] as const))
  const numbers = new Map(after.map((item) => [keyOf(item), item.no] as const))
  return figures.flatMap((figure) => {
    const item = numbers.get(keys.get(figure.item) ?? figure.item)
    return item === undefined ? [] : [{ ...figure, item }]
  })
}

/** A new version of a plan is reported as the one before it was. */
export const takeOverSettings = async (scope: Scope, { data }: DomainEvent): Promise<void> => {
  const [id, before] = [String(data?.plan ?? ''), String(data?.before ?? '')]
  if (before === '' || before === id) return
  const settings = await findStoredSettings(scope, before)
  const plan = await findPlan(scope, id)
  if (!settings || !plan) return
  const known = new Set(plan.levels.map(({ code }) => code))
  const levels = settings.levels.filter((code) => known.has(code))
  await saveSettings(scope, id, {
    ...settings,
    levels: levels.length > 0 ? levels : [plan.levels.at(-1)?.code ?? ''],
    figures: figuresOf(
      settings.figures,
      await listItems(scope, before),
      await listItems(scope, id),
    ),
    revision: 0,
  })
}
