import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from './calendar.ts'
import { countDaysLeft, dueAfter, findDeadline, latestOf } from './deadline.ts'

const plain = { inclusive: false, roll: 'none' } as const

test('山口市の事故報告は事故の日を入れて20日', () => {
  expect(findDeadline('2026-11-01', { days: 20, inclusive: true, roll: 'none' })).toBe('2026-11-20')
})

test('伊勢原市の期限は翌日から数えて14日', () => {
  expect(findDeadline('2026-11-01', { days: 14, ...plain })).toBe('2026-11-15')
})

test('いくつかの日のうち、いちばん遅い日がわかる', () => {
  expect(latestOf('2027-02-15', '2027-03-31', '2026-01-01')).toBe('2027-03-31')
})

test('最後の日が閉まっていれば、決まりに従って移る', () => {
  const rule = { days: 2, inclusive: false } as const
  expect(findDeadline('2026-11-20', { ...rule, roll: 'none' })).toBe('2026-11-22')
  expect(findDeadline('2026-11-20', { ...rule, roll: 'next_business' })).toBe('2026-11-24')
  expect(findDeadline('2026-11-20', { ...rule, roll: 'prev_business' })).toBe('2026-11-20')
  const everyDay = () => true
  expect(findDeadline('2026-11-20', { ...rule, roll: 'next_business' }, everyDay)).toBe(
    '2026-11-22',
  )
})

test('月の期間は応当日の前日に終わり、応当日がなければ月末に終わる', () => {
  expect(findDeadline('2026-04-15', { months: 1, ...plain })).toBe('2026-05-15')
  expect(findDeadline('2026-04-01', { months: 12, inclusive: true, roll: 'none' })).toBe(
    '2027-03-31',
  )
  expect(findDeadline('2026-01-30', { months: 1, ...plain })).toBe('2026-02-28')
  expect(findDeadline('2026-01-31', { months: 1, ...plain })).toBe('2026-02-28')
  expect(findDeadline('2024-01-31', { months: 1, ...plain })).toBe('2024-02-29')
  expect(findDeadline('2026-02-28', { months: 1, ...plain })).toBe('2026-03-31')
})

test('初日を入れるかどうかで期限はちょうど一日違う', () => {
  fc.assert(
    fc.property(fc.nat(20_000), fc.integer({ min: 1, max: 400 }), (offset, days) => {
      const start = addDays('1990-01-01', offset)
      const [including, following] = [true, false].map((inclusive) =>
        findDeadline(start, { days, inclusive, roll: 'none' }),
      )
      expect(daysBetween(including!, following!)).toBe(1)
      expect(daysBetween(start, following!)).toBe(days)
    }),
  )
})

test('残り日数は東京の日で数え、当日は 0、過ぎれば負', () => {
  expect(countDaysLeft('2026-11-30', new Date('2026-11-20T00:00:00+09:00'))).toBe(10)
  expect(countDaysLeft('2026-11-20', new Date('2026-11-20T23:59:59+09:00'))).toBe(0)
  expect(countDaysLeft('2026-11-20', new Date('2026-11-21T00:00:00+09:00'))).toBe(-1)
})

test('製品が数える期限は、閉庁日に当たれば次の開庁日になる（11月20日から14日後の12月4日は金曜、15日後は月曜に）', () => {
  expect(dueAfter('2026-11-20', 14)).toBe('2026-12-04')
  expect(dueAfter('2026-11-20', 15)).toBe('2026-12-07')
  expect(dueAfter('2026-12-18', 14)).toBe('2027-01-04')
})
