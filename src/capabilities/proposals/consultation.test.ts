import { expect, test } from 'vitest'
import { applyTransition } from '#kernel/workflow.ts'
import { assertWorkflow } from '#kernel/workflow-check.ts'
import {
  canBeClaimed,
  consultationWorkflow,
  countsFor,
  stageOf,
  standingOf,
} from './consultation.ts'

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

const proposal = { id: 'p', callId: 'c', themeId: 't' }
const about = (given: {
  proposalId?: string
  callId?: string | null
  themeId?: string
  proposalState?: 'draft' | 'withdrawn'
}) => ({
  state: 'held' as const,
  proposalId: null,
  proposalState: given.proposalId ? ('draft' as const) : null,
  callId: 'c',
  themeId: null,
  ...given,
})

test('提案の相談になるのは、その提案の相談と、同じ募集の同じテーマの相談だけである', () => {
  expect(countsFor(about({ proposalId: 'p' }), proposal)).toBe(true)
  expect(countsFor(about({ themeId: 't' }), proposal)).toBe(true)
  expect(countsFor(about({ proposalId: 'another', themeId: 't' }), proposal)).toBe(false)
  expect(countsFor(about({ themeId: 'another' }), proposal)).toBe(false)
  expect(countsFor(about({}), proposal)).toBe(false)
  expect(countsFor(about({ themeId: 't', callId: 'last-year' }), proposal)).toBe(false)
  // Two ideas of a group's own are told apart by nothing but what people say.
  expect(countsFor(about({}), { ...proposal, themeId: null })).toBe(false)
})

test('団体がこの提案の相談だと言えるのは、ほかの提案やほかのテーマの相談でないものである', () => {
  expect(canBeClaimed(about({}), proposal)).toBe(true)
  expect(canBeClaimed(about({ callId: null }), proposal)).toBe(true)
  expect(canBeClaimed(about({ proposalId: 'x', proposalState: 'withdrawn' }), proposal)).toBe(true)
  expect(canBeClaimed(about({ proposalId: 'x' }), proposal)).toBe(false)
  expect(canBeClaimed(about({ themeId: 'another' }), proposal)).toBe(false)
  expect(canBeClaimed(about({ callId: 'last-year' }), proposal)).toBe(false)
  expect(canBeClaimed({ ...about({}), state: 'cancelled' }, proposal)).toBe(false)
  expect(canBeClaimed(about({ themeId: 't' }), proposal)).toBe(false)
})

test('申し込んだ相談は、日の案があるか、日が決まったかで呼び名が変わる', () => {
  const day = { on: '2026-12-01', detail: '14時', agreedAt: null } as const
  const asked = { state: 'asked' as const }
  expect(standingOf({ ...asked, appointment: null })).toBe('asked')
  expect(standingOf({ ...asked, appointment: day })).toBe('proposed')
  expect(standingOf({ ...asked, appointment: { ...day, agreedAt: new Date() } })).toBe('agreed')
  expect(standingOf({ state: 'held', appointment: day })).toBe('held')
})
