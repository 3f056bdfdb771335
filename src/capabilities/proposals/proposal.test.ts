import { expect, test } from 'vitest'
import { applyTransition } from '#kernel/workflow.ts'
import { assertWorkflow } from '#kernel/workflow-check.ts'
import { isPublic, type ProposalState, proposalWorkflow, wasPublic } from './proposal.ts'

const go = (state: ProposalState, step: string, role: string, reason?: string) =>
  applyTransition(proposalWorkflow, state, step as never, [role], { reason })

test('提案の手続きの表に、行き止まりや届かない状態はない', () => {
  expect(() => assertWorkflow(proposalWorkflow)).not.toThrow()
})

test('下書きから審査まで、団体・事務局・担当課が順に進める', () => {
  expect(go('draft', 'submit', 'applicant')).toMatchObject({ value: { to: 'submitted' } })
  expect(go('submitted', 'pass', 'office')).toMatchObject({ value: { to: 'negotiating' } })
  expect(go('negotiating', 'agree', 'department')).toMatchObject({ value: { to: 'ready' } })
  expect(go('ready', 'open-review', 'office')).toMatchObject({ value: { to: 'reviewing' } })
})

test('補正の依頼と対象外の判断と取下げには理由がいる', () => {
  expect(go('submitted', 'return', 'office')).toEqual({ ok: false, error: 'reason-required' })
  expect(go('submitted', 'rule-out', 'office', ' ')).toEqual({
    ok: false,
    error: 'reason-required',
  })
  expect(go('ready', 'withdraw', 'applicant')).toEqual({ ok: false, error: 'reason-required' })
})

test('決定した後は取り下げられない', () => {
  for (const state of ['selected', 'conditional', 'reserve', 'not_selected'] as const)
    expect(go(state, 'withdraw', 'applicant', '都合')).toEqual({
      ok: false,
      error: 'not-from-here',
    })
})

test('団体は自分の提案を確認済みにも採択にもできない', () => {
  expect(go('submitted', 'pass', 'applicant')).toEqual({ ok: false, error: 'not-your-role' })
  expect(go('reviewing', 'select', 'applicant')).toEqual({ ok: false, error: 'not-your-role' })
})

test('公開するのは、制度が提出後に公開するときと、決定したとき', () => {
  const open = { submitted: true, notSelected: 'count' } as const
  const closed = { submitted: false, notSelected: 'names' } as const
  expect(isPublic('submitted', open)).toBe(true)
  expect(isPublic('submitted', closed)).toBe(false)
  expect(isPublic('reviewing', closed)).toBe(false)
  expect(isPublic('selected', closed)).toBe(true)
  expect(isPublic('not_selected', open)).toBe(false)
  expect(isPublic('not_selected', closed)).toBe(true)
  expect(isPublic('reserve', open)).toBe(false)
})

test('下書き・取下げ・対象外は、どの制度でも公開しない', () => {
  const publish = { submitted: true, notSelected: 'names' } as const
  for (const state of ['draft', 'withdrawn', 'ineligible'] as const)
    expect(isPublic(state, publish)).toBe(false)
})

test('審査の間に公開され、いまは公開されない提案だけが「公開は終わりました」となる', () => {
  const sent = { submittedAt: new Date(0) }
  const publish = { submitted: true, notSelected: 'count' } as const
  expect(wasPublic({ ...sent, state: 'not_selected' }, publish)).toBe(true)
  expect(wasPublic({ ...sent, state: 'selected' }, publish)).toBe(false)
  expect(wasPublic({ ...sent, state: 'reviewing' }, publish)).toBe(false)
  expect(wasPublic({ ...sent, state: 'not_selected' }, { ...publish, notSelected: 'names' })).toBe(
    false,
  )
  expect(wasPublic({ ...sent, state: 'not_selected' }, { ...publish, submitted: false })).toBe(
    false,
  )
  expect(wasPublic({ submittedAt: null, state: 'withdrawn' }, publish)).toBe(false)
})
