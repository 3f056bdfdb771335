import { expect, test } from 'vitest'
import { system } from '#kernel/actor.ts'
import { tellStory } from '../../src/sample/load.ts'
import { readStory } from '../../src/sample/story.ts'
import { openTestCity, openTestStore } from '#tests/world/city.ts'

const store = await openTestStore()
for (const slug of (process.env.CITIES ?? 'kamakura').split(','))
test(`見本の物語が最後まで進む ${slug}`, async () => {
  const city = await openTestCity(store, slug)
  const story = await readStory(slug)
  const t = performance.now()
  await city.as(system('operator'), (scope) => tellStory(scope, city.city, story))
  console.log(slug, Math.round(performance.now() - t))
  expect(1).toBe(1)
})
