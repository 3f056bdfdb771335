import type { Scope } from '#data/scope.ts'
import type { Person } from '#kernel/actor.ts'
import type { TestCity } from '#tests/world/city.ts'
import {
  beginSurvey,
  type Choice,
  emptyQuestion,
  getSurvey,
  importSheets,
  inJapanese,
  marks,
  packChoices,
  publishDraft,
  type Question,
  type Questionnaire,
  type Sheet,
  type SurveyFacts,
} from '../surveys/index.ts'

const choices = (...texts: readonly string[]): readonly Choice[] =>
  texts.map((text, at) => ({ code: at + 1, text: inJapanese(text), other: text === 'その他' }))

const question = (
  id: string,
  kind: Question['kind'],
  given: Partial<Question> & { readonly ja: string },
): Question => {
  const { ja, ...rest } = given
  return { ...emptyQuestion(id, kind), text: inJapanese(ja), ...rest }
}

/** Age, an opinion, several answers, a number and what people write: slots 1 to 5. */
export const questionnaire: Questionnaire = {
  questions: [
    question('q1', 'single', {
      ja: '年代',
      choices: choices('20代', '40代', '60代', '80歳以上'),
    }),
    question('q2', 'single', {
      ja: 'まちは住みよいですか',
      choices: choices('住みよい', '住みにくい'),
    }),
    question('q3', 'multiple', {
      ja: '困っていること',
      choices: choices('担い手', '資金', 'その他'),
    }),
    question('q4', 'number', { ja: '活動の回数', unit: inJapanese('回') }),
    question('q5', 'text', { ja: '市への意見' }),
  ],
}

export const facts: SurveyFacts = {
  texts: {
    title: inJapanese('暮らしのアンケート'),
    purpose: inJapanese('まちづくりに生かすための調査です。'),
    asked: inJapanese('市内の市民'),
    use: inJapanese('計画の見直しに使います。'),
    contact: inJapanese('地域のつながり課'),
  },
  department: null,
  ways: ['open'],
  layout: 'one',
  opensOn: '2026-10-01',
  closesOn: '2026-10-31',
}

/** While it is open, and after it has closed. */
export const whileOpen = new Date('2026-10-15T01:00:00Z')
export const afterwards = new Date('2026-11-10T01:00:00Z')

/** One sheet: age, opinion, what is difficult, how often. */
export const sheet = (
  age: number,
  opinion: number,
  given: {
    readonly picks?: readonly number[]
    readonly times?: number
    readonly text?: string
  } = {},
): Sheet => ({
  codes: [
    age,
    opinion,
    given.picks ? packChoices(given.picks) : marks.none,
    given.times === undefined ? marks.none : given.times + 1_000_000_000_000,
    given.text ? 1 : marks.none,
  ],
  texts: given.text ? [{ slot: 5, text: given.text }] : [],
})

const times = (count: number, one: () => Sheet): Sheet[] => Array.from({ length: count }, one)

/** 102 answers: among 80歳以上 only two find the town hard to live in. */
export const draftSheets: readonly Sheet[] = [
  ...times(20, () => sheet(1, 1, { picks: [1, 2], times: 2 })),
  ...times(12, () => sheet(1, 2, { picks: [1] })),
  ...times(24, () => sheet(2, 1, { picks: [2] })),
  ...times(8, () => sheet(2, 2)),
  ...times(18, () => sheet(3, 1, { picks: [3] })),
  ...times(8, () => sheet(3, 2, { picks: [1, 3] })),
  ...times(9, () => sheet(4, 1)),
  ...times(2, () => sheet(4, 2, { times: 5 })),
  sheet(1, 1, { text: '窓口の佐藤さん（0467-23-3000）が親切でした' }),
]

/** Puts sheets into a survey, as an import of a table does. */
export const addSheets = async (
  scope: Scope,
  surveyId: string,
  sheets: readonly Sheet[],
): Promise<void> => {
  const done = await importSheets(scope, await getSurvey(scope, surveyId), sheets)
  if (!done.ok) throw new Error(String(done.error))
}

/** A survey that was published while it could be answered. @returns its id */
export const openSurvey = (
  town: TestCity,
  office: Person,
  changed: Partial<SurveyFacts> = {},
): Promise<string> =>
  town.as(
    office,
    async (scope) => {
      const id = await beginSurvey(scope, { ...facts, ...changed }, { questionnaire })
      const published = await publishDraft(scope, town.city, await getSurvey(scope, id))
      if (!published.ok) throw new Error(JSON.stringify(published.error))
      return id
    },
    whileOpen,
  )
