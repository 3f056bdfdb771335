import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber, parseWholeNumber } from './number.ts'

const read = (input: string, max?: number) => {
  const result = parseWholeNumber(input, max)
  return result.ok ? result.value : result.error
}

test('全角・桁区切り・空白のある整数を読む', () => {
  for (const input of [
    '1234',
    '１２３４',
    '1,234',
    '１，２３４',
    ' 1 234 ',
    '+1234',
    '001234',
    '1、234',
  ])
    expect(read(input), input).toBe(1234)
  expect(read('0')).toBe(0)
})

test('読めない数は理由を返し、直さない', () => {
  const cases = {
    '': 'empty',
    '　': 'empty',
    abc: 'not-a-number',
    '1-2': 'not-a-number',
    NaN: 'not-a-number',
    Infinity: 'not-a-number',
    '0x10': 'not-a-number',
    '-1': 'negative',
    ー５: 'negative',
    '▲1,000': 'negative',
    '△1': 'negative',
    '(500)': 'negative',
    '1.5': 'fraction',
    '1.0': 'fraction',
    '１．５': 'fraction',
    '.5': 'fraction',
    '1e3': 'exponent',
    '1E+12': 'exponent',
    '1.00E+12': 'exponent',
    '12,34': 'misplaced-comma',
    '1,2345': 'misplaced-comma',
    ',123': 'misplaced-comma',
    '9007199254740992': 'too-large',
    ['9'.repeat(400)]: 'too-large',
  }
  for (const [input, reason] of Object.entries(cases)) expect(read(input), input).toBe(reason)
})

test('上限ちょうどは読み、越えれば断る', () => {
  expect(read('100', 100)).toBe(100)
  expect(read('101', 100)).toBe('too-large')
})

test('書いた数は同じ数に読める', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (value) => {
      expect(read(formatNumber(value))).toBe(value)
    }),
  )
})

test('どんな文字列でも数か理由になる', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (input) => {
      const result = parseWholeNumber(input)
      expect(result.ok ? Number.isSafeInteger(result.value) : result.error.length > 0).toBe(true)
    }),
  )
})

test('三桁ごとに区切る', () => {
  expect([0, 999, 1000, 1234567, -1234].map(formatNumber)).toEqual([
    '0',
    '999',
    '1,000',
    '1,234,567',
    '-1,234',
  ])
  expect(formatNumber(10n ** 15n)).toBe('1,000,000,000,000,000')
})
