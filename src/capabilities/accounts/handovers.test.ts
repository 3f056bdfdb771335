import { beforeAll, describe, expect, test } from 'vitest'
import { listWaitingMails } from '#capabilities/mails/index.ts'
import { listEvents, listTasksFor } from '#capabilities/procedures/index.ts'
import { type Person, visitor } from '#kernel/actor.ts'
import { Forbidden } from '#kernel/refusals.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { confirmHandover, nameSuccessor, withdrawHandover } from './actions/handovers.ts'
import { inviteToGroup } from './actions/invitations.ts'
import { changePlace, leaveGroup, removeMember } from './actions/members.ts'
import { emailOf, openTestGroup } from './group.fixture.ts'
import { findOpenHandover } from './queries/handovers.ts'

let town: TestCity

beforeAll(async () => {
  town = await openTestCity(await openTestStore())
})

const name = (actor: Person, groupId: string, successor: Person) =>
  town.as(actor, (scope) =>
    nameSuccessor(scope, town.city, { groupId, successor: successor.accountId }),
  )
const confirm = (actor: Person, groupId: string) =>
  town.as(actor, (scope) => confirmHandover(scope, town.city, groupId))
const withdraw = (actor: Person, groupId: string) =>
  town.as(actor, (scope) => withdrawHandover(scope, town.city, groupId))
const placeOf = async (person: Person): Promise<string | undefined> =>
  (await town.reload(person)).memberships[0]?.role
const tasksOf = (person: Person) => town.as(person, (scope) => listTasksFor(scope, person))

describe('代表者の引継ぎ', () => {
  test('指名された人が引き受けたときに初めて代表者が替わり、前の代表者は担当者になる', async () => {
    const { id, representative, member } = await openTestGroup(town)
    expect((await name(representative, id, member)).ok).toBe(true)
    expect(await placeOf(representative)).toBe('representative')
    expect(await tasksOf(member)).toMatchObject([
      { step: 'confirm', dueOn: '2026-12-04', url: `/${town.key.slug}/groups/${id}/handover` },
    ])
    expect((await confirm(member, id)).ok).toBe(true)
    expect(await placeOf(member)).toBe('representative')
    expect(await placeOf(representative)).toBe('manager')
    expect(await tasksOf(member)).toEqual([])
    const events = await town.as(visitor, (scope) =>
      listEvents(scope, [{ kind: 'group', id }], { publicOnly: false }),
    )
    expect(events.map((event) => event.step).toSorted()).toEqual([
      'handover-confirmed',
      'handover-named',
    ])
    const mails = await town.as(visitor, listWaitingMails)
    const told = [await emailOf(town, member), await emailOf(town, representative)]
    for (const email of told)
      expect(
        mails.some((mail) => mail.to_address === email && mail.subject.includes('替わりました')),
      ).toBe(true)
  })

  test('前の代表者は、引継ぎのあと代表者としては何もできない', async () => {
    const { id, representative, manager, member } = await openTestGroup(town)
    await name(representative, id, member)
    await confirm(member, id)
    const old = await town.reload(representative)
    await expect(name(old, id, manager)).rejects.toBeInstanceOf(Forbidden)
    const invite = (actor: Person) =>
      town.as(actor, (scope) =>
        inviteToGroup(scope, town.city, {
          email: 'x@example.jp',
          gift: { kind: 'group', groupId: id, groupRole: 'manager' },
          language: 'ja',
        }),
      )
    await expect(invite(old)).rejects.toBeInstanceOf(Forbidden)
    await expect(
      town.as(old, (scope) =>
        changePlace(scope, town.city, {
          groupId: id,
          accountId: manager.accountId,
          role: 'member',
        }),
      ),
    ).rejects.toBeInstanceOf(Forbidden)
    expect((await invite(await town.reload(member))).ok).toBe(true)
  })

  test('引継ぎの前に開いた画面からも、前の代表者は次の代表者を指名できない', async () => {
    const { id, representative, manager, member } = await openTestGroup(town)
    await name(representative, id, member)
    await confirm(member, id)
    // `representative` still says what was true when the page was opened.
    expect(representative.memberships[0]?.role).toBe('representative')
    await expect(name(representative, id, manager)).rejects.toBeInstanceOf(Forbidden)
  })

  test('引き受けられるのは、指名された本人だけ', async () => {
    const { id, representative, manager, member } = await openTestGroup(town)
    const centre = await town.person('窓口', ['centre'])
    await name(representative, id, member)
    for (const actor of [representative, manager, centre])
      await expect(confirm(actor, id)).rejects.toBeInstanceOf(Forbidden)
    expect(await placeOf(representative)).toBe('representative')
  })

  test('進む引継ぎは一つだけで、同時に二人を指名しても一つになる', async () => {
    const { id, representative, manager, member } = await openTestGroup(town)
    const results = await Promise.all([
      name(representative, id, manager),
      name(representative, id, member),
    ])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toEqual({ ok: false, error: 'already-open' })
  })

  test('同時に二度引き受けても、替わるのは一度', async () => {
    const { id, representative, member } = await openTestGroup(town)
    await name(representative, id, member)
    const results = await Promise.all([confirm(member, id), confirm(member, id)])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(await placeOf(member)).toBe('representative')
  })

  test('取りやめ、または断れば何も変わらず、あらためて指名できる', async () => {
    const { id, representative, manager, member } = await openTestGroup(town)
    await name(representative, id, member)
    await expect(withdraw(manager, id)).rejects.toBeInstanceOf(Forbidden)
    expect((await withdraw(member, id)).ok).toBe(true)
    expect(await tasksOf(member)).toEqual([])
    expect(await confirm(member, id)).toEqual({ ok: false, error: 'not-now' })
    await name(representative, id, manager)
    expect((await withdraw(representative, id)).ok).toBe(true)
    expect(await placeOf(representative)).toBe('representative')
  })

  test('団体の外の人や自分自身は指名できない', async () => {
    const { id, representative } = await openTestGroup(town)
    const stranger = await town.person('よその人')
    expect(await name(representative, id, stranger)).toEqual({ ok: false, error: 'not-member' })
    expect(await name(representative, id, representative)).toEqual({
      ok: false,
      error: 'not-member',
    })
  })

  test('代表者が動けないときは、センターが代わりに始められる（引き受けるのは本人）', async () => {
    const { id, member, representative } = await openTestGroup(town)
    const centre = await town.person('センターの人', ['centre'])
    expect((await name(centre, id, member)).ok).toBe(true)
    expect((await confirm(member, id)).ok).toBe(true)
    expect(await placeOf(representative)).toBe('manager')
  })
})

describe('会員の出入り', () => {
  test('代表者は引継ぎの前には抜けられず、引継ぎのあとは抜けられる', async () => {
    const { id, representative, member } = await openTestGroup(town)
    const leave = (actor: Person) => town.as(actor, (scope) => leaveGroup(scope, town.city, id))
    expect(await leave(representative)).toEqual({ ok: false, error: 'representative' })
    await name(representative, id, member)
    await confirm(member, id)
    expect((await leave(await town.reload(representative))).ok).toBe(true)
    expect(await placeOf(representative)).toBeUndefined()
  })

  test('外された人は、その団体の何にも手が届かず、その人への引継ぎは取りやめになる', async () => {
    const { id, representative, member } = await openTestGroup(town)
    await name(representative, id, member)
    await town.as(representative, (scope) =>
      removeMember(scope, town.city, { groupId: id, accountId: member.accountId }),
    )
    expect((await town.reload(member)).memberships).toEqual([])
    expect(await town.as(visitor, (scope) => findOpenHandover(scope, id))).toBeUndefined()
    expect(await confirm(member, id)).toEqual({ ok: false, error: 'not-now' })
  })

  test('代表者を外すことは、窓口にもできない', async () => {
    const { id, representative } = await openTestGroup(town)
    const office = await town.person('協働担当', ['office'])
    expect(
      await town.as(office, (scope) =>
        removeMember(scope, town.city, { groupId: id, accountId: representative.accountId }),
      ),
    ).toEqual({ ok: false, error: 'representative' })
  })
})
