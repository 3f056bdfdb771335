import { beforeAll, expect, test } from 'vitest'
import { openStage, readPage, type Stage } from '../introductions/stage.fixture.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

const rosterOf = ({ id }: { readonly id: string }): string => stage.at(`/groups/${id}/roster`)

test('入会日がこれからの人は「これから入る人」に出る。1年より先は、確かめてから加わる', async () => {
  const led = await stage.register('これからの会')
  const roster = rosterOf(led)
  const add = (fields: Record<string, string>) => led.browser.post(`${roster}/new`, fields)
  expect(await readPage(led.browser, roster)).not.toContain('これから入る人')
  expect((await add({ name: '春野 来る', since: '2027/4/1' })).status).toBe(303)
  const [, coming = ''] = (await readPage(led.browser, roster)).split('id="coming"')
  expect(coming).toContain('春野 来る')
  const far = { name: '遠い 人', since: '2027/11/21' }
  const asked = await add(far)
  expect(asked.status).toBe(422)
  expect(await asked.text()).toContain('入会日が1年より先になっています')
  expect(await readPage(led.browser, roster)).not.toContain('遠い 人')
  expect((await add({ ...far, since: '2027/11/20' })).status).toBe(303)
  expect((await add({ ...far, name: '遠い 友', sure_since: '2027-11-21' })).status).toBe(303)
})

test('同じ氏名と読みの2人目は、別の人だと確かめてから加わる', async () => {
  const led = await stage.register('同じ名の会')
  const roster = rosterOf(led)
  const add = (fields: Record<string, string>) => led.browser.post(`${roster}/new`, fields)
  const person = { name: '佐藤 花子', kana: 'さとう はなこ', since: '2020/4/1' }
  expect((await add(person)).status).toBe(303)
  expect((await add({ ...person, kana: 'さとう かこ' })).status).toBe(303)
  const asked = await add({ ...person, name: '佐藤花子' })
  expect(asked.status).toBe(422)
  const html = await asked.text()
  expect(html).toContain('同じ氏名の人が、すでに名簿にいます')
  const [, sure = ''] = /name="sure_name"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="sure_name"/.exec(html) ?? []
  const value = sure || (/value="([^"]*)"[^>]*name="sure_name"/.exec(html)?.[1] ?? '')
  expect(value).not.toBe('')
  expect((await add({ ...person, name: '佐藤花子', sure_name: value })).status).toBe(303)
})
