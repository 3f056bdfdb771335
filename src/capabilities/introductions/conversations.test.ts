import { beforeAll, expect, test } from 'vitest'
import type { TestCity } from '../../../tests/world/city.ts'
import { openBrowser } from '../../../tests/world/site.ts'
import { type Led, openStage, readPage as read, type Stage } from './stage.fixture.ts'

let stage: Stage
let here: TestCity

const at = (path: string): string => stage.at(path)

beforeAll(async () => {
  stage = await openStage()
  ;({ here } = stage)
})

const placeOf = (response: Response): string =>
  new URL(response.headers.get('location') ?? '', 'http://localhost').pathname

const give = async ({ id, browser }: Led, title: string): Promise<string> => {
  const offer = { direction: 'want', resource: 'people', title, intent: 'publish' }
  await browser.post(at(`/groups/${id}/introduction/offers`), offer)
  const html = await read(openBrowser(stage.site), at(`/groups/${id}`))
  return /\/offers\/[a-z0-9]{12}/.exec(html)?.[0] ?? ''
}

const part = (html: string, id: string): string => html.split(`id="${id}"`)[1] ?? ''
const waiting = (html: string): string => part(html, 'waiting').split('<section')[0] ?? ''

test('返事をした人のマイページに、その会話と最後の書きこみが出て、団体が書くと新しい返信とわかる', async () => {
  const led = await stage.register('返事の会')
  const place = await give(led, '草刈りの手伝い')
  const neighbour = await stage.enter(await here.person('返事をする人'))
  expect(await read(neighbour, at('/me'))).not.toContain('id="conversations"')
  const talk = placeOf(await neighbour.post(at(`${place}/answer`), { body: '行けます' }))
  const before = part(await read(neighbour, at('/me')), 'conversations')
  expect(before).toContain('草刈りの手伝い')
  expect(before).toContain('行けます')
  expect(before).not.toContain('新しい返信')
  stage.pass(5)
  await led.browser.post(talk, { body: '朝9時です' })
  const after = await read(neighbour, at('/me'))
  expect(part(after, 'conversations')).toContain('新しい返信')
  expect(part(after, 'conversations')).toContain('朝9時です')
  expect(waiting(after)).toContain('返事の会からの返信を読む')
  await neighbour.post(`${talk}/read`, {})
  const read9 = await read(neighbour, at('/me'))
  expect(part(read9, 'conversations')).not.toContain('新しい返信')
  expect(part(read9, 'conversations')).toContain('朝9時です')
  expect(waiting(read9)).not.toContain('返信を読む')
})

test('団体の人には返事が用事として出て、続きを書くか、読んだと印すと消える。何度書かれても1つ', async () => {
  const led = await stage.register('用事の会')
  const place = await give(led, '受付の手伝い')
  const neighbour = await stage.enter(await here.person('手伝う人'))
  const talk = placeOf(await neighbour.post(at(`${place}/answer`), { body: 'やります' }))
  await neighbour.post(talk, { body: '2回目です' })
  const mine = async (): Promise<string> => waiting(await read(led.browser, at('/me')))
  expect((await mine()).match(/手伝う人さんからの返事を読む/g)).toHaveLength(1)
  await led.browser.post(talk, { body: 'お願いします' })
  expect(await mine()).not.toContain('手伝う人さんからの返事を読む')
  await neighbour.post(talk, { body: '3回目です' })
  expect(await mine()).toContain('手伝う人さんからの返事を読む')
  await led.browser.post(`${talk}/read`, {})
  expect(await mine()).not.toContain('手伝う人さんからの返事を読む')
})

test('通報されて止まった会話は、どちらの用事にも残らない', async () => {
  const led = await stage.register('止まる会')
  const place = await give(led, '片づけの手伝い')
  const neighbour = await stage.enter(await here.person('止める人'))
  const talk = placeOf(await neighbour.post(at(`${place}/answer`), { body: 'やります' }))
  await led.browser.post(`${talk}/report`, { reason: '勧誘です' })
  expect(waiting(await read(led.browser, at('/me')))).not.toContain('返事を読む')
  expect(part(await read(neighbour, at('/me')), 'conversations')).toContain('止まっています')
})

test('団体には、連絡先を知らなくても問い合わせられ、住所は伝わらず、同じ会話が続き、通報もできる', async () => {
  const led = await stage.register('連絡先のない会')
  const neighbour = await stage.enter(await here.person('たずねる人'))
  const question = at(`/groups/${led.id}/question`)
  await read(neighbour, question)
  expect((await neighbour.post(question, { body: '' })).status).toBe(422)
  const talk = placeOf(await neighbour.post(question, { body: '見学できますか' }))
  const mails = await stage.mailsAbout('見学できますか')
  expect(mails).toHaveLength(1)
  expect(mails.join().match(/@example\.jp/g)).toHaveLength(1)
  expect(waiting(await read(led.browser, at('/me')))).toContain(
    'たずねる人さんからの問い合わせに答える',
  )
  expect(placeOf(await neighbour.get(question))).toBe(talk)
  expect(await read(neighbour, talk)).toContain('連絡先のない会への問い合わせ')
  await read(stage.desk, talk, 404)
  await led.browser.post(`${talk}/report`, { reason: 'しつこいです' })
  expect(await read(stage.desk, talk)).toContain('見学できますか')
})

test('自分の団体には問い合わせられず、問い合わせも1日の数に入る', async () => {
  const asker = await stage.enter(await here.person('よくたずねる人'))
  const own = await stage.register('自分の会')
  const back = await own.browser.post(at(`/groups/${own.id}/question`), { body: '自分に' })
  expect(placeOf(back)).toBe(at(`/groups/${own.id}`))
  const statuses: number[] = []
  for (const number of [1, 2, 3, 4, 5, 6]) {
    const { id } = await stage.register(`たずねられる会${number}`)
    const asked = await asker.post(at(`/groups/${id}/question`), { body: '教えてください' })
    statuses.push(asked.status)
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 422])
})
