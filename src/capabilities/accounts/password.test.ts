import { beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '#data/scope.ts'
import { visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { hashToken, newToken } from '#kernel/tokens.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { changePassword } from './actions/own-account.ts'
import { signIn } from './actions/sign-in.ts'
import { resetPassword, signUp } from './actions/sign-up.ts'
import { hashPassword } from './password.ts'
import { insertAccount } from './queries/accounts.ts'
import { insertToken } from './queries/tokens.ts'
import { inTurn, mostAtOnce } from './turns.ts'

let town: TestCity
let passwordHash = ''
const password = 'かわをわたるさぎのむれ'
const network = '192.0.2.1'

beforeAll(async () => {
  town = await openTestCity(await openTestStore())
  passwordHash = await hashPassword(password)
})

const newAccount = async (): Promise<{ id: string; email: string }> => {
  const email = `${newId()}@example.jp`
  const id = await town.as(visitor, (scope) =>
    insertAccount(scope, { email, name: '試す人', passwordHash, language: 'ja', state: 'active' }),
  )
  return { id: id ?? '', email }
}

/** Runs as a form is run: begun again after each pause. @returns how often it paused, and what came of it */
const pausesOf = async <T>(work: (scope: Scope) => Promise<T>) => {
  const requestId = newId()
  let pauses = -1
  const value = await town.as(visitor, (scope) => {
    pauses += 1
    return work({ ...scope, requestId, restarts: true })
  })
  return { pauses, value }
}

describe('パスワードの計算の間は、データベースの接続も錠も持たない', () => {
  test('ログイン', async () => {
    const { email } = await newAccount()
    const right = await pausesOf((scope) => signIn(scope, { email, password, network }))
    expect([right.pauses, right.value.ok]).toEqual([1, true])
    const wrong = await pausesOf((scope) => signIn(scope, { email, password: 'ちがう', network }))
    expect([wrong.pauses, wrong.value.ok]).toEqual([1, false])
  })

  test('利用登録', async () => {
    const given = { email: `${newId()}@example.jp`, name: '人', nameKana: '', password }
    const { pauses } = await pausesOf((scope) =>
      signUp(scope, town.city, { ...given, language: 'ja' }),
    )
    expect(pauses).toBe(1)
  })

  test('パスワードの変更は、今のものを確かめる間も、新しいものを計算する間も', async () => {
    const { id: accountId } = await newAccount()
    const given = { accountId, current: password, password: 'つゆのあとのあじさい', network }
    const { pauses, value } = await pausesOf((scope) => changePassword(scope, town.city, given))
    expect([pauses, value.ok]).toEqual([2, true])
  })

  test('パスワードの再設定。リンクは一度で使える', async () => {
    const { id: accountId } = await newAccount()
    const token = newToken()
    await town.as(visitor, (scope) =>
      insertToken(scope, { hash: hashToken(token), accountId, purpose: 'reset', seconds: 3600 }),
    )
    const { pauses, value } = await pausesOf((scope) => resetPassword(scope, token, password))
    expect([pauses, value.ok]).toEqual([1, true])
  })
})

test('計算は決めた数までしか同時に行わず、頼まれた順に行う', async () => {
  let running = 0
  let most = 0
  const done: number[] = []
  const work = async (at: number): Promise<void> => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setImmediate(resolve))
    running -= 1
    done.push(at)
  }
  const all = Array.from({ length: 4 * mostAtOnce }, (_, at) => at)
  await Promise.all(all.map((at) => inTurn(() => work(at))))
  expect(most).toBe(mostAtOnce)
  expect(done).toEqual(all)
  await expect(inTurn(() => Promise.reject(new Error('x')))).rejects.toThrow('x')
  expect(await inTurn(async () => 'goes on')).toBe('goes on')
})
