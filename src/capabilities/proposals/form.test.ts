import { expect, test } from 'vitest'
import { tokyoInstant } from '#kernel/calendar.ts'
import { formOf } from '#web/form-data.ts'
import { type CheckBounds, readCheck, readConsultationRecord, readWithdrawal } from './form.ts'

const bounds: CheckBounds = {
  state: 'submitted',
  department: null,
  departments: ['welfare', 'roads'],
  now: tokyoInstant('2026-12-01', '10:00'),
}
const check = (values: Record<string, string>, more: Partial<CheckBounds> = {}) =>
  readCheck(formOf(values), { ...bounds, ...more })
const namesOf = (read: ReturnType<typeof check>) =>
  read.ok ? [] : read.error.map(({ name }) => name)

test('協議に進めるには、担当課を選ぶだけでよい', () => {
  expect(check({ decision: 'pass', department: 'welfare' })).toEqual({
    ok: true,
    value: { decision: 'pass', department: 'welfare' },
  })
  expect(namesOf(check({ decision: 'pass' }))).toEqual(['department'])
  expect(namesOf(check({ decision: 'pass', department: 'nowhere' }))).toEqual(['department'])
})

test('補正には理由と期限がいる', () => {
  expect(namesOf(check({ decision: 'return' }))).toEqual(['reason', 'due_on'])
  expect(check({ decision: 'return', reason: '予算', due_on: 'R8.12.8' })).toEqual({
    ok: true,
    value: { decision: 'return', reason: '予算', dueOn: '2026-12-08' },
  })
})

test('補正の期限は、明日から90日後まで', () => {
  const due = (day: string) => namesOf(check({ decision: 'return', reason: 'あ', due_on: day }))
  expect(due('2026-12-01')).toEqual(['due_on'])
  expect(due('2026-12-02')).toEqual([])
  expect(due('2027-03-01')).toEqual([])
  expect(due('2027-03-02')).toEqual(['due_on'])
})

test('その段階にない結果は選べない', () => {
  expect(namesOf(check({ decision: 'go-on', reason: 'あ' }))).toEqual(['decision'])
  expect(namesOf(check({ decision: 'pass', department: 'welfare' }, { state: 'ready' }))).toEqual([
    'decision',
  ])
})

test('担当課を変えるには、ちがう課と理由がいる', () => {
  const talks = { state: 'negotiating', department: 'welfare' } as const
  expect(namesOf(check({ decision: 'reassign', department: 'welfare' }, talks))).toEqual([
    'department',
    'reason',
  ])
  expect(
    check({ decision: 'reassign', department: 'roads', reason: '所管の変更' }, talks),
  ).toMatchObject({ ok: true })
})

test('空白だけの理由では取り下げられない', () => {
  expect(readWithdrawal(formOf({ reason: ' 　' })).ok).toBe(false)
  expect(readWithdrawal(formOf({ reason: '日程が合わない' }))).toEqual({
    ok: true,
    value: '日程が合わない',
  })
})

test('相談の記録は、今日までの日付で、相手と助言を書く', () => {
  const record = (held_on: string) =>
    readConsultationRecord(formOf({ held_on, advisor: '相談員', note: '助言' }), bounds.now)
  expect(record('2026-12-01').ok).toBe(true)
  expect(record('2026-12-02').ok).toBe(false)
  const empty = readConsultationRecord(formOf({}), bounds.now)
  expect(empty.ok ? [] : empty.error.map(({ name }) => name)).toEqual([
    'held_on',
    'advisor',
    'note',
  ])
})
