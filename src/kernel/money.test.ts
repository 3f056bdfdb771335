import fc from 'fast-check'
import { expect, test } from 'vitest'
import { floorYen, formatYen, isYen, maxYen, parseYen, sumYen, yenUnits } from './money.ts'

const read = (input: string) => {
  const result = parseYen(input)
  return result.ok ? result.value : result.error
}

test('金額は円・¥・千円・万円・全角・桁区切りで読める', () => {
  const cases = {
    '1,234円': 1234,
    '¥1,234': 1234,
    '￥１，２３４': 1234,
    '\\1234': 1234,
    '1 234 円': 1234,
    '50千円': 50_000,
    '１０万円': 100_000,
    '10万': 100_000,
    '0円': 0,
    '1000000000000': maxYen,
  }
  for (const [input, amount] of Object.entries(cases)) expect(read(input), input).toBe(amount)
})

test('負・小数・指数・一兆円を越える金額は理由を添えて断る', () => {
  const cases = {
    '': 'empty',
    円: 'not-a-number',
    '-1円': 'negative',
    '−¥100': 'negative',
    '▲500': 'negative',
    '0.5円': 'fraction',
    '1.5万円': 'fraction',
    '1e6': 'exponent',
    '1000000000001': 'too-large',
    '1000000001千円': 'too-large',
    '9999999999999999円': 'too-large',
    '12万3,000円': 'not-a-number',
    $100: 'not-a-number',
    '12,34円': 'misplaced-comma',
  }
  for (const [input, reason] of Object.entries(cases)) expect(read(input), input).toBe(reason)
})

test('金額は日本語では円、英語では¥で書き、日本語で書いた金額は読み戻せる', () => {
  expect(formatYen(1234, 'ja')).toBe('1,234円')
  expect(formatYen(1234, 'en')).toBe('¥1,234')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: maxYen }), (amount) => {
      expect(read(formatYen(amount, 'ja'))).toBe(amount)
      expect(read(formatYen(amount, 'en'))).toBe(amount)
    }),
  )
})

test('端数は単位未満を切り捨てる', () => {
  expect(yenUnits.map((unit) => floorYen(85_999, unit))).toEqual([85_999, 85_900, 85_000])
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.constantFrom(...yenUnits), (amount, unit) => {
      const floored = floorYen(amount, unit)
      expect(floored % unit).toBe(0)
      expect(amount - floored).toBeLessThan(unit)
      expect(floored).toBeLessThanOrEqual(amount)
    }),
  )
})

test('合計は安全な整数を越えれば投げ、間違った額を返さない', () => {
  expect(sumYen([])).toBe(0)
  expect(sumYen([1, 2, 3])).toBe(6)
  expect(() => sumYen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
  for (const bad of [-1, 0.5, Number.NaN, 2 ** 53]) {
    expect(isYen(bad)).toBe(false)
    expect(() => sumYen([bad])).toThrow(RangeError)
  }
})

test('英語の単位（yen、JPY）が付いていても読める', () => {
  for (const text of ['300,000 yen', '¥300,000', 'JPY 300000', '300000JPY'])
    expect([text, parseYen(text)]).toEqual([text, { ok: true, value: 300_000 }])
})
