import { expect, test } from 'vitest'
import { type TaskPlace, tasksIn } from './next-tasks.ts'

const proposal = { id: 'p', groupId: 'g', department: 'welfare', channel: 'web' as const }
const place: TaskPlace = {
  citySlug: 'kamagaya',
  today: '2026-12-20',
  correctionDue: null,
  call: {
    closesOn: '2026-12-25',
    calendar: [
      { step: 'formal_check', from: '2027-01-05', to: '2027-01-15' },
      { step: 'negotiation', from: '2027-01-12', to: '2027-02-10' },
      { step: 'screening', from: '2027-02-12', to: '2027-02-19' },
      { step: 'decision', from: '2027-03-01', to: '2027-03-10' },
    ],
  },
}

test('下書きは、募集の締切までに団体が送る', () => {
  expect(tasksIn('draft', proposal, place)).toMatchObject([
    { assignee: { groupId: 'g' }, dueOn: '2026-12-25', url: '/kamagaya/proposals/p/edit' },
  ])
})

test('届いた提案は、募集の日程どおりの日までに事務局が確認する', () => {
  expect(tasksIn('submitted', proposal, place)).toMatchObject([
    { assignee: { role: 'office' }, dueOn: '2027-01-15' },
    { assignee: { role: 'department', department: 'welfare' } },
  ])
})

test('テーマに届いた提案は、書類の確認の間、そのテーマの課の担当業務にも出る', () => {
  expect(tasksIn('submitted', proposal, place)).toContainEqual(
    expect.objectContaining({
      step: 'read',
      assignee: { role: 'department', department: 'welfare' },
      url: '/kamagaya/proposals/p',
      dueOn: '2027-01-15',
    }),
  )
  expect(tasksIn('submitted', { ...proposal, department: null }, place)).toHaveLength(1)
})

test('日程の日を過ぎて届いた補正にも、確認の期限がある', () => {
  const late = { ...place, today: '2027-01-20' } as const
  expect(tasksIn('submitted', proposal, late)).toMatchObject([
    { dueOn: '2027-01-27' },
    { dueOn: '2027-01-27' },
  ])
})

test('補正は、依頼のときに決めた日までに団体が送る', () => {
  const due = { ...place, correctionDue: '2027-01-22' } as const
  expect(tasksIn('returned', proposal, due)).toMatchObject([
    { assignee: { groupId: 'g' }, dueOn: '2027-01-22' },
  ])
})

test('協議では、団体と担当課の両方の番になる', () => {
  expect(tasksIn('negotiating', proposal, place)).toMatchObject([
    { step: 'negotiate-group', assignee: { groupId: 'g' }, dueOn: '2027-02-10' },
    {
      step: 'negotiate-department',
      assignee: { role: 'department', department: 'welfare' },
      dueOn: '2027-02-10',
    },
  ])
})

test('紙で届いた提案は、団体の番のときに事務局の担当業務にも出る', () => {
  const onPaper = { ...proposal, channel: 'counter' as const }
  for (const state of ['draft', 'returned', 'negotiating'] as const)
    expect(tasksIn(state, onPaper, place)).toContainEqual(
      expect.objectContaining({ assignee: { role: 'office' } }),
    )
})

test('終わった手続きには、待っている人がいない', () => {
  for (const state of [
    'selected',
    'conditional',
    'not_selected',
    'withdrawn',
    'ineligible',
  ] as const)
    expect(tasksIn(state, proposal, place)).toEqual([])
})
