import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frame, placeLines, roundUp, spreadHeights } from './line-geometry.ts'

test.each([
  [71.4, 100],
  [44.9, 50],
  [390, 500],
  [51868, 100000],
  [0, 1],
  [1, 1],
  [2.1, 2.5],
])('%d の上の切りのよい数は %d', (value, round) => {
  expect(roundUp(value)).toBe(round)
})

test('縦の軸は0から始まり、どの点も枠の中にある', () => {
  const values = fc.option(fc.nat(100_000), { nil: undefined })
  fc.assert(
    fc.property(
      fc.array(fc.array(values, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
      (rows) => {
        const { lines, rules } = placeLines(['a', 'b', 'c'], rows)
        expect(rules[0]).toEqual({ y: frame.height - frame.bottom, value: 0 })
        for (const { x, y } of lines.flatMap(({ dots }) => dots)) {
          expect(x).toBeGreaterThanOrEqual(frame.left)
          expect(x).toBeLessThanOrEqual(frame.width - frame.right)
          expect(y).toBeGreaterThanOrEqual(frame.top - 0.001)
          expect(y).toBeLessThanOrEqual(frame.height - frame.bottom + 0.001)
        }
      },
    ),
  )
})

test('値のない年で線は切れる', () => {
  const { lines } = placeLines(['a', 'b', 'c', 'd'], [[1, 2, undefined, 3]])
  expect(lines[0]!.stretches.map((stretch) => stretch.length)).toEqual([2])
  expect(lines[0]!.dots).toHaveLength(3)
})

test('線の番号は、重ならずに高さの順を保つ', () => {
  const heights = spreadHeights([100, 101, 102, 50], 15, 224)
  const sorted = [...heights].sort((a, b) => a - b)
  for (let at = 1; at < sorted.length; at += 1)
    expect(sorted[at]! - sorted[at - 1]!).toBeGreaterThanOrEqual(15)
  expect(heights[3]).toBeLessThan(heights[0]!)
  expect(Math.max(...spreadHeights([220, 221, 222], 15, 224))).toBeLessThanOrEqual(224)
})

test('目盛りの言葉は重ならず、最後の一つはかならず立つ', () => {
  const years = ['2000年9月', '2008年12月', '2023年度', '2024年度', '2025年度', '2026年11月']
  const { ticks } = placeLines(years, [years.map(() => 1)])
  expect(ticks.at(-1)?.text).toBe('2026年11月')
  expect(ticks.length).toBeLessThan(years.length)
  for (let at = 1; at < ticks.length; at += 1)
    expect(ticks[at]!.x - ticks[at - 1]!.x).toBeGreaterThan(75)
  expect(placeLines(['H15', 'H20', 'H25'], [[1, 2, 3]]).ticks).toHaveLength(3)
})
