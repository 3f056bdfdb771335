import { describe, expect, test } from 'vitest'
import { findSurvey } from '#capabilities/surveys/index.ts'
import { findPublicResults } from '#capabilities/tabulations/find-results.ts'
import type { Scope } from '#data/scope.ts'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { insertPeople } from '../../src/sample/chapters/people.ts'
import { surveyMoments } from '../../src/sample/chapters/surveys.ts'
import { tabulationMoments } from '../../src/sample/chapters/tabulations.ts'
import { inOrder } from '../../src/sample/moment.ts'
import { readStory } from '../../src/sample/story.ts'
import { live, type World } from '../../src/sample/world.ts'

/** Tells only what the story has of surveys: its people, the surveys, and their results. */
const tellSurveys = async (scope: Scope, { city }: TestCity): Promise<void> => {
  const story = await readStory(city.slug.split('-')[0] ?? '')
  const began = new Date(scope.now.getTime() - 3 * 365 * 86_400_000)
  const people = await insertPeople({ ...scope, now: began }, story)
  const ids = new Map([...people].map(([key, id]) => [`person:${key}`, id]))
  const world = { city, story, now: scope.now, calls: {} as World['calls'], ids }
  const moments = [...(await surveyMoments(world)), ...(await tabulationMoments(world))]
  for (const moment of inOrder(moments, scope.now)) await live(scope, world, moment)
}

const presets = ['kamakura', 'kamagaya', 'yamaguchi', 'chigasaki'] as const

describe.each(presets)('%s の見本', (preset) => {
  test('終わったアンケートは、集計と自由記述への答えまで公開されている', async () => {
    const town = await openTestCity(await openTestStore(), preset)
    await town.as(visitor, (scope) => tellSurveys(scope, town))
    await town.as(visitor, async (scope) => {
      const found = await scope.db
        .selectFrom('tabulations')
        .select('survey_id')
        .where('city_id', '=', scope.city.id)
        .where('state', '=', 'published')
        .execute()
      expect(found).toHaveLength(1)
      const { results, survey } = (await findPublicResults(scope, found[0]!.survey_id))!
      expect(await findSurvey(scope, survey!.id)).toMatchObject({ counted: true })
      expect(results.n).toBeGreaterThan(30)
      expect(results.questions.some(({ crosses }) => crosses.length > 0)).toBe(true)
      if (preset === 'kamakura') {
        const waves = results.questions.find(({ counted }) => counted.code === 'issues')?.waves
        expect(waves?.waves).toHaveLength(2)
        expect(waves?.rows.flatMap(({ cells }) => cells[0]?.count ?? [])).toContain(45)
        expect(waves?.breaks[0]?.reasons).toEqual(expect.arrayContaining(['wording', 'noted']))
      }
      const groups = results.questions.flatMap((question) => question.groups)
      expect(groups.every(({ answer }) => answer !== '')).toBe(true)
      expect(groups.length).toBeGreaterThan(1)
    })
  })
})
