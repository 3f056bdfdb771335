import { getSurvey, type Survey, slotsOf } from '#capabilities/surveys/index.ts'
import {
  addHeading,
  decideText,
  defaultSettings,
  getTabulation,
  listTexts,
  makeTabulation,
  publishTabulation,
  saveSettings,
} from '#capabilities/tabulations/index.ts'
import type { Scope } from '#data/scope.ts'
import { addDays, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import type { Deed, Moment } from '../moment.ts'
import { readResults, type StoryCounting, type StoryResults } from '../results.ts'
import { readSurveys } from '../surveys.ts'
import { firstWith, idOf, must, type World } from '../world.ts'

const surveyOf = (scope: Scope, world: World, { survey }: StoryCounting): Promise<Survey> =>
  getSurvey(scope, idOf(world, 'survey', survey))

const count =
  (told: StoryCounting): Deed =>
  async (scope, world) => {
    const survey = await surveyOf(scope, world, told)
    const axis = slotsOf(survey.questionnaire).find(({ question }) => question.id === told.axis)
    const { unit, threshold, earlier, earlierNote } = told
    await saveSettings(scope, survey.id, {
      ...defaultSettings(survey.ways),
      ...{ unit, threshold, earlier, earlierNote },
      axes: axis ? [axis.slot] : [],
    })
    must(await makeTabulation(scope, survey.id, ''), 'count the survey')
  }

type Place = { readonly surveyId: string; readonly slot: number }

/** Puts every text of a question under the heading whose words stand in it, making those that are needed. */
const readTexts = async (scope: Scope, place: Place, results: StoryResults): Promise<void> => {
  const made = new Map<string, string>()
  // What was read is not among them any more, so that the first page always holds what waits.
  for (;;) {
    const { texts: unread } = await listTexts(scope, place, { part: 'unread' })
    if (unread.length === 0) return
    for (const { answerId, text } of unread) {
      const heading =
        results.headings.find(({ words }) => words.some((word) => text.includes(word))) ??
        results.others
      const { title, answer } = heading
      const headingId = made.get(title) ?? (await addHeading(scope, place, { title, answer }))
      made.set(title, headingId)
      const decision = { ...place, answerId, headingId, leavesOut: false, masks: [], more: [] }
      must(await decideText(scope, decision), 'read a text')
    }
  }
}

const readAll =
  (told: StoryCounting, results: StoryResults): Deed =>
  async (scope, world) => {
    const survey = await surveyOf(scope, world, told)
    for (const { slot, question } of slotsOf(survey.questionnaire))
      if (question.kind === 'text') await readTexts(scope, { surveyId: survey.id, slot }, results)
  }

const publish =
  (told: StoryCounting): Deed =>
  async (scope, world) => {
    const survey = await surveyOf(scope, world, told)
    const head = await getTabulation(scope, survey.id, 1)
    must(await publishTabulation(scope, survey, { head, keepsOriginals: false }), 'publish results')
  }

/** Days after the last day of a survey on which it was counted, what was written read, and all of it published. */
const daysTo = { count: 3, read: 6, publish: 10 } as const

/** The ended survey of the city: counted, its texts read and answered, its results published. */
export const tabulationMoments = async (world: World): Promise<Moment[]> => {
  const { city, story, now } = world
  const preset = city.slug.split('-')[0] ?? city.slug
  const results = await readResults()
  const told = results.surveys[preset]
  const survey = (await readSurveys(preset)).find(({ key }) => key === told?.survey)
  if (!told || !survey) return []
  const closesOn = addDays(tokyoDayOf(now), survey.lasts - survey.opened)
  const at = (days: number): Date => tokyoInstant(addDays(closesOn, days), '10:20')
  const by = firstWith(story, 'office')
  return [
    { at: at(daysTo.count), by, deed: count(told) },
    { at: at(daysTo.read), by, deed: readAll(told, results) },
    { at: at(daysTo.publish), by, deed: publish(told) },
  ]
}
