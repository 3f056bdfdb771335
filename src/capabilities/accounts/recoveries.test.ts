import { beforeAll, describe, expect, test } from 'vitest'
import { listWaitingMails } from '#capabilities/mails/index.ts'
import { type Person, visitor } from '#kernel/actor.ts'
import { Forbidden } from '#kernel/refusals.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { formOf } from '#web/form-data.ts'
import { acceptInvitation } from './actions/invitations.ts'
import {
  inviteByRecovery,
  objectToRecovery,
  openRecovery,
  withdrawRecovery,
} from './actions/recoveries.ts'
import { openSession } from './actions/sessions.ts'
import { disableAccount } from './actions/staff.ts'
import { emailOf, openTestGroup } from './group.fixture.ts'
import { listMembers } from './queries/memberships.ts'
import { findOpenRecovery } from './queries/recoveries.ts'
import { readRecovery } from './recovery-form.ts'

let town: TestCity
let staff: Person

beforeAll(async () => {
  town = await openTestCity(await openTestStore())
  staff = await town.person('窓口 の人', ['centre'])
})

const asked = (groupId: string, email: string) =>
  ({
    groupId,
    askerName: '新しい 人',
    email,
    askedOn: '2026-11-18',
    checks: ['id', 'rules'],
    evidence: '令和8年10月の総会議事録の写し',
    language: 'ja',
  }) as const

const open = (groupId: string, email: string) =>
  town.as(staff, (scope) => openRecovery(scope, town.city, asked(groupId, email)))

const later = new Date('2026-12-05T01:00:00Z')

const invite = (groupId: string, now: Date, reason = '') =>
  town.as(
    staff,
    (scope) => inviteByRecovery(scope, town.city, { groupId, reason, language: 'ja' }),
    now,
  )

const rolesIn = async (groupId: string) =>
  new Map(
    (await town.as(visitor, (scope) => listMembers(scope, groupId))).map((one) => [
      one.accountId,
      one.role,
    ]),
  )

const mailsTo = async (email: string) =>
  (await town.as(visitor, listWaitingMails)).filter((mail) => mail.to_address === email)

const accept = async (person: Person, email: string, now: Date) => {
  const bodies = (await mailsTo(email)).map((mail) => mail.body)
  const link = /\/invitations\/(\S+)/.exec(bodies.findLast((one) => one.includes('/invitations/'))!)
  return town.as(
    person,
    async (scope) => {
      const { token } = await openSession(scope, person.accountId, { secondFactor: false })
      const given = { invitationToken: link?.[1] ?? '', person, token }
      return acceptInvitation(scope, town.city, given)
    },
    now,
  )
}

describe('代表者の再設定', () => {
  test('今の代表者に知らせ、14日の間は招待を送れず、過ぎて本人が受けると替わる', async () => {
    const group = await openTestGroup(town)
    const successor = await town.person('新しい 人')
    const email = await emailOf(town, successor)
    expect((await open(group.id, email)).ok).toBe(true)
    const told = await mailsTo(await emailOf(town, group.representative))
    expect(told.at(-1)?.body).toContain('令和8年12月4日（金）までに')
    expect(await mailsTo(await emailOf(town, group.member))).toHaveLength(1)
    expect(await invite(group.id, new Date('2026-12-04T14:00:00Z'))).toEqual({
      ok: false,
      error: 'too-early',
    })
    expect((await invite(group.id, later)).ok).toBe(true)
    expect((await rolesIn(group.id)).get(group.representative.accountId)).toBe('representative')
    expect((await accept(successor, email, later)).ok).toBe(true)
    const roles = await rolesIn(group.id)
    expect(roles.get(successor.accountId)).toBe('representative')
    expect(roles.get(group.representative.accountId)).toBe('member')
    const steps = await town.as(visitor, (scope) =>
      scope.db
        .selectFrom('timeline_events')
        .select('step')
        .where('subject_id', '=', group.id)
        .orderBy('sequence')
        .execute(),
    )
    expect(steps.map(({ step }) => step)).toEqual([
      'recovery-open',
      'recovery-invite',
      'recovery-confirm',
    ])
  })

  test('異議が出ると止まり、理由を書かなければ進めない', async () => {
    const group = await openTestGroup(town)
    const email = 'new-leader@example.jp'
    await open(group.id, email)
    const objected = await town.as(group.representative, (scope) =>
      objectToRecovery(scope, town.city, { groupId: group.id, reason: '総会は開かれていない' }),
    )
    expect(objected.ok).toBe(true)
    expect(await invite(group.id, later)).toEqual({ ok: false, error: 'not-now' })
    expect((await invite(group.id, later, '議事録の署名を両者と確かめた')).ok).toBe(true)
    expect(await mailsTo(email)).toHaveLength(1)
  })

  test('異議を出せるのは、その時の代表者だけで、最後の日まで', async () => {
    const group = await openTestGroup(town)
    await open(group.id, 'somebody@example.jp')
    const object = (person: Person, now: Date) =>
      town.as(
        person,
        (scope) => objectToRecovery(scope, town.city, { groupId: group.id, reason: 'ちがう' }),
        now,
      )
    expect((await object(group.manager, testNow)).ok).toBe(false)
    expect((await object(group.representative, later)).ok).toBe(false)
    expect((await object(group.representative, new Date('2026-12-04T14:59:00Z'))).ok).toBe(true)
  })

  test('代表者の利用が止まっていれば、待たずに招待を送る', async () => {
    const group = await openTestGroup(town)
    const admin = await town.person('管理者', ['city_admin'])
    await town.as(admin, (scope) =>
      disableAccount(scope, town.city, group.representative.accountId),
    )
    const email = await emailOf(town, group.member)
    expect((await open(group.id, email)).ok).toBe(true)
    const again = await open(group.id, email)
    expect(again).toEqual({ ok: false, error: 'already-open' })
    expect((await accept(group.member, email, testNow)).ok).toBe(true)
    const roles = await rolesIn(group.id)
    expect(roles.get(group.member.accountId)).toBe('representative')
    expect([...roles.values()].filter((role) => role === 'representative')).toHaveLength(1)
  })

  test('取りやめると、送った招待は使えない', async () => {
    const group = await openTestGroup(town)
    const email = await emailOf(town, group.manager)
    await open(group.id, email)
    await invite(group.id, later)
    await town.as(staff, (scope) =>
      withdrawRecovery(scope, town.city, { groupId: group.id, reason: '本人が辞退した' }),
    )
    expect(await accept(group.manager, email, later)).toEqual({ ok: false, error: 'withdrawn' })
    expect(await town.as(visitor, (scope) => findOpenRecovery(scope, group.id))).toBeUndefined()
  })

  test('団体の人である職員も、団体の人も、始められない', async () => {
    const group = await openTestGroup(town)
    const start = (person: Person) =>
      town.as(person, (scope) => openRecovery(scope, town.city, asked(group.id, 'x@example.jp')))
    await expect(start(group.representative)).rejects.toThrow(Forbidden)
    await expect(
      start(await town.person('担当課', [{ department: town.city.departments[0]!.code }])),
    ).rejects.toThrow(Forbidden)
  })
})

test('申し出た人、確かめた方法と内容は、足りないものを一度に示す', () => {
  const empty = readRecovery(formOf({ asked_on: '2027/1/1' }), '2026-11-20')
  expect(empty.ok ? [] : empty.error.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
    'asker_name name',
    'email email',
    'asked_on future',
    'checks checks',
    'evidence evidence',
  ])
})
