import { expect, test } from 'vitest'
import { assertWorkflow } from '#kernel/workflow-check.ts'
import { findOpeningProblem, reviewWorkflow, rubricFor } from './review.ts'
import type { Rubric } from './scoring.ts'

test('審査の状態の表に行き止まりや届かない状態がない', () => {
  assertWorkflow(reviewWorkflow)
})

test('採点が終わった審査から採点に戻る道はない', () => {
  const back = reviewWorkflow.transitions.filter(
    ({ from, to }) => to === 'scoring' && from.some((state) => state !== 'scoring'),
  )
  expect(back).toEqual([])
})

const sound = {
  today: '2027-01-20',
  callClosed: true,
  reason: '',
  dueOn: '2027-02-05',
  proposals: 3,
  members: 5,
  quorum: 3,
} as const

test('募集が終わり、提案と委員と期限がそろえば、理由なしで審査を始められる', () => {
  expect(findOpeningProblem(sound)).toBeUndefined()
})

test.each([
  [{ callClosed: false }, 'reason-before-closing'],
  [{ callClosed: false, reason: '　' }, 'reason-before-closing'],
  [{ proposals: 0 }, 'no-proposals'],
  [{ members: 0 }, 'no-committee'],
  [{ members: 2 }, 'committee-too-small'],
  [{ dueOn: undefined }, 'due-date'],
  [{ dueOn: '2027-01-19' }, 'due-past'],
] as const)('%j なら %s で審査は始まらない', (change, problem) => {
  expect(findOpeningProblem({ ...sound, ...change })).toBe(problem)
})

test('募集の締切前でも、理由があれば審査を始められる。期限は当日でもよい', () => {
  expect(
    findOpeningProblem({
      ...sound,
      callClosed: false,
      reason: '提案が出そろったため',
      dueOn: sound.today,
    }),
  ).toBeUndefined()
})

test('予算は募集の枠による。配点表に予算の決まりがなければ、枠があっても順位表では切らない', () => {
  const rubric = { criteria: [], budget: { total: 1, mode: 'partial_offer', replyDays: 7 } }
  const ruled = rubric as unknown as Rubric
  expect(rubricFor(ruled, 900_000).budget?.total).toBe(900_000)
  expect(rubricFor(ruled, null).budget?.total).toBe(1)
  const { budget: _, ...bare } = ruled
  expect(rubricFor(bare, 900_000).budget).toBeUndefined()
})
