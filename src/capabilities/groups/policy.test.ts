import { describe, expect, test } from 'vitest'
import { type CityRole, type GroupRole, type Person, visitor } from '#kernel/actor.ts'
import type { Group } from './group.ts'
import {
  canEditRegistration,
  canEnterPaper,
  canReadFile,
  canSeeRegistration,
  canTakeStep,
  canTalk,
  rolesTowards,
} from './policy.ts'
import { sampleGroup } from './presets.fixture.ts'

const someone = (
  roles: readonly CityRole[],
  place?: GroupRole,
  groupId = sampleGroup.id,
): Person => ({
  kind: 'person',
  accountId: 'a',
  name: '見本',
  roles,
  departments: roles.includes('department') ? ['d'] : [],
  memberships: place ? [{ groupId, role: place }] : [],
  trusted: true,
})

const leader = someone([], 'representative')
const manager = someone([], 'manager')
const member = someone([], 'member')
const stranger = someone([], 'representative', 'zzzzzzzzzzzz')
const centre = someone(['centre'])
const office = someone(['office'])
const ownCentre = someone(['centre'], 'manager')
const others = [visitor, stranger, someone(['department']), someone(['reviewer'])]

const draft: Group = { ...sampleGroup, state: 'draft', receiptNumber: null, number: null }
const sent: Group = { ...sampleGroup, state: 'submitted', number: null }
const returned: Group = { ...sent, state: 'returned' }
const paper: Group = { ...draft, channel: 'counter', hasRepresentative: false }

describe('見る', () => {
  test('下書きは団体の人だけのもので、職員にも見えない', () => {
    for (const who of [leader, manager, member])
      expect(canSeeRegistration(who, draft).ok).toBe(true)
    for (const who of [centre, office, ...others])
      expect(canSeeRegistration(who, draft).ok).toBe(false)
  })

  test('送られた登録と紙の登録は、センターと担当課に見え、ほかには見えない', () => {
    for (const group of [sent, paper]) {
      for (const who of [centre, office]) expect(canSeeRegistration(who, group).ok).toBe(true)
      for (const who of others) expect(canSeeRegistration(who, group).ok).toBe(false)
    }
  })

  test('第二の確認を終えていない職員は、職員として扱われない', () => {
    expect(canSeeRegistration({ ...centre, trusted: false }, sent).ok).toBe(false)
    expect(canEnterPaper({ ...centre, trusted: false }).ok).toBe(false)
  })

  test('様式の書類は代表者・管理者と職員だけ、通知は団体の人みなが読める', () => {
    expect(canReadFile(member, sent, false).ok).toBe(false)
    expect(canReadFile(member, sent, true).ok).toBe(true)
    for (const who of [leader, manager, centre, office])
      expect(canReadFile(who, sent, false).ok).toBe(true)
    for (const who of others) expect(canReadFile(who, sent, true).ok).toBe(false)
  })
})

describe('書く・送る', () => {
  test('代表者と管理者は下書きと補正待ちを直せ、メンバーは直せない', () => {
    for (const group of [draft, returned]) {
      expect(canEditRegistration(leader, group).ok).toBe(true)
      expect(canEditRegistration(manager, group).ok).toBe(true)
      expect(canEditRegistration(member, group).ok).toBe(false)
    }
  })

  test('確認中と登録後は、だれも様式を直せない', () => {
    for (const who of [leader, centre, office])
      for (const group of [sent, sampleGroup])
        expect(canEditRegistration(who, group).ok).toBe(false)
  })

  test('職員は、紙の登録と補正待ちに代わって書けるが、人の下書きには書けない', () => {
    expect(canEditRegistration(centre, paper).ok).toBe(true)
    expect(canEditRegistration(centre, returned).ok).toBe(true)
    expect(canEditRegistration(centre, draft).ok).toBe(false)
    expect(canTakeStep(centre, draft, 'submit').ok).toBe(false)
  })

  test('送る前の下書きに連絡欄はない', () => {
    expect(canTalk(leader, draft).ok).toBe(false)
    expect(canTalk(leader, sent).ok).toBe(true)
    expect(canTalk(member, sent).ok).toBe(false)
    expect(canTalk(centre, sent).ok).toBe(true)
  })
})

describe('決める', () => {
  test('確認の結果を出せるのはセンターと担当課だけ', () => {
    for (const step of ['approve', 'return', 'reject'] as const) {
      for (const who of [centre, office]) expect(canTakeStep(who, sent, step).ok).toBe(true)
      for (const who of [leader, manager, ...others])
        expect(canTakeStep(who, sent, step).ok).toBe(false)
    }
  })

  test('職員も、自分の団体については決められない', () => {
    expect(rolesTowards(ownCentre, sent)).toEqual(['manager'])
    expect(canTakeStep(ownCentre, sent, 'approve').ok).toBe(false)
  })

  test('取り下げは代表者がし、職員は代表者に利用登録がないときだけ代わる', () => {
    expect(canTakeStep(leader, sent, 'withdraw').ok).toBe(true)
    expect(canTakeStep(manager, sent, 'withdraw').ok).toBe(false)
    expect(canTakeStep(centre, sent, 'withdraw').ok).toBe(false)
    const alone = { ...sent, hasRepresentative: false }
    expect(canTakeStep(centre, alone, 'withdraw').ok).toBe(true)
  })

  test('取消しは担当課だけで、取り下げた後は何もできない', () => {
    expect(canTakeStep(office, sampleGroup, 'revoke').ok).toBe(true)
    expect(canTakeStep(centre, sampleGroup, 'revoke').ok).toBe(false)
    const gone: Group = { ...sampleGroup, state: 'withdrawn' }
    expect(canTakeStep(office, gone, 'resume').ok).toBe(false)
    expect(canTakeStep(leader, gone, 'withdraw').ok).toBe(false)
  })
})
