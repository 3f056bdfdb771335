import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import type { Person } from '#kernel/actor.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { openTestCity, openTestStore, type TestCity } from '../../../tests/world/city.ts'
import { runJob } from '../../../tests/world/jobs.ts'
import { type Browser, openBrowser, openTestSite } from '../../../tests/world/site.ts'

let here: TestCity
let site: Hono
/** In the time in which registrations are renewed. */
const now = new Date('2027-02-01T00:00:00Z')

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

const read = async (browser: Browser, path: string): Promise<string> => {
  const response = await browser.get(path)
  expect([path, response.status]).toEqual([path, 200])
  const html = await response.text()
  expect(checkHtml(html)).toEqual([])
  return html
}

type Sent = Record<string, string | Blob | readonly string[]>

const registered = (name: string): Sent => ({
  name,
  name_kana: 'カマガヤミドリノカイ',
  legal_form: 'unincorporated',
  founded: 'H20.4.1',
  purpose: '緑を守る',
  activities: '里山の手入れ',
  fields: ['environment'],
  representative_title: '会長',
  representative_name: '緑 一郎',
  'representative_name.visibility': 'public',
  representative_address: '鎌ケ谷市ひみつ町1-1',
  representative_phone: '047-111-1111',
  contact_name: '緑 二郎',
  contact_phone: '047-222-2222',
  'contact_phone.visibility': 'partial',
  members: '12',
  members_in_city: '9',
  fee: '年1,000円',
  recruiting: 'yes',
  consent_publication: 'yes',
  pledge: 'yes',
})

/** A registered group of which nobody but the desk knows the telephone. */
const register = async (name: string) => {
  const group = await enter(await here.person('緑 一郎'))
  const desk = await enter(await here.person('センター 職員', ['centre']))
  const begun = await group.post(at('/groups/registration/new'), { name })
  const id = /groups\/([^/]+)\/registration/.exec(begun.headers.get('location') ?? '')?.[1] ?? ''
  const form = { ...registered(name), intent: 'send' }
  await group.post(at(`/groups/${id}/registration/edit`), form)
  expect((await desk.post(at(`/groups/${id}/registration/approval`))).status).toBe(303)
  return { id, group, desk }
}

const file = (name: string) =>
  new File(['%PDF-1.4\n%âãÏÓ\n1 0 obj\n'], name, { type: 'application/pdf' })

const renewal: Sent = {
  ...registered('名簿を渡す会'),
  year_report: '観察会を12回',
  accounts_file: file('決算.pdf'),
  intent: 'send',
}

test('窓口で渡すといった書類はファイルがなくても送れ、センターが受け取るまで、まだと示される', async () => {
  const { id, group, desk } = await register('名簿を渡す会')
  const office = await enter(await here.person('市 職員', ['office']))
  const days = { class: 'standard', opens_on: 'R9.2.1', closes_on: 'R9.3.31' }
  expect((await office.post(at('/desk/renewals'), days)).status).toBe(303)
  expect((await runJob(here, 'revisions.invite', now)).failed).toEqual([])
  const html = await read(group, at(`/groups/${id}/registration`))
  const page = at(`/revisions/${/revisions\/([a-z0-9]+)"/.exec(html)?.[1]}`)
  expect(await read(group, `${page}/edit`)).toContain('name="roster_file.by_hand"')
  expect((await group.post(`${page}/edit`, renewal)).status).toBe(422)
  const sent = await group.post(`${page}/edit`, { ...renewal, 'roster_file.by_hand': 'yes' })
  expect(sent.headers.get('location')).toContain('done=sent')
  expect(await read(group, page)).toContain('まだ受け取っていません')
  await group.post(`${page}/papers`, { field: 'roster_file' })
  expect(await read(desk, page)).toContain('まだ受け取っていません')
  expect((await desk.post(`${page}/papers`, { field: 'roster_file' })).status).toBe(303)
  for (const browser of [group, desk]) {
    const shown = await read(browser, page)
    expect(shown).not.toContain('まだ受け取っていません')
    expect(shown).toContain('窓口で書類を受け取りました')
  }
})

test('登録の書類も、市が窓口でよいというものは窓口で渡せる', async () => {
  const group = await enter(await here.person('緑 一郎'))
  const desk = await enter(await here.person('センター 職員', ['centre']))
  const begun = await group.post(at('/groups/registration/new'), { name: '規約を渡す会' })
  const page = (begun.headers.get('location') ?? '').replace(/\/edit.*$/, '')
  const form = { ...registered('規約を渡す会'), 'rules_file.by_hand': 'yes', intent: 'send' }
  const sent = await group.post(`${page}/edit`, form)
  expect(sent.headers.get('location')).toContain('done=submitted')
  expect(await read(desk, page)).toContain('まだ受け取っていません')
  expect((await desk.post(`${page}/papers`, { field: 'rules_file' })).status).toBe(303)
  expect(await read(group, page)).not.toContain('まだ受け取っていません')
})

test('70代以上の会員が会員の数より多い登録は、送れない', async () => {
  const group = await enter(await here.person('緑 一郎'))
  const begun = await group.post(at('/groups/registration/new'), { name: '数の合わない会' })
  const page = (begun.headers.get('location') ?? '').replace(/\/edit.*$/, '')
  const wrong = {
    ...registered('数の合わない会'),
    members: '9',
    members_70_up: '12',
    intent: 'send',
  }
  const answer = await group.post(`${page}/edit`, wrong)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('href="#members_70_up"')
})
