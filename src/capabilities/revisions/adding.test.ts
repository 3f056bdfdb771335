import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { type Browser, openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { findSheet } from '../forms/index.ts'
import { getGroup, registrationSheetKey } from '../groups/index.ts'

let here: TestCity
let site: Hono
let group: Browser
let desk: Browser
let id = ''
let revision = ''

const at = (path: string): string => `/${here.key.slug}${path}`

const enter = async (person: Person): Promise<Browser> => {
  const browser = openBrowser(site)
  await browser.post(at('/sample-people'), { account: person.accountId })
  return browser
}

const read = async (browser: Browser, path: string): Promise<string> => {
  const response = await browser.get(path)
  expect([path, response.status]).toEqual([path, 200])
  const html = await response.text()
  expect(checkHtml(html)).toEqual([])
  return html
}

const registered = {
  name: '書き足しの会',
  name_kana: 'カキタシノカイ',
  legal_form: 'unincorporated',
  founded: 'H20.4.1',
  purpose: '緑を守る',
  activities: '里山の手入れ',
  fields: ['environment'],
  representative_title: '会長',
  representative_name: '古井 秘子',
  'representative_name.visibility': 'public',
  representative_address: '鎌ケ谷市ひみつ町1-1',
  representative_phone: '047-111-1111',
  contact_name: '連絡 二郎',
  'contact_name.visibility': 'public',
  contact_phone: '047-222-2222',
  members: '12',
  members_in_city: '9',
  fee: '年1,000円',
  recruiting: 'yes',
  consent_publication: 'yes',
  pledge: 'yes',
}

const begin = async (): Promise<string> => {
  const begun = await group.post(at(`/groups/${id}/revisions`), { kind: 'change' })
  expect(begun.status).toBe(303)
  return begun.headers.get('location') ?? ''
}

const save = (form: Record<string, string | readonly string[]>) =>
  group.post(at(`/revisions/${revision}/edit`), form)

const feeNow = async () =>
  (await here.as(visitor, (scope) => findSheet(scope, registrationSheetKey(id))))?.answers.fee

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'kamagaya')
  site = await openTestSite(store, () => testNow)
  group = await enter(await here.person('古井 秘子'))
  desk = await enter(await here.person('センター 職員', ['centre']))
  const begun = await group.post(at('/groups/registration/new'), { name: registered.name })
  id = /groups\/([^/]+)\/registration/.exec(begun.headers.get('location') ?? '')?.[1] ?? ''
  await group.post(at(`/groups/${id}/registration/edit`), { ...registered, intent: 'send' })
  await desk.post(at(`/groups/${id}/registration/approval`))
  revision = /revisions\/([^/]+)\/edit/.exec(await begin())?.[1] ?? ''
  await save({ ...registered, name: '新しい書き足しの会', intent: 'send' })
})

const part = (html: string, title: string): string =>
  html.split('<details').find((one) => one.includes(title)) ?? ''

test('確認待ちの変更届があるときは、そう言い、書き足す道を示す', async () => {
  expect(await read(group, at(`/groups/${id}/registration`))).toContain(
    '確認待ちの変更届を見る・書き足す',
  )
  const place = await begin()
  expect(place).toBe(`${at(`/revisions/${revision}`)}?asked=again`)
  const html = await read(group, place)
  expect(html).toContain('確認待ちの変更届があります')
  expect(html).toContain(at(`/revisions/${revision}/reopening`))
  expect(await read(group, at(`/revisions/${revision}`))).not.toContain(
    '確認待ちの変更届があります',
  )
})

test('職員は、団体が送った届けを取り戻せない', async () => {
  const before = await read(desk, at(`/revisions/${revision}`))
  expect(before).not.toContain('/reopening')
  expect((await desk.post(at(`/revisions/${revision}/reopening`))).status).toBe(422)
})

test('取り戻すと、書いた内容・受付番号・経過が残り、もう一度送れる', async () => {
  const taken = await group.post(at(`/revisions/${revision}/reopening`))
  expect(taken.headers.get('location')).toBe(at(`/revisions/${revision}/edit`))
  const form = await read(group, at(`/revisions/${revision}/edit`))
  expect(form).toContain('新しい書き足しの会')
  expect(form).toContain('取り戻した届けです')
  expect((await desk.post(at(`/revisions/${revision}/approval`))).status).toBe(422)
  const sent = await save({
    ...registered,
    name: '新しい書き足しの会',
    fee: '年2,000円',
    intent: 'send',
  })
  expect(sent.headers.get('location')).toContain('done=sent')
  // What needs no check has taken effect; the name still waits.
  expect(await feeNow()).toBe('年2,000円')
  expect((await here.as(visitor, (scope) => getGroup(scope, id))).name).toBe('書き足しの会')
  const html = await read(group, at(`/revisions/${revision}`))
  expect(html).toContain('確認の前に取り戻しました')
  expect(html).toContain('団変R8-0001')
})

test('認められた後は取り戻せない', async () => {
  expect((await desk.post(at(`/revisions/${revision}/approval`))).status).toBe(303)
  expect((await group.post(at(`/revisions/${revision}/reopening`))).status).toBe(422)
  expect((await here.as(visitor, (scope) => getGroup(scope, id))).name).toBe('新しい書き足しの会')
})

test('変更届は、変えるところだけが開いていて、ほかも全部送られる', async () => {
  revision = /revisions\/([^/]+)\/edit/.exec(await begin())?.[1] ?? ''
  const first = await read(group, at(`/revisions/${revision}/edit`))
  expect(first.match(/<details[^>]*id="section-\d+"/g)?.length).toBeGreaterThan(2)
  expect(first).not.toMatch(/<details[^>]*id="section-\d+"[^>]* open/)
  expect(first).toContain('name="members"')
  await save({ ...registered, name: '新しい書き足しの会', fee: '年3,000円', intent: 'save' })
  const again = await read(group, at(`/revisions/${revision}/edit`))
  expect(part(again, 'name="fee"')).toMatch(/^[^>]* open/)
  expect(part(again, 'name="representative_phone"')).not.toMatch(/^[^>]* open/)
})

test('空にした必須の項目には、いまの登録がそばに出る', async () => {
  const refused = await save({ ...registered, purpose: '', intent: 'send' })
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(part(html, 'name="purpose"')).toContain('いまの登録：緑を守る')
  expect(html).not.toContain('いまの登録：里山の手入れ')
})
