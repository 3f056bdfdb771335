import { expect, test } from 'vitest'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Evaluation } from './evaluation.ts'
import { expectedDays } from './expected.ts'
import { tasksIn } from './next-tasks.ts'

const at = (day: string) => new Date(`${day}T10:00:00+09:00`)
const evaluation = {
  state: 'self',
  dueOn: '2027-05-31',
  submitted: {
    group: { at: at('2027-05-20'), by: null },
    city: { at: at('2027-05-24'), by: null },
  },
  mutualClosedAt: at('2027-06-10'),
  thirdPartyClosedAt: at('2027-07-01'),
} as unknown as Evaluation

test.each([
  ['self', '2027-05-31', '2027-08-03'],
  ['mutual', '2027-06-14', '2027-07-26'],
  ['third_party', '2027-07-08', '2027-07-22'],
  ['answer', '2027-07-15', '2027-07-15'],
] as const)(
  '%s の段階は %s まで、公開は %s ごろと言う（21日・28日・14日）',
  (state, step, published) => {
    expect(expectedDays({ ...evaluation, state }, '2027-05-25' as PlainDate)).toEqual({
      stepUntil: step,
      publishedBy: published,
    })
  },
)

test('予定の日を過ぎたとき、公開したときは、見込みを言わない', () => {
  const third = { ...evaluation, state: 'third_party' } as const
  expect(expectedDays(third, '2027-07-08' as PlainDate)).toBeDefined()
  expect(expectedDays(third, '2027-07-09' as PlainDate)).toBeUndefined()
  const published = { ...evaluation, state: 'published' } as const
  expect(expectedDays(published, '2027-05-25' as PlainDate)).toBeUndefined()
})

test.each(['mutual', 'third_party', 'answer'] as const)(
  '%s で待つ手続きの期限は、ページの言う段階の期限であり、だれかが途中で進めても延びない',
  (state) => {
    const standing = { ...evaluation, state, confirmed: { group: null, city: null } } as Evaluation
    const { stepUntil } = expectedDays(standing, '2027-05-25' as PlainDate)!
    const seats = [
      { accountId: 'a', name: '委員', recused: false, declared: true, assessed: false },
    ]
    const project = { groupId: 'g', department: 'd', hasRepresentative: true }
    // A later day, on which somebody has done their part.
    const around = { citySlug: 'mihon', now: at('2027-07-02'), project, seats }
    const tasks = tasksIn(standing, around)
    expect(tasks.length).toBeGreaterThan(0)
    expect([...new Set(tasks.map(({ dueOn }) => dueOn))]).toEqual([stepUntil])
  },
)
