import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillNumberPattern, parseNumberPattern } from './pattern.ts'

test('文書番号は型の穴を埋めて作る', () => {
  const values = { n: 12, fiscalYear: 2026 }
  expect(fillNumberPattern('鎌地の第{n}号', values)).toBe('鎌地の第12号')
  expect(fillNumberPattern('{fy}-{nnnn}', values)).toBe('R8-0012')
  expect(fillNumberPattern('{year}協第{nnn}号の{n}', values)).toBe('2026協第012号の12')
  expect(fillNumberPattern('{fy}{nn}', { n: 3, fiscalYear: 2019 })).toBe('R103')
})

test('桁を越えた番号は切らずに全部書く', () => {
  expect(fillNumberPattern('{nn}', { n: 12345, fiscalYear: 2026 })).toBe('12345')
})

test('番号の穴のない型、知らない穴、長い型は設定するときに断る', () => {
  const cases = {
    '': 'empty',
    鎌地の第号: 'no-number',
    '{fy}': 'no-number',
    '{n}{month}': 'unknown-placeholder',
    '{n}{': 'unknown-placeholder',
    '{}{n}': 'unknown-placeholder',
    [`{n}${'号'.repeat(100)}`]: 'too-long',
  }
  for (const [pattern, error] of Object.entries(cases))
    expect(parseNumberPattern(pattern), pattern).toEqual({ ok: false, error })
  expect(parseNumberPattern('鎌地の第{n}号')).toEqual({ ok: true, value: '鎌地の第{n}号' })
})

test('知らない穴や番号でない数は埋めずに投げる', () => {
  expect(() => fillNumberPattern('{x}', { n: 1, fiscalYear: 2026 })).toThrow(RangeError)
  for (const n of [0, -1, 1.5, Number.NaN])
    expect(() => fillNumberPattern('{n}', { n, fiscalYear: 2026 })).toThrow(RangeError)
})

test('同じ型の違う番号は、年度の中で同じ文書番号にならない', () => {
  const n = fc.integer({ min: 1, max: 100_000 })
  fc.assert(
    fc.property(n, n, fc.integer({ min: 1873, max: 2100 }), (one, other, fiscalYear) => {
      fc.pre(one !== other)
      const [a, b] = [one, other].map((value) =>
        fillNumberPattern('{fy}第{nnn}号', { n: value, fiscalYear }),
      )
      expect(a).not.toBe(b)
    }),
  )
})
