import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { type Browser, openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { insertMembership } from '../accounts/index.ts'
import { beginPeriod, findPresence } from './index.ts'

let here: TestCity
let site: Hono
let desk: Browser
let group = ''

const at = (path: string): string => `/${here.key.slug}${path}`
const nobody = 'この団体には、サインインできる人がいません'

const read = async (browser: Browser, path: string): Promise<string> => {
  const response = await browser.get(at(path))
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}

const enter = async (accountId: string): Promise<Browser> => {
  const browser = openBrowser(site)
  await browser.post(at('/sample-people'), { account: accountId })
  return browser
}

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'chigasaki')
  site = await openTestSite(store, () => testNow)
  desk = await enter((await here.person('窓口 の人', ['centre'])).accountId)
  group = newId()
  await here.as(visitor, async (scope) => {
    await scope.db
      .insertInto('groups')
      .values({
        city_id: scope.city.id,
        id: group,
        state: 'approved',
        channel: 'counter',
        receipt_number: '団登R8-0009',
        number: '第9号',
        registered_on: '2026-04-01',
        valid_until: '2028-03-31',
        name: '紙の会',
        created_at: testNow,
        updated_at: testNow,
      })
      .execute()
    const held = { groupId: group, class: 'standard', number: '第9号' } as const
    const days = { beganOn: '2026-04-01', validUntil: '2028-03-31' } as const
    await beginPeriod(scope, { ...held, ...days, how: 'new' })
  })
})

test('サインインできる人のいない登録団体では、職員は招待と再設定へ進める', async () => {
  for (const page of ['', '/registration', '/roster']) {
    const html = await read(desk, `/groups/${group}${page}`)
    expect([page, html.includes(nobody)]).toEqual([page, true])
    expect(html).toContain(`href="${at(`/groups/${group}/members`)}"`)
    expect(html).toContain(`href="${at(`/groups/${group}/recovery`)}"`)
  }
})

test('団体の公開ページには、職員にだけ、登録・メンバー・名簿への道がある', async () => {
  const html = await read(desk, `/groups/${group}`)
  for (const page of ['registration', 'members', 'roster'])
    expect(html).toContain(`href="${at(`/groups/${group}/${page}`)}"`)
  const visitors = await read(openBrowser(site), `/groups/${group}`)
  expect(visitors).not.toContain('職員の方へ')
  expect(visitors).not.toContain(nobody)
})

test('登録済みの一覧の期限は、登録の最後の日', async () => {
  const html = await read(desk, '/desk/registrations?state=approved')
  expect(html).toContain('登録の期限')
  expect(html).toContain('令和10年3月31日')
  expect(await read(desk, '/desk/registrations')).not.toContain('登録の期限')
})

test('代表者のいない団体と、代表者のいる団体は、ちがって見える', async () => {
  const one = await here.person('会員 一郎')
  const place = { accountId: one.accountId, groupId: group }
  await here.as(visitor, (scope) => insertMembership(scope, { ...place, role: 'member' }))
  expect(await read(desk, `/groups/${group}/registration`)).toContain(
    'この団体には、サインインできる代表者がいません',
  )
  const two = await here.person('代表 二郎')
  await here.as(visitor, (scope) =>
    insertMembership(scope, {
      groupId: group,
      accountId: two.accountId,
      role: 'representative',
    }),
  )
  expect(await here.as(visitor, (scope) => findPresence(scope, group))).toBe('led')
  for (const page of ['', '/registration', '/roster'])
    expect(await read(desk, `/groups/${group}${page}`)).not.toContain('サインインできる')
  expect(await read(await enter(two.accountId), `/groups/${group}`)).not.toContain('職員の方へ')
})
