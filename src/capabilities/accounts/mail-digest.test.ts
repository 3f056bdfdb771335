import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '#data/scope.ts'
import { type Person, system } from '#kernel/actor.ts'
import { addDays, tokyoInstant } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { runJob } from '#tests/world/jobs.ts'
import { openBrowser, openTestSite } from '#tests/world/site.ts'
import { routes } from '../../site.ts'
import { lockStop, mails, writeMail } from '../mails/index.ts'
import { chooseMailPace } from './actions/mails.ts'

let town: TestCity
let site: Hono

beforeAll(async () => {
  const store = await openTestStore()
  town = await openTestCity(store)
  site = await openTestSite(store, () => testNow)
})

const asSystem = <T>(work: (scope: Scope) => Promise<T>, now = testNow): Promise<T> =>
  town.as(system('test'), work, now)

/** Somebody who wants mails in that way. */
const reader = async (pace: 'at_once' | 'daily' | 'none'): Promise<Person & { email: string }> => {
  const person = await town.person('山田 花子')
  await asSystem((scope) => chooseMailPace(scope, person.accountId, pace))
  const { email } = await asSystem((scope) =>
    scope.db
      .selectFrom('accounts')
      .select('email')
      .where('city_id', '=', scope.city.id)
      .where('id', '=', person.accountId)
      .executeTakeFirstOrThrow(),
  )
  return { ...person, email }
}

const letter = (to: string, body = '山田 花子 様\n\n直してください。') => ({
  to,
  subject: '【鎌倉市 つなぐ】お願い',
  body,
  about: { kind: 'proposal', id: newId(), title: '花の道' },
})

const mailsTo = (email: string) =>
  asSystem((scope) =>
    scope.db
      .selectFrom('mails')
      .select(['id', 'subject', 'body', 'stop_url'])
      .where('city_id', '=', scope.city.id)
      .where('to_address', '=', email)
      .orderBy('created_at')
      .execute(),
  )

/** 2026-11-20 is a Friday, ten o'clock: the next digest comes on Tuesday, Monday being a holiday. */
const nextMorning = tokyoInstant('2026-11-24', '08:05')
const makeDigests = (now = nextMorning) => runJob(town, 'mails.digests', now)

describe('1日1回のまとめ', () => {
  test('選んだ人への待てるメールは、次の朝に1通になり、同じ日には二度と出ない', async () => {
    const { email } = await reader('daily')
    await asSystem((scope) => writeMail(scope, letter(email, '山田 花子 様\n\n一つ目の言葉。')))
    await asSystem((scope) => writeMail(scope, letter(email, '山田 花子 様\n\n二つ目の言葉。')))
    expect(await mailsTo(email)).toEqual([])
    await makeDigests()
    await makeDigests()
    const [digest, ...more] = await mailsTo(email)
    expect(more).toEqual([])
    expect(digest?.subject).toContain('お知らせのまとめ 2件')
    expect(digest?.body).toContain('一つ目の言葉。')
    expect(digest?.body).toContain('二つ目の言葉。')
    await asSystem((scope) => writeMail(scope, letter(email)), nextMorning)
    await makeDigests(tokyoInstant('2026-11-24', '20:05'))
    expect(await mailsTo(email)).toHaveLength(1)
    await makeDigests(tokyoInstant('2026-11-25', '08:05'))
    expect(await mailsTo(email)).toHaveLength(2)
  })

  test('何も待っていない人には、まとめは出ない', async () => {
    const { email } = await reader('daily')
    await makeDigests()
    expect(await mailsTo(email)).toEqual([])
  })

  test('いくつもの仕事が同時に作っても1通で、途中で倒れれば何も残らず、次にまた作れる', async () => {
    const { email, accountId } = await reader('daily')
    await asSystem((scope) => writeMail(scope, letter(email)))
    const job = mails.jobs?.find(({ name }) => name === 'mails.digest')
    const run = (after: () => void = () => undefined) =>
      asSystem(async (scope) => {
        await job?.run(scope, { accountId }, { mail: undefined })
        after()
      }, nextMorning)
    const crash = (): never => {
      throw new Error('the machine stopped')
    }
    await expect(run(crash)).rejects.toThrow('stopped')
    expect(await mailsTo(email)).toEqual([])
    await Promise.all([run(), run(), run()])
    const [digest, ...more] = await mailsTo(email)
    expect(more).toEqual([])
    expect(digest?.body).toContain('直してください。')
  })

  test('止められたアカウントと、その後「届けない」を選んだ人には、何も出ない', async () => {
    const stopped = await reader('daily')
    const changed = await reader('daily')
    for (const { email } of [stopped, changed])
      await asSystem((scope) => writeMail(scope, letter(email)))
    await asSystem(async (scope) => {
      await scope.db
        .updateTable('accounts')
        .set({ state: 'disabled' })
        .where('city_id', '=', scope.city.id)
        .where('id', '=', stopped.accountId)
        .execute()
      await chooseMailPace(scope, changed.accountId, 'none')
    })
    await makeDigests()
    expect(await mailsTo(stopped.email)).toEqual([])
    expect(await mailsTo(changed.email)).toEqual([])
  })
})

describe('すぐに届くもの', () => {
  test.each(['daily', 'none'] as const)(
    '「%s」の人にも、件名のつかないメールはすぐに届く',
    async (pace) => {
      const { email } = await reader(pace)
      const { about: _, ...plain } = letter(email)
      await asSystem((scope) => writeMail(scope, plain))
      expect(await mailsTo(email)).toHaveLength(1)
    },
  )

  test.each([
    ['次のまとめの日までの期限は、すぐに届く', addDays('2026-11-20', 4), 1],
    ['それより先の期限は、まとめを待つ', addDays('2026-11-20', 5), 0],
  ] as const)('%s', async (_, dueOn, count) => {
    const { email } = await reader('daily')
    await asSystem((scope) => writeMail(scope, { ...letter(email), dueOn }))
    expect(await mailsTo(email)).toHaveLength(count)
  })

  test('「届けない」の人への待てるメールは書かれない。「そのつど」の人と利用登録のない人には、すぐに届く', async () => {
    const none = await reader('none')
    const atOnce = await reader('at_once')
    const nobody = `${newId()}@example.jp`
    for (const email of [none.email, atOnce.email, nobody])
      await asSystem((scope) => writeMail(scope, letter(email)))
    await makeDigests()
    expect(await mailsTo(none.email)).toEqual([])
    expect(await mailsTo(atOnce.email)).toHaveLength(1)
    expect(await mailsTo(nobody)).toHaveLength(1)
  })
})

const paceOfAccount = async (accountId: string) => {
  const row = await asSystem((scope) =>
    scope.db
      .selectFrom('accounts')
      .select('mail_pace')
      .where('city_id', '=', scope.city.id)
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow(),
  )
  return row.mail_pace
}

describe('メールからの停止', () => {
  /** As a mail program sends it (RFC 8058): from no page, without cookies. */
  const oneClick = (path: string) =>
    site.request(`http://localhost:3000${path}`, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '26' },
    })

  test('まとめの停止の宛先は、メールの側から一度送れば、ログインなしで止まる', async () => {
    const { email, accountId } = await reader('daily')
    await asSystem((scope) => writeMail(scope, letter(email)))
    await makeDigests()
    const [digest] = await mailsTo(email)
    const url = new URL(digest?.stop_url ?? '')
    expect(digest?.body).toContain(url.href)
    expect((await oneClick(url.pathname)).status).toBe(200)
    expect(await paceOfAccount(accountId)).toBe('none')
  })

  test('リンクを開くだけでは止まらず、押すと止まる。ほかの市の宛先や壊れた宛先では何も変わらない', async () => {
    const { accountId } = await reader('daily')
    const browser = openBrowser(site)
    const path = await asSystem(async (scope) => lockStop(scope, accountId))
    expect(await (await browser.get(path)).text()).toContain('メールを止める')
    const broken = `${path.slice(0, -2)}xx`
    expect((await oneClick(broken)).status).toBe(422)
    const other = await asSystem(async (scope) =>
      lockStop({ ...scope, city: { ...scope.city, id: 1 } }, accountId),
    )
    expect((await oneClick(other)).status).toBe(422)
    expect(await paceOfAccount(accountId)).toBe('daily')
    expect((await browser.post(path)).status).toBe(200)
    expect(await paceOfAccount(accountId)).toBe('none')
  })

  test('ほかのどの宛先も、よそから送られたものは受けない', async () => {
    const open = routes.filter((route) => route.method === 'POST' && route.fromMail)
    expect(open.map(({ path }) => path)).toEqual(['/:city/mail-stop/:token'])
    const answer = await oneClick(`/${town.key.slug}/account/mails`)
    expect(answer.status).toBe(403)
  })
})
