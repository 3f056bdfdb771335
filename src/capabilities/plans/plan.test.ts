import { expect, test } from 'vitest'
import { adoptedOn, ancestorsOf, neighboursOf, originalOf } from './plan.ts'
import { planOf } from './presets.fixture.ts'

const { items } = planOf('yamaguchi', 'plan')
const itemAt = (no: string) => items.find((item) => item.no === no)!

test('項目の上の段階は、上から順に並ぶ', () => {
  expect(ancestorsOf(items, itemAt('Ⅰ-(1)-①')).map(({ no }) => no)).toEqual(['Ⅰ', 'Ⅰ-(1)'])
  expect(ancestorsOf(items, itemAt('Ⅰ'))).toEqual([])
})

test('輪になった上下でも、終わりがある', () => {
  const ring = [
    { no: 'a', parent: 'b' },
    { no: 'b', parent: 'a' },
  ]
  expect(ancestorsOf(ring, ring[0]!).map(({ no }) => no)).toEqual(['a', 'b'])
})

test('再掲の内容は、元の項目の内容である', () => {
  expect(originalOf(items, itemAt('Ⅲ-(2)-②')).no).toBe('Ⅱ-(4)-①')
  expect(originalOf(items, itemAt('Ⅱ-(4)-①')).no).toBe('Ⅱ-(4)-①')
})

test('前後の項目は、同じ段階の印刷順で、章をまたぐ', () => {
  const { previous, next } = neighboursOf(items, itemAt('Ⅰ-(2)-①'))
  expect([previous?.no, next?.no]).toEqual(['Ⅰ-(1)-②', 'Ⅰ-(2)-②'])
  expect(neighboursOf(items, itemAt('Ⅰ')).previous).toBeUndefined()
})

test.each([
  ['2009-03', '2009-03-01'],
  ['2021', '2021-01-01'],
  ['2015-09-30', '2015-09-30'],
])('策定 %s は %s として並べる', (adopted, day) => {
  expect(adoptedOn({ adopted, period: null })).toBe(day)
})

test('策定の日がなければ期間のはじめの日、それもなければ日はない', () => {
  expect(adoptedOn({ adopted: undefined, period: { from: 2016, to: null } })).toBe('2016-04-01')
  expect(adoptedOn({ adopted: undefined, period: null })).toBeUndefined()
})
