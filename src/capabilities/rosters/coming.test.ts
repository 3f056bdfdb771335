import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { type Browser, openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { insertMembership } from '../accounts/index.ts'

let here: TestCity
let site: Hono

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store)
  site = await openTestSite(store, () => testNow)
})

const open = async (name: string): Promise<{ roster: string; leader: Browser }> => {
  const id = newId()
  const { accountId } = await here.person(`${name}の代表`)
  await here.as(visitor, async (scope) => {
    await scope.db
      .insertInto('groups')
      .values({
        city_id: scope.city.id,
        id,
        state: 'approved',
        receipt_number: id,
        number: id,
        registered_on: '2026-04-01',
        name,
        created_at: testNow,
        updated_at: testNow,
      })
      .execute()
    await insertMembership(scope, { accountId, groupId: id, role: 'representative' })
  })
  const leader = openBrowser(site)
  await leader.post(`/${here.key.slug}/sample-people`, { account: accountId })
  return { roster: `/${here.key.slug}/groups/${id}/roster`, leader }
}

const readPage = async (browser: Browser, path: string): Promise<string> =>
  (await browser.get(path)).text()

test('入会日がこれからの人は「これから入る人」に出る。1年より先は、確かめてから加わる', async () => {
  const { roster, leader } = await open('これからの会')
  const add = (fields: Record<string, string>) => leader.post(`${roster}/new`, fields)
  expect(await readPage(leader, roster)).not.toContain('これから入る人')
  expect((await add({ name: '春野 来る', since: '2027/4/1' })).status).toBe(303)
  const [, coming = ''] = (await readPage(leader, roster)).split('id="coming"')
  expect(coming).toContain('春野 来る')
  const far = { name: '遠い 人', since: '2027/11/21' }
  const asked = await add(far)
  expect(asked.status).toBe(422)
  expect(await asked.text()).toContain('入会日が1年より先になっています')
  expect(await readPage(leader, roster)).not.toContain('遠い 人')
  expect((await add({ ...far, since: '2027/11/20' })).status).toBe(303)
  expect((await add({ ...far, name: '遠い 友', sure_since: '2027-11-21' })).status).toBe(303)
})

test('同じ氏名と読みの2人目は、別の人だと確かめてから加わる', async () => {
  const { roster, leader } = await open('同じ名の会')
  const add = (fields: Record<string, string>) => leader.post(`${roster}/new`, fields)
  const person = { name: '佐藤 花子', kana: 'さとう はなこ', since: '2020/4/1' }
  expect((await add(person)).status).toBe(303)
  expect((await add({ ...person, kana: 'さとう かこ' })).status).toBe(303)
  const asked = await add({ ...person, name: '佐藤花子' })
  expect(asked.status).toBe(422)
  const html = await asked.text()
  expect(html).toContain('同じ氏名の人が、すでに名簿にいます')
  const box = /<input[^>]*name="sure_name"[^>]*>/.exec(html)?.[0] ?? ''
  const value = /value="([^"]*)"/.exec(box)?.[1] ?? ''
  expect(value).not.toBe('')
  expect((await add({ ...person, name: '佐藤花子', sure_name: value })).status).toBe(303)
})
