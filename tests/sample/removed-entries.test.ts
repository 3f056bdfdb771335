import { expect, test } from 'vitest'
import { everywhereVersionKey } from '#data/versions.ts'
import { system } from '#kernel/actor.ts'
import { openTestCity, openTestStore, testNow } from '#tests/world/city.ts'
import { readStory, removeSamples, tellStory } from '../../src/sample/index.ts'

const operator = system('operator')

test('見本を消すと、検索から消え、全国の入口もその時に作り直される', async () => {
  const store = await openTestStore()
  const city = await openTestCity(store, 'kamagaya')
  const story = await readStory('kamagaya')
  await city.as(operator, (scope) => tellStory(scope, city.city, story), testNow)
  const kindsShown = () =>
    city.as(operator, async (scope) => {
      const rows = await scope.db
        .selectFrom('public_entries')
        .select('kind')
        .distinct()
        .where('city_id', '=', city.key.id)
        .where('kind', 'in', ['group', 'issue', 'theme', 'proposal', 'project'])
        .execute()
      return rows.map(({ kind }) => kind).sort()
    })
  expect(await kindsShown()).toEqual(['group', 'issue', 'project', 'proposal', 'theme'])
  const touched: number[] = []
  await city.as(operator, (scope) =>
    removeSamples({
      ...scope,
      touch: (key) => {
        touched.push(key)
        scope.touch(key)
      },
    }),
  )
  expect(await kindsShown()).toEqual([])
  expect(touched).toContain(everywhereVersionKey)
})
