import { type Actor, visitor } from '#kernel/actor.ts'
import type { TestCity } from '../../../tests/world/city.ts'
import { inJapanese } from './form.ts'
import { beginSurvey, getSurvey, publishDraft, type SurveyFacts } from './index.ts'
import { emptyQuestion, type Question, type Questionnaire } from './questionnaire.ts'

const choicesOf = (texts: readonly string[], other = false) =>
  texts.map((text, at) => ({
    code: at + 1,
    text: inJapanese(text),
    other: other && at === texts.length - 1,
  }))

/** A question with an id that says what it is. */
export const question = (
  id: string,
  kind: Question['kind'],
  more: Omit<Partial<Question>, 'choices' | 'rows'> & {
    readonly choices?: readonly string[]
    readonly rows?: readonly string[]
    readonly withOther?: boolean
  } = {},
): Question => {
  const { choices = [], rows = [], withOther = false, ...rest } = more
  return {
    ...emptyQuestion(id, kind),
    text: inJapanese(`${id}？`),
    choices: choicesOf(choices, withOther),
    rows: rows.map((text, at) => ({ code: at + 1, text: inJapanese(text) })),
    ...rest,
  }
}

/** One question of every kind; whoever has not taken part goes on behind the number. */
export const everyKind: Questionnaire = {
  questions: [
    question('part', 'single', {
      choices: ['はい', 'いいえ', 'その他'],
      withOther: true,
      required: true,
      dontKnow: true,
      branches: [{ when: [2], to: 'fields' }],
    }),
    question('years', 'number', { least: 0, greatest: 100 }),
    question('fields', 'multiple', {
      choices: ['福祉', '環境', 'その他'],
      withOther: true,
      most: 2,
      dontKnow: true,
    }),
    question('glad', 'scale', { choices: ['満足', 'ふつう', '不満'] }),
    question('needs', 'matrix', { choices: ['必要', '不要'], rows: ['場所', '資金'] }),
    question('since', 'date'),
    question('words', 'text'),
    question('area', 'area'),
  ],
}

export const factsOf = (more: Partial<SurveyFacts> = {}): SurveyFacts => ({
  texts: {
    title: inJapanese('市民活動についてのアンケート'),
    purpose: inJapanese('これからの支援を考えるためです。'),
    asked: inJapanese('市内で活動している方'),
    use: inJapanese('結果は市のホームページで知らせます。'),
    contact: inJapanese('市民活動課'),
  },
  department: null,
  ways: ['open', 'codes'],
  layout: 'one',
  opensOn: '2026-11-01',
  closesOn: '2026-11-30',
  ...more,
})

/** A survey that can be answered. @returns its id */
export const openSurvey = async (
  here: TestCity,
  staff: Actor,
  given: { readonly facts?: Partial<SurveyFacts>; readonly questionnaire?: Questionnaire } = {},
): Promise<string> =>
  here.as(staff, async (scope) => {
    const questionnaire = given.questionnaire ?? everyKind
    const id = await beginSurvey(scope, factsOf(given.facts), { questionnaire })
    const published = await publishDraft(scope, here.city, await getSurvey(scope, id))
    if (!published.ok) throw new Error(JSON.stringify(published.error))
    return id
  })

export const surveyOf = (here: TestCity, id: string) =>
  here.as(visitor, (scope) => getSurvey(scope, id))
