import { expect, test } from 'vitest'
import {
  formatDate,
  formatDateInBothEras,
  formatInstant,
  formatMonth,
  formatMonthDay,
  formatYear,
} from './date-text.ts'

test('日付は和暦と曜日で、英語では西暦と曜日で書く', () => {
  expect(formatDate('2026-11-20', 'ja')).toBe('令和8年11月20日（金）')
  expect(formatDate('2026-11-20', 'en')).toBe('20 November 2026 (Fri)')
  expect(formatDate('2019-05-01', 'ja')).toBe('令和元年5月1日（水）')
  expect(formatMonthDay('2026-04-01', 'ja')).toBe('4月1日（水）')
  expect(formatMonthDay('2026-04-01', 'en')).toBe('1 April (Wed)')
})

test('和暦と西暦を並べて書ける', () => {
  expect(formatDateInBothEras('2026-11-20', 'ja')).toBe('令和8年（2026年）11月20日（金）')
  expect(formatDateInBothEras('2026-11-20', 'en')).toBe('20 November 2026 (Fri), Reiwa 8')
  expect(formatYear('2026-11-20', 'ja')).toBe('令和8年（2026年）')
  expect(formatYear('2026-11-20', 'en')).toBe('2026 (Reiwa 8)')
})

test('活動を始めた月は、日も曜日もなしで書ける', () => {
  expect(formatMonth('2022-04-01', 'ja')).toBe('令和4年4月')
  expect(formatMonth('2022-04-01', 'en')).toBe('April 2022')
  expect(formatMonth('1870-07-01', 'ja')).toBe('1870年7月')
})

test('明治5年までの日は西暦だけで書く', () => {
  expect(formatDate('1870-07-01', 'ja')).toBe('1870年7月1日（金）')
  expect(formatDateInBothEras('1870-07-01', 'en')).toBe('1 July 1870 (Fri)')
  expect(formatYear('1870-07-01', 'ja')).toBe('1870年')
})

test('瞬間は東京の日と時刻で書く', () => {
  const instant = new Date('2026-11-20T15:00:00Z')
  expect(formatInstant(instant, 'ja')).toBe('令和8年11月21日（土）00:00')
  expect(formatInstant(instant, 'en')).toBe('21 November 2026 (Sat) 00:00')
})
