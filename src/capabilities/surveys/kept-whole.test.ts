import type { Hono } from 'hono'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { type Browser, keyIn, openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { newSurveyReceipt, submitAnswer } from './actions/answer.ts'
import { countSurveys } from './actions/count.ts'
import { beginSurvey, changeQuestions } from './actions/keep.ts'
import { closeEarly, publishDraft, takeBack } from './actions/steps.ts'
import { nothingGiven } from './answers.ts'
import { inJapanese } from './form.ts'
import { surveyJobs } from './jobs.ts'
import { countEnvelopes, insertAnswers } from './queries/answers.ts'
import { countAnswers } from './queries/kept-counts.ts'
import { readAnswers } from './read-answers.ts'
import { marks } from './slots.ts'
import { rateOfUse } from './views/asked-page.tsx'
import { everyKind, factsOf, openSurvey, question, surveyOf } from './world.fixture.ts'

let here: TestCity
let site: Hono
let staff: Person
let guest: Browser

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store)
  site = await openTestSite(store, () => testNow)
  staff = await here.person('事務局 の人', ['office'])
  guest = openBrowser(site)
})

const at = (path: string): string => `/${here.key.slug}/surveys${path}`

const answer = (id: string, key: string) =>
  here.as(visitor, async (scope) =>
    submitAnswer(scope, await surveyOf(here, id), {
      answers: { part: { ...nothingGiven, choices: [1] } },
      code: '',
      key,
    }),
  )

const answerTimes = async (id: string, times: number, mark = ''): Promise<void> => {
  for (let one = 0; one < times; one += 1) await answer(id, `${mark}${one}`)
}

const minuteLater = new Date(testNow.getTime() + 60_000)
const stateOf = (id: string) =>
  here.as(visitor, async (scope) => ({
    waiting: await countEnvelopes(scope, id),
    counted: [...(await countAnswers(scope, id)).values()].reduce((sum, n) => sum + n, 0),
  }))

test('500件の答えの、1件に30の記述があっても、すべて数えられる', async () => {
  const questions = Array.from({ length: 30 }, (_, n) => question(`t${n}`, 'text'))
  const id = await openSurvey(here, staff, { questionnaire: { questions } })
  const sheet = {
    mode: 'open' as const,
    codes: questions.map(() => 1),
    texts: questions.map((_, n) => ({ slot: n + 1, text: `記述${n}` })),
  }
  await here.as(staff, (scope) =>
    insertAnswers(
      scope,
      id,
      Array.from({ length: 500 }, () => sheet),
    ),
  )
  const texts = await here.as(staff, async (scope) => {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM survey_texts WHERE survey_id = ${id}`.execute(scope.db)
    return rows[0]?.n
  })
  expect(texts).toBe(15_000)
})

test('12桁をこえる数は、無回答などの印とまぎれないように断る', () => {
  const questionnaire = { questions: [question('n', 'number')] }
  const read = (typed: string) => {
    const sent = { text: () => typed, all: () => [typed] }
    return readAnswers(sent, questionnaire)
  }
  expect(read('999,999,999,999').problems).toEqual([])
  expect(read('-999999999999').answers.n?.number).toBe(-999_999_999_999)
  for (const typed of ['1000000000000', '-1000000000001', '9007199254740991']) {
    expect(read(typed).problems).toHaveLength(1)
    expect(read(typed).answers.n?.number).toBeNull()
  }
  expect(marks.none).toBe(-1)
})

test('まとまりごとのページで途中から送っても、次の必須の設問へ進むだけで、何も届かない', async () => {
  const id = await openSurvey(here, staff, {
    facts: { layout: 'sections' },
    questionnaire: {
      questions: [
        question('first', 'text'),
        question('must', 'single', {
          choices: ['はい', 'いいえ'],
          required: true,
          section: inJapanese('次に'),
        }),
      ],
    },
  })
  const early = await guest.post(at(`/${id}/answer`), { 'q-first': '早く', go: 'send', part: '1' })
  expect(early.headers.get('location')).toContain('part=2')
  expect(await stateOf(id)).toEqual({ waiting: 0, counted: 0 })
})

const shownIn = (html: string): string => /name="wording" value="([^"]+)"/.exec(html)?.[1] ?? ''

test('開いている間に設問が変わったら、書いた答えを残して、確かめてもらってから送る', async () => {
  const asked = (words: string) => ({
    questions: [question('go', 'single', { choices: ['行く', words] }), question('why', 'text')],
  })
  const id = await openSurvey(here, staff, { questionnaire: asked('行かない') })
  const opened = await (await guest.get(at(`/${id}/answer`))).text()
  await here.as(staff, async (scope) =>
    changeQuestions(scope, await surveyOf(here, id), asked('ときどき行く')),
  )
  const fields = { 'q-go': '2', 'q-why': '遠いから', go: 'send', part: '1' }
  const old = await guest.post(at(`/${id}/answer`), { ...fields, wording: shownIn(opened) })
  expect(old.status).toBe(422)
  const again = await old.text()
  expect(again).toContain('設問が新しくなりました')
  expect(again).toContain('遠いから')
  expect(await stateOf(id)).toEqual({ waiting: 0, counted: 0 })
  const sent = await guest.post(at(`/${id}/answer`), { ...fields, wording: shownIn(again) })
  expect(sent.status).toBe(303)
})

test('途中で置いたあとに設問が変わったら、つづきを開いたときに知らせる', async () => {
  const asked = (words: string) => ({
    questions: [question('go', 'single', { choices: ['行く', words] })],
  })
  const id = await openSurvey(here, staff, { questionnaire: asked('行かない') })
  const aside = await guest.post(at(`/${id}/answer`), { 'q-go': '2', go: 'aside', part: '1' })
  const draft = new URL(aside.headers.get('location') ?? '', 'http://x').searchParams.get('draft')
  const open = async () => (await guest.get(at(`/${id}/answer?draft=${draft}`))).text()
  expect(await open()).not.toContain('設問が新しくなりました')
  await here.as(staff, async (scope) =>
    changeQuestions(scope, await surveyOf(here, id), asked('ときどき行く')),
  )
  expect(await open()).toContain('設問が新しくなりました')
})

test('公開を取りやめる間に答えが届いたら、取りやめない', async () => {
  const id = await openSurvey(here, staff)
  const before = await surveyOf(here, id)
  await answer(id, 'x')
  const taken = await here.as(staff, (scope) => takeBack(scope, before)).catch(() => undefined)
  expect(taken?.ok).not.toBe(true)
  expect((await surveyOf(here, id)).state).toBe('published')
})

test('締め切った直後は、送っている途中の人を待ち、1分たってから残りを数える', async () => {
  const id = await openSurvey(here, staff)
  await answerTimes(id, 12)
  await here.as(staff, async (scope) => closeEarly(scope, await surveyOf(here, id), '集まったため'))
  await here.as(visitor, countSurveys)
  expect(await stateOf(id)).toEqual({ waiting: 12, counted: 0 })
  await here.as(visitor, countSurveys, minuteLater)
  expect(await stateOf(id)).toEqual({ waiting: 0, counted: 12 })
})

test('期限の日の24時から1分は、残りを数えない', async () => {
  const id = await openSurvey(here, staff)
  await answerTimes(id, 11)
  await here.as(visitor, countSurveys, new Date('2026-11-30T15:00:30Z'))
  expect((await stateOf(id)).counted).toBe(0)
  await here.as(visitor, countSurveys, new Date('2026-11-30T15:01:00Z'))
  expect((await stateOf(id)).counted).toBe(11)
})

test('2つの仕事が同時に数えても、10件は残る', async () => {
  const id = await openSurvey(here, staff)
  await answerTimes(id, 30)
  await here
    .as(visitor, async (scope) => {
      await countSurveys(scope)
      const other = here.as(visitor, countSurveys)
      // The other one comes while the first has not ended.
      await new Promise((done) => setTimeout(done, 200))
      return { other }
    })
    .then(({ other }) => other)
  expect(await stateOf(id)).toEqual({ waiting: 10, counted: 20 })
})

test('1つのアンケートの答えが開けなくても、ほかのアンケートは数えられる', async () => {
  const [broken, sound] = [await openSurvey(here, staff), await openSurvey(here, staff)]
  await answerTimes(broken, 20)
  await answerTimes(sound, 20)
  await here.as(staff, async (scope) => {
    await scope.db
      .updateTable('survey_envelopes')
      .set({ sealed: 'こわれた封筒' })
      .where('survey_id', '=', broken)
      .execute()
  })
  const sent: string[] = []
  await here.as(visitor, async (scope) => {
    const jobs = {
      ...scope.outside.jobs,
      send: async (_: unknown, name: string, data: { surveyId?: string } = {}) => {
        expect(name).toBe('surveys.count-one')
        sent.push(String(data.surveyId))
      },
    } as typeof scope.outside.jobs
    await surveyJobs[0]!.run({ ...scope, outside: { ...scope.outside, jobs } }, {} as never, {
      mail: undefined,
    })
  })
  expect(sent).toEqual(expect.arrayContaining([broken, sound]))
  const run = (surveyId: string) =>
    here.as(visitor, (scope) =>
      surveyJobs[1]!.run(scope, { surveyId } as never, { mail: undefined }),
    )
  await expect(run(broken)).rejects.toThrow()
  await run(sound)
  expect((await stateOf(broken)).waiting).toBe(20)
  expect((await stateOf(sound)).counted).toBe(10)
})

test('受付番号は、記録に残るページの道すじに入らない', async () => {
  const id = await openSurvey(here, staff)
  const number = await here.as(visitor, (scope) => newSurveyReceipt(scope, id))
  const sent = await guest.post(at(`/${id}/answer`), { 'q-part': '1', go: 'send', part: '1' })
  const place = new URL(sent.headers.get('location') ?? '', 'http://x')
  expect(place.pathname).not.toMatch(/[2-9A-Z]{6}-/)
  expect((await guest.get(at(`/${id}/receipt?number=${number}`))).status).toBe(200)
  expect((await guest.get(at(`/${id}/receipt?number=AAAAAA-234567`))).status).toBe(404)
})

test('公開のボタンを押す間に同僚が直した設問は、消えない', async () => {
  const id = await here.as(staff, (scope) =>
    beginSurvey(scope, factsOf(), { questionnaire: everyKind }),
  )
  const before = await surveyOf(here, id)
  const mended = { questions: [question('new', 'text')] }
  await here.as(staff, (scope) => changeQuestions(scope, before, mended))
  const site = await here.store.database.write(
    { ...here.store.opening(here.key, staff), now: testNow },
    (scope) => publishDraft(scope, here.city, before),
    (published) => published.ok,
  )
  expect(site.ok).toBe(false)
  expect((await surveyOf(here, id)).questionnaire.questions.map(({ id: one }) => one)).toEqual([
    'new',
  ])
})

test('同僚が先に直した設問を消そうとすると、消さずに知らせる', async () => {
  const office = openBrowser(site)
  await office.post(`/${here.key.slug}/sample-people`, { account: staff.accountId })
  const id = await here.as(staff, (scope) =>
    beginSurvey(scope, factsOf(), { questionnaire: everyKind }),
  )
  const html = await (await office.get(at(`/${id}/questions`))).text()
  await here.as(staff, async (scope) => changeQuestions(scope, await surveyOf(here, id), everyKind))
  for (const [path, fields] of [
    ['removal', { question: 'words' }],
    ['order', { question: 'words', direction: 'up' }],
  ] as const) {
    const sent = await office.post(at(`/${id}/${path}`), {
      idempotency_key: keyIn(html.slice(html.indexOf(`/${path}`))),
      revision: '1',
      ...fields,
    })
    expect(sent.status).toBe(422)
    expect(await sent.text()).toContain('ほかの人が')
  }
  expect((await surveyOf(here, id)).questionnaire.questions).toHaveLength(8)
})

test('回収率は、四捨五入の境目でも正しく丸める', () => {
  // 43÷2000は2.15％。2進の小数では2.1になる。
  expect(rateOfUse({ asked: 2_000, used: 43 })).toBe('2.2%')
  expect(rateOfUse({ asked: 0, used: 0 })).toBe('—')
})
