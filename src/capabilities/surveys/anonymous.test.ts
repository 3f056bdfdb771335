import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { submitAnswer } from './actions/answer.ts'
import { askPeople, revealCode } from './actions/asked.ts'
import { countSurveys } from './actions/count.ts'
import { type Answers, nothingGiven } from './answers.ts'
import { closeEarly } from './index.ts'
import { listCodes } from './queries/asked.ts'
import { batch, countToOpen } from './sealing.ts'
import { openSurvey, surveyOf } from './world.fixture.ts'

let here: TestCity
let staff: Person

beforeAll(async () => {
  here = await openTestCity(await openTestStore())
  staff = await here.person('事務局 の人', ['office'])
})

const codesFor = async (id: string, letters: number): Promise<readonly string[]> =>
  here.as(staff, async (scope) => {
    const survey = await surveyOf(here, id)
    await askPeople(scope, survey, { kind: 'codes', emails: [], letters })
    const codes = await listCodes(scope, id, { kind: 'codes' })
    return codes.map(({ locked }) => revealCode(scope, id, locked))
  })

const given = (text: string): Answers => ({
  part: { ...nothingGiven, choices: [1] },
  words: { ...nothingGiven, text },
})

const answer = async (id: string, code: string, text: string): Promise<boolean> => {
  const survey = await surveyOf(here, id)
  return here.store.database
    .write(
      { ...here.store.opening(here.key, visitor), now: new Date('2026-11-20T01:00:00Z') },
      (scope) => submitAnswer(scope, survey, { answers: given(text), code, key: `${code}${text}` }),
      (sent) => sent.ok,
    )
    .then((sent) => sent.ok)
}

const count = () => here.as(visitor, countSurveys)

const rowsOf = async (table: string, id: string) =>
  here.as(visitor, async (scope) => {
    const { rows } = await sql<{ xmin: string; row: string }>`
      SELECT xmin::text AS xmin, to_jsonb(t)::text AS row FROM ${sql.table(table)} t
      WHERE survey_id = ${id} ORDER BY ctid`.execute(scope.db)
    return rows
  })

test('1つの番号を20人が同時に送っても、届く答えは1つである', async () => {
  const id = await openSurvey(here, staff)
  const [code = ''] = await codesFor(id, 1)
  const taken = await Promise.all(
    Array.from({ length: 20 }, (_, at) => answer(id, code, `答え${at}`)),
  )
  expect(taken.filter(Boolean)).toHaveLength(1)
  expect(await rowsOf('survey_envelopes', id)).toHaveLength(1)
})

test('同じ画面を2回送っても、どなたでもの入口から届く答えは1つである', async () => {
  const id = await openSurvey(here, staff)
  await answer(id, '', '同じ')
  await answer(id, '', '同じ')
  await answer(id, '', 'ちがう')
  expect(await rowsOf('survey_envelopes', id)).toHaveLength(2)
})

test('使われた番号と、数えた答えは、どの表をどう並べても結びつかない', async () => {
  const id = await openSurvey(here, staff)
  const codes = await codesFor(id, 30)
  for (const [at, code] of codes.entries()) await answer(id, code, `わたしは${at}`)
  // 数える前は、封をした文のほかに、答えはどこにもない。
  const everything = async () =>
    (
      await Promise.all(
        ['survey_asked', 'survey_envelopes', 'survey_drafts'].map((table) => rowsOf(table, id)),
      )
    )
      .flat()
      .map(({ row }) => row)
      .join('\n')
  expect(await everything()).not.toContain('わたしは')
  const envelopes = await rowsOf('survey_envelopes', id)
  expect(new Set(envelopes.map(({ row }) => row.length)).size).toBe(1)

  await count()
  const asked = await rowsOf('survey_asked', id)
  const answers = await rowsOf('survey_answers', id)
  const texts = await rowsOf('survey_texts', id)
  // 10件はかならず残る。
  expect(answers).toHaveLength(20)
  expect(texts.some(({ row }) => row.includes('わたしは'))).toBe(true)

  // 書いた取引の番号は、答えのすべてで同じ1つで、番号を使った取引のどれとも違う。
  const used = new Set(asked.map(({ xmin }) => xmin))
  expect(used.size).toBe(30)
  expect(new Set(answers.map(({ xmin }) => xmin)).size).toBe(1)
  for (const { xmin } of [...answers, ...texts]) expect(used).not.toContain(xmin)

  // 並び順も、届いた順ではない。
  const order = texts.map(({ row }) => Number(/わたしは(\d+)/.exec(row)?.[1]))
  expect(order).not.toEqual([...order].sort((a, b) => a - b))

  // 同じ値のどちらにもある列は、市とアンケートのほかにない。
  const values = (rows: readonly { row: string }[]) =>
    new Set(rows.flatMap(({ row }) => Object.values(JSON.parse(row) as object).map(String)))
  const shared = [...values(answers)].filter((value) => values(asked).has(value))
  expect(shared.sort()).toEqual([String(here.key.id), id].sort())
  expect(JSON.stringify(answers)).not.toMatch(/\d{4}-\d{2}-\d{2}/)
})

test('答えることは、記録・履歴・仕事の列・送信の控えの、どれにも何も残さない', async () => {
  const id = await openSurvey(here, staff)
  const [code = ''] = await codesFor(id, 1)
  const traces = () =>
    here.as(visitor, async (scope) => {
      const { rows } = await sql<{ n: number }>`SELECT
        (SELECT count(*) FROM audit_entries WHERE city_id = ${here.key.id})
        + (SELECT count(*) FROM timeline_events WHERE city_id = ${here.key.id})
        + (SELECT count(*) FROM idempotency_keys WHERE city_id = ${here.key.id})
        + (SELECT count(*) FROM tasks WHERE city_id = ${here.key.id})
        + (SELECT count(*) FROM pgboss.job WHERE (data->>'cityId')::int = ${here.key.id}) AS n`.execute(
        scope.db,
      )
      return Number(rows[0]?.n)
    })
  const before = await traces()
  expect(await answer(id, code, '何か')).toBe(true)
  expect(await traces()).toBe(before)
  // 見張りそのものが働くこと：番号をつくると、記録が1つふえる。
  await codesFor(id, 1)
  expect(await traces()).toBe(before + 1)
})

test('10件にならないうちは数えず、締め切ると残りをすべて数える', async () => {
  expect([0, 9, 19, 20, 35].map((waiting) => countToOpen(waiting, false))).toEqual([
    0, 0, 0, 10, 25,
  ])
  expect(countToOpen(3, true)).toBe(3)
  expect(batch.keptBack).toBe(10)
  const id = await openSurvey(here, staff)
  for (let at = 0; at < 12; at += 1) await answer(id, '', `声${at}`)
  await count()
  expect(await rowsOf('survey_answers', id)).toHaveLength(0)
  await here.as(staff, async (scope) => closeEarly(scope, await surveyOf(here, id), '集まったため'))
  await here.as(visitor, countSurveys, new Date(testNow.getTime() + 60_000))
  expect(await rowsOf('survey_answers', id)).toHaveLength(12)
  expect((await surveyOf(here, id)).counted).toBe(true)
})

test('期限の日の24時までは届き、過ぎると届かない', async () => {
  const id = await openSurvey(here, staff)
  const survey = await surveyOf(here, id)
  const sendAt = (now: string) =>
    here.as(
      visitor,
      (scope) => submitAnswer(scope, survey, { answers: given('x'), code: '', key: now }),
      new Date(now),
    )
  expect((await sendAt('2026-11-30T14:59:59Z')).ok).toBe(true)
  expect(await sendAt('2026-11-30T15:00:00Z')).toMatchObject({ ok: false, error: 'closed' })
})

test('最初の答えが届くと、設問は変えられない', async () => {
  const id = await openSurvey(here, staff)
  expect((await surveyOf(here, id)).frozen).toBe(false)
  await answer(id, '', '最初')
  expect((await surveyOf(here, id)).frozen).toBe(true)
})
