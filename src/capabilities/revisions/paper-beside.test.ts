import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { openTestCity, openTestStore, type TestCity } from '../../../tests/world/city.ts'
import { runJob } from '../../../tests/world/jobs.ts'
import { type Browser, openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { findSheet } from '../forms/index.ts'
import { getGroup, registrationSheetKey } from '../groups/index.ts'
import { insertGroup, moveGroup } from '../groups/queries/groups.ts'
import { listWaitingMails } from '../mails/index.ts'
import { listRevisionsOf } from './queries/revisions.ts'

let here: TestCity
let site: Hono
let group: Browser
let desk: Browser
let office: Browser
let id = ''
let leader: Person
let now = new Date('2027-02-01T00:00:00Z')

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
  name: '紙とウェブの会',
  name_kana: 'カミトウェブノカイ',
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

const file = (name: string) => new File(['%PDF-1.4\n'], name, { type: 'application/pdf' })

const renewal = {
  representative_name: '古井 秘子',
  'representative_name.visibility': 'public',
  representative_address: '鎌ケ谷市ひみつ町1-1',
  representative_phone: '047-111-1111',
  contact_name: '連絡 二郎',
  'contact_name.visibility': 'public',
  members: '15',
  members_in_city: '11',
  fee: '年1,000円',
  activities: '里山の手入れ',
  recruiting: 'yes',
  year_report: '観察会を12回',
}

const unsent = 'まだ出していない書きかけ'

const revisionsNow = () => here.as(visitor, (scope) => listRevisionsOf(scope, id))
const answersNow = async () =>
  (await here.as(visitor, (scope) => findSheet(scope, registrationSheetKey(id))))?.answers ?? {}

const begin = async (browser: Browser) => {
  const begun = await browser.post(at(`/groups/${id}/revisions`), { kind: 'change' })
  return begun.headers.get('location') ?? ''
}
const idIn = (place: string): string => /revisions\/([^/?]+)/.exec(place)?.[1] ?? 'none'
const findRenewal = async () => (await revisionsNow()).find(({ kind }) => kind === 'renewal')

beforeAll(async () => {
  const store = await openTestStore(() => now)
  here = await openTestCity(store, 'kamagaya')
  site = await openTestSite(store, () => now)
  leader = await here.person('古井 秘子')
  group = await enter(leader)
  desk = await enter(await here.person('センター 職員', ['centre']))
  office = await enter(await here.person('市 職員', ['office']))
  const begun = await group.post(at('/groups/registration/new'), { name: registered.name })
  id = /groups\/([^/]+)\/registration/.exec(begun.headers.get('location') ?? '')?.[1] ?? ''
  await group.post(at(`/groups/${id}/registration/edit`), { ...registered, intent: 'send' })
  await desk.post(at(`/groups/${id}/registration/approval`))
})

test('団体が変更届を書いている途中でも、職員は紙の変更届を入力して受け付けられ、書きかけは読めない', async () => {
  const own = idIn(await begin(group))
  await group.post(at(`/revisions/${own}/edit`), {
    ...registered,
    activities: unsent,
    intent: 'save',
  })
  expect((await desk.get(at(`/revisions/${own}`))).status).toBe(404)
  const place = await begin(desk)
  expect(idIn(place)).not.toBe(own)
  const form = await read(desk, place)
  expect(form).not.toContain(unsent)
  expect(form).toContain('団体も、このサイトで同じ届けを書いている途中です')
  const paper = { channel: 'counter', received_on: 'R9.2.1' }
  const sent = await desk.post(place, { ...registered, fee: '年3,000円', ...paper, intent: 'send' })
  expect(sent.headers.get('location')).toContain('done=sent')
  expect((await answersNow()).fee).toBe('年3,000円')
})

test('紙の届けで変わったことは、団体の書きかけにも入り、送っても元にもどらない', async () => {
  const place = await begin(group)
  const html = await read(group, place)
  expect(html).toContain(unsent)
  expect(html).toContain('年3,000円')
  const sent = await group.post(place, {
    ...registered,
    activities: '送った活動',
    fee: '年3,000円',
    intent: 'send',
  })
  expect(sent.headers.get('location')).toContain('done=sent')
  expect((await answersNow()).fee).toBe('年3,000円')
})

test('更新の書きかけは、送られるまで職員に読めない', async () => {
  const days = { class: 'standard', opens_on: 'R9.2.1', closes_on: 'R9.3.31' }
  expect((await office.post(at('/desk/renewals'), days)).status).toBe(303)
  expect((await runJob(here, 'revisions.invite', now)).failed).toEqual([])
  const asked = await findRenewal()
  const edit = at(`/revisions/${asked?.id}/edit`)
  const draft = { ...renewal, year_report: unsent, roster_file: file('名簿.pdf'), intent: 'save' }
  expect((await group.post(edit, draft)).headers.get('location')).toContain('done=saved')
  expect(await read(group, edit)).toContain(unsent)
  for (const staff of [desk, office]) {
    expect((await staff.get(edit)).status).toBe(303)
    const html = await read(staff, at(`/revisions/${asked?.id}`))
    expect(html).not.toContain(unsent)
    expect(html).not.toContain('名簿.pdf')
    expect(html).toContain('紙で届いた更新を入力する')
  }
  const files = await here.as(visitor, (scope) =>
    scope.db
      .selectFrom('files')
      .select('id')
      .where('city_id', '=', scope.city.id)
      .where('subject_id', '=', asked?.id ?? '')
      .execute(),
  )
  expect(files).toHaveLength(1)
  expect((await group.get(at(`/files/${files[0]?.id}`))).status).toBe(200)
  expect((await desk.get(at(`/files/${files[0]?.id}`))).status).toBe(403)
})

test('紙の更新を職員が入力する間、団体の書きかけは残り、まちがえたときは団体にもどせる', async () => {
  const asked = await findRenewal()
  const page = at(`/revisions/${asked?.id}`)
  const taken = await desk.post(`${page}/paper`)
  expect(taken.headers.get('location')).toBe(`${page}/edit`)
  const form = await read(desk, `${page}/edit`)
  expect(form).not.toContain(unsent)
  expect(form).toContain('団体も、このサイトで同じ届けを書いている途中です')
  expect(await read(group, page)).toContain('紙で届いた更新を、職員が入力しています')
  expect(
    (await group.post(`${page}/edit`, { ...renewal, intent: 'send' })).headers.get('location'),
  ).toBe(page)
  expect((await desk.post(`${page}/giving-back`)).status).toBe(303)
  expect(await read(group, `${page}/edit`)).toContain(unsent)
  expect((await desk.get(`${page}/edit`)).status).toBe(303)
})

test('補正のために団体が書いている途中のものは見えず、職員には前に送られた内容が見える', async () => {
  const asked = await findRenewal()
  const page = at(`/revisions/${asked?.id}`)
  const whole = {
    ...renewal,
    year_report: '送った報告',
    accounts_file: file('決算.pdf'),
    intent: 'send',
  }
  expect((await group.post(`${page}/edit`, whole)).headers.get('location')).toContain('done=sent')
  expect(await read(desk, page)).toContain('送った報告')
  await desk.post(`${page}/correction`, { reason: '会員数を確かめてください。' })
  await group.post(`${page}/edit`, { ...renewal, year_report: unsent, intent: 'save' })
  const html = await read(desk, page)
  expect(html).toContain('送った報告')
  expect(html).toContain('決算.pdf')
  expect(html).not.toContain(unsent)
  await desk.post(`${page}/paper`)
  const form = await read(desk, `${page}/edit`)
  expect(form).toContain('送った報告')
  expect(form).not.toContain(unsent)
  await desk.post(`${page}/giving-back`)
})

test('失効した団体には、わけと、遅れた更新の受付の最後の日が両方の言葉で届く', async () => {
  now = new Date('2027-05-10T00:00:00Z')
  const told = async () =>
    (await here.as(visitor, listWaitingMails)).filter(({ body }) => body.includes('有効期限'))
  expect(await told()).toEqual([])
  expect((await runJob(here, 'revisions.lapse', now)).failed).toEqual([])
  expect((await here.as(visitor, (scope) => getGroup(scope, id))).state).toBe('lapsed')
  const [mail] = await told()
  expect(mail?.subject).toContain('登録の期限が切れました')
  expect(mail?.body).toContain('更新の届けがないまま、有効期限（令和9年3月31日')
  expect(mail?.body).toContain('遅れた更新を、令和9年6月29日')
  group = await enter(leader)
  const html = await read(group, at(`/groups/${id}/registration`))
  expect(html).toContain('登録の期限が切れています')
  expect(html).toContain('遅れた更新を、令和9年6月29日')
  const english = await read(group, `${at(`/groups/${id}/registration`)}?lang=en`)
  expect(english).toContain('A late renewal is taken until')
  expect(await read(group, at('/me?lang=ja'))).toContain('遅れた更新を送る')
})

test('遅れた更新の期限も過ぎると、終わったことと、もう一度申請できることが届く', async () => {
  now = new Date('2027-07-01T00:00:00Z')
  expect((await runJob(here, 'revisions.lapse', now)).failed).toEqual([])
  expect((await findRenewal())?.state).toBe('expired')
  const mails = (await here.as(visitor, listWaitingMails)).filter(({ subject }) =>
    subject.includes('遅れた更新の受付が終わりました'),
  )
  expect(mails).toHaveLength(1)
  expect(mails[0]?.body).toContain('もう一度、団体登録を申請してください')
})

test('人のいない団体が失効すると、電話か手紙で知らせることが職員の仕事になり、知らせると消える', async () => {
  desk = await enter(await here.person('センター 職員', ['centre']))
  const other = await here.as(visitor, async (scope) => {
    const made = await insertGroup(scope, { name: '人のいない会', channel: 'counter' })
    await moveGroup(scope, made, {
      from: 'draft',
      to: 'approved',
      facts: { number: '第9号', registered_on: '2026-05-01', valid_until: '2027-03-31' },
    })
    return made
  })
  expect((await runJob(here, 'revisions.lapse', now)).failed).toEqual([])
  const page = at(`/groups/${other}/registration`)
  expect(await read(desk, page)).toContain('知らせたと記録する')
  expect(await read(desk, at('/desk'))).toContain('登録の期限が切れたことを、電話か手紙で知らせる')
  expect((await desk.post(at(`/groups/${other}/lapse-telling`))).status).toBe(303)
  const html = await read(desk, page)
  expect(html).not.toContain('知らせたと記録する')
  expect(html).toContain('登録の期限が切れたことを、団体に知らせました')
})
