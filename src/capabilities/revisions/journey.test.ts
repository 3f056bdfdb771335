import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Person, visitor } from '#kernel/actor.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { runJob } from '../../../tests/world/jobs.ts'
import { type Browser, openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { countRegistrationMoves, getGroup, listPeriods } from '../groups/index.ts'
import { listWaitingMails } from '../mails/index.ts'

let here: TestCity
let site: Hono
let now = testNow

/** The hour at which the office works on that day. */
const at9 = (day: string): Date => new Date(`${day}T00:00:00Z`)

beforeAll(async () => {
  const store = await openTestStore(() => now)
  here = await openTestCity(store, 'kamagaya')
  site = await openTestSite(store, () => now)
})

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

const paper = (name: string) =>
  new File(['%PDF-1.4\n%âãÏÓ\n1 0 obj\n'], name, { type: 'application/pdf' })

type Sent = Record<string, string | Blob | readonly string[]>

const registered = (name: string): Sent => ({
  name,
  name_kana: 'カマガヤミドリノカイ',
  legal_form: 'unincorporated',
  founded: 'H20.4.1',
  purpose: '緑を守る',
  activities: '里山の手入れ',
  fields: ['environment'],
  representative_title: '会長',
  representative_name: '緑 一郎',
  'representative_name.visibility': 'public',
  representative_address: '鎌ケ谷市ひみつ町1-1',
  representative_phone: '047-111-1111',
  contact_name: '緑 二郎',
  contact_phone: '047-222-2222',
  'contact_phone.visibility': 'public',
  members: '12',
  members_in_city: '9',
  fee: '年1,000円',
  recruiting: 'yes',
  consent_publication: 'yes',
  opening: ['representative_name', 'contact_name', 'contact_phone'],
  pledge: 'yes',
})

/** Everybody's way in: sessions end when the clock is moved, and people sign in again. */
const entered: { person: Person; browser: Browser }[] = []

const enterAs = async (person: Person): Promise<Browser> => {
  const mine = { person, browser: await enter(person) }
  entered.push(mine)
  return {
    cookies: mine.browser.cookies,
    get: (...given) => mine.browser.get(...given),
    post: (...given) => mine.browser.post(...given),
  }
}

const goTo = async (day: string): Promise<void> => {
  now = at9(day)
  for (const mine of entered) mine.browser = await enter(mine.person)
}

/** A group that was registered in the ordinary way, with its people. */
const register = async (name: string) => {
  const leader = await here.person('緑 一郎')
  const group = await enterAs(leader)
  const desk = await enterAs(await here.person('センター 職員', ['centre']))
  const begun = await group.post(at('/groups/registration/new'), { name })
  const id = /groups\/([^/]+)\/registration/.exec(begun.headers.get('location') ?? '')?.[1] ?? ''
  const sent = await group.post(at(`/groups/${id}/registration/edit`), {
    ...registered(name),
    intent: 'send',
  })
  expect(sent.headers.get('location')).toContain('done=submitted')
  expect((await desk.post(at(`/groups/${id}/registration/approval`))).status).toBe(303)
  return { id, group, desk }
}

const begin = async (browser: Browser, id: string): Promise<string> => {
  const begun = await browser.post(at(`/groups/${id}/revisions`), { kind: 'change' })
  expect(begun.status).toBe(303)
  return /revisions\/([^/]+)\/edit/.exec(begun.headers.get('location') ?? '')?.[1] ?? 'not begun'
}

const groupNow = (id: string) => here.as(visitor, (scope) => getGroup(scope, id))

const mailsAbout = async (words: string) =>
  (await here.as(visitor, listWaitingMails)).filter(({ subject }) => subject.includes(words))

const open = () => openBrowser(site)

describe('変更届', () => {
  const name = '鎌ケ谷 緑の会'
  let world: Awaited<ReturnType<typeof register>>
  let revision = ''

  beforeAll(async () => {
    world = await register(name)
  })

  test('様式には今の登録が入っていて、約束はもう一度聞かれない', async () => {
    expect(await read(world.group, at(`/groups/${world.id}/registration`))).toContain(
      '変更届を書く',
    )
    revision = await begin(world.group, world.id)
    const html = await read(world.group, at(`/revisions/${revision}/edit`))
    expect(html).toContain('年1,000円')
    expect(html).toContain('鎌ケ谷市ひみつ町1-1')
    expect(html).not.toContain('name="pledge"')
    expect(await begin(world.group, world.id)).toBe(revision)
  })

  test('書いている途中の届けは、団体のほかには見えない', async () => {
    for (const browser of [world.desk, open(), await enter(await here.person('よその人'))]) {
      const response = await browser.get(at(`/revisions/${revision}`))
      expect([303, 403, 404]).toContain(response.status)
    }
  })

  test('変わったところがない届けは送れない', async () => {
    const response = await world.group.post(at(`/revisions/${revision}/edit`), {
      ...registered(name),
      intent: 'send',
    })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(checkHtml(html)).toEqual([])
    expect(html).toContain('変わったところがありません')
  })

  test('決まりを満たさなくなる変更は、満たさない理由がすべて示される', async () => {
    const response = await world.group.post(at(`/revisions/${revision}/edit`), {
      ...registered(name),
      members: '2',
      members_in_city: '1',
      purpose: '',
      intent: 'send',
    })
    expect(response.status).toBe(422)
    const html = await response.text()
    for (const told of ['会員が3人以上', '「活動の目的']) expect(html).toContain(told)
    expect((await groupNow(world.id)).members).toBe(12)
  })

  test('確認のいらない項目はすぐに、いる項目は認められるまで古いまま', async () => {
    const sent = await world.group.post(at(`/revisions/${revision}/edit`), {
      ...registered('鎌ケ谷 新緑の会'),
      fee: '年2,000円',
      'contact_phone.visibility': 'private',
      intent: 'send',
    })
    expect(sent.headers.get('location')).toBe(at(`/revisions/${revision}?done=sent`))
    const shown = await read(open(), at(`/groups/${world.id}`))
    expect(shown).toContain('年2,000円')
    expect(shown).toContain(name)
    expect(shown).not.toContain('新緑')
    expect(shown).not.toContain('047-222-2222')
    for (const browser of [world.group, world.desk]) {
      const html = await read(browser, at(`/revisions/${revision}`))
      for (const told of ['団変R8-0001', name, '鎌ケ谷 新緑の会', '年1,000円', '年2,000円'])
        expect(html).toContain(told)
    }
    expect(await read(world.desk, at('/desk/revisions'))).toContain(name)
    expect(await read(open(), at(`/groups?q=${encodeURIComponent('新緑')}`))).not.toContain(
      `/groups/${world.id}`,
    )
  })

  test('理由のない補正はもどり、理由を書くと団体に届き、直して送れる', async () => {
    const empty = await world.desk.post(at(`/revisions/${revision}/correction`), { reason: ' ' })
    expect(empty.status).toBe(422)
    expect(checkHtml(await empty.text())).toEqual([])
    await world.desk.post(at(`/revisions/${revision}/correction`), {
      reason: '総会の議決の日を書いてください。',
    })
    expect(await read(world.group, at(`/revisions/${revision}`))).toContain('総会の議決の日')
    const again = await world.group.post(at(`/revisions/${revision}/edit`), {
      ...registered('鎌ケ谷 新緑の会'),
      fee: '年2,000円',
      'contact_phone.visibility': 'private',
      intent: 'send',
    })
    expect(again.headers.get('location')).toContain('done=sent')
  })

  test('団体の人は自分の届けを認められず、認めると名簿・検索・登録票が新しくなる', async () => {
    expect((await world.group.post(at(`/revisions/${revision}/approval`))).status).not.toBe(303)
    const both = await Promise.all([
      world.desk.post(at(`/revisions/${revision}/approval`)),
      world.desk.post(at(`/revisions/${revision}/approval`)),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    expect((await groupNow(world.id)).name).toBe('鎌ケ谷 新緑の会')
    const shown = await read(open(), at(`/groups/${world.id}`))
    expect(shown).toContain('鎌ケ谷 新緑の会')
    expect(shown).toContain('「鎌ケ谷 緑の会」から「鎌ケ谷 新緑の会」に変わりました')
    expect(await read(open(), at(`/groups?q=${encodeURIComponent('新緑')}`))).toContain(
      `/groups/${world.id}`,
    )
    expect(await read(open(), at(`/search?q=${encodeURIComponent('新緑')}`))).toContain('新緑')
    const html = await read(world.group, at(`/groups/${world.id}/registration`))
    expect(html).toContain('鎌市活登第1号の2')
    expect(await mailsAbout('変更を認めました')).toHaveLength(1)
  })

  test('公開しない答えは、届けの後もどの公開の画面にもない', async () => {
    for (const path of [`/groups/${world.id}`, `/groups/${world.id}?lang=en`, '/groups'])
      for (const secret of ['ひみつ町', '047-111-1111', '047-222-2222', '緑 二郎'])
        expect(await read(open(), at(path))).not.toContain(secret)
  })

  test('代表者が替わる届けは、引継ぎの手続きへ続く', async () => {
    const id = await begin(world.group, world.id)
    await world.group.post(at(`/revisions/${id}/edit`), {
      ...registered('鎌ケ谷 新緑の会'),
      fee: '年2,000円',
      representative_name: '青葉 花子',
      intent: 'send',
    })
    expect((await groupNow(world.id)).name).toBe('鎌ケ谷 新緑の会')
    await world.desk.post(at(`/revisions/${id}/approval`))
    const html = await read(world.group, at(`/groups/${world.id}/registration`))
    expect(html).toContain('新しい代表者に引き継ぐ')
    expect(html).toContain(`/groups/${world.id}/handover`)
  })

  test('認められない届けは、登録を変えない', async () => {
    const id = await begin(world.group, world.id)
    await world.group.post(at(`/revisions/${id}/edit`), {
      ...registered('別の名'),
      representative_name: '青葉 花子',
      fee: '年2,000円',
      intent: 'send',
    })
    await world.desk.post(at(`/revisions/${id}/refusal`), { reason: '規約と違うため' })
    expect((await groupNow(world.id)).name).toBe('鎌ケ谷 新緑の会')
    expect(await read(world.group, at(`/revisions/${id}`))).toContain('規約と違うため')
  })

  test('紙の届けは、職員が受け取った方法と日を付けて入力する', async () => {
    const id = await begin(world.desk, world.id)
    const form = {
      ...registered('鎌ケ谷 新緑の会'),
      representative_name: '青葉 花子',
      fee: '年3,000円',
      channel: 'post',
      intent: 'send',
    }
    const late = await world.desk.post(at(`/revisions/${id}/edit`), {
      ...form,
      received_on: '2027-01-01',
    })
    expect([late.status, (await late.text()).includes('今日までの日付')]).toEqual([422, true])
    const sent = await world.desk.post(at(`/revisions/${id}/edit`), {
      ...form,
      received_on: 'R8.11.18',
    })
    expect(sent.headers.get('location')).toContain('done=sent')
    const html = await read(world.desk, at(`/revisions/${id}`))
    for (const told of ['郵便', '令和8年11月18日', '反映済み']) expect(html).toContain(told)
    expect(await read(open(), at(`/groups/${world.id}`))).toContain('年3,000円')
  })
})

describe('更新', () => {
  let renewing: Awaited<ReturnType<typeof register>>
  let silent: Awaited<ReturnType<typeof register>>
  let waiting: Awaited<ReturnType<typeof register>>
  let office: Browser
  let campaign = ''

  beforeAll(async () => {
    renewing = await register('続ける会')
    silent = await register('だまる会')
    waiting = await register('待つ会')
    await goTo('2027-02-01')
    office = await enterAs(await here.person('市 職員', ['office']))
  })

  const revisionOf = async (id: string): Promise<string> => {
    const browser = [renewing, silent, waiting].find((one) => one.id === id)?.group ?? office
    const html = await read(browser, at(`/groups/${id}/registration`))
    return /revisions\/([a-z0-9]+)"/.exec(html)?.[1] ?? 'none'
  }

  const renewal: Sent = {
    representative_name: '緑 一郎',
    representative_address: '鎌ケ谷市ひみつ町1-1',
    representative_phone: '047-111-1111',
    contact_name: '緑 二郎',
    members: '15',
    members_in_city: '11',
    fee: '年1,000円',
    activities: '里山の手入れと観察会',
    recruiting: 'yes',
    year_report: '観察会を12回',
  }

  const answer = async (group: Browser, id: string) =>
    group.post(at(`/revisions/${await revisionOf(id)}/edit`), {
      ...renewal,
      roster_file: paper('名簿.pdf'),
      accounts_file: paper('決算.pdf'),
      intent: 'send',
    })

  test('受付は市が開き、センターは開けない。日を間違えると直せる', async () => {
    const days = { class: 'standard', opens_on: 'R9.2.1', closes_on: 'R9.3.31' }
    expect((await renewing.desk.post(at('/desk/renewals'), days)).status).toBe(403)
    const wrong = await office.post(at('/desk/renewals'), { ...days, closes_on: 'R9.1.1' })
    expect(wrong.status).toBe(422)
    expect(checkHtml(await wrong.text())).toEqual([])
    const opened = await office.post(at('/desk/renewals'), days)
    expect(opened.status).toBe(303)
    campaign = /renewals\/([a-z0-9]+)/.exec(opened.headers.get('location') ?? '')?.[1] ?? ''
    expect((await office.post(at('/desk/renewals'), days)).status).toBe(422)
  })

  test('案内は期限が来る団体に一度だけ届き、答えの入った短い様式が開く', async () => {
    expect((await runJob(here, 'revisions.invite', now)).failed).toEqual([])
    await runJob(here, 'revisions.invite', now)
    expect(await mailsAbout('登録の更新をお願いします（続ける会）')).toHaveLength(1)
    const html = await read(renewing.group, at(`/revisions/${await revisionOf(renewing.id)}/edit`))
    expect(html).toContain('鎌ケ谷市ひみつ町1-1')
    expect(html).toContain('前の年度の事業報告・決算')
    for (const asked of ['name="purpose"', 'name="pledge"']) expect(html).not.toContain(asked)
  })

  test('書類のない更新はもどり、書類を付けると職員に届く', async () => {
    const id = await revisionOf(renewing.id)
    const empty = await renewing.group.post(at(`/revisions/${id}/edit`), {
      ...renewal,
      intent: 'send',
    })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('「前の年度の事業報告・決算」のファイル')
    expect((await answer(renewing.group, renewing.id)).status).toBe(303)
    const html = await read(renewing.desk, at(`/revisions/${id}`))
    for (const told of ['決算.pdf', '観察会を12回', '里山の手入れと観察会', '12人', '15人'])
      expect(html).toContain(told)
  })

  test('認めると次の年度の終わりまでのび、新しい登録票ができる', async () => {
    const id = await revisionOf(renewing.id)
    expect((await groupNow(renewing.id)).validUntil).toBe('2027-03-31')
    expect((await renewing.desk.post(at(`/revisions/${id}/approval`))).status).toBe(303)
    expect(await groupNow(renewing.id)).toMatchObject({ validUntil: '2028-03-31', members: 15 })
    const periods = await here.as(visitor, (scope) => listPeriods(scope, renewing.id))
    expect(periods).toMatchObject([
      { how: 'new', endedOn: '2027-03-31', endedHow: 'renewed' },
      { how: 'renewed', beganOn: '2027-04-01', validUntil: '2028-03-31', endedOn: null },
    ])
    const html = await read(renewing.group, at(`/groups/${renewing.id}/registration`))
    expect(html).toContain('号の2')
    expect(html).toContain('名簿.pdf')
  })

  test('催促は30日前・14日前・3日前に、答えのない団体へ一度ずつ届く', async () => {
    const reminded = async (day: string) => {
      await runJob(here, 'revisions.remind', at9(day))
      return (await mailsAbout('登録の更新は')).filter(({ subject }) =>
        subject.includes('だまる会'),
      )
    }
    expect(await reminded('2027-02-28')).toHaveLength(0)
    expect(await reminded('2027-03-01')).toHaveLength(1)
    expect(await reminded('2027-03-02')).toHaveLength(1)
    // The job that did not run on the day itself writes on the next.
    expect(await reminded('2027-03-18')).toHaveLength(2)
    expect(await reminded('2027-03-28')).toHaveLength(3)
    expect(await reminded('2027-04-01')).toHaveLength(3)
    expect(
      (await mailsAbout('登録の更新は')).some(({ subject }) => subject.includes('続ける会')),
    ).toBe(false)
  })

  test('期限の日はまだ有効で、次の日に失効する。確認待ちの団体は失効しない', async () => {
    await goTo('2027-03-31')
    // 名簿をここに持つ団体は、名簿のファイルを付けなくてよい。職員は、送った日の名簿を見る。
    const edit = at(`/revisions/${await revisionOf(waiting.id)}/edit`)
    const { roster_file: _, ...withoutRoster } = {
      ...renewal,
      roster_file: '',
      accounts_file: paper('決算.pdf'),
      intent: 'send',
    }
    const missing = await (await waiting.group.post(edit, withoutRoster)).text()
    expect(missing.includes('「今の役員・会員の名簿」のファイル')).toBe(true)
    for (const [name, office] of [
      ['緑 一郎', 'president'],
      ['緑 二郎', ''],
    ])
      await waiting.group.post(at(`/groups/${waiting.id}/roster/new`), {
        name: name ?? '',
        since: '2026-11-20',
        ...(office ? { office } : {}),
      })
    const form = await read(waiting.group, edit)
    expect(form.includes('名簿に2人（うち役員1人）がのっています')).toBe(true)
    expect((await waiting.group.post(edit, withoutRoster)).status).toBe(303)
    const sentPage = await read(waiting.desk, edit.replace('/edit', ''))
    expect(sentPage.includes('令和9年3月31日（水）の名簿')).toBe(true)
    expect(sentPage.includes(`${at(`/groups/${waiting.id}/roster`)}?day=2027-03-31`)).toBe(true)
    await runJob(here, 'revisions.lapse', new Date('2027-03-31T14:59:00Z'))
    expect((await groupNow(silent.id)).state).toBe('approved')
    const midnight = new Date('2027-03-31T15:05:00Z')
    expect((await runJob(here, 'revisions.lapse', midnight)).failed).toEqual([])
    expect((await groupNow(silent.id)).state).toBe('lapsed')
    expect((await groupNow(waiting.id)).state).toBe('approved')
    expect((await groupNow(renewing.id)).state).toBe('approved')
    // Run again it finds nothing to do, and writes to nobody.
    expect((await runJob(here, 'revisions.lapse', midnight)).failed).toEqual([])
    await goTo('2027-04-02')
    const html = await read(silent.group, at(`/groups/${silent.id}/registration`))
    expect(html).toContain('更新の届けがないまま、有効期限（令和9年3月31日')
    expect(await read(open(), at(`/groups/${silent.id}`))).toContain('今は有効ではありません')
    expect(await mailsAbout('登録の期限が切れました（だまる会）')).toHaveLength(1)
  })

  test('職員の一覧は、更新済み・確認待ち・失効の数と団体を示し、しぼれる', async () => {
    const html = await read(office, at(`/desk/renewals/${campaign}`))
    for (const told of ['更新済み', '確認待ち', '失効', '続ける会', 'だまる会', '待つ会'])
      expect(html).toContain(told)
    const lapsed = await read(office, at(`/desk/renewals/${campaign}?outcome=lapsed`))
    expect(lapsed).toContain('だまる会')
    expect(lapsed).not.toContain('続ける会')
    await read(office, at(`/desk/renewals/${campaign}?all=yes&lang=en`))
    await read(office, at('/desk/renewals?lang=en'))
  })

  test('期限の後に認めても、登録の期間はとぎれない', async () => {
    const id = await revisionOf(waiting.id)
    await waiting.desk.post(at(`/revisions/${id}/approval`))
    const periods = await here.as(visitor, (scope) => listPeriods(scope, waiting.id))
    expect(periods.at(-1)).toMatchObject({ beganOn: '2027-04-01', validUntil: '2028-03-31' })
  })

  test('遅れた更新は90日目まで受けられ、認めた日から有効になる', async () => {
    await goTo('2027-06-29')
    expect((await answer(silent.group, silent.id)).status).toBe(303)
    const id = await revisionOf(silent.id)
    await silent.desk.post(at(`/revisions/${id}/approval`))
    expect(await groupNow(silent.id)).toMatchObject({ state: 'approved', validUntil: '2028-03-31' })
    const periods = await here.as(visitor, (scope) => listPeriods(scope, silent.id))
    expect(periods).toMatchObject([
      { how: 'new', endedOn: '2027-03-31', endedHow: 'lapsed' },
      { how: 'renewed', beganOn: '2027-06-29' },
    ])
    expect(await read(open(), at(`/groups/${silent.id}`))).not.toContain('今は有効ではありません')
  })

  test('新規・更新・失効は、年度ごとに数えられる', async () => {
    const moves = await here.as(visitor, countRegistrationMoves)
    expect(moves).toMatchObject([
      { fiscalYear: 2026, began: { new: 4, renewed: 0 }, ended: { lapsed: 2, revoked: 0 } },
      { fiscalYear: 2027, began: { new: 0, renewed: 3 }, ended: { lapsed: 0, revoked: 0 } },
    ])
    expect(await read(office, at('/desk/renewals'))).toContain('年度ごとの登録の動き')
  })
})
