import { expect, test } from 'vitest'
import { openTestStore } from '#tests/world/city.ts'
import { remindMembers } from './actions/remind.ts'
import { openFor } from './steps.fixture.ts'
import { openReviewWorld, reviewNow } from './world.fixture.ts'

const dayMs = 86_400_000

test('期限のお知らせは一日一回まで。一度に二回押しても、委員に二通は届かない', async () => {
  const world = await openReviewWorld(await openTestStore(), { members: 3, requests: [100_000] })
  const review = await openFor(world)
  const remind = (now: Date) =>
    world.town.as(world.office, (scope) => remindMembers(scope, world.town.city, review), now)
  const both = await Promise.all([remind(reviewNow), remind(reviewNow)])
  const refused = { ok: false, error: 'reminded-today' }
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both).toContainEqual(refused)
  expect(await remind(new Date(reviewNow.getTime() + 60_000))).toEqual(refused)
  expect((await remind(new Date(reviewNow.getTime() + dayMs))).ok).toBe(true)
})
