import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  composeDate,
  daysBetween,
  endOfFiscalYear,
  endOfMonth,
  endOfTokyoDay,
  fiscalYearOf,
  isPlainDate,
  type PlainDate,
  splitDate,
  startOfFiscalYear,
  startOfMonth,
  tokyoDayOf,
  tokyoInstant,
  tokyoTimeOf,
  weekdayOf,
} from './calendar.ts'

const anyDate = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays('1873-01-01', days))

test('年度は4月1日に始まり3月31日に終わる', () => {
  expect(fiscalYearOf('2024-03-31')).toBe(2023)
  expect(fiscalYearOf('2024-04-01')).toBe(2024)
  fc.assert(
    fc.property(anyDate, (date) => {
      const year = fiscalYearOf(date)
      expect(startOfFiscalYear(year) <= date && date <= endOfFiscalYear(year)).toBe(true)
    }),
  )
})

test('存在する日だけが日付', () => {
  for (const date of ['2026-04-01', '2024-02-29', '1873-01-01', '9999-12-31'])
    expect(isPlainDate(date), date).toBe(true)
  for (const other of [
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-4-1',
    '0999-01-01',
    '12026-01-01',
    '2026-04-01T00:00:00Z',
    '２０２６-04-01',
    '',
  ])
    expect(isPlainDate(other), other).toBe(false)
})

test('年月日に分けて組み直せば同じ日になる', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      expect(composeDate(splitDate(date))).toBe(date)
    }),
  )
  expect(composeDate({ year: 2026, month: 2, day: 29 })).toBeUndefined()
  expect(composeDate({ year: 26, month: 2, day: 2 })).toBeUndefined()
  expect(composeDate({ year: 2026, month: 1.5, day: 2 })).toBeUndefined()
})

test('日を足した差は足した日数で、曜日は七日で戻る', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days)
      expect(weekdayOf(addDays(date, 7 * days))).toBe(weekdayOf(date))
    }),
  )
  expect(weekdayOf('2026-11-20')).toBe(5)
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  expect(() => addDays('2026-01-01', Number.NaN)).toThrow(RangeError)
})

test('月を足した先に同じ日がなければ月末になる', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(addMonths('2026-10-31', -3)).toBe('2026-07-31')
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  expect(addMonths('2026-11-30', 12)).toBe('2027-11-30')
})

test('月の初日と末日はその月の中にあり、翌日は次の月', () => {
  expect([startOfMonth('2024-02-10'), endOfMonth('2024-02-10')]).toEqual([
    '2024-02-01',
    '2024-02-29',
  ])
  fc.assert(
    fc.property(anyDate, (date) => {
      expect(splitDate(addDays(endOfMonth(date), 1)).day).toBe(1)
      expect(endOfMonth(startOfMonth(date))).toBe(endOfMonth(date))
    }),
  )
})

test('東京の日は協定世界時の 15 時に変わる', () => {
  expect(tokyoDayOf(new Date('2026-11-20T14:59:59.999Z'))).toBe('2026-11-20')
  expect(tokyoDayOf(new Date('2026-11-20T15:00:00Z'))).toBe('2026-11-21')
  expect(tokyoTimeOf(new Date('2026-11-20T00:05:00Z'))).toBe('09:05')
})

test('東京の一日は終わりの瞬間の直前までその日', () => {
  fc.assert(
    fc.property(anyDate, (date: PlainDate) => {
      const end = endOfTokyoDay(date)
      expect(tokyoDayOf(new Date(end.getTime() - 1))).toBe(date)
      expect(tokyoDayOf(end)).toBe(addDays(date, 1))
      expect(tokyoDayOf(tokyoInstant(date, '00:00'))).toBe(date)
    }),
  )
})

test('時刻は 00:00 から 24:00 まで', () => {
  expect(tokyoInstant('2026-11-20', '17:00').toISOString()).toBe('2026-11-20T08:00:00.000Z')
  for (const time of ['24:01', '25:00', '9:00', '17:60', '', '17:00:00'])
    expect(() => tokyoInstant('2026-11-20', time), time).toThrow(RangeError)
})
