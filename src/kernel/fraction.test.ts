import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  compare,
  divide,
  fraction,
  fractionOf,
  mean,
  multiply,
  sum,
  zero,
} from './fraction.ts'

const anyFraction = fc
  .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 1000n }))
  .map(([n, d]) => fraction(n, d))

test('分数はいつも既約で、分母は正', () => {
  expect(fraction(2, 4)).toEqual({ numerator: 1n, denominator: 2n })
  expect(fraction(3, -6)).toEqual({ numerator: -1n, denominator: 2n })
  expect(fraction(0, -5)).toEqual(zero)
  expect(() => fraction(1, 0)).toThrow(RangeError)
})

test('小数は書かれたとおりの値になる', () => {
  expect(fractionOf(0.1)).toEqual(fraction(1, 10))
  expect(fractionOf(-1.25)).toEqual(fraction(-5, 4))
  expect(fractionOf(1e-7)).toEqual(fraction(1, 10_000_000))
  expect(fractionOf(1.5e21)).toEqual(fraction(15n * 10n ** 20n))
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => fractionOf(bad)).toThrow(RangeError)
})

test('0.1 を三つ足すと 0.3 ちょうど', () => {
  expect(sum([0.1, 0.1, 0.1].map(fractionOf))).toEqual(fractionOf(0.3))
})

test('足した数の負を足せば元に戻り、掛けて割れば元に戻る', () => {
  fc.assert(
    fc.property(anyFraction, anyFraction, (a, b) => {
      expect(add(add(a, b), { ...b, numerator: -b.numerator })).toEqual(a)
      if (b.numerator !== 0n) expect(divide(multiply(a, b), b)).toEqual(a)
      expect(compare(a, b)).toBe(-compare(b, a) + 0)
      expect(compare(a, b) === 0).toBe(
        a.numerator === b.numerator && a.denominator === b.denominator,
      )
    }),
  )
})

test('平均は順番によらず、何もなければない', () => {
  expect(mean([])).toBeUndefined()
  expect(mean([fraction(1), fraction(2)])).toEqual(fraction(3, 2))
  fc.assert(
    fc.property(fc.array(anyFraction, { minLength: 1 }), (values) => {
      expect(mean([...values].reverse())).toEqual(mean(values))
    }),
  )
})
