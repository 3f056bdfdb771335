import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { type Browser, openBrowser, openTestSite } from '#tests/world/site.ts'
import { lifetimes } from './account.ts'
import { findAccountByEmail } from './queries/accounts.ts'

let town: TestCity
let site: Hono
let now = testNow

beforeAll(async () => {
  const store = await openTestStore(() => now)
  town = await openTestCity(store)
  site = await openTestSite(store, () => now)
})

const password = 'かわをわたるさぎのむれ'
const at = (path: string): string => `/${town.key.slug}${path}`
const to = (response: Response): string => response.headers.get('location') ?? ''
const later = (seconds: number): void => {
  now = new Date(now.getTime() + seconds * 1000)
}

const signUp = (browser: Browser, email: string, more: Record<string, string> = {}) =>
  browser.post(at('/sign-up'), { name: '新しい人', email, password, consent: 'yes', ...more })

/** The links that were mailed to an address, oldest first. */
const linksTo = (email: string): Promise<readonly string[]> =>
  town.as(visitor, async (scope) => {
    const rows = await scope.db
      .selectFrom('mails')
      .select('body')
      .where('city_id', '=', scope.city.id)
      .where('to_address', '=', email)
      .orderBy('created_at')
      .execute()
    return rows.map(({ body }) => /https?:\/\/[^/]+(\/\S+)/.exec(body)?.[1] ?? '')
  })

const lockedIn = (location: string): string =>
  new URL(location, 'http://x').searchParams.get('to') ?? ''

describe('メールを送ったあとの画面', () => {
  test('宛先、届かないときにすること、もう一度送るボタン、見本の世界での読み方を示す', async () => {
    const browser = openBrowser(site)
    const html = await (await browser.get(to(await signUp(browser, 'aki@example.jp')))).text()
    expect(html).toContain('宛先：aki@example.jp')
    expect(html).toContain('迷惑メール')
    expect(html).toContain('もう一度メールを送る')
    expect(html).toContain('bin/tsunagu mail list --text')
  })

  test('もう一度送ると新しいリンクが届き、それで確認できる', async () => {
    const browser = openBrowser(site)
    const email = 'haru@example.jp'
    const sent = to(await signUp(browser, email))
    const again = await browser.post(at('/sign-up/sent'), { to: lockedIn(sent) })
    expect(to(again)).toContain('done=sent-again')
    expect(await (await browser.get(to(again))).text()).toContain('もう一度送りました')
    const links = await linksTo(email)
    expect(links).toHaveLength(2)
    expect((await browser.post(links[1]!)).status).toBe(303)
    expect((await browser.post(at('/sign-in'), { email, password })).status).toBe(303)
  })

  test('何度押しても、1時間に5通までしか送らない', async () => {
    const browser = openBrowser(site)
    const email = 'natsu@example.jp'
    const sent = lockedIn(to(await signUp(browser, email)))
    for (let i = 0; i < 8; i += 1)
      expect((await browser.post(at('/sign-up/sent'), { to: sent })).status).toBe(303)
    expect(await linksTo(email)).toHaveLength(5)
  })

  test('登録のある宛先とない宛先の、どちらにも同じ画面が出る', async () => {
    const { accountId } = await town.person('登録のある人')
    const known = await town.as(visitor, (scope) =>
      scope.db
        .selectFrom('accounts')
        .select('email')
        .where('city_id', '=', scope.city.id)
        .where('id', '=', accountId)
        .executeTakeFirstOrThrow(),
    )
    const shown = async (path: '/reset' | '/sign-up', email: string): Promise<string> => {
      const browser = openBrowser(site)
      const sent =
        path === '/reset'
          ? to(await browser.post(at('/reset'), { email }))
          : to(await signUp(browser, email))
      const again = to(await browser.post(at('/sign-up/sent'), { to: lockedIn(sent) }))
      const html = await (await browser.get(again)).text()
      return `${lockedIn(sent).length} ${html}`
        .replaceAll(email, 'X')
        .replace(/value="[^"]+"|href="[^"]*"/g, '')
    }
    const unknown = known.email.replace(/^./, (sign) => (sign === 'z' ? 'y' : 'z'))
    expect(await shown('/reset', unknown)).toBe(await shown('/reset', known.email))
    expect(await shown('/sign-up', `a${unknown.slice(1)}`)).toBe(
      await shown('/sign-up', known.email),
    )
  })

  test('書きかえた宛先には送らない', async () => {
    const browser = openBrowser(site)
    const sent = lockedIn(to(await signUp(browser, 'fuyu@example.jp')))
    const forged = `${sent.slice(0, -4)}AAAA`
    expect(to(await browser.post(at('/sign-up/sent'), { to: forged }))).toBe(at('/sign-in'))
    expect(await linksTo('fuyu@example.jp')).toHaveLength(1)
  })

  test('確認がまだの人がログインすると、その場でメールをもう一度送れる', async () => {
    const browser = openBrowser(site)
    const email = 'yuki@example.jp'
    await signUp(browser, email)
    const html = await (await browser.post(at('/sign-in'), { email, password })).text()
    const locked = /name="to" value="([^"]+)"/.exec(html)?.[1] ?? ''
    await browser.post(at('/sign-up/sent'), { to: locked })
    expect(await linksTo(email)).toHaveLength(2)
  })

  test('先に他人が登録した宛先の持ち主がやり直した後は、他人が送り直しても確認のリンクにならない', async () => {
    const email = 'mochinushi@example.jp'
    const stranger = openBrowser(site)
    const sent = lockedIn(to(await signUp(stranger, email)))
    later(1)
    await openBrowser(site).post(at('/reset'), { email })
    later(1)
    await stranger.post(at('/sign-up/sent'), { to: sent })
    const links = await linksTo(email)
    expect(links.map((link) => link.split('/')[2])).toEqual(['confirmation', 'reset', 'reset'])
  })
})

describe('使えなくなった確認のリンク', () => {
  test('使った後は、確認は終わっていると言い、ログインへ導く', async () => {
    const browser = openBrowser(site)
    await signUp(browser, 'owatta@example.jp')
    const [link = ''] = await linksTo('owatta@example.jp')
    await browser.post(link)
    const html = await (await browser.get(link)).text()
    expect(html).toContain('確認は終わっています')
    expect(html).toContain(`href="${at('/sign-in')}"`)
    expect(html).not.toContain('もう一度メールを送る')
  })

  test('期限が過ぎたら、その場で新しいリンクを送れる', async () => {
    const browser = openBrowser(site)
    const email = 'kigen@example.jp'
    await signUp(browser, email)
    const [link = ''] = await linksTo(email)
    later(lifetimes.confirmation + 60)
    const html = await (await browser.get(link)).text()
    expect(html).toContain('このリンクの期限が過ぎました')
    expect((await browser.post(link)).status).toBe(422)
    expect(to(await browser.post(`${link}/mail`))).toContain('done=sent-again')
    const links = await linksTo(email)
    expect((await browser.post(links[1]!)).status).toBe(303)
  })

  test('知らないリンクは、ログインと、新しいメールの両方へ導く', async () => {
    const html = await (await openBrowser(site).get(at('/confirmation/nothing'))).text()
    expect(html).toContain(`href="${at('/sign-in')}"`)
    expect(html).toContain(`href="${at('/reset')}"`)
  })
})

describe('期限が切れてから送った内容は、登録や再設定をはさんでも', () => {
  const keptIn = (html: string): string =>
    (/name="kept_form" value="([^"]+)"/.exec(html)?.[1] ?? '')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&')
  const typed = { name: '新しい名前', name_kana: 'アタラシイ', language: 'ja' }

  test('登録の画面に運ばれ、登録した人が入るともどる', async () => {
    const browser = openBrowser(site)
    const asked = await (await browser.post(at('/account'), typed)).text()
    const carried = await browser.post(at('/sign-up'), { kept_form: keptIn(asked) })
    expect(carried.status).toBe(200)
    const page = await carried.text()
    const email = 'modoru@example.jp'
    const missing = await signUp(browser, email, { kept_form: keptIn(page), consent: '' })
    expect(missing.status).toBe(422)
    await signUp(browser, email, { kept_form: keptIn(await missing.text()), next: at('/account') })
    const confirmed = await browser.post((await linksTo(email))[0]!, { next: at('/account') })
    const entered = await browser.post(at('/sign-in'), {
      email,
      password,
      next: new URL(to(confirmed), 'http://x').searchParams.get('next') ?? '',
    })
    expect(to(entered)).toMatch(/\?written=/)
    expect(await (await browser.get(to(entered))).text()).toContain('value="新しい名前"')
  })

  test('パスワードの再設定をはさんでも、書いた本人が入るともどる', async () => {
    const browser = openBrowser(site)
    const email = 'wasureta@example.jp'
    await signUp(browser, email)
    await browser.post((await linksTo(email))[0]!)
    await browser.post(at('/sign-in'), { email, password })
    later(lifetimes.residentSession + 1)
    const asked = await (await browser.post(at('/account'), typed)).text()
    const carried = await (await browser.post(at('/reset'), { kept_form: keptIn(asked) })).text()
    await browser.post(at('/reset'), { email, kept_form: keptIn(carried) })
    const chosen = { password: 'はるのうみのたりのたり' }
    await browser.post((await linksTo(email)).at(-1)!, chosen)
    const entered = await browser.post(at('/sign-in'), { email, ...chosen })
    expect(to(entered)).toMatch(/\?written=/)
    expect(await (await browser.get(to(entered))).text()).toContain('value="新しい名前"')
  })

  test('だれが書いたか分からない内容は、再設定を頼まれた宛先の人の前には出ない', async () => {
    const browser = openBrowser(site)
    const email = 'nerawareta@example.jp'
    await signUp(browser, email)
    await browser.post((await linksTo(email))[0]!)
    const stranger = openBrowser(site)
    const asked = await (await stranger.post(at('/account'), typed)).text()
    await stranger.post(at('/reset'), { email, kept_form: keptIn(asked) })
    const entered = await browser.post(at('/sign-in'), { email, password })
    expect(to(entered)).toBe(at('/me'))
    const account = await town.as(visitor, (scope) => findAccountByEmail(scope, email))
    expect(account?.name).toBe('新しい人')
  })
})
