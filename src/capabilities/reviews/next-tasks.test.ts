import { expect, test } from 'vitest'
import { decisionDayOf } from './next-tasks.ts'

const calendar = [
  { step: 'decision', name: { ja: '決定', en: 'Decision' }, from: '2027-02-01', to: '2027-02-26' },
] as const

test('決定は募集の日程の日まで。過ぎていたり日程になかったりすれば30日以内', () => {
  expect(decisionDayOf({ calendar }, '2026-11-20')).toBe('2027-02-26')
  expect(decisionDayOf({ calendar }, '2027-02-27')).toBe('2027-03-29')
  expect(decisionDayOf({ calendar: [] }, '2026-11-20')).toBe('2026-12-21')
})
