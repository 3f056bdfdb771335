import { expect, test } from 'vitest'
import { planOf } from './presets.fixture.ts'
import { countLevels, tallyCodes, tallyMarks } from './tally.ts'

const sharesOf = (preset: string, id: string, key: 'class' | 'grade') => {
  const plan = planOf(preset, id)
  const tally = tallyCodes(plan, plan.items, key)
  return tally?.shares.map((share) => [share.legend?.code, share.count, share.percent])
}

test('達成度A・B・Cは4・16・7項目で、割合は印刷された14.81・59.26・25.93になる', () => {
  expect(sharesOf('kamagaya', 'previous-plan', 'grade')).toEqual([
    ['A', 4, '14.81'],
    ['B', 16, '59.26'],
    ['C', 7, '25.93'],
  ])
})

test('分類Ⅰ・Ⅱ-ア・Ⅱ-イ・Ⅲは6・6・9・2項目で、23施策に占める割合を出す', () => {
  expect(sharesOf('kamakura', 'guideline', 'class')).toEqual([
    ['Ⅰ', 6, '26.09'],
    ['Ⅱ-ア', 6, '26.09'],
    ['Ⅱ-イ', 9, '39.13'],
    ['Ⅲ', 2, '8.70'],
  ])
})

test('分類のない項目も、同じ段階にあれば母数に入る', () => {
  expect(sharesOf('kamagaya', 'plan', 'class')).toEqual([
    ['running', 9, '25.71'],
    [undefined, 26, '74.29'],
  ])
})

test('分類も達成度もない計画には、集計がない', () => {
  expect(sharesOf('chigasaki', 'direction', 'class')).toBeUndefined()
  expect(sharesOf('chigasaki', 'direction', 'grade')).toBeUndefined()
})

test('年次の印は47項目×5年度の235欄にあり、再掲は数えない', () => {
  const plan = planOf('yamaguchi', 'plan')
  const tally = tallyMarks(plan, plan.items)!
  expect(tally.population).toBe(235)
  const counts = new Map(tally.rows.map((row) => [row.legend!.code, row.count]))
  expect([counts.get('→'), counts.get('実施'), counts.get('検討')]).toEqual([113, 52, 28])
  for (const row of tally.rows)
    expect(row.byYear.reduce((sum, count) => sum + count, 0)).toBe(row.count)
  expect(tallyMarks(planOf('kamakura', 'guideline'), [])).toBeUndefined()
})

test('段階ごとの数には、再掲がいくつかも添える', () => {
  const plan = planOf('yamaguchi', 'plan')
  expect(countLevels(plan, plan.items)).toEqual([
    { level: 'policy', count: 5, again: 0 },
    { level: 'measure', count: 16, again: 0 },
    { level: 'item', count: 52, again: 5 },
  ])
})
