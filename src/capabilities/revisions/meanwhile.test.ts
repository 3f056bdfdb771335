import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity } from '../../../tests/world/city.ts'
import { runJob } from '../../../tests/world/jobs.ts'
import { type Browser, openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { findSheet } from '../forms/index.ts'
import { getGroup, registrationSheetKey } from '../groups/index.ts'
import { listTasksOf } from '../procedures/index.ts'

let here: TestCity
let site: Hono
let now = new Date('2027-02-01T00:00:00Z')

beforeAll(async () => {
  const store = await openTestStore(() => now)
  here = await openTestCity(store, 'kamagaya')
  site = await openTestSite(store, () => now)
})

const at = (path: string): string => `/${here.key.slug}${path}`

const enter = async (person: Person): Promise<Browser> => {
  const browser = openBrowser(site)
  await browser.post(at('/sample-people'), { account: person.accountId })
  return browser
}

const registered = (name: string) => ({
  name,
  name_kana: 'オキカワリノカイ',
  legal_form: 'unincorporated',
  founded: 'H20.4.1',
  purpose: '緑を守る',
  activities: '里山の手入れ',
  fields: ['environment'],
  representative_title: '会長',
  representative_name: '古井 秘子',
  'representative_name.visibility': 'private',
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
  opening: ['representative_name', 'contact_name', 'contact_phone'],
  pledge: 'yes',
})

const renewal = {
  opening: ['representative_name', 'contact_name', 'contact_phone'],
  representative_name: '古井 秘子',
  'representative_name.visibility': 'private',
  representative_address: '鎌ケ谷市ひみつ町1-1',
  representative_phone: '047-111-1111',
  contact_name: '連絡 二郎',
  'contact_name.visibility': 'public',
  members: '15',
  members_in_city: '11',
  fee: '年1,500円',
  activities: '里山の手入れ',
  recruiting: 'yes',
  year_report: '観察会を12回',
  roster_file: new File(['%PDF-1.4\n'], '名簿.pdf', { type: 'application/pdf' }),
  accounts_file: new File(['%PDF-1.4\n'], '決算.pdf', { type: 'application/pdf' }),
}

const leaders = new Map<string, Person>()

const register = async (name: string) => {
  const leader = await here.person('古井 秘子')
  const group = await enter(leader)
  const desk = await enter(await here.person('センター 職員', ['centre']))
  const begun = await group.post(at('/groups/registration/new'), { name })
  const id = /groups\/([^/]+)\/registration/.exec(begun.headers.get('location') ?? '')?.[1] ?? ''
  leaders.set(id, leader)
  const form = { ...registered(name), intent: 'send' }
  const sent = await group.post(at(`/groups/${id}/registration/edit`), form)
  expect(sent.headers.get('location')).toContain('done=submitted')
  expect((await desk.post(at(`/groups/${id}/registration/approval`))).status).toBe(303)
  return { id, group, desk }
}

const begin = async (browser: Browser, id: string): Promise<string> => {
  const begun = await browser.post(at(`/groups/${id}/revisions`), { kind: 'change' })
  return /revisions\/([^/]+)\/edit/.exec(begun.headers.get('location') ?? '')?.[1] ?? 'not begun'
}

const send = async (browser: Browser, id: string, form: Record<string, unknown>) => {
  const sent = await browser.post(at(`/revisions/${id}/edit`), { ...form, intent: 'send' } as never)
  expect(sent.headers.get('location')).toContain('done=sent')
}

const secrets = ['古井 秘子', '新田 公子', '連絡 二郎'] as const

/** Which of the names the group's page shows to everyone. */
const shownNames = async (id: string): Promise<readonly string[]> => {
  const html = await (await openBrowser(site).get(at(`/groups/${id}`))).text()
  return secrets.filter((name) => html.includes(name))
}

test('公開にする新しい答えが確認を待つ間、公開していなかった前の答えは出ない', async () => {
  const { id, group, desk } = await register('ひみつの会')
  expect(await shownNames(id)).toEqual(['連絡 二郎'])
  const change = await begin(group, id)
  await send(group, change, {
    ...registered('ひみつの会'),
    representative_name: '新田 公子',
    'representative_name.visibility': 'public',
    'contact_name.visibility': 'private',
  })
  expect(await shownNames(id)).toEqual([])
  expect((await desk.post(at(`/revisions/${change}/approval`))).status).toBe(303)
  expect(await shownNames(id)).toEqual(['新田 公子'])
})

test('更新を送ったあとに届け出た変更は、更新を認めてももどらない', async () => {
  const { id, group } = await register('あとさきの会')
  const office = await enter(await here.person('市 職員', ['office']))
  const days = { class: 'standard', opens_on: 'R9.2.1', closes_on: 'R9.3.31' }
  expect((await office.post(at('/desk/renewals'), days)).status).toBe(303)
  expect((await runJob(here, 'revisions.invite', now)).failed).toEqual([])
  const html = await (await group.get(at(`/groups/${id}/registration`))).text()
  const renewing = /revisions\/([a-z0-9]+)"/.exec(html)?.[1] ?? 'none'
  await send(group, renewing, renewal)
  expect(await shownNames(id)).toEqual(['連絡 二郎'])
  now = new Date('2027-02-02T00:00:00Z')
  const change = await begin(group, id)
  await send(group, change, {
    ...registered('あとさきの会'),
    fee: '年2,000円',
    'contact_name.visibility': 'private',
  })
  expect(await shownNames(id)).toEqual([])
  const desk = await enter(await here.person('センター 職員', ['centre']))
  const approved = await desk.post(at(`/revisions/${renewing}/approval`))
  expect(approved.headers.get('location')).toBe(at(`/revisions/${renewing}`))
  expect(await shownNames(id)).toEqual([])
  const fee = await here.as(visitor, async (scope) => {
    const sheet = await findSheet(scope, registrationSheetKey(id))
    return sheet?.answers.fee
  })
  expect(fee).toBe('年2,000円')
  const renewed = await here.as(visitor, (scope) => getGroup(scope, id))
  expect([renewed.members, renewed.validUntil]).toEqual([15, '2028-03-31'])
  const told = await (await desk.get(at(`/revisions/${renewing}`))).text()
  expect(told.includes('あとから変わったので')).toBe(true)
})

test('期限内に送られた遅れた更新は、職員の確認がおそくても期限切れにならない', async () => {
  const { id } = await register('おそい会')
  expect((await runJob(here, 'revisions.invite', now)).failed).toEqual([])
  const leave = new Date('2027-04-01T00:00:00Z')
  expect((await runJob(here, 'revisions.lapse', leave)).failed).toEqual([])
  expect((await here.as(visitor, (scope) => getGroup(scope, id))).state).toBe('lapsed')
  now = new Date('2027-06-29T00:00:00Z')
  const group = await enter(leaders.get(id)!)
  const html = await (await group.get(at(`/groups/${id}/registration`))).text()
  const renewing = /revisions\/([a-z0-9]+)"/.exec(html)?.[1] ?? 'none'
  await send(group, renewing, renewal)
  now = new Date('2027-07-10T00:00:00Z')
  expect((await runJob(here, 'revisions.lapse', now)).failed).toEqual([])
  const desk = await enter(await here.person('センター 職員', ['centre']))
  // 補正をお願いされた団体は、その期限まで直せる。
  await desk.post(at(`/revisions/${renewing}/correction`), { reason: '会員数を確かめてください。' })
  now = new Date('2027-07-20T00:00:00Z')
  expect((await runJob(here, 'revisions.lapse', now)).failed).toEqual([])
  await send(await enter(leaders.get(id)!), renewing, { ...renewal, members: '16' })
  const later = await enter(await here.person('センター 職員', ['centre']))
  expect((await later.post(at(`/revisions/${renewing}/approval`))).status).toBe(303)
  const renewed = await here.as(visitor, (scope) => getGroup(scope, id))
  expect([renewed.state, renewed.members, renewed.validUntil]).toEqual([
    'approved',
    16,
    '2028-03-31',
  ])
})

test('紙の届けへの回答のめやすは、入力した日でなく、受け取った日から数える', async () => {
  const { id } = await register('紙で届け出る会')
  const desk = await enter(await here.person('センター 職員', ['centre']))
  const change = await begin(desk, id)
  // 令和9年7月20日（火）に、14日（水）に受け取った紙を入力する。19日は海の日。
  await send(desk, change, {
    ...registered('紙で名を変える会'),
    channel: 'post',
    received_on: 'R9.7.14',
  })
  const due = () =>
    here.as(visitor, async (scope) =>
      (await listTasksOf(scope, { kind: 'revision', id: change })).map(({ dueOn }) => dueOn),
    )
  expect(await due()).toEqual(['2027-07-22'])
  await desk.post(at(`/revisions/${change}/correction`), { reason: '議事録を付けてください。' })
  await send(desk, change, {
    ...registered('紙で名を変える会'),
    channel: 'post',
    received_on: 'R9.7.14',
  })
  expect(await due()).toEqual(['2027-07-27'])
})
