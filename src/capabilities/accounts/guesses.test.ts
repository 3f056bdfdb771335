import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { hashToken, newToken } from '#kernel/tokens.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { openBrowser, openTestSite } from '#tests/world/site.ts'
import { failureLimits } from './account.ts'
import { confirmAddressChange } from './actions/own-account.ts'
import { signIn } from './actions/sign-in.ts'
import { hashPassword } from './password.ts'
import { getAccount, insertAccount, insertKey, openKey } from './queries/accounts.ts'
import { insertToken } from './queries/tokens.ts'

let town: TestCity
let site: Hono
const password = 'かわをわたるさぎのむれ'

beforeAll(async () => {
  const store = await openTestStore()
  town = await openTestCity(store)
  site = await openTestSite(store, () => testNow)
})

const newAccount = async (
  email = `${newId()}@example.jp`,
): Promise<{ id: string; email: string }> => {
  const passwordHash = await hashPassword(password)
  const id = await town.as(visitor, (scope) =>
    insertAccount(scope, { email, name: '試す人', passwordHash, language: 'ja', state: 'active' }),
  )
  return { id: id ?? '', email }
}

const countFailures = (email: string): Promise<number> =>
  town.as(visitor, async (scope) => {
    const row = await scope.db
      .selectFrom('sign_in_failures')
      .select((count) => count.fn.countAll<number>().as('n'))
      .where('city_id', '=', scope.city.id)
      .where('email_key', '=', email)
      .executeTakeFirstOrThrow()
    return row.n
  })

const guess = (email: string, network: string) =>
  town.as(visitor, (scope) => signIn(scope, { email, password: 'まちがいまちがい', network }))

test('一度にいくつ送っても、当たり外れを教えるのは決めた回数まで', async () => {
  const { email } = await newAccount()
  const tries = await Promise.all(
    Array.from({ length: failureLimits.perAccount + 6 }, (_, at) => guess(email, `192.0.2.${at}`)),
  )
  const told = tries.filter((one) => !one.ok && one.error === 'unknown')
  expect(told).toHaveLength(failureLimits.perAccount)
  expect(await countFailures(email)).toBe(failureLimits.perAccount)
})

test('同じ相手に一度に送られた正しいパスワードは、どれも通る', async () => {
  const { email } = await newAccount()
  const given = { email, password, network: '198.51.100.1' }
  const results = await Promise.all(
    [1, 2, 3].map(() => town.as(visitor, (scope) => signIn(scope, given))),
  )
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true])
})

const linkTo = (accountId: string, email: string): Promise<string> =>
  town.as(visitor, async (scope) => {
    const token = newToken()
    await insertToken(scope, {
      hash: hashToken(token),
      accountId,
      purpose: 'email',
      seconds: 3600,
      email,
    })
    return token
  })

test('二人が同時に同じアドレスに変えても、一人は変わり、もう一人は断られる', async () => {
  const wanted = `${newId()}@example.jp`
  const [one, two] = [await newAccount(), await newAccount()]
  const tokens = [await linkTo(one.id, wanted), await linkTo(two.id, wanted)]
  const results = await Promise.all(
    tokens.map((token) =>
      town.as(visitor, (scope) => confirmAddressChange(scope, town.city, token)),
    ),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter((one) => !one.ok && one.error === 'address-taken')).toHaveLength(1)
})

test('使われているアドレスに変えるリンクは、そのことを言い、アドレスはそのままになる', async () => {
  const [one, two] = [await newAccount(), await newAccount()]
  const token = await linkTo(one.id, two.email.toUpperCase())
  const answer = await openBrowser(site).post(`/${town.key.slug}/account/address/${token}`)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('ほかのアカウントで使われています')
  const kept = await town.as(visitor, (scope) => getAccount(scope, one.id))
  expect(kept.email).toBe(one.email)
})

test('二段階認証の鍵は、データベースの写しからは読めない', async () => {
  const { id } = await newAccount()
  const key = 'JBSWY3DPEHPK3PXP'
  const stored = await town.as(visitor, async (scope) => {
    await insertKey(scope, id, key)
    const row = await scope.db
      .selectFrom('accounts')
      .select('totp_secret')
      .where('city_id', '=', scope.city.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return row.totp_secret
  })
  expect(stored).not.toContain(key)
  expect(await town.as(visitor, async (scope) => openKey(scope, id, stored ?? ''))).toBe(key)
})
