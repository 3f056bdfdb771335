import { beforeAll, expect, test } from 'vitest'
import type { Scope } from '#data/scope.ts'
import { visitor } from '#kernel/actor.ts'
import { hashToken } from '#kernel/tokens.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { countAfter } from '#tests/world/jobs.ts'
import { retention } from './account.ts'
import { accounts } from './index.ts'
import { insertFailure } from './queries/failures.ts'
import { insertSession } from './queries/sessions.ts'
import { insertToken } from './queries/tokens.ts'

let town: TestCity
let accountId = ''

beforeAll(async () => {
  town = await openTestCity(await openTestStore())
  accountId = (await town.person('掃除を待つ人')).accountId
})

const hour = 3600

/** One of each, made now; sessions and links are good for an hour. */
const leaveTraces = async (scope: Scope): Promise<void> => {
  const mark = scope.now.toISOString()
  const tokenHash = hashToken(mark)
  await insertSession(scope, { tokenHash, accountId, seconds: hour, secondFactor: false })
  await insertToken(scope, { hash: tokenHash, accountId, purpose: 'reset', seconds: hour })
  await insertFailure(scope, 'a@example.jp', '192.0.2.1')
}

const tables = ['sessions', 'account_tokens', 'sign_in_failures'] as const

const purge = accounts.jobs?.find(({ name }) => name === 'accounts.purge')

const afterPurge = (seconds: number): Promise<number[]> =>
  countAfter(town, { job: purge, tables }, seconds)

test('毎時の掃除は、それぞれの期限が過ぎたものだけを消す', async () => {
  expect(purge?.every).toMatch(/^\d+ \* \* \* \*$/)
  await town.as(visitor, leaveTraces)
  expect(await afterPurge(hour - 1)).toEqual([1, 1, 1])
  expect(await afterPurge(hour + retention.session)).toEqual([0, 1, 1])
  expect(await afterPurge(retention.failure + 1)).toEqual([0, 1, 0])
  expect(await afterPurge(hour + retention.token + 1)).toEqual([0, 0, 0])
})
