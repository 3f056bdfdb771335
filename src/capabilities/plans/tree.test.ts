import { expect, test } from 'vitest'
import { planOf, plansOf } from './presets.fixture.ts'
import { type Branch, buildTree, matchingItems, pruneTree } from './tree.ts'

const flatten = (branches: readonly Branch[]): string[] =>
  branches.flatMap(({ item, children }) => [item.no, ...flatten(children)])

test.each(['kamakura', 'yamaguchi', 'kamagaya', 'chigasaki'])(
  '%s のどの計画も、すべての項目が一度ずつ木に入る',
  (preset) => {
    for (const { items } of plansOf(preset))
      expect(flatten(buildTree(items)).sort()).toEqual(items.map(({ no }) => no).sort())
  },
)

test('分類でしぼると、当てはまる項目とその上の段階だけが残る', () => {
  const { items } = planOf('kamakura', 'guideline')
  const found = matchingItems(items, { class: 'Ⅰ' }).map(({ no }) => no)
  expect(found).toHaveLength(6)
  const left = flatten(pruneTree(buildTree(items), new Set(found)))
  expect(left.filter((no) => found.includes(no))).toEqual(found)
  const parents = items.filter((item) => left.includes(item.no) && !found.includes(item.no))
  expect(parents.every((item) => items.some((one) => one.parent === item.no))).toBe(true)
})

test('再掲は、元の項目が当てはまれば残る', () => {
  const { items } = planOf('yamaguchi', 'plan')
  const found = matchingItems(items, { flag: '行政改革大綱推進計画' }).map(({ no }) => no)
  expect(found).toEqual(expect.arrayContaining(['Ⅱ-(2)-③', 'Ⅴ-(2)-②']))
})

test('担当課と分類は、両方に当てはまるものだけを残す', () => {
  const { items } = planOf('yamaguchi', 'plan')
  const both = matchingItems(items, { flag: '行政改革大綱推進計画', department: 'kyodo-suishin' })
  expect(both.map(({ no }) => no)).toEqual(['Ⅰ-(1)-①'])
  expect(matchingItems(items, { department: 'nobody' })).toEqual([])
})
