import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addBusinessDays, cityHallDays, findHoliday, isYearEnd, rollDay } from './business-day.ts'
import { addDays, weekdayOf } from './calendar.ts'

const open = cityHallDays()

test('市役所は土日・祝日・年末年始に閉まる', () => {
  expect(open('2026-11-20')).toBe(true)
  const closed = [
    '2026-11-21',
    '2026-11-22',
    '2026-11-23',
    '2026-09-22',
    '2026-12-29',
    '2027-01-03',
  ] as const
  for (const date of closed) expect(open(date), date).toBe(false)
  expect(open('2026-12-28')).toBe(true)
  expect(open('2027-01-04')).toBe(true)
})

test('祝日は日英の名を持つ', () => {
  expect(findHoliday('2026-11-23')).toEqual({ ja: '勤労感謝の日', en: 'Labor Thanksgiving Day' })
  expect(findHoliday('2026-11-24')).toBeUndefined()
})

test('年末年始は 12月29日から 1月3日まで', () => {
  expect(
    ['2026-12-28', '2026-12-29', '2027-01-03', '2027-01-04'].map((d) =>
      isYearEnd(d as `${number}-${number}-${number}`),
    ),
  ).toEqual([false, true, true, false])
})

test('市が足した休みの日も閉まる', () => {
  const withAnniversary = cityHallDays(['2026-11-20'])
  expect(withAnniversary('2026-11-20')).toBe(false)
  expect(rollDay('2026-11-20', 'next_business', withAnniversary)).toBe('2026-11-24')
})

test('閉まる日の期限は次または前の開く日に移り、移さなければそのまま', () => {
  expect(rollDay('2026-11-22', 'next_business', open)).toBe('2026-11-24')
  expect(rollDay('2026-11-22', 'prev_business', open)).toBe('2026-11-20')
  expect(rollDay('2026-11-22', 'none', open)).toBe('2026-11-22')
  expect(rollDay('2026-12-31', 'next_business', open)).toBe('2027-01-04')
})

test('移した先は開いていて、間に開く日はない', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const date = addDays('1990-01-01', days)
      for (const [roll, step] of [
        ['next_business', 1],
        ['prev_business', -1],
      ] as const) {
        const rolled = rollDay(date, roll, open)
        expect(open(rolled)).toBe(true)
        for (let day = date; day !== rolled; day = addDays(day, step)) expect(open(day)).toBe(false)
      }
    }),
  )
})

test('施設は自分の休館日で数えられ、開く日がなければ投げる', () => {
  const closedOnMondays = (date: Parameters<typeof weekdayOf>[0]) => weekdayOf(date) !== 1
  expect(rollDay('2026-11-23', 'next_business', closedOnMondays)).toBe('2026-11-24')
  expect(() => rollDay('2026-11-23', 'next_business', () => false)).toThrow(RangeError)
})

test('営業日は当日を入れずに数える', () => {
  expect(addBusinessDays('2026-11-20', 1, open)).toBe('2026-11-24')
  expect(addBusinessDays('2026-11-20', 5, open)).toBe('2026-11-30')
  expect(addBusinessDays('2026-11-20', 0, open)).toBe('2026-11-20')
})
