import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#data/root.ts'
import { applyTransition } from '#kernel/workflow.ts'
import { assertWorkflow, renderWorkflowTable } from '#kernel/workflow-check.ts'
import { tasksIn } from './next-tasks.ts'
import { settingsOf } from './presets.fixture.ts'
import {
  correctionDeadline,
  happened,
  lastValidDay,
  registration,
  reviewDeadline,
} from './registration.ts'

test('登録の流れに、行き止まりも、動けない待ち人もない', () => {
  assertWorkflow(registration)
})

/** A table as it reads, whatever the formatter did to its columns. */
const squeeze = (text: string): string => text.replace(/-{3,}/g, '---').replace(/ *\| */g, '|')

test('README の状態表は、今の流れから作ったもの', () => {
  const readme = readFileSync(join(projectRoot(), 'src/capabilities/groups/README.md'), 'utf8')
  expect(squeeze(readme)).toContain(squeeze(renderWorkflowTable(registration)))
})

test('どの手続きにも、経過に残す言葉がある', () => {
  for (const { name } of registration.transitions) expect(happened[name].ja).not.toBe('')
})

test('補正・不可・停止・失効・再開・取消しには理由が要る', () => {
  for (const name of ['return', 'reject', 'suspend', 'lapse', 'resume', 'revoke'] as const) {
    const step = registration.transitions.find((one) => one.name === name)!
    const taken = applyTransition(registration, step.from[0]!, name, ['office'], { reason: ' ' })
    expect(taken).toEqual({ ok: false, error: 'reason-required' })
  }
})

test('取消しは担当課だけ、登録はセンターでもできる', () => {
  const by = (name: string) => registration.transitions.find((one) => one.name === name)?.by
  expect(by('revoke')).toEqual(['office'])
  expect(by('approve')).toEqual(['centre', 'office'])
})

test('返事のめやすは営業日で数え、連休をまたぐ', () => {
  expect(reviewDeadline('2026-11-20', 7)).toBe('2026-12-02')
  expect(reviewDeadline('2026-12-25', 5)).toBe('2027-01-07')
})

test('補正の期限は14日後で、閉庁日なら次の開庁日になる', () => {
  expect(correctionDeadline('2026-11-20')).toBe('2026-12-04')
  expect(correctionDeadline('2026-12-18')).toBe('2027-01-04')
})

test('有効期限は、登録した年度を1年目と数えた年度の末日', () => {
  expect(lastValidDay(settingsOf('kamagaya').validity, '2026-11-20')).toBe('2027-03-31')
  expect(lastValidDay(settingsOf('chigasaki').validity, '2027-03-31')).toBe('2028-03-31')
  expect(lastValidDay(settingsOf('yamaguchi').validity, '2026-04-01')).toBe('2029-03-31')
  expect(lastValidDay(settingsOf('kamakura').validity, '2026-11-20')).toBeNull()
})

const place = { citySlug: 'x', today: '2026-11-20', reviewDays: 7 } as const
const group = { id: '0123456789ab', hasRepresentative: true }

test('待つ人のいる状態には、だれが・いつまでかを示す用事がある', () => {
  expect(tasksIn('draft', group, place)[0]?.assignee).toEqual({ groupId: group.id })
  expect(tasksIn('submitted', group, place)[0]).toMatchObject({
    assignee: { role: 'centre' },
    dueOn: '2026-12-02',
  })
  expect(tasksIn('returned', group, place)[0]).toMatchObject({
    assignee: { groupId: group.id },
    dueOn: '2026-12-04',
  })
  for (const state of ['approved', 'rejected', 'withdrawn', 'revoked'] as const)
    expect(tasksIn(state, group, place)).toEqual([])
})

test('代表者に利用登録がない団体の補正は、センターの用事になる', () => {
  const alone = { ...group, hasRepresentative: false }
  expect(tasksIn('returned', alone, place)[0]?.assignee).toEqual({ role: 'centre' })
  expect(tasksIn('draft', alone, place)[0]?.assignee).toEqual({ role: 'centre' })
})
