import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { runJob } from '../../../tests/world/jobs.ts'
import { type Browser, openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { insertMembership } from '../accounts/index.ts'
import { listWaitingMails } from '../mails/index.ts'
import { listRevisionsOf } from './queries/revisions.ts'

let here: TestCity
let site: Hono
let office: Browser
let centre: Browser
let group = ''

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

const open = async (opensOn: string): Promise<string> => {
  const days = { opens_on: opensOn, closes_on: '2026-12-28' }
  const opened = await office.post(at('/desk/renewals'), { class: 'standard', ...days })
  expect(opened.status).toBe(303)
  return (opened.headers.get('location') ?? '').split('?')[0] ?? ''
}

const revisionsNow = async () =>
  (await here.as(visitor, (scope) => listRevisionsOf(scope, group))).map(({ state }) => state)

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'kamakura')
  site = await openTestSite(store, () => testNow)
  office = await enter(await here.person('担当課 の人', ['office']))
  centre = await enter(await here.person('センター の人', ['centre']))
  const leader = await here.person('代表 の人')
  group = newId()
  await here.as(visitor, async (scope) => {
    await scope.db
      .insertInto('groups')
      .values({
        city_id: scope.city.id,
        id: group,
        state: 'approved',
        receipt_number: '団登R8-0001',
        number: '第1号',
        registered_on: '2026-04-01',
        name: '鎌倉の会',
        created_at: testNow,
        updated_at: testNow,
      })
      .execute()
    const place = { groupId: group, accountId: leader.accountId } as const
    await insertMembership(scope, { ...place, role: 'representative' })
  })
})

test('受付を開くのは担当課だと、センターの職員には書いてある', async () => {
  const html = await read(centre, at('/desk/renewals'))
  expect(html).toContain('受付を開くのは、市の協働担当課です。')
  expect(html).toContain('ふつう10月15日から12月28日まで')
  expect(html).not.toContain('この日程で開く')
  expect(html).not.toContain('年度の終わりに')
})

test('開く前に対象の団体の数が、開いた後に案内の日が分かる', async () => {
  expect(await read(office, at('/desk/renewals'))).toContain('対象は、今の登録で1団体です。')
  const place = await open('2026-12-01')
  const html = await read(office, place)
  expect(html).toContain('案内は、令和8年12月1日')
  expect(html).toContain('対象の1団体へ')
  // Registrations of this city have no end: there is nothing to show in such a column.
  expect(html).not.toContain('登録の期限')
  const off = await office.post(`${place}/calling-off`)
  expect(off.headers.get('location')).toBe(`${at('/desk/renewals')}?done=called-off`)
  expect(await read(office, at('/desk/renewals'))).toContain('この日程で開く')
})

test('返事のない受付は取りやめられ、案内した団体に知らされ、また開ける', async () => {
  const place = await open('2026-11-20')
  expect(await read(office, place)).toContain('案内を送っています（これから送る団体：1）')
  await runJob(here, 'revisions.invite')
  expect(await revisionsNow()).toEqual(['draft'])
  expect(await read(office, place)).not.toContain('案内を送っています')
  expect((await centre.post(`${place}/calling-off`)).status).toBe(403)
  expect((await office.post(`${place}/calling-off`)).status).toBe(303)
  await runJob(here, 'revisions.call-off')
  expect(await revisionsNow()).toEqual(['withdrawn'])
  const told = (await here.as(visitor, listWaitingMails)).map(({ subject }) => subject)
  expect(told.filter((subject) => subject.includes('取りやめました'))).toHaveLength(1)
  await open('2026-11-20')
  await runJob(here, 'revisions.invite')
  expect(await revisionsNow()).toContain('draft')
})

test('返事をした団体があるときは取りやめられず、理由が分かる', async () => {
  await here.as(visitor, (scope) =>
    scope.db
      .updateTable('revisions')
      .set({ state: 'sent', receipt_number: '団更R8-0001' })
      .where('city_id', '=', scope.city.id)
      .where('state', '=', 'draft')
      .execute(),
  )
  const list = await read(office, at('/desk/renewals'))
  const place = /href="([^"]*\/desk\/renewals\/[^"]+)"/.exec(list)?.[1] ?? ''
  expect(await read(office, place)).not.toContain('calling-off')
  const refused = await office.post(`${place}/calling-off`)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('返事をした団体があるので、取りやめられません')
  expect((await revisionsNow()).includes('sent')).toBe(true)
})

test('期限のない登録の更新では、期限がのびるとは言わない', async () => {
  const all = await here.as(visitor, (scope) => listRevisionsOf(scope, group))
  const sent = all.find(({ state }) => state === 'sent')
  const html = await read(centre, at(`/revisions/${sent?.id}`))
  expect(html).toContain('登録はそのまま続きます')
  expect(html).not.toContain('先にのび')
})
