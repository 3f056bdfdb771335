import { expect, test } from 'vitest'
import { presetNames } from '../groups/presets.fixture.ts'
import type { DraftItem, DraftPart, WholeDraft } from './draft.ts'
import { partsOfPlan } from './draft-parts.ts'
import { itemsOfDraft, planOfDraft } from './draft-plan.ts'
import { findFaults, refersTo } from './faults.ts'
import type { PlanItem } from './plan.ts'
import { planOf, plansOf } from './presets.fixture.ts'
import { type Branch, buildTree } from './tree.ts'

const written = { writtenBy: '見本', writtenAt: new Date(0), madeAt: new Date(0), version: 1 }

/** A draft as it begins from a published plan. */
const draftFrom = (preset: string, id: string): WholeDraft => {
  const { items, ...plan } = planOf(preset, id)
  const parts = partsOfPlan(plan, items).map((part) => ({ ...part, ...written }))
  const head = (kind: string): DraftPart => parts.find((part) => part.kind === kind)!
  return {
    facts: head('facts'),
    legends: head('legends'),
    items: parts.filter(({ kind }) => kind === 'item'),
  }
}

const cases = presetNames.flatMap((preset) =>
  plansOf(preset).map(({ id }) => [preset, id] as const),
)

test('四市のどの計画も、数えるに足りる', () => {
  expect(cases.length).toBeGreaterThanOrEqual(7)
})

test.each(cases)('%s の計画 %s は、下書きに写して公開しても、一字も変わらない', (preset, id) => {
  const { items, ...plan } = planOf(preset, id)
  const whole = draftFrom(preset, id)
  expect(findFaults(whole)).toEqual([])
  const again = planOfDraft({ series: plan.series ?? plan.id }, whole, plan)
  expect(again.title).toEqual(plan.title)
  expect([again.period, again.adopted, again.about, again.years]).toEqual([
    plan.period,
    plan.adopted,
    plan.about,
    plan.years,
  ])
  expect(again.levels).toEqual(plan.levels)
  expect(again.figures).toEqual(plan.figures)
  expect(again.marks.map(({ code, label }) => [code, label])).toEqual(
    plan.marks.map(({ code, label }) => [code, label]),
  )
  // Some documents list level after level; the tree is the same.
  const inTree = (branches: readonly Branch[]): PlanItem[] =>
    branches.flatMap(({ item, children }) => [item, ...inTree(children)])
  expect(itemsOfDraft(again, whole.items)).toEqual(inTree(buildTree(items)))
})

const changed = (whole: WholeDraft, id: string, values: Record<string, string>): WholeDraft => ({
  ...whole,
  items: whole.items.map(
    (item): DraftItem =>
      item.id === id ? { ...item, values: { ...item.values, ...values } } : item,
  ),
})

test('同じ番号、なくなった段階、もとのない再掲は、公開の前に直すこととして示される', () => {
  const whole = draftFrom('yamaguchi', 'plan')
  const partsOf = (draft: WholeDraft): string[] => findFaults(draft).map(({ part }) => part)
  expect(partsOf(changed(whole, 'Ⅰ-(1)-②', { no: 'Ⅰ-(1)-①' }))).toEqual(['Ⅰ-(1)-②'])
  expect(partsOf(changed(whole, 'Ⅰ', { level: 'x' }))).toEqual(['Ⅰ'])
  expect(partsOf(changed(whole, 'Ⅲ-(2)-②', { alias: 'x' }))).toEqual(['Ⅲ-(2)-②'])
  for (const values of [
    { mark_1999: '実施' },
    { mark_2010: '知らない印' },
    { grade: 'Z' },
    { targets: 'だれでも' },
  ])
    expect(partsOf(changed(whole, 'Ⅰ-(1)-①', values))).toEqual(['Ⅰ-(1)-①'])
  expect(partsOf(changed(whole, 'Ⅲ-(2)-②', { purpose_ja: '目的' }))).toEqual(['Ⅲ-(2)-②'])
  expect(
    findFaults(changed(whole, 'Ⅰ-(1)-①', { departments: 'x' }), []).map(({ part }) => part),
  ).toContain('Ⅰ-(1)-①')
  expect(partsOf({ ...whole, items: [] })).toEqual(['new'])
  expect(partsOf({ ...whole, facts: { ...whole.facts, values: {} } })).toEqual(
    Array.from({ length: 4 }, () => 'facts'),
  )
})

test('下に項目のある項目と、再掲のもとの項目は、何が残っているかを告げて、取りのぞかせない', () => {
  const whole = draftFrom('yamaguchi', 'plan')
  expect(refersTo(whole, 'Ⅰ-(1)')).toEqual({
    reason: 'has-children',
    items: ['Ⅰ-(1)-①', 'Ⅰ-(1)-②'],
  })
  expect(refersTo(whole, 'Ⅱ-(4)-①')).toEqual({ reason: 'shown-again', items: ['Ⅲ-(2)-②'] })
  expect(refersTo(whole, 'Ⅰ-(1)-①')).toBeUndefined()
})
