import { expect, test } from 'vitest'
import { tokyoInstant } from '#kernel/calendar.ts'
import { stepStillAhead } from './early.ts'

const presentation = {
  step: 'presentation',
  name: { ja: '公開プレゼンテーション', en: 'Public presentation' },
  from: '2027-02-20',
  to: '2027-02-28',
} as const
const decision = {
  step: 'decision',
  name: { ja: '決定', en: 'Decision' },
  from: '2027-03-01',
  to: '2027-03-10',
} as const
const ahead = (
  day: '2027-02-19' | '2027-02-20' | '2027-02-28' | '2027-03-01',
  calendar: readonly (typeof presentation | typeof decision)[] = [presentation],
) => stepStillAhead({ calendar }, tokyoInstant(day, '10:00'))?.step

test('公開プレゼンテーションがこれからの日に決めようとすると、そのことがわかる', () => {
  expect(ahead('2027-02-19')).toBe('presentation')
  expect(ahead('2027-02-20')).toBeUndefined()
  expect(ahead('2027-03-01')).toBeUndefined()
  expect(ahead('2027-02-19', [])).toBeUndefined()
})

test('日程の決定の日より前に決めようとすることも、早い決定である', () => {
  expect(ahead('2027-02-19', [presentation, decision])).toBe('presentation')
  expect(ahead('2027-02-28', [presentation, decision])).toBe('decision')
  expect(ahead('2027-03-01', [presentation, decision])).toBeUndefined()
})
