import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, compare, fraction } from './fraction.ts'
import {
  formatDecimal,
  formatFraction,
  formatPercent,
  parseDecimal,
  percentOf,
  type Rounding,
  roundFraction,
  roundings,
  sumDecimals,
} from './ratio.ts'

const print = (numerator: number, denominator: number, decimals: number, rounding: Rounding) =>
  formatPercent({ numerator, denominator }, { decimals, rounding })

test('鎌倉市素案の 17/19 は切捨てで 89.4、四捨五入なら 89.5', () => {
  expect(print(17, 19, 1, 'floor')).toBe('89.4%')
  expect(print(17, 19, 1, 'half_up')).toBe('89.5%')
})

test('鎌倉市の実施率 14/41・17/23・18/52 は印刷のとおり', () => {
  expect(print(14, 41, 1, 'half_up')).toBe('34.1%')
  expect(print(14, 41, 1, 'floor')).toBe('34.1%')
  expect(print(17, 23, 1, 'half_up')).toBe('73.9%')
  expect(print(18, 52, 1, 'half_up')).toBe('34.6%')
})

test('鎌ケ谷市の達成度 4/27・16/27・7/27 は二桁で合計 100.00', () => {
  const cells = [4, 16, 7].map(
    (n) => percentOf({ numerator: n, denominator: 27 }, { decimals: 2, rounding: 'half_up' })!,
  )
  expect(cells.map(formatDecimal)).toEqual(['14.81', '59.26', '25.93'])
  expect(formatDecimal(sumDecimals(cells))).toBe('100.00')
})

test('合計は丸めたセルの合計で、100.0 にならなくても直さない', () => {
  const cells = ['29.2', '42.2', '10.8', '1.5', '12.7', '3.7'].map((cell) => parseDecimal(cell)!)
  expect(formatDecimal(sumDecimals(cells.slice(0, 2)))).toBe('71.4')
  expect(formatDecimal(sumDecimals(cells))).toBe('100.1')
  expect(formatDecimal(sumDecimals([]))).toBe('0')
})

test('103 団体の調査の回答は印刷のとおりの割合になる', () => {
  const shares = [28, 27, 11, 4, 7, 26].map((n) => print(n, 103, 1, 'half_up'))
  expect(shares).toEqual(['27.2%', '26.2%', '10.7%', '3.9%', '6.8%', '25.2%'])
  expect(print(271, 103, 1, 'half_up')).toBe('263.1%')
  expect(print(62, 93, 0, 'half_up')).toBe('67%')
})

test('ちょうど半分は四捨五入で上がり、切捨てで下がり、偶数丸めで偶数になる', () => {
  const half = (units: number, rounding: Rounding) =>
    formatFraction(fraction(units, 100), { decimals: 1, rounding })
  expect(roundings.map((rounding) => half(25, rounding))).toEqual(['0.3', '0.2', '0.2'])
  expect(roundings.map((rounding) => half(35, rounding))).toEqual(['0.4', '0.3', '0.4'])
  expect(roundings.map((rounding) => half(-125, rounding))).toEqual(['-1.3', '-1.2', '-1.2'])
})

test('分母が 0 の割合は 0% ではなく、ない', () => {
  expect(percentOf({ numerator: 0, denominator: 0 }, { decimals: 1, rounding: 'half_up' })).toBe(
    undefined,
  )
  expect(print(0, 0, 1, 'half_up')).toBe('－')
  expect(print(0, 7, 1, 'half_up')).toBe('0.0%')
})

test('丸めの誤差は、切捨てで一単位未満、ほかで半単位以下', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 20n }),
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom(...roundings),
      (numerator, denominator, decimals, rounding) => {
        const exact = fraction(numerator, denominator)
        const { units } = roundFraction(exact, { decimals, rounding })
        const unit = 10n ** BigInt(decimals)
        const error = add(exact, fraction(-units, unit))
        if (rounding === 'floor') {
          expect(compare(error, fraction(0))).toBeGreaterThanOrEqual(0)
          expect(compare(error, fraction(1n, unit))).toBe(-1)
        } else {
          const size = error.numerator < 0n ? { ...error, numerator: -error.numerator } : error
          expect(compare(size, fraction(1n, 2n * unit))).toBeLessThanOrEqual(0)
        }
      },
    ),
  )
})

test('印刷した数は同じ数に読める', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.nat(6), (units, decimals) => {
      const cell = { units, decimals }
      expect(formatDecimal(parseDecimal(formatDecimal(cell))!)).toBe(formatDecimal(cell))
    }),
  )
  for (const bad of ['', '1.', '.5', '1e3', '５', '1,000', '50%'])
    expect(parseDecimal(bad), bad).toBeUndefined()
})

test('桁数は 0 から 12 まで', () => {
  for (const decimals of [-1, 13, 0.5])
    expect(() => roundFraction(fraction(1), { decimals, rounding: 'floor' })).toThrow(RangeError)
})
