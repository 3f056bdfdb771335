import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { findKeptForm, insertKeptForm, mostKeptForms } from '#data/kept-forms.ts'
import { openVersions } from '#data/versions.ts'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { type Browser, openBrowser, openTestSite } from '#tests/world/site.ts'
import { listElements, parseHtml } from '#web/html/parse-html.ts'
import { lifetimes } from './account.ts'
import { getAccount } from './queries/accounts.ts'

let town: TestCity
let site: Hono
let now = testNow

beforeAll(async () => {
  const store = await openTestStore(() => now)
  town = await openTestCity(store)
  site = await openTestSite(store, () => now)
})

const at = (path: string): string => `/${town.key.slug}${path}`
const to = (response: Response): string => response.headers.get('location') ?? ''
const later = (seconds: number): void => {
  now = new Date(now.getTime() + seconds * 1000)
}

/** What the page would send on, unseen. */
const keptIn = (html: string): string =>
  (/name="kept_form" value="([^"]+)"/.exec(html)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')

const enter = async (name: string): Promise<{ browser: Browser; id: string }> => {
  const { accountId: id } = await town.person(name)
  const browser = openBrowser(site)
  await browser.post(at('/sample-people'), { account: id })
  return { browser, id }
}

const typed = { name: '新しい <名前>', name_kana: 'アタラシイ', language: 'ja' }

/** Sends the form of one's own name after the session has run out. */
const sendTooLate = async (browser: Browser): Promise<string> => {
  later(lifetimes.residentSession + 1)
  const answer = await browser.post(at('/account'), typed)
  expect(answer.status).toBe(401)
  return answer.text()
}

test('期限が切れてから送った内容は、ログインし直すと元の画面にもどる。勝手には送られない', async () => {
  const { browser, id } = await enter('書いた人')
  const asked = await sendTooLate(browser)
  expect(asked).toContain('まだ送られていません')
  const again = await browser.post(at('/sample-people'), { account: id, kept_form: keptIn(asked) })
  expect(to(again)).toMatch(new RegExp(`^${at('/account')}\\?written=`))
  const page = await (await browser.get(to(again))).text()
  expect(page).toContain('書いた内容をもどしました')
  expect(page).toContain('value="新しい &lt;名前>"')
  const stored = await town.as(visitor, (scope) => getAccount(scope, id))
  expect(stored.name).toBe('書いた人')
})

test('長い様式も、書いた欄・選んだ欄がすべてもどり、ファイルは選び直すよう伝える', async () => {
  const { browser, id } = await enter('課題を書く人')
  const referer = `http://localhost:3000${at('/issues/new')}`
  const controls = listElements(parseHtml(await (await browser.get(at('/issues/new'))).text()).root)
  const named = (tag: string): string[] =>
    controls.filter(({ name }) => name === tag).flatMap((one) => one.attributes.get('name') ?? [])
  const texts = Object.fromEntries(named('textarea').map((name) => [name, `${name}の\n<二行目>`]))
  const field = town.city.fields[1]?.code ?? ''
  expect(Object.keys(texts).length).toBeGreaterThan(0)
  later(lifetimes.residentSession + 1)
  const sent = {
    ...texts,
    title: '橋の"街灯"',
    field,
    photos: new Blob(['x'], { type: 'image/png' }),
  }
  const asked = await (await browser.post(at('/issues'), sent, { referer })).text()
  expect(asked).toContain('ファイルは残せない')
  const kept_form = keptIn(asked)
  const again = await browser.post(at('/sample-people'), { account: id, kept_form })
  const html = await (await browser.get(to(again))).text()
  expect(html).toContain('もう一度選んでください')
  expect(html).not.toContain('id="left-over"')
  const back = listElements(parseHtml(html).root)
  const fieldNamed = (name: string) =>
    back.find((one) => one.attributes.get('name') === name && one.name !== 'meta')
  expect(fieldNamed('title')?.attributes.get('value')).toBe(sent.title)
  for (const [name, text] of Object.entries(texts))
    expect(fieldNamed(name)?.children.join('')).toBe(text)
  expect(
    back
      .filter((one) => one.attributes.has('selected') || one.attributes.has('checked'))
      .map((one) => one.attributes.get('value')),
  ).toContain(field)
})

test('もどった内容を送り終えたら、預かりものは消え、同じ画面を開き直しても出てこない', async () => {
  const { browser, id } = await enter('送り終えた人')
  const kept_form = keptIn(await sendTooLate(browser))
  const again = await browser.post(at('/sample-people'), { account: id, kept_form })
  const referer = `http://localhost:3000${to(again)}`
  expect((await browser.post(at('/account'), typed, { referer })).status).toBe(303)
  expect(await (await browser.get(to(again))).text()).not.toContain('まだ送られていません')
})

test('見本の世界でも、人を選ぶ画面を通って内容がもどる', async () => {
  const { browser, id } = await enter('選び直す人')
  const asked = await sendTooLate(browser)
  const people = await browser.post(at('/sample-people'), { kept_form: keptIn(asked) })
  expect(people.status).toBe(200)
  const kept_form = keptIn(await people.text())
  const again = await browser.post(at('/sample-people'), { account: id, kept_form })
  expect(await (await browser.get(to(again))).text()).toContain('value="新しい &lt;名前>"')
})

test('別の人がログインしても、前の人が書いた内容は見えず、どの画面のものかも知らされない', async () => {
  const { browser } = await enter('先に書いた人')
  const other = await town.person('後から来た人')
  const kept_form = keptIn(await sendTooLate(browser))
  const again = await browser.post(at('/sample-people'), { account: other.accountId, kept_form })
  expect(to(again)).toBe(at('/me?written=by-another'))
  const page = await (await browser.get(to(again))).text()
  expect(page).toContain('引き継ぎませんでした')
  expect(page).not.toContain('アタラシイ')
})

test('別の人がログインした後も、書いた人が次に来たときに、書いた内容の画面に行く。一度だけ', async () => {
  const { browser, id } = await enter('また来る人')
  const other = await town.person('先に入った人')
  const kept_form = keptIn(await sendTooLate(browser))
  await browser.post(at('/sample-people'), { account: other.accountId, kept_form })
  const elsewhere = await browser.post(at('/sample-people'), { account: id, next: at('/groups') })
  expect(to(elsewhere)).toBe(at('/groups'))
  const back = await browser.post(at('/sample-people'), { account: id })
  expect(to(back)).toMatch(new RegExp(`^${at('/account')}\\?written=`))
  expect(await (await browser.get(to(back))).text()).toContain('アタラシイ')
  expect(to(await browser.post(at('/sample-people'), { account: id }))).toBe(at('/me'))
})

test('ほかの窓で別の人がログインしていても、書いた人の内容は書いた人にもどる', async () => {
  const { browser, id } = await enter('窓を二つ開いた人')
  const other = await town.person('もう一つの窓の人')
  const kept_form = keptIn(await sendTooLate(browser))
  await browser.post(at('/sample-people'), { account: other.accountId })
  const again = await browser.post(at('/sample-people'), { account: id, kept_form })
  expect(await (await browser.get(to(again))).text()).toContain('アタラシイ')
})

test('持ち主の印がない、または中身を書きかえた預かりものは受け取らない', async () => {
  const { browser, id } = await enter('書きかえられた人')
  const sealed = JSON.parse(keptIn(await sendTooLate(browser))) as Record<string, unknown>
  const { seal: _seal, ...bare } = sealed
  const changed = { ...sealed, fields: [['name', ['にせもの']]] }
  for (const forged of [bare, changed]) {
    const kept_form = JSON.stringify(forged)
    const again = await browser.post(at('/sample-people'), { account: id, kept_form })
    expect(to(again)).toBe(at('/me'))
  }
})

test('ログインの画面でことばを切り替えても、書いた内容は残る', async () => {
  const { browser, id } = await enter('英語で読む人')
  const asked = await sendTooLate(browser)
  expect(asked).toMatch(/<button class="language"[^>]* form="other-language"/)
  expect(asked).not.toMatch(/<a class="header-link" href="[^"#]*sign-in/)
  const switched = await browser.post(at('/sign-in?lang=en'), {
    language: 'en',
    kept_form: keptIn(asked),
  })
  expect(switched.status).toBe(401)
  const english = await switched.text()
  expect(english).toContain('What you wrote is kept')
  const again = await browser.post(at('/sample-people'), {
    account: id,
    kept_form: keptIn(english),
  })
  expect(await (await browser.get(to(again))).text()).toContain('アタラシイ')
})

test('長すぎて預かれないときは、そう伝え、書いた内容を写せるように見せる', async () => {
  const { browser } = await enter('長く書いた人')
  later(lifetimes.residentSession + 1)
  const answer = await browser.post(at('/account'), { ...typed, name: 'あ'.repeat(1_000_001) })
  expect(answer.status).toBe(413)
  const page = await answer.text()
  expect(page).toContain('長すぎるため')
  expect(page).toContain('アタラシイ')
})

test('一人が預けておけるのは、新しい5つまで', async () => {
  const { id } = await enter('何度も預ける人')
  const ids: string[] = []
  for (let at = 0; at < mostKeptForms + 2; at += 1)
    ids.push(
      await town.as(
        visitor,
        (scope) => insertKeptForm(scope, id, '{}'),
        new Date(now.getTime() + at),
      ),
    )
  const found = await Promise.all(
    ids.map((one) => town.as(visitor, (scope) => findKeptForm(scope, id, one), now)),
  )
  expect(found.map((text) => text !== undefined)).toEqual([
    false,
    false,
    ...Array<boolean>(mostKeptForms).fill(true),
  ])
})

test('役割がなくなっていても、書いた内容は写せる。送ったときも、もどったときも', async () => {
  const { accountId: id } = await town.person('役割のあった人', ['office'])
  const browser = openBrowser(site)
  await browser.post(at('/sample-people'), { account: id })
  const form = { reason: '名簿を直すため', name: '秘密でない文' }
  const refused = await browser.post(at('/staff/invitations'), form)
  expect(refused.status).toBe(403)
  expect(await refused.text()).toContain('名簿を直すため')
  later(lifetimes.residentSession + 1)
  const asked = await (await browser.post(at('/staff/invitations'), form)).text()
  const again = await browser.post(at('/sample-people'), { account: id, kept_form: keptIn(asked) })
  const page = await browser.get(to(again))
  expect(page.status).toBe(403)
  expect(await page.text()).toContain('名簿を直すため')
})

test('預かった内容は、その人だけが、一日だけ開ける', async () => {
  const { browser, id } = await enter('預けた人')
  const kept_form = keptIn(await sendTooLate(browser))
  const again = await browser.post(at('/sample-people'), { account: id, kept_form })
  const thief = (await enter('のぞく人')).browser
  expect(await (await thief.get(to(again))).text()).not.toContain('アタラシイ')
  expect(await (await browser.get(to(again))).text()).toContain('アタラシイ')
  later(86_401)
  expect(await (await browser.get(to(again))).text()).not.toContain('アタラシイ')
})

test('まちがったパスワードのあとも、書いた内容は持ち越される', async () => {
  const { browser } = await enter('打ちまちがえた人')
  const kept_form = keptIn(await sendTooLate(browser))
  const failed = await browser.post(at('/sign-in'), {
    email: 'a@example.jp',
    password: 'x',
    kept_form,
  })
  expect(failed.status).toBe(422)
  expect(keptIn(await failed.text())).toBe(kept_form)
})

test('ログインの後の行き先は、必ずある画面である', async () => {
  const { browser, id } = await enter('会をぬける人')
  later(lifetimes.residentSession + 1)
  const asked = await browser.post(at('/groups/0123456789ab/departure'), { reason: '転居' })
  expect(asked.status).toBe(401)
  const again = await browser.post(at('/sample-people'), {
    account: id,
    kept_form: keptIn(await asked.text()),
  })
  const page = await browser.get(to(again))
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('転居')
})

test('ログインやログアウトでは市の版は進まず、名前を変えると進む', async () => {
  const version = () => openVersions(town.store.database.pool)(town.key.id)
  const { accountId: account } = await town.person('出入りする人')
  const before = await version()
  const browser = openBrowser(site)
  await browser.post(at('/sample-people'), { account })
  await browser.post(at('/sign-in'), { email: 'a@example.jp', password: 'まちがい' })
  expect(await version()).toBe(before)
  expect((await browser.post(at('/account'), typed)).status).toBe(303)
  expect(await version()).toBe(before + 1)
})
