import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { generate } from 'otplib'
import { beforeAll, describe, expect, test } from 'vitest'
import { saveSettings, touchDirectory } from '#capabilities/cities/index.ts'
import { secretsUnder } from '#data/secrets.ts'
import { type CityRole, visitor } from '#kernel/actor.ts'
import { defaultSettings } from '#kernel/city.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { type Browser, openBrowser, openTestSite } from '#tests/world/site.ts'
import type { Command } from '../../cli/command.ts'
import { resetSecondFactorCommand } from '../../cli/user.ts'
import type { Config } from '../../config.ts'
import { forgetLostKeys } from './actions/second-factor.ts'
import { openTestGroup } from './group.fixture.ts'
import { hashPassword } from './password.ts'
import { findSecrets, insertAccount, openKey, updateAccount } from './queries/accounts.ts'
import { insertFreeMembership } from './queries/memberships.ts'
import { insertRoleGrant } from './queries/roles.ts'

let town: TestCity
let strict: TestCity
let site: Hono
let now = testNow

const password = 'かわをわたるさぎのむれ'
let passwordHash = ''

beforeAll(async () => {
  const store = await openTestStore(() => now)
  town = await openTestCity(store)
  strict = await openTestCity(store, 'chigasaki')
  await strict.as(visitor, async (scope) => {
    await saveSettings(scope, { ...defaultSettings, staffSecondFactor: true })
    touchDirectory(scope)
  })
  site = await openTestSite(store, () => now)
  passwordHash = await hashPassword(password)
})

type Account = { readonly id: string; readonly email: string; readonly city: TestCity }

const newAccount = async (city: TestCity, roles: readonly CityRole[] = []): Promise<Account> => {
  const email = `${newId()}@example.jp`
  const id = await city.as(visitor, async (scope) => {
    const made = await insertAccount(scope, {
      email,
      name: '試す人',
      passwordHash,
      language: 'ja',
      state: 'active',
    })
    for (const role of roles)
      await insertRoleGrant(scope, { accountId: made!, role, department: null, grantedBy: null })
    return made!
  })
  return { id, email, city }
}

const at = (account: Account, path: string): string => `/${account.city.key.slug}${path}`

const enter = async (account: Account, next = ''): Promise<[Browser, string]> => {
  const browser = openBrowser(site)
  const response = await browser.post(at(account, '/sign-in'), {
    email: account.email,
    password,
    next,
  })
  return [browser, response.headers.get('location') ?? '']
}

const tokenOf = (browser: Browser): string => [...browser.cookies.values()].join()

const codeOf = async ({ id, city }: Account): Promise<string> => {
  const secret = await city.as(visitor, async (scope) => {
    const secrets = await findSecrets(scope, id)
    return openKey(scope, id, secrets?.totp_secret ?? '')
  })
  return generate({ secret: secret ?? '', epoch: Math.floor(now.getTime() / 1000) })
}

/** Another six digits than the right ones of now and of the steps beside it. */
const wrongCodeOf = async (account: Account): Promise<string> =>
  String((Number(await codeOf(account)) + 123_457) % 1_000_000).padStart(6, '0')

const enrol = async (account: Account, browser: Browser): Promise<Response> => {
  await browser.post(at(account, '/second-factor/enrolment'))
  return browser.post(at(account, '/second-factor/enrolment/confirmation'), {
    code: await codeOf(account),
  })
}

const nextStep = (): void => {
  now = new Date(now.getTime() + 30_000)
}

const to = (response: Response): string => response.headers.get('location') ?? ''

describe('二段階認証', () => {
  test('登録すると新しいログインに替わり、次からは確認コードを入れるまで団体にも触れない', async () => {
    const account = await newAccount(town)
    const group = await openTestGroup(town)
    await town.as(visitor, (scope) =>
      insertFreeMembership(scope, { accountId: account.id, groupId: group.id, role: 'member' }),
    )
    const members = at(account, `/groups/${group.id}/members`)
    const [browser] = await enter(account)
    expect((await browser.get(members)).status).toBe(200)
    const before = tokenOf(browser)
    expect(to(await enrol(account, browser))).toBe(at(account, '/account?done=second-factor-on'))
    expect(tokenOf(browser)).not.toBe(before)

    nextStep()
    const [again, location] = await enter(account, members)
    expect(location).toBe(at(account, `/second-factor?next=${encodeURIComponent(members)}`))
    expect(to(await again.get(members))).toContain('/second-factor?next=')
    expect(to(await again.get(at(account, '/account')))).toContain('/second-factor?next=')
    const half = tokenOf(again)
    const passed = await again.post(at(account, '/second-factor'), {
      code: await codeOf(account),
      next: members,
    })
    expect(to(passed)).toBe(members)
    expect(tokenOf(again)).not.toBe(half)
    expect((await again.get(members)).status).toBe(200)
    const thief = openBrowser(site)
    thief.cookies.set(`session-${town.key.slug}`, half)
    expect(to(await thief.get(members))).toContain('/sign-in?next=')
  })

  test('同じ確認コードは二度使えない。別の端末で、同時に使っても', async () => {
    const account = await newAccount(town)
    const [browser] = await enter(account)
    await enrol(account, browser)
    const [replayed] = await enter(account)
    const code = await codeOf(account)
    expect((await replayed.post(at(account, '/second-factor'), { code })).status).toBe(422)
    nextStep()
    const fresh = await codeOf(account)
    const browsers = await Promise.all([enter(account), enter(account), enter(account)])
    const results = await Promise.all(
      browsers.map(([one]) => one.post(at(account, '/second-factor'), { code: fresh })),
    )
    expect(results.map((response) => response.status).toSorted()).toEqual([303, 422, 422])
  })

  test('まちがいが続くと、正しいコードでもしばらく通らない。一度に送っても数えられる', async () => {
    const account = await newAccount(town)
    const [browser] = await enter(account)
    await enrol(account, browser)
    nextStep()
    const [guesser] = await enter(account)
    const code = await wrongCodeOf(account)
    const tries = await Promise.all(
      Array.from({ length: 14 }, () => guesser.post(at(account, '/second-factor'), { code })),
    )
    const texts = await Promise.all(tries.map((response) => response.text()))
    expect(texts.filter((text) => text.includes('15分'))).toHaveLength(4)
    const right = { code: await codeOf(account) }
    expect((await guesser.post(at(account, '/second-factor'), right)).status).toBe(422)
    now = new Date(now.getTime() + 16 * 60_000)
    const later = { code: await codeOf(account) }
    expect((await guesser.post(at(account, '/second-factor'), later)).status).toBe(303)
  })

  test('市が求めていれば、職員は登録が済むまで仕事のページに入れず、やめることもできない', async () => {
    const account = await newAccount(strict, ['city_admin'])
    const [browser, location] = await enter(account, at(account, '/staff'))
    expect(location).toContain('/second-factor?next=')
    expect(to(await browser.get(location))).toContain('/second-factor/enrolment?next=')
    expect(to(await browser.get(at(account, '/staff')))).toContain('/second-factor?next=')
    await browser.post(at(account, '/second-factor/enrolment'), { next: at(account, '/staff') })
    const page = await (await browser.get(at(account, '/second-factor/enrolment'))).text()
    expect(page).toContain('class="square-code"')
    const done = await browser.post(at(account, '/second-factor/enrolment/confirmation'), {
      code: await codeOf(account),
      next: at(account, '/staff'),
    })
    expect(to(done)).toBe(at(account, '/staff'))
    expect((await browser.get(at(account, '/staff'))).status).toBe(200)
    nextStep()
    const off = await browser.post(at(account, '/second-factor/removal'), {
      code: await codeOf(account),
    })
    expect(off.status).toBe(422)
    const resident = await newAccount(strict)
    expect((await enter(resident))[1]).toBe(at(resident, '/me'))
  })

  test('市やセンターで働く人と委員はログインすると担当業務へ、ほかの人はマイページへ進む', async () => {
    for (const role of ['centre', 'office', 'reviewer'] as const)
      expect((await enter(await newAccount(town, [role]), '/'))[1]).toMatch(/\/desk$/)
    const resident = await newAccount(town)
    expect((await enter(resident))[1]).toBe(at(resident, '/me'))
    const asked = await newAccount(town, ['centre'])
    expect((await enter(asked, at(asked, '/groups')))[1]).toBe(at(asked, '/groups'))
  })

  test('自分でやめるには確認コードが要り、やめたあとはパスワードだけで入れる', async () => {
    const account = await newAccount(town)
    const [browser] = await enter(account)
    await enrol(account, browser)
    nextStep()
    const removal = at(account, '/second-factor/removal')
    expect((await browser.post(removal, { code: await wrongCodeOf(account) })).status).toBe(422)
    expect((await browser.post(removal, { code: await codeOf(account) })).status).toBe(303)
    expect((await enter(account))[1]).toBe(at(account, '/me'))
  })

  test('登録済みの人は、確認コードなしに鍵を作り直せない', async () => {
    const account = await newAccount(town)
    const [browser] = await enter(account)
    await enrol(account, browser)
    const before = await town.as(visitor, (scope) => findSecrets(scope, account.id))
    nextStep()
    const [thief] = await enter(account)
    await thief.post(at(account, '/second-factor/enrolment'))
    const after = await town.as(visitor, (scope) => findSecrets(scope, account.id))
    expect(after?.totp_secret).toBe(before?.totp_secret)
  })
})

describe('失敗の数え方', () => {
  test('ほかの人のログインが成功しても、失敗の数はもどらない', async () => {
    const [target, other] = [await newAccount(town), await newAccount(town)]
    const guesser = openBrowser(site)
    for (let i = 0; i < 10; i += 1) {
      const wrong = { email: target.email, password: `まちがい${i}まちがい${i}` }
      expect((await guesser.post(at(target, '/sign-in'), wrong)).status).toBe(422)
      const [, location] = await enter(other)
      expect(location).toBe(at(other, '/me'))
    }
    const right = await guesser.post(at(target, '/sign-in'), { email: target.email, password })
    expect(right.status).toBe(422)
    expect(await right.text()).toContain('15分')
  })

  test('本人のログインが成功しても、それまでの失敗は消えない', async () => {
    const target = await newAccount(town)
    const guesser = openBrowser(site)
    const guess = () =>
      guesser.post(at(target, '/sign-in'), { email: target.email, password: 'まちがいまちがい' })
    for (let i = 0; i < 9; i += 1) await guess()
    expect((await enter(target))[1]).toBe(at(target, '/me'))
    await guess()
    expect((await enter(target))[1]).toBe('')
  })
})

test('メールのリンクは、ログイン中の人をすぐその先へ通す。別の人になりたい人には入力欄が出る', async () => {
  const account = await newAccount(town)
  const members = at(account, '/groups/abc/members')
  const link = `${at(account, '/sign-in')}?next=${encodeURIComponent(members)}`
  expect((await openBrowser(site).get(link)).status).toBe(200)
  const [browser] = await enter(account)
  expect(to(await browser.get(link))).toBe(members)
  expect((await browser.get(`${link}&switch=1`)).status).toBe(200)
  const outside = `${at(account, '/sign-in')}?next=${encodeURIComponent('//example.jp/')}`
  expect(to(await browser.get(outside))).toBe(at(account, '/me'))
})

describe('自分のアカウント', () => {
  test('パスワードを変えるには今のパスワードが要り、ほかの端末のログインは終わる', async () => {
    const account = await newAccount(town)
    const [phone] = await enter(account)
    const [laptop] = await enter(account)
    const change = (current: string) =>
      laptop.post(at(account, '/account/password'), { current, password: 'あたらしいあいことば' })
    expect((await change('ちがうあいことば')).status).toBe(422)
    expect((await phone.get(at(account, '/account'))).status).toBe(200)
    const before = tokenOf(laptop)
    expect(to(await change(password))).toBe(at(account, '/account?done=password'))
    expect(tokenOf(laptop)).not.toBe(before)
    expect((await laptop.get(at(account, '/account'))).status).toBe(200)
    expect(to(await phone.get(at(account, '/account')))).toContain('/sign-in?next=')
    expect((await enter(account))[1]).toBe('')
  })

  test('アドレスは、新しいアドレスに届いたリンクを開いたときに変わる', async () => {
    const account = await newAccount(town)
    const fresh = `${newId()}@example.jp`
    const [browser] = await enter(account)
    await browser.post(at(account, '/account/address'), { current: password, email: fresh })
    expect((await enter(account))[1]).toBe(at(account, '/me'))
    const { body } = await town.as(visitor, (scope) =>
      scope.db
        .selectFrom('mails')
        .select('body')
        .where('to_address', '=', fresh)
        .executeTakeFirstOrThrow(),
    )
    const link = /http:\/\/localhost:3000(\S+)/.exec(body)?.[1] ?? ''
    expect((await openBrowser(site).post(link)).status).toBe(303)
    expect((await enter(account))[1]).toBe('')
    expect((await enter({ ...account, email: fresh }))[1]).toBe(at(account, '/me'))
    expect((await openBrowser(site).post(link)).status).toBe(422)
  })

  test('招待のリンクから利用登録した人は、確認とログインを終えるとその招待にもどる', async () => {
    const browser = openBrowser(site)
    const slug = town.key.slug
    const email = `${newId()}@example.jp`
    const next = `/${slug}/invitations/abc`
    await browser.post(`/${slug}/sign-up`, {
      name: '招かれた人',
      email,
      password,
      consent: 'yes',
      next,
    })
    const { body } = await town.as(visitor, (scope) =>
      scope.db
        .selectFrom('mails')
        .select('body')
        .where('to_address', '=', email)
        .executeTakeFirstOrThrow(),
    )
    const link = new URL(/http:\S+/.exec(body)?.[0] ?? '')
    expect(link.searchParams.get('next')).toBe(next)
    const confirmed = await browser.post(link.pathname, { next })
    expect(to(confirmed)).toBe(`/${slug}/sign-in?next=${encodeURIComponent(next)}&done=confirmed`)
    const entered = await browser.post(`/${slug}/sign-in`, { email, password, next })
    expect(to(entered)).toBe(next)
  })

  test('確認コードを入れる前に送った様式は行われず、入れた後に同じ様式が届けば行われる', async () => {
    const account = await newAccount(town)
    const [first] = await enter(account)
    await enrol(account, first)
    nextStep()
    const [browser] = await enter(account)
    const form = {
      name: 'あたらしい名前',
      name_kana: '',
      language: 'ja',
      idempotency_key: 'k'.repeat(22),
    }
    const session = new Map(browser.cookies)
    expect(to(await browser.post(at(account, '/account'), form))).toContain('/second-factor?next=')
    const { id } = account
    await town.as(visitor, (scope) =>
      scope.db
        .updateTable('sessions')
        .set({ second_factor: true })
        .where('city_id', '=', scope.city.id)
        .where('account_id', '=', id)
        .execute(),
    )
    expect(browser.cookies).toEqual(session)
    expect(to(await browser.post(at(account, '/account'), form))).toBe(
      at(account, '/account?done=profile'),
    )
  })

  test('行き先は、その市の中だけ', async () => {
    const account = await newAccount(town)
    for (const next of [
      'https://evil.example',
      '//evil.example',
      `/${town.key.slug}//evil`,
      `/${town.key.slug}/団体`,
      `/${town.key.slug}/\tx`,
      '/x/y',
    ])
      expect((await enter(account, next))[1]).toBe(at(account, '/me'))
  })
})

describe('鍵をなくしたとき', () => {
  /** As after a start with another SECRET_KEY. */
  const loseKeyOf = ({ id, city }: Account): Promise<void> =>
    city.as(visitor, (scope) =>
      updateAccount(scope, id, {
        totp_secret: secretsUnder(randomBytes(32)).lock('JBSWY3DPEHPK3PXP', 'elsewhere'),
      }),
    )

  const withFactor = async (): Promise<Account> => {
    const account = await newAccount(town)
    const [browser] = await enter(account)
    await enrol(account, browser)
    nextStep()
    return account
  }

  /** The operator's command, as typed. */
  const order = (command: Command, options: Record<string, string>): Promise<void> =>
    command.run({
      config: {} as Config,
      say: () => undefined,
      store: async () => town.store,
      migrate: async () => [],
      words: [],
      options,
    })

  const hasKey = async ({ id }: Account): Promise<boolean> => {
    const secrets = await town.as(visitor, (scope) => findSecrets(scope, id))
    return secrets?.totp_secret !== null
  }

  test('パスワードの確認は通り、確認コードの画面が、管理者に頼むよう伝える', async () => {
    const account = await withFactor()
    await loseKeyOf(account)
    const [browser, to] = await enter(account)
    expect(to).toContain('/second-factor')
    const told = await browser.post(at(account, '/second-factor'), { code: '123456' })
    expect(told.status).toBe(422)
    expect(await told.text()).toContain('市の管理者に、二段階認証の登録の取り消しを頼んでください')
  })

  test('確かめ終えていない鍵は、作り直せる', async () => {
    const account = await newAccount(town)
    const [browser] = await enter(account)
    await browser.post(at(account, '/second-factor/enrolment'))
    await loseKeyOf(account)
    const page = await browser.get(at(account, '/second-factor/enrolment'))
    expect(page.status).toBe(200)
    expect((await enrol(account, browser)).status).toBe(303)
  })

  test('運営者は、一人の二段階認証を取り消せる', async () => {
    const account = await withFactor()
    const given = { city: town.key.slug, email: account.email }
    await order(resetSecondFactorCommand, given)
    expect(await hasKey(account)).toBe(false)
    await expect(order(resetSecondFactorCommand, given)).rejects.toThrow('has no second factor')
  })

  test('今の鍵で開けない二段階認証だけが、まとめて取り消される', async () => {
    const [lost, kept] = [await withFactor(), await withFactor()]
    await loseKeyOf(lost)
    expect(await town.as(visitor, forgetLostKeys)).toBeGreaterThan(0)
    expect([await hasKey(lost), await hasKey(kept)]).toEqual([false, true])
  })
})
