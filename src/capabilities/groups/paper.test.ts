import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { type Browser, keyIn, openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { answerDay, getGroup } from './index.ts'
import { tasksIn } from './next-tasks.ts'

let here: TestCity
let site: Hono
let browser: Browser

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'chigasaki')
  site = await openTestSite(store, () => testNow)
  const staff = await here.person('窓口 の人', ['centre'])
  browser = openBrowser(site)
  await browser.post(`/${here.key.slug}/sample-people`, { account: staff.accountId })
})

const enterPaper = async (received: string): Promise<Response> => {
  const path = `/${here.key.slug}/groups/registration/paper`
  const html = await (await browser.get(path)).text()
  return browser.post(path, {
    name: '紙の会',
    class: /name="class"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? '',
    channel: 'post',
    received_on: received,
    idempotency_key: keyIn(html),
  })
}

test('紙の申請は、受け取った方法と、紙が届いた日を残す', async () => {
  const begun = await enterPaper('令和8年11月16日')
  expect(begun.status).toBe(303)
  const id = /groups\/([^/]+)\/registration/.exec(begun.headers.get('location') ?? '')?.[1] ?? ''
  const group = await here.as(visitor, (scope) => getGroup(scope, id))
  expect([group.channel, group.receivedOn]).toEqual(['post', '2026-11-16'])
  const page = await (await browser.get(`/${here.key.slug}/groups/${id}/registration`)).text()
  expect(page).toContain('令和8年11月16日（月）')
})

test('まだ来ていない日は、受け取った日として受け付けない', async () => {
  const answer = await enterPaper('2026/11/21')
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('受け取った日を確かめてください')
})

test('回答のめやすは、入力した日でなく、紙を受け取った日の次の開庁日から数える', () => {
  const place = { citySlug: 'x', today: '2026-11-20', reviewDays: 5 } as const
  const due = (more: object) =>
    tasksIn('submitted', { id: 'x', hasRepresentative: false }, { ...place, ...more })[0]?.dueOn
  expect(due({})).toBe('2026-11-30')
  expect(due({ receivedOn: '2026-11-16' })).toBe('2026-11-24')
})

test('長く置かれた紙にも、過ぎた日は約束しない', () => {
  expect(answerDay('2026-10-01', 5, '2026-11-20')).toBe('2026-11-20')
  expect(answerDay('2026-11-16', 5, '2026-11-20')).toBe('2026-11-24')
})
