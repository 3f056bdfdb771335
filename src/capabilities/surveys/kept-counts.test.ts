import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { submitAnswer } from './actions/answer.ts'
import { countSurveys } from './actions/count.ts'
import { enterSheet, importSheets, recheckSheet } from './actions/sheets.ts'
import { nothingGiven, type Sheet } from './answers.ts'
import { countAnswers, countTexts } from './queries/kept-counts.ts'
import { openSurvey, question, surveyOf } from './world.fixture.ts'

let here: TestCity
let staff: Person

beforeAll(async () => {
  here = await openTestCity(await openTestStore())
  staff = await here.person('事務局 の人', ['office'])
})

const questionnaire = {
  questions: [
    question('go', 'single', { choices: ['行く', 'その他'], withOther: true }),
    question('why', 'text'),
  ],
}

const sheet = (...texts: readonly (readonly [slot: number, text: string])[]): Sheet => ({
  codes: [1, texts.some(([slot]) => slot === 2) ? 1 : -1],
  texts: texts.map(([slot, text]) => ({ slot, text })),
})

/** What is kept, and what counting every row gives. */
const bothWays = (id: string) =>
  here.as(visitor, async (scope) => {
    const { rows: modes } = await sql<{ mode: string; n: number }>`
      SELECT mode, count(*)::int AS n FROM survey_answers WHERE survey_id = ${id} GROUP BY 1`.execute(
      scope.db,
    )
    const { rows: texts } = await sql<{ slot: number; n: number }>`
      SELECT slot, count(*)::int AS n FROM survey_texts WHERE survey_id = ${id} GROUP BY 1`.execute(
      scope.db,
    )
    return {
      kept: {
        modes: Object.fromEntries(await countAnswers(scope, id)),
        texts: Object.fromEntries(
          [...(await countTexts(scope, id))].map(([slot, { all }]) => [slot, all]),
        ),
      },
      counted: {
        modes: Object.fromEntries(modes.map(({ mode, n }) => [mode, n])),
        texts: Object.fromEntries(texts.map(({ slot, n }) => [slot, n])),
      },
    }
  })

test('控えている件数は、紙の入力、入力のまちがい、2回目の入力、取り込み、集計のあとも、数え直した件数と同じである', async () => {
  const id = await openSurvey(here, staff, { questionnaire })
  const survey = await surveyOf(here, id)
  const enter = (number: number, one: Sheet) =>
    here.as(staff, (scope) => enterSheet(scope, survey, { number, sheet: one }))
  await enter(1, sheet([2, '近い']))
  await enter(2, sheet([1, '自転車'], [2, '遠い']))
  // 同じ番号をもう一度入れても、増えない。
  expect(await enter(2, sheet([2, '二重']))).toEqual({ ok: false, error: 'taken' })
  await here.as(staff, (scope) =>
    recheckSheet(scope, survey, {
      number: 2,
      sheet: sheet([2, '遠い'], [1, 'バス']),
      certain: true,
    }),
  )
  await here.as(staff, (scope) =>
    recheckSheet(scope, survey, { number: 1, sheet: sheet(), certain: true }),
  )
  await here.as(staff, (scope) => importSheets(scope, survey, [sheet(), sheet([2, '表から'])]))
  for (let at = 0; at < 25; at += 1)
    await here.as(visitor, (scope) =>
      submitAnswer(scope, survey, {
        answers: { why: { ...nothingGiven, text: `声${at}` } },
        code: '',
        key: String(at),
      }),
    )
  await here.as(visitor, countSurveys)
  const { kept, counted } = await bothWays(id)
  expect(kept).toEqual(counted)
  expect(kept.modes).toEqual({ paper: 2, import: 2, open: 15 })
  expect(kept.texts).toEqual({ 1: 1, 2: 17 })
})

test('職員に見せる件数は、答えの表を数えずに出る', async () => {
  const id = await openSurvey(here, staff, { questionnaire })
  await here.as(staff, async (scope) =>
    importSheets(scope, await surveyOf(here, id), [sheet([2, '一つ']), sheet()]),
  )
  await here.as(
    staff,
    async (scope) => {
      await scope.db.deleteFrom('survey_answers').where('survey_id', '=', id).execute()
      expect(Object.fromEntries(await countAnswers(scope, id))).toEqual({ import: 2 })
      expect([...(await countTexts(scope, id))]).toEqual([[2, { all: 1, read: 0 }]])
    },
    testNow,
  )
})
