import { expect, test } from 'vitest'
import { cityOf, presetNames } from '../groups/presets.fixture.ts'
import type { PlanPreset } from './preset.ts'
import { planOf, plansOf } from './presets.fixture.ts'
import { findPlanProblems } from './problems.ts'

const departmentsOf = (preset: string): string[] =>
  cityOf(preset).departments.map(({ code }) => code)

test.each(presetNames)('%s の計画の参照は、すべて行き先がある', (preset) => {
  for (const plan of plansOf(preset))
    expect(findPlanProblems(plan, departmentsOf(preset))).toEqual([])
})

const broken = (change: (plan: PlanPreset) => void): string[] => {
  const plan = structuredClone(planOf('yamaguchi', 'plan'))
  change(plan)
  return findPlanProblems(plan, departmentsOf('yamaguchi'))
}
const itemIn = (plan: PlanPreset, no: string) => plan.items.find((item) => item.no === no)!

test.each<[string, (plan: PlanPreset) => void, string]>([
  ['ない段階', (plan) => (itemIn(plan, 'Ⅰ').level = 'x'), 'Ⅰ: level x is not listed'],
  ['ない親', (plan) => (itemIn(plan, 'Ⅰ').parent = 'x'), 'Ⅰ: parent x is missing'],
  ['輪になった親', (plan) => (itemIn(plan, 'Ⅰ').parent = 'Ⅰ-(1)'), 'Ⅰ: it stands below itself'],
  ['ない分類', (plan) => (itemIn(plan, 'Ⅰ-(1)-①').class = 'x'), 'Ⅰ-(1)-①: class x is not listed'],
  ['ない達成度', (plan) => (itemIn(plan, 'Ⅰ').grade = 'x'), 'Ⅰ: grade x is not listed'],
  ['ない課', (plan) => itemIn(plan, 'Ⅰ').departments.push('x'), 'Ⅰ: department x is not listed'],
  ['ない印', (plan) => (itemIn(plan, 'Ⅰ').marks['2009'] = 'x'), 'Ⅰ: mark x is not listed'],
  [
    '計画にない年度',
    (plan) => (itemIn(plan, 'Ⅰ').marks['1999'] = '実施'),
    "Ⅰ: year 1999 is not one of the plan's",
  ],
  [
    'ない項目の再掲',
    (plan) => (itemIn(plan, 'Ⅲ-(2)-②').aliasOf = 'x'),
    'Ⅲ-(2)-②: the item x that it shows again is missing',
  ],
  [
    '再掲の再掲',
    (plan) => (itemIn(plan, 'Ⅲ-(2)-②').aliasOf = 'Ⅴ-(1)-②'),
    'Ⅲ-(2)-②: Ⅴ-(1)-② is itself only shown again',
  ],
  [
    '内容のある再掲',
    (plan) => (itemIn(plan, 'Ⅲ-(2)-②').content = { ja: 'x', en: 'x' }),
    'Ⅲ-(2)-②: an item shown again carries facts of its own',
  ],
  ['同じ番号', (plan) => plan.items.push(itemIn(plan, 'Ⅰ')), 'Ⅰ: number used twice'],
  ['同じ印', (plan) => plan.marks.push(plan.marks[0]!), '検討: code used twice'],
])('%s は見つかる', (_, change, problem) => {
  expect(broken(change)).toContain(problem)
})
