import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { type Browser, openBrowser, openTestSite } from '#tests/world/site.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { findOpenCalls } from '../programmes/index.ts'

let here: TestCity
let site: Hono
let department: string
let resident: Browser
let centre: Browser
let staff: Browser

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'chigasaki')
  site = await openTestSite(store, () => testNow)
  department = here.city.departments[0]!.code
  resident = await signIn(await here.person('見本 花子'))
  centre = await signIn(await here.person('見本 窓子', ['centre']))
  staff = await signIn(await here.person('見本 係長', [{ department }]))
})

const at = (path: string): string => `/${here.key.slug}${path}`

const signIn = async (person: Person): Promise<Browser> => {
  const browser = openBrowser(site)
  const response = await browser.post(at('/sample-people'), { account: person.accountId })
  expect(response.status).toBe(303)
  return browser
}

const read = async (browser: Browser, path: string): Promise<string> => {
  const response = await browser.get(path)
  expect([path, response.status]).toEqual([path, 200])
  const html = await response.text()
  expect([path, checkHtml(html)]).toEqual([path, []])
  return html
}

const placeOf = (response: Response): string => {
  expect(response.status).toBe(303)
  return (response.headers.get('location') ?? '').split('?')[0] ?? ''
}

const written = {
  title: '通学路が暗い',
  body: '夕方は街灯が少なくて心配です。',
  place: '香川駅',
  shown: 'none',
  consent: 'yes',
}

const raise = async (more: Record<string, string | Blob> = {}): Promise<string> =>
  placeOf(await resident.post(at('/issues'), { ...written, ...more }))

/** A square of one colour, as a camera would never make it, but a real PNG. */
const photo = (): File =>
  new File(
    [
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
        'base64',
      ),
    ],
    'road.png',
    { type: 'image/png' },
  )

describe('課題', () => {
  test('一覧と様式は、ログインの有無に合った画面になる', async () => {
    for (const lang of ['ja', 'en']) await read(openBrowser(site), at(`/issues?lang=${lang}`))
    const form = await openBrowser(site).get(at('/issues/new'))
    expect(form.headers.get('location')).toContain('/sign-in')
    expect(await read(resident, at('/issues/new'))).not.toContain('author_name')
    expect(await read(centre, at('/issues/new'))).toContain('author_name')
  })

  test('足りない様式は、書いたものを残して返ってくる', async () => {
    const response = await resident.post(at('/issues'), { ...written, title: '', consent: '' })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(checkHtml(html)).toEqual([])
    expect(html).toContain('<title>エラー：')
    expect(html).toContain(written.body)
  })

  test('電話番号らしいものがあると一度だけたずね、もう一度送ればそのまま受け付ける', async () => {
    const body = '090-1234-5678 の山田さんが困っています。'
    const asked = await resident.post(at('/issues'), { ...written, body })
    const html = await asked.text()
    expect([asked.status, checkHtml(html)]).toEqual([422, []])
    expect(html).toContain('電話番号やメールアドレスが書かれていませんか')
    expect(html).toContain(body)
    expect(html).toContain('name="contacts_seen" value="yes"')
    await raise({ body, contacts_seen: 'yes' })
  })

  test('出してから公開されるまで、見える人が変わる', async () => {
    const place = await raise({ photos: photo() })
    expect(await read(resident, place)).toContain('センターが確認しています')
    expect((await openBrowser(site).get(place)).status).toBe(404)
    expect((await staff.get(place)).status).toBe(404)
    const html = await read(centre, place)
    const file = /href="([^"]*\/files\/[^"]+)"/.exec(html)?.[1] ?? ''
    expect((await openBrowser(site).get(file)).status).toBe(404)
    const refused = await centre.post(`${place}/correction`, { reason: '' })
    expect(refused.status).toBe(422)
    expect(checkHtml(await refused.text())).toEqual([])
    placeOf(await centre.post(`${place}/publication`, { department }))
    const shown = await read(openBrowser(site), place)
    expect(shown).toContain('この課題から提案する')
    expect(shown).not.toContain('見本 花子')
    expect((await openBrowser(site).get(file)).status).toBe(200)
    expect(await read(openBrowser(site), at('/issues?q=通学路'))).toContain(place)
  })

  test('担当課の回答は、来訪者の画面にすぐ出る', async () => {
    const place = await raise()
    placeOf(await centre.post(`${place}/publication`, { department }))
    expect(await read(openBrowser(site), place)).toContain('まだ市の回答はありません')
    placeOf(await staff.post(`${place}/answer`, { answer: '街灯を3本増やします。', closes: 'yes' }))
    const html = await read(openBrowser(site), place)
    expect(html).toContain('街灯を3本増やします。')
    expect(html).toContain('市の回答があり、終わりました')
  })

  test('直しを頼まれた人は、その場で直して出せる', async () => {
    const place = await raise()
    placeOf(await centre.post(`${place}/correction`, { reason: '番地を消してください' }))
    expect(await read(resident, place)).toContain('番地を消してください')
    expect(await read(resident, `${place}/edit`)).toContain(written.title)
    placeOf(await resident.post(`${place}/edit`, { ...written, body: '番地は消しました。' }))
    expect(await read(centre, place)).toContain('番地は消しました。')
  })

  test('連絡は関係する人だけが書ける', async () => {
    const place = await raise()
    const id = place.split('/').at(-1) ?? ''
    placeOf(await resident.post(at(`/messages/issue/${id}`), { body: 'いつごろになりますか' }))
    expect(await read(centre, place)).toContain('いつごろになりますか')
    const other = await signIn(await here.person('見本 次郎'))
    expect((await other.post(at(`/messages/issue/${id}`), { body: 'x' })).status).toBe(404)
    // What cannot be seen is no message.
    const unseen = await resident.post(at(`/messages/issue/${id}`), { body: '\u200b\u200c\u2060' })
    expect(unseen.status).toBe(422)
  })

  test('ほかの人や役割では、どの操作も断られ、何も変わらない', async () => {
    const place = await raise()
    const other = await signIn(await here.person('見本 次郎'))
    for (const browser of [other, staff])
      for (const path of ['publication', 'correction', 'refusal', 'takedown', 'withdrawal', 'edit'])
        expect([path, (await browser.post(`${place}/${path}`, written)).status]).toEqual([
          path,
          403,
        ])
    expect(await read(resident, place)).toContain('センターが確認しています')
  })

  test('画面に書き込まれた命令は、文字として表示される', async () => {
    const place = await raise({
      title: '<script>alert(1)</script>',
      body: '"><img src=x onerror=1>',
    })
    placeOf(await centre.post(`${place}/publication`, { department: '' }))
    for (const path of [place, at('/issues')]) {
      const html = await read(openBrowser(site), path)
      expect(html).not.toContain('<script>alert')
      expect(html).not.toContain('<img src=x')
    }
  })
})

describe('テーマ', () => {
  const begin = async (): Promise<string> => {
    const call = (await here.as(visitor, findOpenCalls))[0]!
    const edit = placeOf(await staff.post(at('/themes'), { call: call.id, department }))
    return edit.replace('/edit', '')
  }

  test('一覧は、だれにでも見え、担当課だけが書き始められる', async () => {
    for (const lang of ['ja', 'en']) await read(openBrowser(site), at(`/themes?lang=${lang}`))
    expect(await read(openBrowser(site), at('/themes'))).not.toContain('/themes/new')
    expect(await read(staff, at('/themes'))).toContain('/themes/new')
    expect(await read(staff, at('/themes/new'))).toContain('name="call"')
    expect((await centre.get(at('/themes/new'))).status).toBe(403)
  })

  test('募集や課を選ばなければ、選ぶよう言われる', async () => {
    const response = await staff.post(at('/themes'), { call: 'x', department: 'x' })
    expect(response.status).toBe(422)
    expect(checkHtml(await response.text())).toEqual([])
  })

  test('書きかけは、送れないまま送っても失われない', async () => {
    const place = await begin()
    expect((await openBrowser(site).get(place)).status).toBe(404)
    const sent = { title: '海辺の清掃', background: 'ごみが増えた', cap: '三十万', intent: 'send' }
    const response = await staff.post(`${place}/edit`, sent)
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(checkHtml(html)).toEqual([])
    expect(html).toContain('三十万')
    const later = await read(staff, `${place}/edit`)
    expect(later).toContain('ごみが増えた')
    expect(later).toContain('三十万')
    placeOf(await staff.post(`${place}/edit`, { ...sent, cap: '300000', intent: 'save' }))
    expect(await read(staff, place)).toContain('300,000円')
  })

  test('公開すると募集のページに並び、来訪者が提案を始められる', async () => {
    const place = await begin()
    const policy = /name="policy_goals" value="([^"]+)"/.exec(await read(staff, `${place}/edit`))
    const sent = {
      title: '海辺の清掃',
      background: 'ごみが増えた',
      purpose: 'きれいな浜にする',
      policy_goals: policy?.[1] ?? '',
      content: '毎月の清掃',
      open_points: '回数',
      city_role: '道具の貸し出し',
      partner_role: '参加者の募集',
      cap: '300000',
      budget_source: 'まだ公開しない予算のこと',
      period: '1年',
      contact: '公園課',
      intent: 'send',
    }
    // Today is none of the days on which the call's calendar has themes published: it asks why, and keeps that.
    const asked = await staff.post(`${place}/edit`, sent)
    expect([asked.status, await asked.text()]).toEqual([
      422,
      expect.stringContaining('募集の日程の外です'),
    ])
    placeOf(await staff.post(`${place}/edit`, { ...sent, reason: '急ぎの課題のため' }))
    expect(await read(openBrowser(site), place)).toContain('急ぎの課題のため')
    const html = await read(openBrowser(site), place)
    expect(html).toContain('/proposals/new?call=')
    expect(html).not.toContain('まだ公開しない予算のこと')
    const call = (await here.as(visitor, findOpenCalls))[0]!
    expect(await read(openBrowser(site), at(`/calls/${call.id}`))).toContain('海辺の清掃')
    const bare = await staff.post(`${place}/edit`, { ...sent, title: '浜の清掃', reason: '' })
    expect(bare.status).toBe(422)
    expect(await bare.text()).toContain('浜の清掃')
    expect(await read(openBrowser(site), place)).not.toContain('浜の清掃')
    placeOf(await staff.post(`${place}/edit`, { ...sent, title: '浜の清掃', reason: '正しい名前' }))
    expect(await read(openBrowser(site), place)).toContain('正しい名前')
    placeOf(await staff.post(`${place}/closing`, { reason: '実施が決まったため' }))
    expect(await read(openBrowser(site), place)).toContain('終了したテーマ')
  })

  test('ほかの課と役割の人は、書くことも終えることもできない', async () => {
    const place = await begin()
    const code = here.city.departments[1]!.code
    const other = await signIn(await here.person('見本 他課', [{ department: code }]))
    for (const browser of [other, centre, resident]) {
      expect((await browser.get(`${place}/edit`)).status).toBe(403)
      expect((await browser.post(`${place}/edit`, { intent: 'save' })).status).toBe(403)
      expect((await browser.post(`${place}/closing`, { reason: 'x' })).status).toBe(403)
    }
  })
})
