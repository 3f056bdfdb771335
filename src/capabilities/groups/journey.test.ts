import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { type Browser, keyIn, openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { listWaitingMails } from '../mails/index.ts'
import {
  addMember,
  approveRegistration,
  countGroups,
  getGroup,
  listGroupNames,
  listMemberEmails,
  listMyGroups,
  saveRegistration,
  startRegistration,
} from './index.ts'

let here: TestCity
let site: Hono

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'chigasaki')
  site = await openTestSite(store, () => testNow)
})

const at = (path: string): string => `/${here.key.slug}${path}`

const enter = async (person: Person): Promise<Browser> => {
  const browser = openBrowser(site)
  await browser.post(at('/sample-people'), { account: person.accountId })
  return browser
}

/** A page that must be there and be sound. */
const read = async (browser: Browser, path: string): Promise<string> => {
  const response = await browser.get(path)
  expect([path, response.status]).toEqual([path, 200])
  const html = await response.text()
  expect(checkHtml(html)).toEqual([])
  return html
}

const roster = () =>
  new File(['%PDF-1.4\n%âãÏÓ\n1 0 obj\n'], '名簿.pdf', { type: 'application/pdf' })

const answers = (name: string): Record<string, string | Blob | readonly string[]> => ({
  name,
  name_kana: 'はまべのかい',
  legal_form: 'voluntary',
  founded: 'H20.4.1',
  representative_title: '代表',
  representative_name: '浜 辺太郎',
  'representative_name.visibility': 'public',
  representative_kana: 'はま べたろう',
  representative_address: '茅ヶ崎市ひみつ町1-1',
  representative_phone: '0467-11-1111',
  contact_name: '浜 辺花子',
  contact_phone: '0467-22-2222',
  'contact_phone.visibility': 'public',
  members: '１２',
  members_in_city: '9',
  fee: 'なし',
  purpose: '海岸の松林を守る',
  activities: '毎月の清掃と、松の植えつけ',
  fields: ['environment', 'town'],
  area: '海岸',
  days: '毎月第2日曜',
  recruiting: 'yes',
  consent_publication: 'yes',
  pledge: 'yes',
})

const begin = async (browser: Browser, name: string): Promise<string> => {
  const key = keyIn(await read(browser, at('/groups/registration/new')))
  const begun = await browser.post(at('/groups/registration/new'), { name, idempotency_key: key })
  expect(begun.status).toBe(303)
  return /groups\/([^/]+)\/registration/.exec(begun.headers.get('location') ?? '')?.[1] ?? ''
}

const sendIn = async (browser: Browser, id: string, name: string): Promise<Response> =>
  browser.post(at(`/groups/${id}/registration/edit`), {
    ...answers(name),
    roster_file: roster(),
    intent: 'send',
  })

const decide = (browser: Browser, id: string, step: string, reason = ''): Promise<Response> =>
  browser.post(at(`/groups/${id}/registration/${step}`), { reason })

const mailsTo = async (person: Person): Promise<readonly { subject: string; body: string }[]> => {
  const addresses = await here.as(visitor, async (scope) => {
    const members = await Promise.all(
      person.memberships.map(({ groupId, role }) => listMemberEmails(scope, groupId, [role])),
    )
    return new Set(members.flat().map(({ email }) => email))
  })
  const mails = await here.as(visitor, listWaitingMails)
  return mails.filter(({ to_address }) => addresses.has(to_address))
}

describe('登録の案内と入口', () => {
  test('来訪者は案内と一覧を見られ、始めるときはログインへ進む', async () => {
    const browser = openBrowser(site)
    expect(await read(browser, at('/groups/registration'))).toContain('会員が3人以上必要です')
    await read(browser, at('/groups'))
    await read(browser, at('/groups/registration?lang=en'))
    const start = await browser.get(at('/groups/registration/new'))
    expect(start.headers.get('location')).toContain('/sign-in?next=')
  })

  test('名前のない始めかたは断られ、何も作られない', async () => {
    const browser = await enter(await here.person('名なし'))
    const response = await browser.post(at('/groups/registration/new'), { name: '　' })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('団体の名前を記入してください')
  })

  test('ない団体、まちがったidの団体は、見つからない', async () => {
    const browser = openBrowser(site)
    for (const id of ['0123456789ab', 'x', '%00', 'registration-x'])
      expect((await browser.get(at(`/groups/${id}`))).status).toBe(404)
  })
})

describe('申請から登録、取り下げまで', () => {
  const name = '茅ヶ崎 浜辺の会'
  let leader: Person
  let group: Browser
  let desk: Browser
  let id = ''

  beforeAll(async () => {
    leader = await here.person('浜 辺太郎')
    group = await enter(leader)
    desk = await enter(await here.person('センター 職員', ['centre']))
    id = await begin(group, name)
    leader = await here.reload(leader)
  })

  test('下書きは、まちがいがあっても残り、団体の人のほかには見えない', async () => {
    const saved = await group.post(at(`/groups/${id}/registration/edit`), {
      name,
      members: 'たくさん',
      purpose: '海岸を守る',
      intent: 'save',
    })
    expect(saved.headers.get('location')).toBe(at(`/groups/${id}/registration/edit?done=saved`))
    const html = await read(group, at(`/groups/${id}/registration/edit`))
    expect(html).toContain('value="たくさん"')
    expect(html).toContain('海岸を守る')
    for (const path of ['', '/registration', '/registration/edit'])
      expect((await desk.get(at(`/groups/${id}${path}`))).status).toBe(404)
    expect((await openBrowser(site).get(at(`/groups/${id}`))).status).toBe(404)
    expect(await read(desk, at('/desk/registrations?state=draft'))).not.toContain(name)
  })

  test('二人が同じ欄を書くと、あとの人に両方の文が示され、別々の欄なら両方が残る', async () => {
    const edit = at(`/groups/${id}/registration/edit`)
    const shownIn = (html: string): string =>
      (/name="shown" value="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"')
    const base = { name, members: 'たくさん', purpose: '海岸を守る', intent: 'save' }
    const shown = shownIn(await read(group, edit))
    expect(shown).toContain('purpose')
    await group.post(edit, { ...base, purpose: '松林を守る', shown })
    const other = await group.post(edit, { ...base, activities: '毎月の清掃', shown })
    expect(other.status).toBe(303)
    expect(await read(group, edit)).toContain('松林を守る')
    const clash = await group.post(edit, { ...base, purpose: '砂浜を守る', shown })
    const html = await clash.text()
    expect([clash.status, checkHtml(html)]).toEqual([422, []])
    for (const words of ['松林を守る', '砂浜を守る', 'ほかの人が同じ欄を書き換えていました'])
      expect(html).toContain(words)
    expect(await read(group, edit)).not.toContain('砂浜を守る')
    // Sent once more, the second person has seen the first one's words.
    const again = await group.post(edit, { ...base, purpose: '砂浜も守る', shown: shownIn(html) })
    expect(again.status).toBe(303)
    expect(await read(group, edit)).toContain('砂浜も守る')
  })

  test('送ると、足りない項目と満たさない決まりが一度に知らされ、書いたものは残る', async () => {
    const response = await group.post(at(`/groups/${id}/registration/edit`), {
      ...answers(name),
      members: '2',
      members_in_city: '0',
      name_kana: '緑の会',
      intent: 'send',
    })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(checkHtml(html)).toEqual([])
    expect(html).toMatch(/<title>エラー：/)
    for (const told of [
      'カタカナで',
      '会員が3人以上',
      '会員の2分の1以上',
      '「会員名簿」のファイル',
    ])
      expect(html).toContain(told)
    expect(html).toContain('茅ヶ崎市ひみつ町1-1')
    expect(await read(group, at(`/groups/${id}/registration/edit`))).toContain('ひみつ町')
  })

  test('二度押しても申請は一つで、受付番号と控えが示される', async () => {
    const key = keyIn(await read(group, at(`/groups/${id}/registration/edit`)))
    const form = { ...answers(name), roster_file: roster(), intent: 'send', idempotency_key: key }
    const first = await group.post(at(`/groups/${id}/registration/edit`), form)
    const second = await group.post(at(`/groups/${id}/registration/edit`), {
      ...form,
      roster_file: roster(),
    })
    const done = at(`/groups/${id}/registration?done=submitted`)
    expect([first, second].map((one) => one.headers.get('location'))).toEqual([done, done])
    const html = await read(group, done)
    expect(html).toContain('受付番号は 団登R8-0001 です')
    expect(html).toContain('名簿.pdf')
    expect(html).toContain('ひみつ町')
    expect(await read(group, done)).toContain('令和8年12月2日')
    const mails = await mailsTo(leader)
    expect(mails.filter(({ subject }) => subject.includes('受け付けました'))).toHaveLength(1)
  })

  test('送った後の様式は開けず、もう一度送っても登録の状態へもどる', async () => {
    const again = await group.post(at(`/groups/${id}/registration/edit`), {
      ...answers(name),
      intent: 'send',
    })
    expect(again.headers.get('location')).toBe(at(`/groups/${id}/registration`))
  })

  test('センターの一覧と画面に、答え・書類・注意がそろう', async () => {
    expect(await read(desk, at('/desk/registrations'))).toContain(name)
    const html = await read(desk, at(`/groups/${id}/registration`))
    for (const shown of ['ひみつ町', '名簿.pdf', '会則がまだないときも', '/registration/approval'])
      expect(html).toContain(shown)
    await read(desk, at('/groups/registration/paper'))
  })

  test('ほかの人は、登録の画面も書類も見られない', async () => {
    const html = await read(group, at(`/groups/${id}/registration`))
    const file = /href="([^"]*\/files\/[^"]*)"/.exec(html)?.[1] ?? ''
    expect((await group.get(file)).status).toBe(200)
    const stranger = await enter(await here.person('よその人'))
    const reviewer = await enter(await here.person('委員', ['reviewer']))
    for (const browser of [openBrowser(site), stranger, reviewer]) {
      expect((await browser.get(file)).status).toBeGreaterThanOrEqual(403)
      const page = await browser.get(at(`/groups/${id}/registration`))
      expect([303, 403, 404]).toContain(page.status)
      expect((await decide(browser, id, 'approval')).status).not.toBe(200)
    }
    expect((await here.as(visitor, (scope) => getGroup(scope, id))).state).toBe('submitted')
  })

  test('理由のない補正はもどり、理由を書くと団体に届き、連絡もできる', async () => {
    const empty = await decide(desk, id, 'correction', ' ')
    expect(empty.status).toBe(422)
    expect(checkHtml(await empty.text())).toEqual([])
    expect((await decide(desk, id, 'correction', '会費を書いてください。')).status).toBe(303)
    const html = await read(group, at(`/groups/${id}/registration`))
    expect(html).toContain('会費を書いてください。')
    expect(html).toContain('令和8年12月4日')
    const mails = await mailsTo(leader)
    expect(mails.some(({ body }) => body.includes('会費を書いてください。'))).toBe(true)
    const talked = await group.post(at(`/messages/group/${id}`), { body: '直します' })
    expect(talked.headers.get('location')).toContain(`/groups/${id}/registration`)
    expect(await read(desk, at(`/groups/${id}/registration`))).toContain('直します')
  })

  test('直して送ると受付番号は同じまま、登録すると番号・登録票・ページができる', async () => {
    expect((await sendIn(group, id, name)).status).toBe(303)
    const results = await Promise.all([decide(desk, id, 'approval'), decide(desk, id, 'approval')])
    expect(results.map(({ status }) => status).sort()).toEqual([303, 422])
    const registered = await here.as(visitor, (scope) => getGroup(scope, id))
    expect(registered).toMatchObject({
      state: 'approved',
      receiptNumber: '団登R8-0001',
      number: '茅市活第1号',
      registeredOn: '2026-11-20',
      validUntil: '2028-03-31',
      nameKana: 'ハマベノカイ',
      members: 12,
    })
    expect(registered.fields).toEqual(['environment', 'town'])
    const html = await read(group, at(`/groups/${id}/registration`))
    expect(html).toContain('団体登録票')
    const card = /href="([^"]*\/files\/[^"]*)">団体登録票/.exec(html)?.[1] ?? ''
    const pdf = await group.get(card)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect((await openBrowser(site).get(card)).status).toBe(404)
  })

  test('だれでも団体のページと一覧とサイトの検索で見つけ、公開しない答えはどこにもない', async () => {
    const browser = openBrowser(site)
    const pages = [
      `/groups/${id}`,
      `/groups/${id}?lang=en`,
      '/groups',
      '/groups?q=まつ',
      `/groups?q=${encodeURIComponent('清掃　ハマベ')}&field=environment&recruiting=yes`,
      `/search?q=${encodeURIComponent('松林')}`,
    ]
    for (const path of pages) {
      const html = await read(browser, at(path))
      if (path !== '/groups?q=まつ') expect(html.replace(/<[^>]*>/g, '')).toContain('浜辺の会')
      for (const secret of ['ひみつ町', '0467-11-1111', '辺花子', '名簿.pdf'])
        expect(html).not.toContain(secret)
    }
    const html = await read(browser, at(`/groups/${id}`))
    for (const open of [
      '0467-22-2222',
      '浜 辺太郎',
      '毎月第2日曜',
      '茅市活第1号',
      '海岸の松林を守る',
    ])
      expect(html).toContain(open)
    expect(html).toContain(`/groups?field=environment`)
    expect(await read(group, at(`/groups/${id}`))).toContain('この団体の方へ')
    expect(await read(browser, at('/groups?q=%F0%9F%8C%8A&lang=ja'))).toContain(
      '見つかりませんでした',
    )
    for (const hostile of ['page=0', 'page=-1', 'page=99999999999999', 'field=%27', 'q=%25_%5C'])
      expect([200, 303]).toContain((await browser.get(at(`/groups?${hostile}`))).status)
  })

  test('止めるとページと検索から消え、もどすと現れる', async () => {
    const search = at(`/search?q=${encodeURIComponent('松林')}`)
    expect((await decide(desk, id, 'suspension', '連絡がとれません。')).status).toBe(303)
    const browser = openBrowser(site)
    const stopped = await read(browser, at(`/groups/${id}`))
    expect(stopped).toContain('今は有効ではありません')
    expect(stopped).not.toContain('0467-22-2222')
    expect(await read(browser, search)).not.toContain(name)
    expect(await read(browser, at('/groups'))).not.toContain(name)
    expect((await decide(desk, id, 'resumption', '連絡がとれました。')).status).toBe(303)
    expect(await read(browser, search)).toContain('浜辺の会')
    expect(await read(browser, at('/groups'))).toContain(name)
  })

  test('取消しはセンターにはできず、取り下げは代表者ができて元にもどらない', async () => {
    expect((await decide(desk, id, 'revocation', '虚偽')).status).toBe(403)
    expect((await decide(group, id, 'withdrawal')).status).toBe(303)
    expect(await read(group, at(`/groups/${id}/registration`))).toContain('取り下げました')
    expect((await decide(desk, id, 'resumption', '理由')).status).toBe(422)
    expect(await here.as(visitor, (scope) => countGroups(scope))).toBe(0)
  })
})

describe('紙の申請とほかの仕事', () => {
  const paperGroup = async () => {
    const centre = await here.person('窓口', ['centre'])
    const browser = await enter(centre)
    const form = { name: '紙の会', channel: 'post' }
    const begun = await browser.post(at('/groups/registration/paper'), form)
    const id = /groups\/([^/]+)\//.exec(begun.headers.get('location') ?? '')?.[1] ?? ''
    return { centre, browser, id }
  }

  test('職員は受け取った方法を添えて代わりに送り、番号は次の年度も続きから付く', async () => {
    const { centre, browser, id } = await paperGroup()
    const missing = await browser.post(at('/groups/registration/paper'), { name: '紙の会' })
    expect(missing.status).toBe(422)
    expect(await read(browser, at(`/groups/${id}/registration/edit`))).toContain(
      '団体に代わって入力しています',
    )
    expect(await read(browser, at('/desk/registrations?state=draft'))).toContain('紙の会')
    const sent = await browser.post(at(`/groups/${id}/registration/edit`), {
      ...answers('紙の会'),
      contact_email: 'kami@example.jp',
      roster_file: roster(),
      channel: 'post',
      intent: 'send',
    })
    expect(sent.status).toBe(303)
    expect(await read(browser, at(`/groups/${id}/registration`))).toContain('郵送で受付')
    const spring = new Date('2027-05-10T01:00:00Z')
    const group = await here.as(
      centre,
      async (scope) => {
        await approveRegistration(scope, here.city, await getGroup(scope, id))
        return getGroup(scope, id)
      },
      spring,
    )
    expect(group).toMatchObject({
      number: '茅市活第2号',
      channel: 'post',
      hasRepresentative: false,
    })
    const mails = await here.as(visitor, listWaitingMails)
    expect(mails.filter(({ to_address }) => to_address === 'kami@example.jp')).toHaveLength(2)
    const withdrawn = await decide(browser, id, 'withdrawal', '団体から届けがありました。')
    expect(withdrawn.status).toBe(303)
  })

  test('紙で受け取った名簿は、写しを添付しなくても出せる', async () => {
    const { browser, id } = await paperGroup()
    const sent = await browser.post(at(`/groups/${id}/registration/edit`), {
      ...answers('紙の名簿の会'),
      channel: 'counter',
      intent: 'send',
    })
    expect(sent.headers.get('location')).toContain('done=submitted')
  })

  test('団体の人は一人一つの場所を持ち、代表者は一人だけ', async () => {
    const first = await here.person('一人目')
    const second = await here.person('二人目')
    const begun = await here.as(first, (scope) =>
      startRegistration(scope, here.city, { name: '人の会', channel: 'web' }),
    )
    const groupId = begun.ok ? begun.value : ''
    await here.as(first, async (scope) => {
      const place = { groupId, accountId: second.accountId }
      expect(await addMember(scope, { ...place, role: 'representative' })).toEqual({
        ok: false,
        error: 'has-representative',
      })
      expect((await addMember(scope, { ...place, role: 'member' })).ok).toBe(true)
      expect(await addMember(scope, { ...place, role: 'manager' })).toEqual({
        ok: false,
        error: 'already-member',
      })
      expect(await listMemberEmails(scope, groupId, ['representative', 'member'])).toMatchObject([
        { name: '一人目' },
        { name: '二人目' },
      ])
      expect((await listGroupNames(scope, [groupId, '0123456789ab'])).get(groupId)).toBe('人の会')
    })
    const mine = await here.as(first, async (scope) =>
      listMyGroups(scope, await here.reload(second)),
    )
    expect(mine).toEqual([{ id: groupId, name: '人の会', state: 'draft', role: 'member' }])
  })

  test('書きかけの登録は一人5つまで', async () => {
    const person = await here.person('たくさん')
    const begun = await here.as(person, async (scope) => {
      const results = []
      for (let at = 0; at < 6; at += 1)
        results.push(await startRegistration(scope, here.city, { name: `会${at}`, channel: 'web' }))
      return results
    })
    expect(begun.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false])
  })

  test('下書きに付けた読めないファイルは、その場で知らせる', async () => {
    const person = await here.person('写真')
    const browser = await enter(person)
    const id = await begin(browser, '写真の会')
    const response = await browser.post(at(`/groups/${id}/registration/edit`), {
      name: '写真の会',
      roster_file: new File(['MZ'], '名簿.exe'),
      intent: 'save',
    })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('この種類のファイルは受け取れません')
  })

  test('職員も、自分の団体の登録は決められない', async () => {
    const both = await here.person('職員で代表', ['centre'])
    const browser = await enter(both)
    const id = await begin(browser, '職員の会')
    expect((await sendIn(browser, id, '職員の会')).status).toBe(303)
    expect(await read(browser, at(`/groups/${id}/registration`))).toContain('ご自分の団体')
    expect((await decide(browser, id, 'approval')).status).toBe(422)
    expect((await here.as(visitor, (scope) => getGroup(scope, id))).state).toBe('submitted')
  })
})

describe.each(['kamakura', 'yamaguchi', 'kamagaya'])('%s', (preset) => {
  test('その市の様式と決まりのまま、申請して登録できる', async () => {
    const store = await openTestStore()
    const city = await openTestCity(store, preset)
    const centre = await city.person('職員', ['centre'])
    const leader = await city.person('代表')
    const begun = await city.as(leader, (scope) =>
      startRegistration(scope, city.city, { name: '試しの会', channel: 'web' }),
    )
    const id = begun.ok ? begun.value : ''
    const legal = { kamakura: 'voluntary-association', kamagaya: 'unincorporated' }[preset]
    const field = city.city.fields[0]?.code ?? ''
    const values = new Map<string, readonly string[]>(
      Object.entries({
        ...answers('試しの会'),
        legal_form: legal ?? 'voluntary',
        fields: [field],
        office_address: '御成町18-10',
        officers: '3',
      }).map(([name, value]) => [name, Array.isArray(value) ? value : [String(value)]]),
    )
    const upload = {
      name: '規約.pdf',
      type: 'application/pdf',
      bytes: new Uint8Array(await roster().arrayBuffer()),
    }
    const sent = {
      text: (name: string) => values.get(name)?.[0] ?? '',
      all: (name: string) => [...(values.get(name) ?? [])],
      has: (name: string) => values.has(name),
      files: (name: string) => (/^(rules|roster)_file$/.test(name) ? [upload] : []),
      names: () => [...values.keys(), 'rules_file', 'roster_file'],
    }
    const actor = await city.reload(leader)
    const saved = await city.as(actor, async (scope) => {
      const group = await getGroup(scope, id)
      return saveRegistration(scope, city.city, { group, sent, send: true, channel: 'web' })
    })
    expect(saved).toEqual({ ok: true, value: 'sent' })
    const done = await city.as(centre, async (scope) =>
      approveRegistration(scope, city.city, await getGroup(scope, id)),
    )
    expect(done).toEqual({ ok: true, value: 'done' })
    const group = await city.as(visitor, (scope) => getGroup(scope, id))
    expect(group.number).toMatch(/1/)
    expect(JSON.stringify(group.profile)).not.toContain('ひみつ町')
  })
})
