import { beginSurvey, getSurvey, importSheets, publishDraft } from '#capabilities/surveys/index.ts'
import {
  addHeading,
  decideText,
  getTabulation,
  listTexts,
  makeTabulation,
  publishTabulation,
  withdrawTabulation,
} from '#capabilities/tabulations/index.ts'
import { facts, questionnaire, sheet } from '#capabilities/tabulations/world.fixture.ts'
import type { Scope } from '#data/scope.ts'
import { act, must, put, type Town } from './town.ts'

const opened = '2026-10-05'
const closed = '2026-11-10'

/** Slot of what people write in the survey of the world. */
const written = 5

const begin = (town: Town, closesOn: `${number}-${number}-${number}`): Promise<string> =>
  act(town, 'office', opened, async (scope) => {
    const id = await beginSurvey(scope, { ...facts, closesOn }, { questionnaire })
    must(await publishDraft(scope, town.here.city, await getSurvey(scope, id)))
    must(
      await importSheets(scope, await getSurvey(scope, id), [
        sheet(1, 1, { picks: [1] }),
        sheet(2, 2, { text: town.say('results.text.unread') }),
      ]),
    )
    return id
  })

const count = (town: Town, id: string): Promise<number> =>
  act(town, 'office', closed, async (scope) => must(await makeTabulation(scope, id, '見本の理由')))

const holding = async (scope: Scope, id: string, number: number) => ({
  survey: await getSurvey(scope, id),
  head: await getTabulation(scope, id, number),
})

const publish = (town: Town, id: string, number: number): Promise<void> =>
  act(town, 'office', closed, async (scope) => {
    const { survey, head } = await holding(scope, id, number)
    must(await publishTabulation(scope, survey, { head, keepsOriginals: false }))
  })

const withdraw = (town: Town, id: string, number: number): Promise<void> =>
  act(town, 'office', closed, async (scope) => {
    const { survey, head } = await holding(scope, id, number)
    must(await withdrawTabulation(scope, survey, { head, reason: '見本の理由です。' }))
  })

/** A heading with one text that was read, in a survey of which nothing is public yet. */
const readOne = (town: Town, id: string) =>
  act(town, 'office', closed, async (scope) => {
    const place = { surveyId: id, slot: written }
    const { texts } = await listTexts(scope, place, { part: 'unread' })
    const heading = await addHeading(scope, place, { title: '暮らし', answer: '続けます。' })
    const answerId = texts[0]!.answerId
    return { heading, answerId, place }
  })

/** Results of surveys as far as they come: open, counted, public, withdrawn; and what was written to them. */
export const makeTabulations = async (town: Town): Promise<void> => {
  const open = await begin(town, '2026-12-20')
  put(town, { kind: 'counted-survey', state: 'open', params: { id: open } })
  const counted = await begin(town, '2026-10-31')
  await count(town, counted)
  put(town, { kind: 'counted-survey', state: 'ended', params: { id: counted } })
  put(town, { kind: 'survey-results', state: 'counted', params: { id: counted } })
  put(town, { kind: 'tabulation', state: 'draft', params: { id: counted, number: '1' } })
  const { heading, answerId } = await readOne(town, counted)
  put(town, { kind: 'survey-text', state: 'ended', params: { id: counted, text: answerId } })
  put(town, { kind: 'survey-heading', state: 'ended', params: { id: counted, heading } })
  const shown = await begin(town, '2026-10-31')
  await count(town, shown)
  const confirmed = await readOne(town, shown)
  await act(town, 'office', closed, async (scope) => {
    const { place, answerId: text, heading: headingId } = confirmed
    const decision = { ...place, answerId: text, headingId, leavesOut: false, masks: [] }
    must(await decideText(scope, { ...decision, more: [town.say('results.text.unread')] }))
  })
  await publish(town, shown, 1)
  put(town, { kind: 'survey-results', state: 'public', params: { id: shown } })
  put(town, { kind: 'tabulation', state: 'published', params: { id: shown, number: '1' } })
  const gone = await begin(town, '2026-10-31')
  await count(town, gone)
  await publish(town, gone, 1)
  await withdraw(town, gone, 1)
  put(town, { kind: 'tabulation', state: 'withdrawn', params: { id: gone, number: '1' } })
}
