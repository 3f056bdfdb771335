import { expect, test } from 'vitest'
import type { CityRole } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Task } from '../procedures/index.ts'
import {
  isDueWithinWeek,
  isOverdue,
  isOwnEntry,
  narrow,
  readDeskAsked,
  sortByUrgency,
  workRoleOf,
} from './waiting.ts'

const now = new Date('2026-11-20T01:00:00Z')

const task = (
  id: string,
  given: {
    due?: PlainDate
    role?: CityRole
    kind?: string
    accountId?: string
    groupId?: string
    opened?: string
  } = {},
): Task => ({
  id,
  subject: { kind: given.kind ?? 'proposal', id: 'x' },
  step: 's',
  title: { ja: id, en: id },
  subjectTitle: { ja: '', en: '' },
  url: '/x',
  role: given.role ?? null,
  department: null,
  groupId: given.groupId ?? null,
  accountId: given.accountId ?? null,
  dueOn: given.due ?? null,
  openedAt: new Date(given.opened ?? '2026-11-01T00:00:00Z'),
})

test('期限切れが先、次に近いもの、期限のないものは最後で古い順に並ぶ', () => {
  const tasks = [
    task('none-new', { opened: '2026-11-10T00:00:00Z' }),
    task('far', { due: '2027-01-01' }),
    task('none-old', { opened: '2026-10-01T00:00:00Z' }),
    task('today', { due: '2026-11-20' }),
    task('late', { due: '2026-11-19' }),
    task('later', { due: '2026-11-01' }),
  ]
  expect(sortByUrgency(tasks, now).map((one) => one.id)).toEqual([
    'later',
    'late',
    'today',
    'far',
    'none-old',
    'none-new',
  ])
})

test('最後の日は期限切れではなく、7日先までが「7日以内」', () => {
  const on = (due: PlainDate) => task('t', { due })
  expect(isOverdue(on('2026-11-20'), now)).toBe(false)
  expect(isOverdue(on('2026-11-19'), now)).toBe(true)
  expect(isDueWithinWeek(on('2026-11-20'), now)).toBe(true)
  expect(isDueWithinWeek(on('2026-11-27'), now)).toBe(true)
  expect(isDueWithinWeek(on('2026-11-28'), now)).toBe(false)
  expect(isOverdue(task('t'), now) || isDueWithinWeek(task('t'), now)).toBe(false)
})

test('委員あての採点は審査委員の仕事、団体や本人あてのものは私用', () => {
  const reviewer = { roles: ['reviewer'] as const }
  const resident = { roles: [] }
  expect(workRoleOf(task('t', { role: 'office' }), resident)).toBe('office')
  expect(workRoleOf(task('t', { accountId: 'a', kind: 'review' }), reviewer)).toBe('reviewer')
  expect(workRoleOf(task('t', { accountId: 'a', kind: 'handover' }), reviewer)).toBeUndefined()
  expect(workRoleOf(task('t', { accountId: 'a', kind: 'review' }), resident)).toBeUndefined()
  expect(workRoleOf(task('t', { groupId: 'g' }), reviewer)).toBeUndefined()
})

test('役割・種類・期限でしぼり込める', () => {
  const tasks = [
    task('a', { role: 'office', kind: 'proposal', due: '2026-11-01' }),
    task('b', { role: 'office', kind: 'issue', due: '2026-11-21' }),
    task('c', { role: 'centre', kind: 'group' }),
    task('d', { accountId: 'me', kind: 'review' }),
  ]
  const person = { roles: ['office', 'centre', 'reviewer'] as const }
  const found = (query: string) =>
    narrow(tasks, readDeskAsked(new URLSearchParams(query)), { person, now }).map((one) => one.id)
  expect(found('')).toEqual(['a', 'b', 'c', 'd'])
  expect(found('role=office')).toEqual(['a', 'b'])
  expect(found('role=reviewer')).toEqual(['d'])
  expect(found('kind=group')).toEqual(['c'])
  expect(found('due=overdue')).toEqual(['a'])
  expect(found('due=week')).toEqual(['b'])
})

test('しぼり込みに書けないものは、なかったことになる', () => {
  expect(readDeskAsked(new URLSearchParams("role=<b>&due=never&page=-1&kind='"))).toEqual({
    role: '',
    kind: '',
    due: '',
    page: 1,
  })
})

test('審査中の提案は、担当業務では審査の一件にまとまり、ほかの提案の仕事は一件ずつ出る', () => {
  const entry = (kind: string, step: string) => isOwnEntry({ subject: { kind, id: 'x' }, step })
  expect(entry('proposal', 'decide')).toBe(false)
  expect(entry('review', 'decide')).toBe(true)
  expect(entry('proposal', 'check')).toBe(true)
})
