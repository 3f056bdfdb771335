import { beforeAll, expect, test } from 'vitest'
import { idempotencySeconds } from '#data/idempotency.ts'
import { insertKeptForm, keptFormSeconds } from '#data/kept-forms.ts'
import type { Scope } from '#data/scope.ts'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { countAfter } from '#tests/world/jobs.ts'
import { redirect } from '#web/answer.ts'
import { formOf } from '#web/form-data.ts'
import { onceByKey } from '#web/guard/idempotency.ts'
import { jobs } from './site-jobs.ts'

let town: TestCity
let accountId = ''

beforeAll(async () => {
  town = await openTestCity(await openTestStore())
  accountId = (await town.person('書きかけの人')).accountId
})

const leaveTraces = async (scope: Scope): Promise<void> => {
  await insertKeptForm(scope, accountId, '{}')
  const sent = { scope, path: '/a', form: formOf({ idempotency_key: 'key' }), session: '' }
  const answer = async () => redirect('/a')
  await onceByKey(sent, answer, () => redirect('/b'))
}

const purge = jobs.find(({ name }) => name === 'site.purge')

const afterPurge = (seconds: number): Promise<number[]> =>
  countAfter(town, { job: purge, tables: ['kept_forms', 'idempotency_keys'] }, seconds)

test('毎時の掃除は、書きかけの様式と送信のかぎを、それぞれの期限が過ぎてから消す', async () => {
  expect(purge?.every).toMatch(/^\d+ \* \* \* \*$/)
  await town.as(visitor, leaveTraces)
  expect(await afterPurge(keptFormSeconds - 1)).toEqual([1, 1])
  expect(await afterPurge(keptFormSeconds + 1)).toEqual([0, 1])
  expect(await afterPurge(idempotencySeconds + 1)).toEqual([0, 0])
})

test('仕事の名は一つずつしかない', () => {
  const names = jobs.map(({ name }) => name)
  expect(names).toEqual([...new Set(names)])
})
