import { expect, test } from 'vitest'
import { tokyoInstant } from '#kernel/calendar.ts'
import { stepStillAhead } from './early.ts'

const presentation = {
  step: 'presentation',
  name: { ja: '公開プレゼンテーション', en: 'Public presentation' },
  from: '2027-02-20',
  to: '2027-02-28',
} as const
const ahead = (day: '2027-02-19' | '2027-02-20' | '2027-03-01', calendar = [presentation]) =>
  stepStillAhead({ calendar }, tokyoInstant(day, '10:00'))?.step

test('公開プレゼンテーションがこれからの日に決めようとすると、そのことがわかる', () => {
  expect(ahead('2027-02-19')).toBe('presentation')
  expect(ahead('2027-02-20')).toBeUndefined()
  expect(ahead('2027-03-01')).toBeUndefined()
  expect(ahead('2027-02-19', [])).toBeUndefined()
})
