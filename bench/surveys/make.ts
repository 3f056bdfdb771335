import pg from 'pg'
import { getCity } from '#capabilities/cities/index.ts'
import {
  beginSurvey,
  emptyQuestion,
  getSurvey,
  inJapanese,
  numberShift,
  publishDraft,
  type Question,
  type Questionnaire,
} from '#capabilities/surveys/index.ts'
import { system } from '#kernel/actor.ts'
import { addDays, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import type { Store } from '../../src/store.ts'

/** The city in which surveys are measured. */
export const target = { id: 142042, slug: 'kamakura' } as const

const choicesOf = (texts: readonly string[]) =>
  texts.map((text, at) => ({ code: at + 1, text: inJapanese(text), other: text === 'その他' }))

const question = (
  id: string,
  kind: Question['kind'],
  given: Partial<Question> & { readonly ja: string },
): Question => {
  const { ja, ...rest } = given
  return { ...emptyQuestion(id, kind), text: inJapanese(ja), ...rest }
}

const degrees = choicesOf(['よい', 'ややよい', 'どちらでもない', 'ややわるい', 'わるい'])
const several = (count: number) =>
  choicesOf([...Array.from({ length: count - 1 }, (_, at) => `困りごと${at + 1}`), 'その他'])

/** A questionnaire as cities send it: 22 slots. */
export const questionnaire: Questionnaire = {
  questions: [
    question('age', 'single', {
      ja: '年代',
      choices: choicesOf(['10代', '20代', '30代', '40代', '50代', '60代', '70代', '80歳以上']),
    }),
    question('place', 'single', {
      ja: 'お住まいの地区',
      choices: choicesOf(Array.from({ length: 12 }, (_, at) => `地区${at + 1}`)),
    }),
    question('work', 'single', {
      ja: 'お仕事',
      choices: choicesOf(['会社員', '自営業', '主婦・主夫', '学生', 'していない', 'その他']),
    }),
    ...Array.from({ length: 6 }, (_, at) =>
      question(`scale${at}`, 'scale', { ja: `まちの様子 ${at + 1}`, choices: degrees }),
    ),
    question('troubles', 'multiple', { ja: '困っていること', choices: several(15) }),
    question('wishes', 'multiple', { ja: '市に望むこと', choices: several(12) }),
    question('matters', 'matrix', {
      ja: '満足と重要さ',
      choices: degrees,
      rows: Array.from({ length: 8 }, (_, at) => ({
        code: at + 1,
        text: inJapanese(`分野${at + 1}`),
      })),
    }),
    question('times', 'number', { ja: '活動の回数', least: 0, unit: inJapanese('回') }),
    question('since', 'date', { ja: '住みはじめた日' }),
    question('words', 'text', { ja: '市への意見' }),
  ],
}

/** How a slot is filled: n choices, several of n, a number, a day, a text. */
const codesSql = [
  ...[8, 12, 6, 5, 5, 5, 5, 5, 5].map(
    (n) => `CASE WHEN random() < 0.03 THEN -1 ELSE 1 + floor(power(random(), 1.5) * ${n}) END`,
  ),
  ...[15, 12].map(
    (n) => `CASE WHEN random() < 0.05 THEN -1 ELSE 1 + floor(random() * ${2 ** n - 1}) END`,
  ),
  ...Array.from(
    { length: 8 },
    () => 'CASE WHEN random() < 0.06 THEN -1 ELSE 1 + floor(random() * 5) END',
  ),
  `CASE WHEN random() < 0.4 THEN -1 ELSE ${numberShift} + floor(random() * 50) END`,
  `CASE WHEN random() < 0.4 THEN -1 ELSE 19700101 + 10000 * floor(random() * 50) END`,
  'CASE WHEN n % 20 = 0 THEN 1 ELSE -1 END',
].join(', ')

/** A published survey; one that has ended where `ended` says so. @returns its id */
export const openBenchSurvey = (
  store: Store,
  given: { readonly title: string; readonly ended: boolean; readonly questionnaire: Questionnaire },
): Promise<string> => {
  const today = tokyoDayOf(new Date())
  const opensOn = addDays(today, -40)
  const closesOn = addDays(today, given.ended ? -2 : 20)
  const now = tokyoInstant(addDays(opensOn, 1), '09:00')
  const words = inJapanese('大きな調査の速さを測るためのものです。')
  const texts = {
    title: inJapanese(given.title),
    purpose: words,
    asked: words,
    use: words,
    contact: words,
  }
  return store.database.write({ ...store.opening(target, system('bench')), now }, async (scope) => {
    const facts = {
      texts,
      department: null,
      ways: ['open'],
      layout: 'one',
      opensOn,
      closesOn,
    } as const
    const id = await beginSurvey(scope, facts, { questionnaire: given.questionnaire })
    const published = await publishDraft(scope, await getCity(scope), await getSurvey(scope, id))
    if (!published.ok) throw new Error(JSON.stringify(published.error))
    return id
  })
}

/** Answers of people as the counting leaves them, with the counts that are kept beside them. */
export const fillSurvey = async (
  ownerUrl: string,
  surveyId: string,
  answers: number,
): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(`SET app.city_id TO '${target.id}'`)
  const key = [target.id, surveyId]
  await client.query(
    `INSERT INTO survey_answers (city_id, survey_id, id, mode, codes)
     SELECT $1, $2, substr(md5(n || $2), 1, 12), CASE WHEN n % 5 = 0 THEN 'paper' ELSE 'open' END,
       ARRAY[${codesSql}]::bigint[]
     FROM generate_series(1, $3) AS n ON CONFLICT DO NOTHING`,
    [...key, answers],
  )
  await client.query(
    `INSERT INTO survey_texts (city_id, survey_id, answer_id, slot, text)
     SELECT city_id, survey_id, id, cardinality(codes), '窓口の佐藤さんの説明が分かりやすかったです。' || id
     FROM survey_answers WHERE city_id = $1 AND survey_id = $2 AND codes[cardinality(codes)] = 1`,
    key,
  )
  await client.query(
    `INSERT INTO survey_counts (city_id, survey_id, mode, answers) SELECT city_id, survey_id, mode, count(*)
     FROM survey_answers WHERE city_id = $1 AND survey_id = $2 GROUP BY 1, 2, 3`,
    key,
  )
  await client.query(
    `INSERT INTO survey_text_counts (city_id, survey_id, slot, texts) SELECT city_id, survey_id, slot, count(*)
     FROM survey_texts WHERE city_id = $1 AND survey_id = $2 GROUP BY 1, 2, 3`,
    key,
  )
  await client.query(
    'UPDATE surveys SET frozen = true, counted = true WHERE city_id = $1 AND id = $2',
    key,
  )
  await client.query('VACUUM ANALYZE survey_answers, survey_texts')
  await client.end()
}
