import { beforeAll, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { lifetimes } from './account.ts'
import { writeTo } from './actions/letters.ts'
import type { MailOccasion } from './mail-texts.ts'

let town: TestCity

beforeAll(async () => {
  town = await openTestCity(await openTestStore())
})

const endOf = (occasion: MailOccasion): Promise<Date | null> =>
  town.as(visitor, async (scope) => {
    const email = `${occasion}@example.jp`
    const to = { name: '受け取る人', email, language: 'ja' as const }
    await writeTo(scope, town.city, { to, occasion, path: '/x', what: '団体' })
    const row = await scope.db
      .selectFrom('mails')
      .select('expires_at')
      .where('city_id', '=', scope.city.id)
      .where('to_address', '=', email)
      .executeTakeFirstOrThrow()
    return row.expires_at
  })

const after = (seconds: number): Date => new Date(testNow.getTime() + seconds * 1000)

test('一度きりのリンクを運ぶメールは、リンクの期限を過ぎたら送らないよう、期限を持つ', async () => {
  expect(await endOf('confirm')).toEqual(after(lifetimes.confirmation))
  expect(await endOf('reset')).toEqual(after(lifetimes.reset))
  expect(await endOf('addressChange')).toEqual(after(lifetimes.addressChange))
  expect(await endOf('invitation')).toEqual(after(lifetimes.invitation))
})

test('知らせるだけのメールは、いつでも送れる', async () => {
  expect(await endOf('passwordChanged')).toBeNull()
})
