import { expect, test } from 'vitest'
import { ancestorsOf } from '../plans/index.ts'
import { planOf } from '../plans/presets.fixture.ts'
import { printedScale } from './printed.ts'
import { type Graded, tallyBranches, tallyGrades } from './tally.ts'

const plan = planOf('kamagaya', 'previous-plan')
const scale = printedScale(plan)!
const graded: readonly Graded[] = plan.items
  .filter(({ grade, aliasOf }) => grade !== undefined && aliasOf === undefined)
  .map((item) => ({
    grade: item.grade ?? '',
    above: ancestorsOf(plan.items, item).map(({ no }) => no),
  }))

test('鎌ケ谷市の27項目は、A4・B16・C7で、14.81・59.26・25.93%と印刷のとおりになる', () => {
  const { all, counts } = tallyGrades(scale, graded)
  expect(all).toBe(27)
  expect(counts.map(({ grade, count, percent }) => [grade?.code, count, percent])).toEqual([
    ['A', 4, '14.81'],
    ['B', 16, '59.26'],
    ['C', 7, '25.93'],
  ])
})

test('施策メニューごとの数も、印刷のとおりになる', () => {
  const menus = tallyBranches(scale, graded, 1).map(({ no, tally }) => [
    plan.items.find((item) => item.no === no)?.title.ja,
    tally.all,
    ...tally.counts.map(({ count }) => count),
  ])
  expect(menus.map(([, ...counts]) => counts)).toEqual([
    [5, 0, 3, 2],
    [4, 0, 4, 0],
    [5, 3, 1, 1],
    [3, 0, 2, 1],
    [3, 0, 2, 1],
    [4, 0, 2, 2],
    [3, 1, 2, 0],
  ])
})

test('印刷された区分は、書かれたまま、すき間があるという注意とともに示される', () => {
  expect(scale.grades.map(({ printed }) => printed)).toEqual(['90%以上', '60%程度', '30%未満'])
  expect(scale.warning?.ja).toContain('30%以上と60%程度の間')
})

test('報告のない項目は、区分なしとして数えられる', () => {
  const items = [
    { grade: 'A', above: ['1'] },
    { grade: '', above: ['1'] },
    { grade: '', above: ['2'] },
  ]
  const { counts } = tallyGrades(scale, items)
  expect(counts.at(-1)).toEqual({ grade: undefined, count: 2, percent: '66.67' })
})
