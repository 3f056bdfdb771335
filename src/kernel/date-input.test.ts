import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './calendar.ts'
import { parseDate, parseFiscalYear } from './date-input.ts'
import { formatDate, formatDateInBothEras } from './date-text.ts'
import { eraYearOf, formatFiscalYear } from './era.ts'

const read = (input: string) => {
  const result = parseDate(input)
  return result.ok ? result.value : result.error
}
const readYear = (input: string) => {
  const result = parseFiscalYear(input)
  return result.ok ? result.value : result.error
}

test.for([
  'R8.4.1',
  'r8.4.1',
  'Ｒ８．４．１',
  'R8/4/1',
  'R8-4-1',
  'R08.04.01',
  'R080401',
  '令8.4.1',
  '令和8.4.1',
  '令和８年４月１日',
  '令和 8 年 4 月 1 日',
  '㋿8年4月1日',
  '令和八年四月一日',
  '令和8年4月1日（水）',
  '令和8年4月1日水曜日',
  '令和8年（2026年）4月1日（水）',
  '2026年（令和8年）4月1日',
  '2026（令和8）年4月1日',
  '2026/4/1',
  '2026-04-01',
  '2026.4.1',
  '２０２６／０４／０１',
  '2026年4月1日',
  '西暦2026年4月1日',
  '二〇二六年四月一日',
  '20260401',
  '２０２６０４０１',
  '2026ー4ー1',
  '　2026/4/1　',
  '1 April 2026 (Wed)',
  '1 Apr 2026',
  '1st April, 2026',
  'April 1, 2026',
  'Wednesday, April 1st, 2026',
])('%s は 2026年4月1日と読める', (input) => {
  expect(read(input)).toBe('2026-04-01')
})

test('元年と各元号の略字を読む', () => {
  expect(read('令和元年5月1日')).toBe('2019-05-01')
  expect(read('H31.4.30')).toBe('2019-04-30')
  expect(read('平元.1.8')).toBe('1989-01-08')
  expect(read('S64.1.7')).toBe('1989-01-07')
  expect(read('昭和二十五年十二月三十一日')).toBe('1950-12-31')
  expect(read('T15.12.24')).toBe('1926-12-24')
  expect(read('M6.1.1')).toBe('1873-01-01')
  expect(read('2024/2/29')).toBe('2024-02-29')
})

test('読めない日付は理由を返す', () => {
  const cases = {
    '': 'empty',
    '　': 'empty',
    あした: 'unreadable',
    '2026': 'no-day',
    '2026/4': 'no-day',
    '2026年４月': 'no-day',
    'R8.4': 'no-day',
    令和元年: 'no-day',
    '2026/4/1/1': 'unreadable',
    '2026-04-01T00:00:00Z': 'unreadable',
    '4月1日': 'no-year',
    '4/1': 'no-year',
    '8.4.1': 'no-era',
    '26/4/1': 'no-era',
    '2026/2/29': 'no-such-day',
    令和8年13月1日: 'no-such-day',
    '20260431': 'no-such-day',
    '0000/1/1': 'no-such-day',
    平成31年5月1日: 'outside-era',
    令和元年4月30日: 'outside-era',
    'R0.4.1': 'outside-era',
    'S70.1.1': 'outside-era',
    明治5年12月2日: 'old-calendar',
    '令和8年（2025年）4月1日': 'years-differ',
    [`2026/4/1${'('.repeat(5000)}`]: 'unreadable',
  }
  for (const [input, reason] of Object.entries(cases)) expect(read(input), input).toBe(reason)
})

test('書いた日付は同じ日に読める', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 }), (days) => {
      const date = addDays('1873-01-01', days)
      const { era, year } = eraYearOf(date)!
      const [, month, day] = date.split('-')
      for (const text of [
        date,
        date.replaceAll('-', ''),
        formatDate(date, 'ja'),
        formatDateInBothEras(date, 'ja'),
        formatDate(date, 'en'),
        `${era.letter}${year}.${month}.${day}`,
      ])
        expect(read(text), text).toBe(date)
    }),
  )
})

test('どんな文字列でも日付か理由になる', () => {
  const pieces = fc.constantFrom(...'令平昭大明和成RHSTM元0123456789年月日./-・()（）〇一十 水曜')
  fc.assert(
    fc.property(fc.string({ unit: pieces }), (input) => {
      const result = parseDate(input)
      expect(result.ok ? result.value.length : result.error.length).toBeGreaterThan(0)
    }),
  )
})

test('年度を和暦でも西暦でも読む', () => {
  for (const input of [
    '令和8年度',
    'R8',
    'Ｒ８年度',
    '2026',
    '2026年度',
    'FY2026',
    '令和8年度（2026年度）',
  ])
    expect(readYear(input), input).toBe(2026)
  expect(readYear('令和元年度')).toBe(2019)
  expect(readYear('H31年度')).toBe(2019)
  for (let year = 1873; year <= 2100; year += 1)
    expect(readYear(formatFiscalYear(year, 'ja')), String(year)).toBe(year)
})

test('改元の前に印刷された計画の平成32年度は2020年度', () => {
  expect(readYear('平成32年度')).toBe(2020)
})

test('読めない年度は理由を返す', () => {
  const cases = {
    '': 'empty',
    '8': 'no-era',
    来年度: 'unreadable',
    '12026': 'unreadable',
    '()': 'unreadable',
    R0: 'outside-era',
    '令和8年度（2025年度）': 'years-differ',
    '令和8年度（来年度）': 'unreadable',
  }
  for (const [input, reason] of Object.entries(cases)) expect(readYear(input), input).toBe(reason)
})
