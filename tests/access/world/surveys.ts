import {
  askPeople,
  beginSurvey,
  beginSurveyExport,
  closeEarly,
  emptyQuestion,
  getSurvey,
  inJapanese,
  inviteToSurvey,
  publishDraft,
} from '#capabilities/surveys/index.ts'
import { act, must, put, type Town } from './town.ts'

const questionsOf = (town: Town, state: string) => [
  {
    ...emptyQuestion(`one-${state}`, 'single'),
    text: inJapanese(town.say(`survey.${state}.question`)),
    choices: ['はい', 'いいえ'].map((text, at) => ({
      code: at + 1,
      text: inJapanese(text),
      other: false,
    })),
  },
  { ...emptyQuestion(`two-${state}`, 'text'), text: inJapanese('ご意見') },
]

/** A survey of the department with codes that were not used yet. */
const begin = (town: Town, state: string): Promise<string> =>
  act(town, 'office', '2026-11-02', async (scope) => {
    const { say, cast } = town
    const facts = {
      texts: {
        title: inJapanese(say(`survey.${state}.title`)),
        purpose: inJapanese(say(`survey.${state}.purpose`)),
        asked: inJapanese('市内の方'),
        use: inJapanese('公開します'),
        contact: inJapanese('市の窓口'),
      },
      department: cast.departments[0],
      ways: ['open', 'codes'],
      layout: 'one',
      opensOn: '2026-11-03',
      closesOn: '2026-12-20',
    } as const
    const id = await beginSurvey(scope, facts, {
      questionnaire: { questions: questionsOf(town, state) },
    })
    const emails = [`asked-${state}@example.jp`]
    await askPeople(scope, await getSurvey(scope, id), { kind: 'codes', emails, letters: 2 })
    return id
  })

/** A survey as a draft, open to answers, and closed before its last day. */
export const makeSurveys = async (town: Town): Promise<void> => {
  for (const state of ['draft', 'open', 'closed']) {
    const id = await begin(town, state)
    put(town, { kind: 'survey', state, params: { id } })
    if (state !== 'closed')
      put(town, { kind: 'survey-question', state, params: { id, question: `one-${state}` } })
    if (state === 'draft') continue
    await act(town, 'office', '2026-11-02', async (scope) => {
      must(await publishDraft(scope, town.here.city, await getSurvey(scope, id)))
    })
    // Only who was asked can be reminded.
    if (state === 'open')
      await act(town, 'office', '2026-11-04', (scope) => inviteToSurvey(scope, town.here.city, id))
    if (state === 'closed')
      await act(town, 'office', '2026-11-10', async (scope) =>
        must(await closeEarly(scope, await getSurvey(scope, id), town.say('survey.closed.reason'))),
      )
    if (state === 'closed')
      await act(town, 'office', '2026-11-11', async (scope) =>
        must(await beginSurveyExport(scope, await getSurvey(scope, id))),
      )
  }
}
