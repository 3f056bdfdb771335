import { expect, test } from 'vitest'
import { readMarks } from './marks.ts'
import { planOf } from './presets.fixture.ts'

const years = [2008, 2009, 2010, 2011, 2012]
const read = (...cells: readonly string[]) =>
  readMarks(Object.fromEntries(cells.map((cell, at) => [String(2008 + at), cell])), years)

test('矢印は、前の年度の印が続くことを表す', () => {
  expect(read('空欄', '検討', '実施', '→', '→').map(({ holds }) => holds)).toEqual([
    undefined,
    '検討',
    '実施',
    '実施',
    '実施',
  ])
})

test('続いた矢印も、はじまりの年度を覚えている', () => {
  const [, , , , last] = read('検討', '実施', '→', '→', '→')
  expect(last).toMatchObject({ kind: 'continued', printed: '→', holds: '実施', since: 2009 })
})

test('空欄のあとの矢印は、何も続けない', () => {
  const [, second] = read('空欄', '→')
  expect(second).toMatchObject({ kind: 'continued', holds: undefined, since: undefined })
})

test('欄のない年度は、空欄とは区別する', () => {
  expect(read('空欄').map(({ kind }) => kind)).toEqual(['blank', 'none', 'none', 'none', 'none'])
})

test('印刷されたすべての年次の印が、何かを意味している', () => {
  const plan = planOf('yamaguchi', 'plan')
  const cells = plan.items.flatMap((item) => readMarks(item.marks, plan.years))
  const arrows = cells.filter(({ kind }) => kind === 'continued')
  expect(arrows).toHaveLength(113)
  expect(arrows.filter(({ holds }) => holds === undefined)).toEqual([])
})
