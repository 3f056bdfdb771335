import { expect, test } from 'vitest'
import { applyTransition } from '#kernel/workflow.ts'
import { assertWorkflow } from '#kernel/workflow-check.ts'
import { consultationWorkflow, stageOf } from './consultation.ts'

test('事前相談の手続きの表に、行き止まりや届かない状態はない', () => {
  expect(() => assertWorkflow(consultationWorkflow)).not.toThrow()
})

test('相談の記録はセンターと事務局だけができる', () => {
  const hold = (role: string) => applyTransition(consultationWorkflow, 'asked', 'hold', [role]).ok
  expect([hold('centre'), hold('office'), hold('applicant')]).toEqual([true, true, false])
})

test('相談は一度行われていれば、ほかの申込みや取りやめに関わらず済んでいる', () => {
  expect(stageOf([])).toBe('none')
  expect(stageOf([{ state: 'cancelled' }])).toBe('none')
  expect(stageOf([{ state: 'cancelled' }, { state: 'asked' }])).toBe('asked')
  expect(stageOf([{ state: 'asked' }, { state: 'held' }])).toBe('held')
})
