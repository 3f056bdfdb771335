import { expect, test } from 'vitest'
import { type PlainDate, tokyoInstant } from '#kernel/calendar.ts'
import type { Call } from './call.ts'
import { presetProgramme } from './presets.fixture.ts'
import { planCall } from './programme.ts'
import { checkSchedule, isChanged, type Schedule } from './schedule.ts'

const definition = presetProgramme('kamakura')
const call: Call = {
  id: 'aaaaaaaaaaaa',
  programmeId: definition.code,
  state: 'published',
  closesAt: null,
  ...planCall(definition, 2026),
}
const before = tokyoInstant('2026-09-01', '09:00')
const during = tokyoInstant('2026-11-20', '09:00')
const after = tokyoInstant('2026-12-20', '09:00')

const withCall = (from: PlainDate, to: PlainDate, closesAt: string | null = null): Schedule => ({
  calendar: call.calendar.map((step) => (step.step === 'call' ? { ...step, from, to } : step)),
  closesAt,
  envelope: call.envelope,
})
const kinds = (wanted: Schedule, now: Date, of: Call = call) =>
  checkSchedule(of, wanted, now).map(({ kind }) => kind)

test('始まった募集の締切は、延ばせるが早められない', () => {
  expect(kinds(withCall('2026-09-15', '2026-12-18'), during)).toEqual([])
  expect(kinds(withCall('2026-09-15', '2026-12-10'), during)).toEqual(['closing-earlier'])
  expect(kinds(withCall('2026-09-15', '2026-12-11', '17:00'), during)).toEqual(['closing-earlier'])
})

test('時刻つきの締切は、同じ日の遅い時刻か24時まで延ばせる', () => {
  const early = { ...call, closesAt: '12:00' }
  expect(kinds(withCall('2026-09-15', '2026-12-11', '17:00'), during, early)).toEqual([])
  expect(kinds(withCall('2026-09-15', '2026-12-11'), during, early)).toEqual([])
})

test('始まった募集の最初の日は変えられない', () => {
  expect(kinds(withCall('2026-10-01', '2026-12-11'), during)).toEqual(['opening-fixed'])
})

test('始まる前の募集は、今日より前に終わらない限り、どうにでも変えられる', () => {
  expect(kinds(withCall('2026-10-01', '2026-10-31'), before)).toEqual([])
  expect(kinds(withCall('2026-08-01', '2026-08-31'), before)).toEqual(['closing-past'])
})

test('終わった募集の期間は変えられないが、その後の日程は変えられる', () => {
  expect(kinds(withCall('2026-09-15', '2026-12-31'), after)).toEqual(['over'])
  const later: Schedule = {
    ...withCall('2026-09-15', '2026-12-11'),
    calendar: call.calendar.map((step) =>
      step.step === 'negotiation' ? { ...step, to: '2027-02-05' } : step,
    ),
  }
  expect(kinds(later, after)).toEqual([])
})

test('終わりが始まりより前の段階は、その段階の誤りになる', () => {
  const wanted: Schedule = {
    ...withCall('2026-09-15', '2026-12-11'),
    calendar: call.calendar.map((step, at) => (at === 0 ? { ...step, to: '2026-07-31' } : step)),
  }
  expect(checkSchedule(call, wanted, during)).toEqual([{ at: 0, kind: 'ends-before-start' }])
})

test('何も変わらない変更は、変更ではない', () => {
  expect(isChanged(call, withCall(call.opensOn, call.closesOn))).toBe(false)
  expect(isChanged(call, withCall(call.opensOn, call.closesOn, '17:00'))).toBe(true)
  expect(isChanged(call, { ...withCall(call.opensOn, call.closesOn), envelope: 5 })).toBe(true)
})
