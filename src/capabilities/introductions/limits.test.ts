import { beforeAll, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type Led, openStage, readPage as read, type Stage } from './stage.fixture.ts'

let stage: Stage

const at = (path: string): string => stage.at(path)

beforeAll(async () => {
  stage = await openStage()
})

const placeOf = (response: Response): string =>
  new URL(response.headers.get('location') ?? '', 'http://localhost').pathname

const fill = (led: Led, many: number) =>
  stage.here.as(visitor, async (scope) => {
    const file = newId()
    const common = { city_id: scope.city.id, added_at: scope.now }
    await scope.db
      .insertInto('files')
      .values({
        city_id: scope.city.id,
        id: file,
        subject_kind: 'group-page',
        subject_id: led.id,
        purpose: 'paper',
        name: '計画.pdf',
        media_type: 'application/pdf',
        bytes: 10,
        sha256: 'a'.repeat(64),
        uploaded_at: scope.now,
      })
      .execute()
    await scope.db
      .insertInto('group_papers')
      .values(
        Array.from({ length: many }, () => ({
          ...common,
          id: newId(),
          group_id: led.id,
          kind: 'other',
          fiscal_year: 2025,
          file_id: file,
          public: false,
        })),
      )
      .execute()
  })

const boxes = (html: string): readonly string[] =>
  [...html.matchAll(/name="remove" value="([a-z0-9]+)"/g)].map(([, id]) => id ?? '')

test('資料が320件あっても、団体は50件ずつめくってすべてを見て、最後のページの資料も直せる', async () => {
  const led = await stage.register('資料の多い会')
  await fill(led, 320)
  const papers = at(`/groups/${led.id}/introduction/papers`)
  const seen = new Set<string>()
  for (let page = 1; page <= 7; page += 1)
    for (const id of boxes(await read(led.browser, `${papers}?page=${page}`))) seen.add(id)
  expect(seen.size).toBe(320)
  const lastPage = boxes(await read(led.browser, `${papers}?page=7`))
  expect(lastPage).toHaveLength(20)
  const [last = ''] = lastPage
  const saved = await led.browser.post(`${papers}/changes?page=7`, {
    shown: [last],
    remove: [last],
  })
  expect(saved.headers.get('location')).toBe(`${papers}?page=7&done=saved`)
  expect(boxes(await read(led.browser, `${papers}?page=7`))).toHaveLength(19)
  expect(await read(led.browser, at(`/groups/${led.id}/introduction`))).toContain('319')
})

test('職員も50件ずつめくり、最後のページの資料も止められ、止めたものが初めに並ぶ', async () => {
  const led = await stage.register('見直す資料の多い会')
  await fill(led, 320)
  const place = at(`/groups/${led.id}/introduction/moderation`)
  const parts = (html: string) =>
    [...html.matchAll(/<option[^>]*value="(paper:[a-z0-9]+)"/g)].map(([, key]) => key ?? '')
  expect(parts(await read(stage.desk, place))).toHaveLength(50)
  const lastOnes = parts(await read(stage.desk, `${place}?page=7`))
  expect(lastOnes).toHaveLength(20)
  const [part = ''] = lastOnes
  const hidden = await stage.desk.post(`${place}?page=7`, {
    part,
    act: 'hide',
    reason: '確かめてください',
  })
  expect(hidden.status).toBe(303)
  expect(parts(await read(stage.desk, place))[0]).toBe(part)
  expect(await read(led.browser, at('/me'))).toContain('計画.pdf')
})

test('一つの会話に1日に書けるのは20回まで。書いた文は残り、24時間たてばまた書ける', async () => {
  const led = await stage.register('よく書かれる会')
  const person = await stage.here.person('よく書く人')
  const neighbour = await stage.enter(person)
  const question = at(`/groups/${led.id}/question`)
  const talk = placeOf(await neighbour.post(question, { body: '1回目' }))
  for (let number = 2; number <= 20; number += 1)
    expect((await neighbour.post(talk, { body: `${number}回目` })).status).toBe(303)
  const refused = await neighbour.post(talk, { body: 'まだ言いたいこと' })
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(html).toContain('今日書ける回数まで書きました')
  expect(html).toContain('まだ言いたいこと')
  // The other side has its own count.
  expect((await led.browser.post(talk, { body: 'お答えします' })).status).toBe(303)
  stage.pass(24 * 60 + 1)
  const again = await stage.enter(person)
  expect((await again.post(talk, { body: '次の日に' })).status).toBe(303)
})
