import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../world/city.ts'
import { type Browser, openBrowser, openTestSite } from '../world/site.ts'

let here: TestCity
let there: TestCity
let site: Hono
let person: Person
let browser: Browser

const at = (path: string): string => `/${here.key.slug}${path}`

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store)
  there = await openTestCity(store)
  site = await openTestSite(store, () => testNow)
  person = await here.person('欲ばりな人')
  browser = openBrowser(site)
  await browser.post(at('/sample-people'), { account: person.accountId })
})

/** What nobody is asked for, under every name by which a column might be called. */
const extra = (): Record<string, string | readonly string[]> => ({
  id: 'abcdefghjkmn',
  city_id: String(there.key.id),
  cityId: String(there.key.id),
  city: there.key.slug,
  role: 'city_admin',
  roles: ['city_admin', 'office'],
  state: 'approved',
  status: 'published',
  account_id: 'abcdefghjkmn',
  author_account: 'abcdefghjkmn',
  author_name: '市長',
  public_name: '市長',
  channel: 'counter',
  receipt_number: '偽-1',
  number: '第1号',
  sample: 'true',
  published_at: '2020-01-01',
  created_at: '2020-01-01',
  submitted_at: '2020-01-01',
  amount: '999999',
  city_share: '999999',
  score: '5',
  total: '100',
  department: 'x',
  email: 'evil@example.jp',
  email_key: 'evil@example.jp',
  password_hash: 'x',
  totp_confirmed_at: '2020-01-01',
  second_factor: 'true',
  trusted: 'true',
  __proto__: 'x',
  'constructor.prototype.trusted': 'true',
})

describe('頼まれていない欄', () => {
  test('自分の名前を変える送信では、役割もアドレスも状態も変わらない', async () => {
    const before = await accountRow()
    const response = await browser.post(at('/account'), {
      ...extra(),
      name: '名前だけ変わる人',
      name_kana: '',
      language: 'ja',
    })
    expect(response.status).toBe(303)
    expect(await accountRow()).toEqual({ ...before, name: '名前だけ変わる人' })
    expect((await here.reload(person)).roles).toEqual([])
  })

  test('利用登録では、確認の済んだ職員にはなれない', async () => {
    await openBrowser(site).post(at('/sign-up'), {
      ...extra(),
      name: '登録の人',
      name_kana: '',
      email: 'newcomer@example.jp',
      password: 'つゆのあとのあじさい',
      consent: 'yes',
    })
    const rows = await here.as(visitor, (scope) =>
      scope.db
        .selectFrom('accounts')
        .select(['city_id', 'email', 'state', 'sample', 'totp_confirmed_at'])
        .where('name', '=', '登録の人')
        .execute(),
    )
    expect(rows).toEqual([
      {
        city_id: here.key.id,
        email: 'newcomer@example.jp',
        state: 'unconfirmed',
        sample: false,
        totp_confirmed_at: null,
      },
    ])
  })

  test('地域課題は、公開されず、人の名にもならず、ほかの市にも入らない', async () => {
    const response = await browser.post(at('/issues'), {
      ...extra(),
      for: 'other',
      title: '頼まれない欄つき',
      body: '本文',
      place: '',
      consent: 'yes',
    })
    expect(response.status).toBe(303)
    const rows = await here.as(visitor, (scope) =>
      scope.db
        .selectFrom('issues')
        .select(['city_id', 'state', 'author_account', 'public_name', 'published_at', 'channel'])
        .where('title', '=', '頼まれない欄つき')
        .execute(),
    )
    expect(rows).toEqual([
      {
        city_id: here.key.id,
        state: 'submitted',
        author_account: person.accountId,
        public_name: '',
        published_at: null,
        channel: 'web',
      },
    ])
  })

  test('団体の登録は、下書きのままで、番号も見本の印も付かない', async () => {
    const response = await browser.post(at('/groups/registration/new'), {
      ...extra(),
      name: '頼まれない欄の会',
    })
    const id = /\/groups\/(\w+)\//.exec(response.headers.get('location') ?? '')?.[1] ?? ''
    await browser.post(at(`/groups/${id}/registration/edit`), { ...extra(), intent: 'save' })
    const row = await here.as(visitor, (scope) =>
      scope.db
        .selectFrom('groups')
        .select(['city_id', 'state', 'number', 'receipt_number', 'sample', 'channel'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    )
    expect(row).toEqual({
      city_id: here.key.id,
      state: 'draft',
      number: null,
      receipt_number: null,
      sample: false,
      channel: 'web',
    })
  })

  test('役割は、市の管理者の画面からも、その市の役割のほかは与えられない', async () => {
    const admin = await here.person('市の管理者', ['city_admin'])
    const desk = openBrowser(site)
    await desk.post(at('/sample-people'), { account: admin.accountId })
    for (const role of ['operator', 'system', 'representative', '__proto__', 'constructor', '']) {
      const response = await desk.post(at(`/staff/${person.accountId}/roles`), {
        ...extra(),
        role,
      })
      expect([role, response.status]).toEqual([role, 422])
    }
    expect((await here.reload(person)).roles).toEqual([])
    const fine = await desk.post(at(`/staff/${person.accountId}/roles`), { role: 'centre' })
    expect(fine.status).toBe(303)
    expect((await here.reload(person)).roles).toEqual(['centre'])
  })
})

const accountRow = () =>
  here.as(visitor, (scope) =>
    scope.db
      .selectFrom('accounts')
      .select(['city_id', 'id', 'email', 'name', 'state', 'sample', 'totp_confirmed_at'])
      .where('id', '=', person.accountId)
      .executeTakeFirstOrThrow(),
  )
