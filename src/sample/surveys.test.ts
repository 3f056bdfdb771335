import { expect, test } from 'vitest'
import { listSurveys } from '#capabilities/surveys/index.ts'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, testNow } from '../../tests/world/city.ts'
import { insertPeople } from './chapters/people.ts'
import { surveyMoments } from './chapters/surveys.ts'
import { inOrder } from './moment.ts'
import { readStory } from './story.ts'
import { live, type World } from './world.ts'

test.for(['kamakura', 'chigasaki', 'kamagaya', 'yamaguchi'])(
  '%s：見本の世界に、答えられるアンケートと、数え終わったアンケートが1つずつある',
  async (preset) => {
    const here = await openTestCity(await openTestStore(), preset)
    const story = await readStory(preset)
    await here.as(
      visitor,
      async (scope) => {
        const people = await insertPeople(scope, story)
        const ids = new Map([...people].map(([key, id]) => [`person:${key}`, id]))
        const calls = undefined as unknown as World['calls']
        const world: World = { city: here.city, story, now: testNow, calls, ids }
        for (const moment of inOrder(await surveyMoments(world), testNow))
          await live(scope, world, moment)
      },
      testNow,
    )
    const counts = await here.as(visitor, async (scope) => {
      const rows = await scope.db
        .selectFrom('survey_answers')
        .select((row) => ['survey_id', row.fn.countAll<number>().as('n')])
        .where('city_id', '=', here.key.id)
        .groupBy('survey_id')
        .execute()
      return new Map(rows.map(({ survey_id, n }) => [survey_id, n]))
    })
    const [open] = await here.as(visitor, (scope) => listSurveys(scope, { part: 'open', page: 1 }))
    const [closed] = await here.as(visitor, (scope) =>
      listSurveys(scope, { part: 'closed', page: 1 }),
    )
    // 答えは38件と46件。受付中のものは、10件がまぜられるのを待っている。
    expect([counts.get(open?.id ?? ''), counts.get(closed?.id ?? '')]).toEqual([28, 46])
  },
)
