import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Person } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { countPair, countSlots } from './queries/counting.ts'
import { addSheets, draftSheets, openSurvey } from './world.fixture.ts'

let town: TestCity
let office: Person

beforeAll(async () => {
  town = await openTestCity(await openTestStore())
  office = await town.person('見本 事務局', ['office'])
})

test('同じ数え方を何度たずねても、そのアンケートの大きさに合わせて計画される', async () => {
  const id = await openSurvey(town, office)
  await town.as(office, (scope) => addSheets(scope, id, draftSheets))
  // Prepared statements of one connection: from the sixth time on the database may plan for any survey.
  const generic = await town.as(office, async (scope) => {
    for (let time = 0; time < 8; time += 1) {
      await countPair(scope, id, { slot: 2, axis: 1 })
      await countSlots(scope, id, [{ slot: 1, marksOnly: false }])
    }
    const { rows } = await sql<{ generic: number; custom: number }>`
      SELECT sum(generic_plans)::int AS generic, sum(custom_plans)::int AS custom
      FROM pg_prepared_statements WHERE statement LIKE '%FROM survey_answers%' AND statement NOT LIKE '%pg_prepared%'`.execute(
      scope.db,
    )
    return rows[0]
  })
  expect(generic?.generic).toBe(0)
  expect(generic?.custom).toBeGreaterThanOrEqual(16)
})
