import { expect, test } from 'vitest'
import {
  daysLate,
  dueDaysFor,
  dueDaysOf,
  isEarly,
  isInterimSpared,
  periodOf,
  planYears,
} from './calendar.ts'

const step = (name: string, from: string, to: string) =>
  ({ step: name, name: { ja: name, en: name }, from, to }) as never

const call = {
  fiscalYear: 2026,
  calendar: [
    step('agreement', '2027-03-01', '2027-03-31'),
    step('project', '2027-04-01', '2028-03-31'),
    step('interim_review', '2027-10-01', '2027-10-31'),
    step('report', '2028-04-01', '2028-04-30'),
    step('evaluation', '2028-05-01', '2028-05-31'),
  ],
}

test('事業の年度は募集の暦の「事業」から始まり、望んだ年数で、制度の上限をこえない', () => {
  expect(planYears(call, { years: 2, maxYears: 3 })).toEqual({ first: 2027, last: 2028 })
  expect(planYears(call, { years: 9, maxYears: 3 })).toEqual({ first: 2027, last: 2029 })
  expect(planYears(call, { years: null, maxYears: 3 })).toEqual({ first: 2027, last: 2027 })
  expect(planYears(call, { years: 0, maxYears: 3 })).toEqual({ first: 2027, last: 2027 })
})

test('暦に「事業」のない募集では、次の年度の初めから終わりまでになる', () => {
  const bare = { ...call, calendar: [] }
  expect(planYears(bare, { years: 1, maxYears: 1 })).toEqual({ first: 2027, last: 2027 })
  expect(periodOf(bare, { first: 2027, last: 2028 })).toEqual({
    from: '2027-04-01',
    to: '2029-03-31',
  })
})

test('2年の事業の期間は、2年目の最後の日までになる', () => {
  expect(periodOf(call, { first: 2027, last: 2028 })).toEqual({
    from: '2027-04-01',
    to: '2029-03-31',
  })
})

test('2年目の期限は、1年目のちょうど1年後になる。協定の期限は動かない', () => {
  expect(dueDaysOf(call, 2027, 2027).report).toBe('2028-04-30')
  expect(dueDaysOf(call, 2027, 2028)).toEqual({
    agreement: '2027-03-31',
    interim: '2028-10-31',
    report: '2029-04-30',
    evaluation: '2029-05-31',
    evaluationFrom: '2029-05-01',
    reportFrom: '2029-04-01',
  })
})

test('暦にない手続きには期限がない', () => {
  expect(dueDaysOf({ ...call, calendar: [] }, 2027, 2027)).toEqual({
    agreement: undefined,
    interim: undefined,
    report: undefined,
    evaluation: undefined,
    evaluationFrom: undefined,
    reportFrom: '2028-04-01',
  })
})

test('報告は、募集の日程が報告の初めの日とする日より前は早い。日程になければ事業の終わりまで早い', () => {
  const { reportFrom } = dueDaysOf(call, 2027, 2027)
  expect(isEarly(reportFrom, new Date('2028-03-31T14:59:59Z'))).toBe(true)
  expect(isEarly(reportFrom, new Date('2028-03-31T15:00:00Z'))).toBe(false)
  const without = { ...call, calendar: call.calendar.filter(({ step }) => step !== 'report') }
  expect(dueDaysOf(without, 2027, 2028).reportFrom).toBe('2029-04-01')
})

test('期限の日の24時までは遅れていない。次の日の0時から1日の遅れになる', () => {
  expect(daysLate('2028-04-30', new Date('2028-04-30T14:59:59Z'))).toBe(0)
  expect(daysLate('2028-04-30', new Date('2028-04-30T15:00:00Z'))).toBe(1)
  expect(daysLate('2028-04-30', new Date('2028-05-12T03:00:00Z'))).toBe(12)
  expect(daysLate(null, new Date('2028-05-12T03:00:00Z'))).toBe(0)
})

test('2年目の期限が閉庁日に当たるときは、制度の暦の、その年度の開庁日になる', () => {
  const rules = [
    { step: 'interim_review', from: '10-01', to: '10-31', yearOffset: 1 },
    { step: 'report', from: '04-01', to: '04-30', yearOffset: 2 },
  ] as never[]
  const planned = {
    ...call,
    // 2027-10-31 is a Sunday; in 2028 the same day is a Tuesday, and 2029-04-30 a holiday.
    calendar: [
      step('interim_review', '2027-10-01', '2027-10-29'),
      step('report', '2028-04-01', '2028-05-12'),
    ],
    definition: { calendar: rules, interim: { afterDays: 60, source: '' } },
  }
  expect(dueDaysOf(planned, 2027, 2027).interim).toBe('2027-10-29')
  expect(dueDaysOf(planned, 2027, 2028).interim).toBe('2028-10-31')
  // The office gave the report days of its own: they stay the same a year later.
  expect(dueDaysOf(planned, 2027, 2028).report).toBe('2029-05-12')
})

test('中間ふりかえりまでに要る日数は、制度が決める', () => {
  const signed = {
    firstFiscalYear: 2027,
    lastFiscalYear: 2027,
    agreement: { signedAt: new Date('2027-08-20T01:00:00Z') },
  }
  const under = (afterDays: number) => ({
    ...call,
    definition: { calendar: [], interim: { afterDays, source: '' } },
  })
  expect(isInterimSpared(under(60), signed, 2027)).toBe(false)
  expect(isInterimSpared(under(90), signed, 2027)).toBe(true)
})

test('中間ふりかえりは、協定が期限の60日前よりあとに結ばれた年度には求めない。次の年度には求める', () => {
  const signed = (day: string | null) => ({
    firstFiscalYear: 2027,
    lastFiscalYear: 2028,
    agreement: { signedAt: day === null ? null : new Date(`${day}T10:00:00+09:00`) },
  })
  const interim = (day: string | null, year = 2027) => dueDaysFor(call, signed(day), year).interim
  expect(interim(null)).toBe('2027-10-31')
  expect(interim('2027-03-20')).toBe('2027-10-31')
  expect(interim('2027-09-01')).toBe('2027-10-31')
  expect(interim('2027-09-02')).toBeUndefined()
  expect(interim('2027-11-20')).toBeUndefined()
  expect(interim('2027-11-20', 2028)).toBe('2028-10-31')
  expect(isInterimSpared(call, signed('2027-11-20'), 2027)).toBe(true)
  expect(isInterimSpared(call, signed('2027-11-20'), 2028)).toBe(false)
  expect(isInterimSpared({ ...call, calendar: [] }, signed('2027-11-20'), 2027)).toBe(false)
})
