import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { type Browser, openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { getRegistrationPreset } from '../groups/index.ts'
import { saveRegistrationSettings } from '../groups/queries/settings.ts'

let here: TestCity
let site: Hono

beforeAll(async () => {
  const store = await openTestStore(() => testNow)
  here = await openTestCity(store, 'kamagaya')
  site = await openTestSite(store, () => testNow)
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

type Sent = Record<string, string | readonly string[]>

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

const begin = async (browser: Browser, id: string): Promise<string> => {
  const begun = await browser.post(at(`/groups/${id}/revisions`), { kind: 'change' })
  return /revisions\/([^/]+)\/edit/.exec(begun.headers.get('location') ?? '')?.[1] ?? 'not begun'
}

const opened = (name: string): Sent => ({
  ...registered(name),
  'contact_phone.visibility': 'public',
  intent: 'send',
})

const publicPage = (id: string) => read(openBrowser(site), at(`/groups/${id}`))

test('だれでも見られるようになる項目は、送る前にもう一度たしかめる', async () => {
  const { id, group } = await register('たしかめる会')
  const revision = await begin(group, id)
  const asked = await group.post(at(`/revisions/${revision}/edit`), opened('たしかめる会'))
  expect(asked.status).toBe(422)
  const html = await asked.text()
  expect(checkHtml(html)).toEqual([])
  expect(html).toContain('id="opening-contact_phone"')
  expect(html).toContain('を公開してよい')
  expect(await publicPage(id)).not.toContain('047-222-2222')
  const agreed = { ...opened('たしかめる会'), opening: ['contact_phone'] }
  const sent = await group.post(at(`/revisions/${revision}/edit`), agreed)
  expect(sent.headers.get('location')).toContain('done=sent')
  expect(await publicPage(id)).toContain('047-222-2222')
})

test('公開のしかただけを変えた届けも、変更前と変更後が団体とセンターに見え、記録に残る', async () => {
  const { id, group, desk } = await register('見せ方の会')
  const revision = await begin(group, id)
  const agreed = { ...opened('見せ方の会'), opening: ['contact_phone'] }
  await group.post(at(`/revisions/${revision}/edit`), agreed)
  for (const browser of [group, desk]) {
    const html = await read(browser, at(`/revisions/${revision}`))
    const changes = html.slice(html.indexOf('id="changes"'))
    for (const told of ['（公開のしかた）', '関係者だけに見せる', '公開する', '反映済み'])
      expect(changes).toContain(told)
    expect(html).not.toContain('変わったところがありません')
  }
  expect(await read(group, at(`/groups/${id}/registration`))).toContain('の公開のしかた）')
})

test('せまくするのは、たしかめずにすぐに反映される', async () => {
  const { id, group } = await register('とじる会')
  const first = await begin(group, id)
  await group.post(at(`/revisions/${first}/edit`), {
    ...opened('とじる会'),
    opening: ['contact_phone'],
  })
  const revision = await begin(group, id)
  const form = { ...registered('とじる会'), intent: 'send' }
  const sent = await group.post(at(`/revisions/${revision}/edit`), form)
  expect(sent.headers.get('location')).toContain('done=sent')
  expect(await publicPage(id)).not.toContain('047-222-2222')
})

test('公開を市が確かめてからにする市では、認めるまで公開されない', async () => {
  const { id, group, desk } = await register('待つ会')
  await here.as(visitor, async (scope) => {
    const preset = await getRegistrationPreset(scope)
    const classes = preset.classes.map((one) => ({
      ...one,
      changes: { ...one.changes, openings: 'by_desk' as const },
    }))
    await saveRegistrationSettings(scope, { ...preset, classes })
  })
  const revision = await begin(group, id)
  const agreed = { ...opened('待つ会'), opening: ['contact_phone'] }
  await group.post(at(`/revisions/${revision}/edit`), agreed)
  expect(await publicPage(id)).not.toContain('047-222-2222')
  expect(await read(desk, at(`/revisions/${revision}`))).toContain('確認の後')
  expect((await desk.post(at(`/revisions/${revision}/approval`))).status).toBe(303)
  expect(await publicPage(id)).toContain('047-222-2222')
  expect(await read(desk, at(`/revisions/${revision}`))).toContain('反映済み')
})
