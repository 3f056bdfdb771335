import { beforeAll, expect, test } from 'vitest'
import type { Scope, UploadLimits } from '#data/scope.ts'
import { type Actor, visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { keepUpload } from './index.ts'

let town: TestCity

beforeAll(async () => {
  town = await openTestCity(await openTestStore())
})

const subject = { kind: 'issue', id: newId() }
const bytes = new TextEncoder().encode('12345678')
const upload = { name: 'memo.txt', type: 'text/plain', bytes, purpose: 'photo' }

const within = (scope: Scope, uploadLimits: UploadLimits): Scope => ({
  ...scope,
  outside: { ...scope.outside, uploadLimits },
})

const give = async (
  actor: Actor,
  limits: Partial<UploadLimits>,
  now = testNow,
): Promise<string> => {
  const whole = { perAccountDay: 1e9, perCity: 1e9, ...limits }
  const kept = await town.as(
    actor,
    (scope) => keepUpload(within(scope, whole), subject, upload),
    now,
  )
  return kept.ok ? 'kept' : kept.error
}

test('一人が24時間に送れる量をこえると断り、次の日にはまた受け取る。ほかの人には関わらない', async () => {
  const person = await town.person('送る人')
  const limits = { perAccountDay: 20 }
  expect(await give(person, limits)).toBe('kept')
  expect(await give(person, limits)).toBe('kept')
  expect(await give(person, limits)).toBe('day-full')
  expect(await give(await town.person('ほかの人'), limits)).toBe('kept')
  expect(await give(person, limits, new Date(testNow.getTime() + 86_400_001))).toBe('kept')
})

test('一度に送っても、量は一つずつ数えられる', async () => {
  const person = await town.person('急ぐ人')
  const results = await Promise.all([1, 2, 3, 4].map(() => give(person, { perAccountDay: 20 })))
  expect(results.toSorted()).toEqual(['day-full', 'day-full', 'kept', 'kept'])
})

test('市全体の量をこえると断る', async () => {
  expect(await give(visitor, { perCity: 1 })).toBe('city-full')
  expect(await give(visitor, {})).toBe('kept')
})
