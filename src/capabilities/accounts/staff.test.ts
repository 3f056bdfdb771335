import { beforeAll, describe, expect, test } from 'vitest'
import { listWaitingMails } from '#capabilities/mails/index.ts'
import { type Actor, type Person, visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { Forbidden } from '#kernel/refusals.ts'
import { hashToken } from '#kernel/tokens.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { listCities } from '../cities/index.ts'
import { inviteToRole } from './actions/invitations.ts'
import { openSession } from './actions/sessions.ts'
import {
  disableAccount,
  enableAccount,
  giveRole,
  ruleSecondFactor,
  takeRole,
} from './actions/staff.ts'
import { listOpenInvitations } from './queries/invitations.ts'
import { findPerson } from './queries/people.ts'
import { listRoleGrants } from './queries/roles.ts'

let town: TestCity
let admin: Person

beforeAll(async () => {
  town = await openTestCity(await openTestStore())
  admin = await town.person('管理者', ['city_admin'])
})

const openFor = (person: Person): Promise<string> =>
  town.as(
    visitor,
    async (scope) => (await openSession(scope, person.accountId, { secondFactor: false })).token,
  )

const whose = (token: string): Promise<Person | undefined> =>
  town.as(visitor, (scope) => findPerson(scope, town.city, hashToken(token)))

const grantOf = async (person: Person, role: string): Promise<string> =>
  (await town.as(visitor, (scope) => listRoleGrants(scope, person.accountId))).find(
    (one) => one.role === role,
  )?.id ?? ''

const mailsTo = async (person: Person): Promise<string[]> => {
  const account = await town.as(visitor, (scope) =>
    scope.db
      .selectFrom('accounts')
      .select('email')
      .where('id', '=', person.accountId)
      .executeTakeFirstOrThrow(),
  )
  const mails = await town.as(visitor, listWaitingMails)
  return mails.filter((mail) => mail.to_address === account.email).map((mail) => mail.subject)
}

const auditOf = async (subjectId: string): Promise<string[]> =>
  (
    await town.as(visitor, (scope) =>
      scope.db
        .selectFrom('audit_entries')
        .select(['action'])
        .where('subject_id', '=', subjectId)
        .execute(),
    )
  ).map((row) => row.action)

describe('役割', () => {
  test('市の管理者でない人は、役割を与えることも、招くことも、止めることもできない', async () => {
    const target = await town.person('だれか')
    const others: Actor[] = [
      visitor,
      await town.person('市民'),
      await town.person('職員', ['office', 'centre', 'reviewer', { department: 'bunka' }]),
      { ...admin, trusted: false },
    ]
    const given = { accountId: target.accountId, role: 'city_admin', department: null } as const
    const gift = { kind: 'role', role: 'office', department: null } as const
    for (const actor of others) {
      await expect(
        town.as(actor, (scope) => giveRole(scope, town.city, given)),
      ).rejects.toBeInstanceOf(Forbidden)
      await expect(
        town.as(actor, (scope) =>
          inviteToRole(scope, town.city, { email: 'x@example.jp', gift, language: 'ja' }),
        ),
      ).rejects.toBeInstanceOf(Forbidden)
      await expect(
        town.as(actor, (scope) => disableAccount(scope, town.city, target.accountId)),
      ).rejects.toBeInstanceOf(Forbidden)
    }
    expect((await town.reload(target)).roles).toEqual([])
  })

  test('一人がいくつも役割を持て、付け外しは記録と本人へのメールに残る', async () => {
    const person = await town.person('兼務の人')
    for (const role of ['office', 'reviewer'] as const)
      expect(
        await town.as(admin, (scope) =>
          giveRole(scope, town.city, { accountId: person.accountId, role, department: null }),
        ),
      ).toEqual({ ok: true, value: 'given' })
    expect((await town.reload(person)).roles.toSorted()).toEqual(['office', 'reviewer'])
    const again = await town.as(admin, (scope) =>
      giveRole(scope, town.city, { accountId: person.accountId, role: 'office', department: null }),
    )
    expect(again).toEqual({ ok: false, error: 'already' })
    const grant = { id: await grantOf(person, 'office'), accountId: person.accountId }
    await town.as(admin, (scope) => takeRole(scope, town.city, grant))
    expect((await town.reload(person)).roles).toEqual(['reviewer'])
    expect((await auditOf(person.accountId)).toSorted()).toEqual([
      'accounts.grant-role',
      'accounts.grant-role',
      'accounts.revoke-role',
    ])
    expect(await mailsTo(person)).toHaveLength(3)
  })

  test('最後の市の管理者は、役割を外せず、止められもしない', async () => {
    const lonely = await openTestCity(town.store)
    const only = await lonely.person('ただ一人の管理者', ['city_admin'])
    const grants = await lonely.as(visitor, (scope) => listRoleGrants(scope, only.accountId))
    const grant = { id: grants[0]!.id, accountId: only.accountId }
    const taken = await lonely.store.database.write(
      lonely.store.opening(lonely.key, only),
      (scope) => takeRole(scope, lonely.city, grant),
      (result) => result.ok,
    )
    expect(taken).toEqual({ ok: false, error: 'last-admin' })
    expect((await lonely.reload(only)).roles).toEqual(['city_admin'])
    expect(
      await lonely.as(only, (scope) => disableAccount(scope, lonely.city, only.accountId)),
    ).toEqual({ ok: false, error: 'own-account' })
  })

  test('二人の管理者が同時に互いの役割を外しても、一人は残る', async () => {
    const pair = await openTestCity(town.store)
    const [a, b] = [
      await pair.person('管理者一', ['city_admin']),
      await pair.person('管理者二', ['city_admin']),
    ]
    const take = async (actor: Person, target: Person) => {
      const [grant] = await pair.as(visitor, (scope) => listRoleGrants(scope, target.accountId))
      return pair.store.database.write(
        pair.store.opening(pair.key, actor),
        (scope) => takeRole(scope, pair.city, { id: grant!.id, accountId: target.accountId }),
        (result) => result.ok,
      )
    }
    const results = await Promise.all([take(a, b), take(b, a)])
    expect(results.map((result) => result.ok).toSorted()).toEqual([false, true])
    const left = [...(await pair.reload(a)).roles, ...(await pair.reload(b)).roles]
    expect(left).toEqual(['city_admin'])
  })
})

test('二段階認証の決まりを変えられるのは市の管理者だけで、すぐに効く', async () => {
  const own = await openTestCity(town.store)
  const head = await own.person('管理者', ['city_admin'])
  const clerk = await own.person('職員', ['office'])
  const rule = (actor: Actor) => own.as(actor, (scope) => ruleSecondFactor(scope, own.city, true))
  await expect(rule(clerk)).rejects.toBeInstanceOf(Forbidden)
  await rule(head)
  const cities = await own.store.database.readPublic(listCities)
  const now = cities.find((one) => one.id === own.key.id)!
  expect(now.settings).toEqual({ ...own.city.settings, staffSecondFactor: true })
  const { token } = await own.as(visitor, (scope) =>
    openSession(scope, clerk.accountId, { secondFactor: false }),
  )
  const seen = await own.as(visitor, (scope) => findPerson(scope, now, hashToken(token)))
  expect(seen).toMatchObject({ trusted: false, memberships: [] })
})

describe('アカウントを止める', () => {
  test('止めた瞬間に、開いていたログインは使えなくなり、戻しても生き返らない', async () => {
    const person = await town.person('退職する人', ['office'])
    const tokens = [await openFor(person), await openFor(person)]
    expect(await Promise.all(tokens.map(whose))).toMatchObject([
      { accountId: person.accountId },
      { accountId: person.accountId },
    ])
    await town.as(admin, (scope) => disableAccount(scope, town.city, person.accountId))
    expect(await Promise.all(tokens.map(whose))).toEqual([undefined, undefined])
    const late = await openFor(person)
    expect(await whose(late)).toBeUndefined()
    await town.as(admin, (scope) => enableAccount(scope, town.city, person.accountId))
    expect(await Promise.all([...tokens, late].map(whose))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(await whose(await openFor(person))).toMatchObject({ accountId: person.accountId })
  })

  test('止める手続きが途中で取り消されれば、ログインも生きている', async () => {
    const person = await town.person('止められかけた人')
    const token = await openFor(person)
    const half = town.as(admin, async (scope) => {
      await disableAccount(scope, town.city, person.accountId)
      throw new Error('the connection broke')
    })
    await expect(half).rejects.toThrow('broke')
    expect(await whose(token)).toMatchObject({ accountId: person.accountId })
  })

  test('止められた人が出していた招待は、取り消される', async () => {
    const helper = await town.person('もう一人の管理者', ['city_admin'])
    const email = `${newId()}@example.jp`
    const gift = { kind: 'role', role: 'office', department: null } as const
    await town.as(helper, (scope) =>
      inviteToRole(scope, town.city, { email, gift, language: 'ja' }),
    )
    const open = async () =>
      (await town.as(visitor, (scope) => listOpenInvitations(scope, null))).map((one) => one.email)
    expect(await open()).toContain(email)
    await town.as(admin, (scope) => disableAccount(scope, town.city, helper.accountId))
    expect(await open()).not.toContain(email)
  })

  test('役割が付くと、それまでの長いログインは終わる', async () => {
    const person = await town.person('昇格する人')
    const token = await openFor(person)
    await town.as(admin, (scope) =>
      giveRole(scope, town.city, { accountId: person.accountId, role: 'centre', department: null }),
    )
    expect(await whose(token)).toBeUndefined()
  })
})
