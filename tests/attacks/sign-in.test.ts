import { randomInt } from 'node:crypto'
import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { listWaitingMails } from '#capabilities/mails/index.ts'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../world/city.ts'
import { type Browser, openBrowser, openTestSite } from '../world/site.ts'

let here: TestCity
let there: TestCity
let site: Hono
let now = testNow

beforeAll(async () => {
  const store = await openTestStore(() => now)
  here = await openTestCity(store)
  there = await openTestCity(store, 'chigasaki')
  site = await openTestSite(store, () => now)
})

const at = (path: string): string => `/${here.key.slug}${path}`
const password = 'つゆのあとのあじさい'

const lastLink = async (
  email: string,
  kind: 'confirmation' | 'reset' = 'confirmation',
): Promise<string> => {
  const mails = await here.as(visitor, listWaitingMails)
  const mail = mails.find((one) => one.to_address === email && one.body.includes(`/${kind}/`))
  return /http:\/\/localhost:3000(\S+)/.exec(mail?.body ?? '')?.[1] ?? ''
}

const signUp = async (browser: Browser, email: string): Promise<Response> =>
  browser.post(at('/sign-up'), {
    name: '鈴木 花子',
    name_kana: 'すずき はなこ',
    email,
    password,
    consent: 'yes',
  })

const newPerson = async (email: string): Promise<Browser> => {
  const browser = openBrowser(site)
  await signUp(browser, email)
  await browser.post(await lastLink(email))
  return browser
}

describe('利用登録からログアウトまで', () => {
  test('登録し、届いたリンクで確かめ、ログインし、ログアウトすると戻れない', async () => {
    const browser = openBrowser(site)
    expect((await signUp(browser, 'hanako@example.jp')).headers.get('location')).toContain(
      at('/sign-up/sent?to='),
    )
    const early = await browser.post(at('/sign-in'), { email: 'hanako@example.jp', password })
    expect(early.status).toBe(422)
    expect(await early.text()).toContain('確認がまだです')
    const link = await lastLink('hanako@example.jp')
    expect((await browser.get(link)).status).toBe(200)
    expect((await browser.post(link)).status).toBe(303)
    expect((await browser.post(link)).status).toBe(422)
    const entered = await browser.post(at('/sign-in'), { email: 'HANAKO@example.jp', password })
    expect(entered.status).toBe(303)
    const stolen = new Map(browser.cookies)
    expect((await browser.post(at('/sign-out'))).status).toBe(303)
    const thief = openBrowser(site)
    for (const [name, value] of stolen) thief.cookies.set(name, value)
    expect((await thief.post(at('/sign-out-everywhere'))).headers.get('location')).toContain(
      '/sign-in?next=',
    )
  })

  test('他人が先に自分のアドレスで登録しても、その人のパスワードが通るようにはならない', async () => {
    const email = `pre-${randomInt(1e9)}@example.jp`
    const attacker = openBrowser(site)
    await signUp(attacker, email)
    const first = await lastLink(email)
    const owner = openBrowser(site)
    const sent = await owner.post(at('/sign-up'), {
      name: '本人',
      email,
      password: 'はるのうみのたりのたり',
      consent: 'yes',
    })
    expect(sent.headers.get('location')).toContain(at('/sign-up/sent?to='))
    expect((await owner.post(first)).status).toBe(422)
    const chosen = { password: 'はるのうみのたりのたり' }
    expect((await owner.post(await lastLink(email, 'reset'), chosen)).status).toBe(303)
    expect((await owner.post(at('/sign-in'), { email, ...chosen })).status).toBe(303)
    expect((await attacker.post(at('/sign-in'), { email, password })).status).toBe(422)
  })

  test('書き方のまちがいは、項目のそばで一度に知らせ、書いたものは残る', async () => {
    const response = await openBrowser(site).post(at('/sign-up'), {
      name: '<b>山田</b>',
      email: 'x',
      password: 'short',
      name_kana: '鈴木',
    })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('<title>エラー')
    expect(html.match(/class="error-text"/g)?.length).toBe(4)
    expect(html).toContain('value="&lt;b>山田&lt;/b>"')
    expect(html).not.toContain('short"')
  })

  test('登録済みかどうかは、画面からはわからない', async () => {
    await newPerson('taro@example.jp')
    const known = await signUp(openBrowser(site), 'taro@example.jp')
    const unknown = await signUp(openBrowser(site), 'jiro@example.jp')
    // What is locked in the address differs, its length does not.
    const shape = ({ headers }: Response): string =>
      (headers.get('location') ?? '').replace(/[\w.-]+$/, (locked) => String(locked.length))
    expect(shape(known)).toBe(shape(unknown))
    const wrong = await openBrowser(site).post(at('/sign-in'), {
      email: 'taro@example.jp',
      password: 'ちがうパスワードです',
    })
    const nobody = await openBrowser(site).post(at('/sign-in'), {
      email: 'nobody@example.jp',
      password: 'ちがうパスワードです',
    })
    const visible = async (response: Response): Promise<string> =>
      (await response.text()).replace(/value="[^"]*"/g, '')
    expect(await visible(wrong)).toBe(await visible(nobody))
  })

  test('パスワードを変えると、ほかの端末のログインは終わる', async () => {
    const email = 'saburo@example.jp'
    await newPerson(email)
    const phone = openBrowser(site)
    await phone.post(at('/sign-in'), { email, password })
    expect((await phone.get(at('/account'))).status).not.toBe(303)
    await openBrowser(site).post(at('/reset'), { email })
    const link = await lastLink(email, 'reset')
    expect((await openBrowser(site).post(link, { password: 'あたらしいことばです' })).status).toBe(
      303,
    )
    expect((await phone.post(at('/sign-out-everywhere'))).headers.get('location')).toContain(
      '/sign-in?next=',
    )
  })

  test('古いリンクは使えない', async () => {
    const email = 'shiro@example.jp'
    await newPerson(email)
    await openBrowser(site).post(at('/reset'), { email })
    const link = await lastLink(email, 'reset')
    now = new Date(testNow.getTime() + 61 * 60_000)
    expect((await openBrowser(site).post(link, { password: 'あたらしいことばです' })).status).toBe(
      422,
    )
    now = testNow
  })
})

describe('総当たり', () => {
  test('10回続けて失敗すると、正しいパスワードでもしばらく入れず、時間がたてば入れる', async () => {
    const email = 'goro@example.jp'
    await newPerson(email)
    const browser = openBrowser(site)
    for (let i = 0; i < 10; i += 1)
      await browser.post(at('/sign-in'), { email, password: `wrong-password-${i}` })
    const held = await browser.post(at('/sign-in'), { email, password })
    expect(held.status).toBe(422)
    expect(await held.text()).toContain('15分')
    now = new Date(testNow.getTime() + 16 * 60_000)
    expect((await browser.post(at('/sign-in'), { email, password })).status).toBe(303)
    now = testNow
  })
})

describe('市をまたぐログイン', () => {
  test('ある市のログインは、別の市では使えない', async () => {
    const person = await here.person('一つの市の人')
    const browser = openBrowser(site)
    await browser.post(at('/sample-people'), { account: person.accountId })
    const [[, token] = ['', '']] = [...browser.cookies]
    browser.cookies.set(`session-${there.key.slug}`, token)
    expect(
      (await browser.post(`/${there.key.slug}/sign-out-everywhere`)).headers.get('location'),
    ).toContain('/sign-in?next=')
    const elsewhere = await openBrowser(site).post(`/${there.key.slug}/sample-people`, {
      account: person.accountId,
    })
    expect(elsewhere.status).toBe(404)
  })
})
