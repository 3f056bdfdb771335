import { beforeAll, describe, expect, test } from 'vitest'
import { listWaitingMails } from '#capabilities/mails/index.ts'
import { type Person, visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { Forbidden } from '#kernel/refusals.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import {
  acceptInvitation,
  inviteToGroup,
  inviteToRole,
  withdrawInvitation,
} from './actions/invitations.ts'
import { openSession } from './actions/sessions.ts'
import { emailOf, openTestGroup } from './group.fixture.ts'
import { mostOpenInvitations } from './invitation.ts'
import { listMembers } from './queries/memberships.ts'

let town: TestCity
let admin: Person

beforeAll(async () => {
  town = await openTestCity(await openTestStore())
  admin = await town.person('管理者', ['city_admin'])
})

const linkTo = async (email: string): Promise<string> => {
  const mails = await town.as(visitor, listWaitingMails)
  const bodies = mails.filter((mail) => mail.to_address === email).map((mail) => mail.body)
  return (
    /\/invitations\/(\S+)/.exec(bodies.find((body) => body.includes('/invitations/')) ?? '')?.[1] ??
    ''
  )
}

const inviteOffice = async (email: string): Promise<string> => {
  await town.as(admin, (scope) =>
    inviteToRole(scope, town.city, {
      email,
      gift: { kind: 'role', role: 'office', department: null },
      language: 'ja',
    }),
  )
  return linkTo(email)
}

/** As the page does it: nothing stays of what is refused. */
const accept = async (person: Person, link: string, now = testNow) => {
  const { token } = await town.as(visitor, (scope) =>
    openSession(scope, person.accountId, { secondFactor: false }),
  )
  const given = { invitationToken: link, person, token }
  return town.store.database.write(
    { ...town.store.opening(town.key, person), now },
    (scope) => acceptInvitation(scope, town.city, given),
    (result) => result.ok,
  )
}

describe('役割への招待', () => {
  test('届いたアドレスの本人が受けると役割が付き、二度目は使えない', async () => {
    const person = await town.person('招かれた人')
    const link = await inviteOffice(await emailOf(town, person))
    expect((await accept(person, link)).ok).toBe(true)
    expect((await town.reload(person)).roles).toEqual(['office'])
    expect(await accept(person, link)).toEqual({ ok: false, error: 'accepted' })
  })

  test('同時に二度受けても、受かるのは一度だけ', async () => {
    const person = await town.person('二度押す人')
    const link = await inviteOffice(await emailOf(town, person))
    const results = await Promise.all([1, 2, 3, 4].map(() => accept(person, link)))
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    const refused = results.flatMap((result) => (result.ok ? [] : [result.error]))
    expect(refused).toEqual(['accepted', 'accepted', 'accepted'])
    const entries = await town.as(visitor, (scope) =>
      scope.db
        .selectFrom('audit_entries')
        .select('id')
        .where('action', '=', 'accounts.accept-invitation')
        .where('account_id', '=', person.accountId)
        .execute(),
    )
    expect(entries).toHaveLength(1)
  })

  test('ほかのアドレスの人は、リンクを手に入れても受けられず、招待は残る', async () => {
    const person = await town.person('本人')
    const thief = await town.person('横取りする人')
    const link = await inviteOffice(await emailOf(town, person))
    expect(await accept(thief, link)).toEqual({ ok: false, error: 'other-address' })
    expect((await town.reload(thief)).roles).toEqual([])
    expect((await accept(person, link)).ok).toBe(true)
  })

  test('14日を過ぎた招待、取り消された招待、知らないリンクは使えない', async () => {
    const person = await town.person('遅い人')
    const email = await emailOf(town, person)
    const link = await inviteOffice(email)
    const late = new Date(testNow.getTime() + 14 * 86_400_000)
    expect(await accept(person, link, late)).toEqual({ ok: false, error: 'expired' })
    const newer = await inviteOffice(email)
    expect(await accept(person, link)).toEqual({ ok: false, error: 'withdrawn' })
    expect(await accept(person, newId())).toEqual({ ok: false, error: 'unknown' })
    expect((await accept(person, newer)).ok).toBe(true)
  })

  test('ほかの市の招待は、この市では知らないリンクである', async () => {
    const there = await openTestCity(town.store, 'chigasaki')
    const person = await there.person('となりの市の人')
    const link = await inviteOffice(await emailOf(there, person))
    const given = { invitationToken: link, person, token: 'x' }
    expect(await there.as(person, (scope) => acceptInvitation(scope, there.city, given))).toEqual({
      ok: false,
      error: 'unknown',
    })
  })

  test('すでに持っている役割には招けない', async () => {
    const person = await town.person('もう職員の人', ['office'])
    const gift = { kind: 'role', role: 'office', department: null } as const
    const email = await emailOf(town, person)
    const again = await town.as(admin, (scope) =>
      inviteToRole(scope, town.city, { email, gift, language: 'ja' }),
    )
    expect(again).toEqual({ ok: false, error: 'already' })
  })
})

describe('団体への招待', () => {
  const invite = (actor: Person, groupId: string, email: string, groupRole: 'manager' | 'member') =>
    town.as(actor, (scope) =>
      inviteToGroup(scope, town.city, {
        email,
        gift: { kind: 'group', groupId, groupRole },
        language: 'ja',
      }),
    )

  test('受けると、その役割の会員になる', async () => {
    const group = await openTestGroup(town)
    const person = await town.person('新しい会員')
    const email = await emailOf(town, person)
    await invite(group.representative, group.id, email, 'manager')
    expect((await accept(person, await linkTo(email))).ok).toBe(true)
    expect((await town.reload(person)).memberships).toEqual([
      { groupId: group.id, role: 'manager' },
    ])
  })

  test('会員とほかの団体の人は招けず、担当者は担当者を招けない', async () => {
    const group = await openTestGroup(town)
    const other = await openTestGroup(town)
    for (const [actor, place] of [
      [group.member, 'member'],
      [other.representative, 'member'],
      [group.manager, 'manager'],
    ] as const)
      await expect(invite(actor, group.id, 'a@example.jp', place)).rejects.toBeInstanceOf(Forbidden)
    expect((await invite(group.manager, group.id, 'a@example.jp', 'member')).ok).toBe(true)
  })

  test('取り消せるのはその団体を動かす人で、ほかの団体の招待には手が届かない', async () => {
    const group = await openTestGroup(town)
    const other = await openTestGroup(town)
    const sent = await invite(group.representative, group.id, 'b@example.jp', 'member')
    const id = sent.ok ? sent.value : ''
    const withdraw = (actor: Person, groupId: string) =>
      town.as(actor, (scope) => withdrawInvitation(scope, { id, groupId }))
    await expect(withdraw(group.member, group.id)).rejects.toBeInstanceOf(Forbidden)
    await expect(withdraw(other.representative, group.id)).rejects.toBeInstanceOf(Forbidden)
    expect(await withdraw(other.representative, other.id)).toEqual({ ok: false, error: 'not-now' })
    expect((await withdraw(group.manager, group.id)).ok).toBe(true)
  })

  test('会員はもう一度招けず、返事を待つ招待の数には限りがある', async () => {
    const group = await openTestGroup(town)
    const email = await emailOf(town, group.member)
    expect(await invite(group.representative, group.id, email, 'manager')).toEqual({
      ok: false,
      error: 'already',
    })
    for (let i = 0; i < mostOpenInvitations; i += 1)
      await invite(group.representative, group.id, `c${i}@example.jp`, 'member')
    expect(await invite(group.representative, group.id, 'd@example.jp', 'member')).toEqual({
      ok: false,
      error: 'too-many',
    })
    expect(await town.as(visitor, (scope) => listMembers(scope, group.id))).toHaveLength(3)
  })

  test('代表者のいない団体に二人が同時に代表者として入ろうとしても、代表者は一人', async () => {
    const group = await openTestGroup(town)
    await town.as(visitor, (scope) =>
      scope.db
        .updateTable('memberships')
        .set({ until: testNow })
        .where('group_id', '=', group.id)
        .where('role', '=', 'representative')
        .execute(),
    )
    const centre = await town.person('窓口の人', ['centre'])
    const people = [await town.person('候補一'), await town.person('候補二')]
    const links: string[] = []
    for (const person of people) {
      const email = await emailOf(town, person)
      await town.as(centre, (scope) =>
        inviteToGroup(scope, town.city, {
          email,
          gift: { kind: 'group', groupId: group.id, groupRole: 'representative' },
          language: 'ja',
        }),
      )
      links.push(await linkTo(email))
    }
    const results = await Promise.all(people.map((person, i) => accept(person, links[i]!)))
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toEqual({ ok: false, error: 'place-taken' })
  })
})
