import { expect, test } from 'vitest'
import { openTestStore } from '#tests/world/city.ts'
import { disableAccount } from '../accounts/index.ts'
import { remindMembers } from './actions/remind.ts'
import { must, openFor } from './steps.fixture.ts'
import { openReviewWorld, reviewNow } from './world.fixture.ts'

test('利用を止められた委員には、催促のメールを送らない', async () => {
  const world = await openReviewWorld(await openTestStore(), { members: 3, requests: [100_000] })
  const { town, office } = world
  const review = await openFor(world)
  const admin = await town.person('見本 管理', ['city_admin'])
  await town.as(admin, async (scope) => {
    must(await disableAccount(scope, town.city, world.members[0]!.accountId))
  })
  const sent = must(
    await town.as(office, (scope) => remindMembers(scope, town.city, review), reviewNow),
  )
  const mails = await town.as(office, (scope) =>
    scope.db
      .selectFrom('mails as m')
      .innerJoin('accounts as a', 'a.email', 'm.to_address')
      .select('a.id')
      .where('m.subject', 'like', '%期限のお知らせ%')
      .execute(),
  )
  expect(sent).toBe(2)
  expect(mails.map(({ id }) => id).sort()).toEqual(
    [world.members[1]!.accountId, world.members[2]!.accountId].sort(),
  )
})
