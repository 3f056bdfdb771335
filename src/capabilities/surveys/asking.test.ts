import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { insertMembership } from '#capabilities/accounts/index.ts'
import { listLiveJobs } from '#data/jobs.ts'
import { type Person, visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { readPdf } from '#web/document/reading.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { submitAnswer } from './actions/answer.ts'
import { askPeople, remind, surveyCodes } from './actions/asked.ts'
import { countSurveys } from './actions/count.ts'
import { inviteJob } from './actions/invite.ts'
import { beginSurvey } from './actions/keep.ts'
import { closeEarly, extendSurvey, publishDraft } from './actions/steps.ts'
import { listWaitingSurveys } from './actions/waiting.ts'
import { nothingGiven } from './answers.ts'
import { surveyJobs } from './jobs.ts'
import { countAsked } from './queries/asked.ts'
import type { SurveyFacts } from './survey.ts'
import { everyKind, factsOf, openSurvey, surveyOf } from './world.fixture.ts'

let here: TestCity
let site: Hono
let staff: Person

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store)
  site = await openTestSite(store, () => testNow)
  staff = await here.person('事務局 の人', ['office'])
})

type Asked = Partial<Parameters<typeof askPeople>[2]> &
  Pick<Parameters<typeof askPeople>[2], 'kind'>

const ask = (id: string, asked: Asked, now = testNow): Promise<number> =>
  here.as(
    staff,
    async (scope) =>
      askPeople(scope, await surveyOf(here, id), { emails: [], letters: 0, ...asked }),
    now,
  )

const draftOf = (facts: Partial<SurveyFacts>): Promise<string> =>
  here.as(staff, (scope) => beginSurvey(scope, factsOf(facts), { questionnaire: everyKind }))

const publish = (id: string, now = testNow) =>
  here.as(staff, async (scope) => publishDraft(scope, here.city, await surveyOf(here, id)), now)

/** How many jobs wait that send the first requests of this survey. */
const jobsFor = (id: string): Promise<number> =>
  here.as(visitor, async (scope) => {
    const jobs = await listLiveJobs(scope, inviteJob)
    return jobs.filter(({ surveyId }) => surveyId === id).length
  })

const run = (name: string, data: object, now = testNow): Promise<void> =>
  here.as(
    visitor,
    (scope) =>
      surveyJobs
        .find((job) => job.name === name)!
        .run(scope, data as Record<string, unknown>, { mail: undefined }),
    now,
  )

const mailsTo = (part: string) =>
  here.as(visitor, (scope) =>
    scope.db
      .selectFrom('mails')
      .select(['to_address', 'subject', 'body', 'expires_at'])
      .where('city_id', '=', here.key.id)
      .where('to_address', 'like', `%${part}%`)
      .orderBy('to_address')
      .execute(),
  )

const answerWith = async (id: string, code: string, now = testNow) =>
  here.as(
    visitor,
    async (scope) =>
      submitAnswer(scope, await surveyOf(here, id), {
        answers: { part: { ...nothingGiven, choices: [1] } },
        code,
        key: code,
      }),
    now,
  )

test('公開した日にもう答えられれば、宛先のある人に、その人の番号で、最初のお願いを1回だけ送る', async () => {
  const id = await draftOf({ ways: ['codes'] })
  await ask(id, { kind: 'codes', emails: ['a@once.jp', 'b@once.jp'], letters: 3 })
  expect(await jobsFor(id)).toBe(0)
  await publish(id)
  expect(await jobsFor(id)).toBe(1)
  await run(inviteJob, { surveyId: id })
  await run(inviteJob, { surveyId: id })
  const mails = await mailsTo('@once.jp')
  expect(mails.map(({ to_address }) => to_address)).toEqual(['a@once.jp', 'b@once.jp'])
  expect(mails[0]?.subject).toContain('アンケートを始めました')
  const codes = mails.map(({ body }) => /answer\?code=([0-9A-Z-]{19})/.exec(body)?.[1] ?? '')
  const known = await here.as(staff, (scope) => surveyCodes(scope, id))
  expect(new Set(codes).size).toBe(2)
  for (const code of codes) expect(known).toContain(code)
  // 期限の日の24時を過ぎたら、もう送らない。
  expect(mails[0]?.expires_at?.toISOString()).toBe('2026-11-30T15:00:00.000Z')
  const [count] = await here.as(staff, (scope) => countAsked(scope, id))
  expect(count).toMatchObject({ asked: 5, invited: 2, uninvited: 0 })
})

test('始まりの日より前に公開したら、その日の朝までだれにも送らない', async () => {
  const id = await draftOf({ ways: ['codes'], opensOn: '2026-12-01', closesOn: '2026-12-20' })
  await ask(id, { kind: 'codes', emails: ['early@later.jp'] })
  await publish(id)
  await run('surveys.invite', {})
  await run(inviteJob, { surveyId: id })
  expect([await jobsFor(id), await mailsTo('@later.jp')]).toEqual([0, []])
  const morning = new Date('2026-11-30T23:00:00Z')
  await run('surveys.invite', {}, morning)
  expect(await jobsFor(id)).toBe(1)
  await run(inviteJob, { surveyId: id }, morning)
  expect(await mailsTo('@later.jp')).toHaveLength(1)
  expect(surveyJobs.find(({ name }) => name === 'surveys.invite')?.every).toBe('*/10 8-19 * * *')
})

test('番号をもらった人が先に答えていたら、最初のお願いは送らない', async () => {
  const id = await openSurvey(here, staff, { facts: { ways: ['codes'] } })
  await ask(id, { kind: 'codes', emails: ['done@quick.jp', 'not@quick.jp'] })
  const [first = ''] = await here.as(staff, (scope) => surveyCodes(scope, id))
  expect((await answerWith(id, first)).ok).toBe(true)
  await run(inviteJob, { surveyId: id })
  expect((await mailsTo('@quick.jp')).map(({ to_address }) => to_address)).toEqual(['not@quick.jp'])
})

test('最初のお願いは200通ずつ送り、残りは次の仕事が送る', async () => {
  const id = await openSurvey(here, staff, { facts: { ways: ['codes'] } })
  await ask(id, { kind: 'codes', emails: Array.from({ length: 201 }, (_, n) => `n${n}@many.jp`) })
  expect(await jobsFor(id)).toBe(1)
  await run(inviteJob, { surveyId: id })
  expect(await mailsTo('@many.jp')).toHaveLength(200)
  expect(await jobsFor(id)).toBe(2)
  await run(inviteJob, { surveyId: id })
  expect(await mailsTo('@many.jp')).toHaveLength(201)
})

test('お願いは、答えていない人だけに、受付の間に、3回まで送れる', async () => {
  const id = await openSurvey(here, staff, { facts: { ways: ['codes'] } })
  await ask(id, { kind: 'codes', emails: ['yes@remind.jp', 'no@remind.jp'], letters: 1 })
  const send = (now = testNow) =>
    here.as(staff, async (scope) => remind(scope, here.city, await surveyOf(here, id)), now)
  expect(await send(new Date('2026-10-31T14:59:59Z'))).toEqual({ ok: false, error: 'not-open' })
  const [first = ''] = await here.as(staff, (scope) => surveyCodes(scope, id))
  await answerWith(id, first)
  // Nobody is reminded of a request that was never sent.
  expect(await send()).toEqual({ ok: false, error: 'nobody' })
  await here.as(staff, (scope) =>
    scope.db
      .updateTable('survey_asked')
      .set({ invited: true })
      .where('survey_id', '=', id)
      .where('email', '<>', '')
      .execute(),
  )
  for (let time = 1; time <= 3; time += 1) expect(await send()).toEqual({ ok: true, value: 1 })
  expect(await send()).toEqual({ ok: false, error: 'enough' })
  const mails = await mailsTo('@remind.jp')
  expect(mails.map(({ to_address }) => to_address)).toEqual(Array(3).fill('no@remind.jp'))
})

const insertGroup = (name: string, leader?: Person): Promise<string> =>
  here.as(visitor, async (scope) => {
    const id = newId()
    await scope.db
      .insertInto('groups')
      .values({
        city_id: scope.city.id,
        id,
        state: 'approved',
        name,
        number: name,
        registered_on: '2024-04-01',
        created_at: scope.now,
        updated_at: scope.now,
      })
      .execute()
    if (leader)
      await insertMembership(scope, {
        accountId: leader.accountId,
        groupId: id,
        role: 'representative',
      })
    return id
  })

test('団体には1つずつ番号がわりあてられ、マイページから答え、後から登録した団体はもう一度押すと加わる', async () => {
  const id = await openSurvey(here, staff, { facts: { ways: ['groups'] } })
  const leader = await here.person('見本 代表')
  const group = { id: await insertGroup('川の会', leader), name: '川の会' }
  await insertGroup('連絡先のない会')
  expect(await ask(id, { kind: 'groups' })).toBe(2)
  expect(await ask(id, { kind: 'groups' })).toBe(0)
  await insertGroup('後から登録した会')
  expect(await ask(id, { kind: 'groups' })).toBe(1)
  await run(inviteJob, { surveyId: id })
  const [count] = await here.as(staff, (scope) => countAsked(scope, id))
  expect(count).toMatchObject({ kind: 'groups', asked: 3, invited: 1 })
  const waiting = () => here.as(leader, (scope) => listWaitingSurveys(scope, leader, [group]))
  const [one] = (await waiting()).filter((each) => each.id === id)
  expect(one?.groupName).toBe('川の会')
  expect((await answerWith(id, one?.code ?? '')).ok).toBe(true)
  expect(await answerWith(id, one?.code ?? '')).toEqual({ ok: false, error: 'code-used' })
  expect((await waiting()).filter((each) => each.id === id)).toEqual([])
})

test('職員には1人に1つ番号がわりあてられ、職員でない人にはわりあてられない', async () => {
  const id = await openSurvey(here, staff, { facts: { ways: ['staff'] } })
  const worker = await here.person('福祉課 の人', [{ department: here.city.departments[0]!.code }])
  const resident = await here.person('見本 住民')
  const asked = await ask(id, { kind: 'staff' })
  expect(asked).toBeGreaterThanOrEqual(2)
  expect(await ask(id, { kind: 'staff' })).toBe(0)
  const waitingFor = async (person: Person) =>
    (await here.as(person, (scope) => listWaitingSurveys(scope, person, []))).filter(
      (one) => one.id === id,
    )
  expect(await waitingFor(worker)).toHaveLength(1)
  expect(await waitingFor(resident)).toEqual([])
})

test('手紙は50通ずつのPDFになり、一覧と同じ番号が1枚に1つずつある', async () => {
  const id = await openSurvey(here, staff, { facts: { ways: ['codes'] } })
  await ask(id, { kind: 'codes', letters: 51 })
  const office = openBrowser(site)
  await office.post(`/${here.key.slug}/sample-people`, { account: staff.accountId })
  const base = `/${here.key.slug}/surveys/${id}/asked`
  const second = await office.get(`${base}/letters?from=51`)
  const { pages } = readPdf(new Uint8Array(await second.arrayBuffer()))
  const last = (await here.as(staff, (scope) => surveyCodes(scope, id))).at(-1) ?? ''
  expect(pages.map((page) => page.replace(/[\s\u200b]/g, '').includes(last))).toEqual([true])
  expect((await office.get(`${base}/letters?from=52`)).status).toBe(404)
  expect(await (await office.get(`${base}/codes`)).text()).toContain(`51,${last}`)
})

test('期限は、今より後の日にだけ延ばせ、延ばした日の24時まで答えられる', async () => {
  const id = await openSurvey(here, staff)
  const extend = async (closesOn: `${number}-${number}-${number}`, now = testNow) =>
    here.as(
      staff,
      async (scope) =>
        extendSurvey(scope, await surveyOf(here, id), { closesOn, reason: '雪のため' }),
      now,
    )
  expect(await extend('2026-11-30')).toEqual({ ok: false, error: 'not-later' })
  const over = new Date('2026-12-01T01:00:00Z')
  expect(await answerWith(id, '', over)).toEqual({ ok: false, error: 'closed' })
  await here.as(visitor, countSurveys, over)
  expect((await surveyOf(here, id)).counted).toBe(true)
  expect((await extend('2026-12-10', over)).ok).toBe(true)
  expect((await surveyOf(here, id)).counted).toBe(false)
  expect((await answerWith(id, '', new Date('2026-12-10T14:59:59Z'))).ok).toBe(true)
  expect((await answerWith(id, '', new Date('2026-12-10T15:00:00Z'))).ok).toBe(false)
  const page = await openBrowser(site).get(`/${here.key.slug}/surveys/${id}`)
  expect(await page.text()).toContain('雪のため')
})

test('期限の前に締め切ったものは、もとの期限の日まで、また続けられる', async () => {
  const id = await openSurvey(here, staff)
  await here.as(staff, async (scope) => closeEarly(scope, await surveyOf(here, id), '集まったため'))
  const again = await here.as(staff, async (scope) =>
    extendSurvey(scope, await surveyOf(here, id), { closesOn: '2026-11-30', reason: 'まだ届く' }),
  )
  expect(again.ok).toBe(true)
  expect((await answerWith(id, '')).ok).toBe(true)
})
