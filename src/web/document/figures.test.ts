import { expect, test } from 'vitest'
import { formatCell } from './figures.ts'

test('金額は3桁ごとに区切り、円を付ける', () => {
  expect(formatCell(1234567, 'yen', 'ja')).toBe('1,234,567円')
  expect(formatCell(0, 'yen', 'ja')).toBe('0円')
  expect(formatCell(1234567, 'yen', 'en')).toBe('¥1,234,567')
})

test('負の数は日本語では▲、英語では - で示す', () => {
  expect(formatCell(-8760, 'yen', 'ja')).toBe('▲8,760円')
  expect(formatCell(-8760, 'yen', 'en')).toBe('-¥8,760')
  expect(formatCell(-1234.5, undefined, 'ja')).toBe('▲1,234.5')
})

test('文字のセルには手を加えない', () => {
  expect(formatCell('1234567', 'yen', 'ja')).toBe('1234567')
})
