import { beforeAll, expect, test } from 'vitest'
import type { Person } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { getSurvey } from '../surveys/index.ts'
import { makeTabulation } from './actions/make.ts'
import { publishTabulation } from './actions/publish.ts'
import { saveSettings } from './queries/settings.ts'
import { getTabulation } from './queries/tabulations.ts'
import { defaultSettings } from './tabulation.ts'
import { addSheets, afterwards, draftSheets, openSurvey, sheet } from './world.fixture.ts'

let town: TestCity
let office: Person
beforeAll(async () => {
  town = await openTestCity(await openTestStore())
  office = await town.person('見本 事務局', ['office'])
})

const begin = async (threshold: number): Promise<string> => {
  const id = await openSurvey(town, office)
  await town.as(office, async (scope) => {
    await addSheets(scope, id, draftSheets)
    await saveSettings(scope, id, { ...defaultSettings(['open']), threshold })
  })
  return id
}

const add = (id: string, count: number): Promise<void> =>
  town.as(office, (scope) =>
    addSheets(
      scope,
      id,
      Array.from({ length: count }, () => sheet(2, 1)),
    ),
  )

const count = async (id: string): Promise<number> => {
  const made = await town.as(office, (scope) => makeTabulation(scope, id, '数え直した'), afterwards)
  if (!made.ok) throw new Error(made.error)
  return made.value
}

const publish = (id: string, number: number) =>
  town.as(
    office,
    async (scope) => {
      const [survey, head] = [await getSurvey(scope, id), await getTabulation(scope, id, number)]
      return publishTabulation(scope, survey, { head, keepsOriginals: true })
    },
    afterwards,
  )

test('公表した集計に4件だけ足した集計は公表できず、5件足せば公表できる', async () => {
  const id = await begin(5)
  expect((await publish(id, await count(id))).ok).toBe(true)
  await add(id, 4)
  expect(await publish(id, await count(id))).toEqual({ ok: false, error: 'few-more' })
  await add(id, 1)
  expect((await publish(id, await count(id))).ok).toBe(true)
})

test('公表していない集計との差と、件数の変わらない数え直しは、公表をさまたげない', async () => {
  const id = await begin(5)
  await count(id)
  await add(id, 1)
  expect((await publish(id, await count(id))).ok).toBe(true)
  expect((await publish(id, await count(id))).ok).toBe(true)
})

test('隠さないと決めた団体の調査は、1件遅れて届いても公表し直せる', async () => {
  const id = await begin(0)
  expect((await publish(id, await count(id))).ok).toBe(true)
  await add(id, 1)
  expect((await publish(id, await count(id))).ok).toBe(true)
})
