import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Definition } from './evaluation.ts'
import {
  checkSheet,
  compareSheets,
  formatDifference,
  listUnexplained,
  lowScores,
  meanOf,
  type Sheet,
} from './scores.ts'

const label = (text: string) => ({ ja: text, en: text })
const definitionOf = (values: readonly number[], items: readonly string[], discussAt = 2) =>
  ({
    scale: values.map((value) => ({ value, label: label(String(value)) })),
    items: items.map((code) => ({ code, label: label(code), viewpoint: label(code), source: '' })),
    discussAt,
    overall: [],
  }) as unknown as Definition
const five = definitionOf([5, 4, 3, 2, 1], ['purpose', 'equality'])
const sheet = (...lines: readonly (readonly [string, number | null, string?])[]): Sheet =>
  new Map(lines.map(([item, score, comment = '']) => [item, { score, comment }]))
const kinds = (given: Sheet, definition = five) =>
  checkSheet(given, definition).map(({ item, kind }) => `${item}:${kind}`)

test('すべての項目に評価があれば提出できる。高い評価にコメントはいらない', () => {
  expect(kinds(sheet(['purpose', 5], ['equality', 3]))).toEqual([])
})

test('評価のない項目や、めもりにない評価があると提出できない', () => {
  expect(kinds(sheet(['purpose', 4]))).toEqual(['equality:no-score'])
  expect(kinds(sheet(['purpose', 6], ['equality', null]))).toEqual([
    'purpose:unknown-score',
    'equality:no-score',
  ])
})

test('低い評価には理由がいる：5段階なら下の二つ、3段階ならいちばん下', () => {
  expect([...lowScores(five)]).toEqual([1, 2])
  expect([...lowScores(definitionOf([3, 2, 1], []))]).toEqual([1])
  expect(kinds(sheet(['purpose', 2], ['equality', 1, '話す場がなかった']))).toEqual([
    'purpose:comment-needed',
  ])
})

test('コメントは1,000字までで、絵文字も一字に数える', () => {
  expect(kinds(sheet(['purpose', 5, '𠮷'.repeat(1_000)], ['equality', 5]))).toEqual([])
  expect(kinds(sheet(['purpose', 5, 'あ'.repeat(1_001)], ['equality', 5]))).toEqual([
    'purpose:too-long',
  ])
})

test('差は団体から市を引いた数で、決められた幅から先だけ話し合う', () => {
  const compared = compareSheets(
    {
      group: sheet(['purpose', 5], ['equality', 2, '理由']),
      city: sheet(['purpose', 3], ['equality', 3]),
    },
    five,
  )
  expect(compared.map(({ difference, discuss }) => [difference, discuss])).toEqual([
    [2, true],
    [-1, false],
  ])
  expect(meanOf(compared, 'group')).toBe('3.5')
  expect(listUnexplained(compared, new Map()).map(({ item }) => item.code)).toEqual(['purpose'])
  expect(listUnexplained(compared, new Map([['purpose', '見方が違った']]))).toEqual([])
})

test('差は符号とともに示す', () => {
  expect([2, 0, -1].map(formatDifference)).toEqual(['+2', '0', '−1'])
})

test('提出されていない評価は、並べられない', () => {
  expect(() =>
    compareSheets({ group: sheet(['purpose', 5]), city: sheet(['purpose', null]) }, five),
  ).toThrow()
})

test('どんな組み合わせでも、話し合う項目は差の大きさだけで決まり、二つの側は入れかえても同じ', () => {
  const score = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(score, score, fc.integer({ min: 1, max: 4 }), (a, b, discussAt) => {
      const definition = definitionOf([1, 2, 3, 4, 5], ['x'], discussAt)
      const compare = (group: number, city: number) =>
        compareSheets({ group: sheet(['x', group]), city: sheet(['x', city]) }, definition)[0]!
      expect(compare(a, b).discuss).toBe(Math.abs(a - b) >= discussAt)
      expect(compare(a, b).discuss).toBe(compare(b, a).discuss)
      expect(compare(a, b).difference).toBe(-compare(b, a).difference || 0)
    }),
  )
})
