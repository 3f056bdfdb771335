import { expect, test } from 'vitest'
import { listWorkflowProblems } from '#kernel/workflow-check.ts'
import { formOf } from '#web/form-data.ts'
import { handoverFlow } from './handover.ts'
import { invitationFlow, maskEmail, stateOfInvitation } from './invitation.ts'
import { readMemberInvitation, readRoleInvitation } from './invitation-form.ts'

const now = new Date('2026-11-20T01:00:00Z')
const at = (seconds: number): Date => new Date(now.getTime() + seconds * 1000)
const invitation = { acceptedAt: null, withdrawnAt: null, expiresAt: at(1) }

test('招待は、期限の時刻ちょうどに切れる', () => {
  expect(stateOfInvitation(invitation, now)).toBe('open')
  expect(stateOfInvitation(invitation, at(1))).toBe('expired')
})

test('受けた招待・取り消した招待は、期限が過ぎてもそのまま', () => {
  expect(stateOfInvitation({ ...invitation, acceptedAt: now }, at(9))).toBe('accepted')
  expect(stateOfInvitation({ ...invitation, withdrawnAt: now }, at(9))).toBe('withdrawn')
})

test('あて先は、本人にだけわかる形で示す', () => {
  expect(maskEmail('hanako@example.jp')).toBe('h…@example.jp')
  expect(maskEmail('"a@b"@example.jp')).toBe('"…@example.jp')
})

const departments = [{ code: 'bunka', name: { ja: '文化課', en: 'Culture' } }]

test('担当課の役割には課が要り、ほかの役割の課は読まない', () => {
  const read = (fields: Record<string, string>) =>
    readRoleInvitation(formOf({ email: 'A@Example.jp', ...fields }), departments)
  expect(read({ role: 'department', department: 'bunka' })).toEqual({
    ok: true,
    value: { email: 'A@example.jp', role: 'department', department: 'bunka' },
  })
  expect(read({ role: 'department' })).toMatchObject({ error: [{ field: 'department' }] })
  expect(read({ role: 'department', department: 'x' }).ok).toBe(false)
  expect(read({ role: 'office', department: 'bunka' })).toMatchObject({
    value: { department: null },
  })
  expect(read({ role: 'operator' })).toMatchObject({ error: [{ field: 'role' }] })
})

test('与えてよい役割の外は、招待に書けない', () => {
  const form = formOf({ email: 'a@example.jp', place: 'representative' })
  expect(readMemberInvitation(form, ['member'])).toMatchObject({ error: [{ field: 'place' }] })
  expect(readMemberInvitation(formOf({ email: 'x', place: 'member' }), ['member'])).toMatchObject({
    error: [{ field: 'email' }],
  })
})

test('招待と引継ぎの表に、行き止まりや届かない状態はない', () => {
  expect(listWorkflowProblems(invitationFlow)).toEqual([])
  expect(listWorkflowProblems(handoverFlow)).toEqual([])
})
