import type { Hono } from 'hono'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { addDays, tokyoInstant } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { type Browser, keyIn, openBrowser, openTestSite } from '#tests/world/site.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { getForm } from '../forms/index.ts'
import { insertEvent } from '../procedures/index.ts'
import { getProposal } from './queries/proposals.ts'
import { type Cast, makeCast, makeGroup, makeTheme, signIn, typedForm } from './world.fixture.ts'

let here: TestCity
let site: Hono
let cast: Cast
let theme: string
let now = testNow
let who: Record<
  | 'visitor'
  | 'representative'
  | 'manager'
  | 'member'
  | 'stranger'
  | 'office'
  | 'centre'
  | 'reviewer'
  | 'department'
  | 'otherDepartment',
  Browser
>

beforeAll(async () => {
  const store = await openTestStore(() => now)
  here = await openTestCity(store, 'kamagaya')
  site = await openTestSite(store, () => now)
  cast = await makeCast(here)
  theme = await makeTheme(here, {
    callId: cast.call.id,
    department: cast.departments[0],
    title: '公園の花壇づくり',
    cap: 200_000,
  })
  const enter = (person: Parameters<typeof signIn>[2]) => signIn(site, here, person)
  who = {
    visitor: openBrowser(site),
    representative: await enter(cast.representative),
    manager: await enter(cast.manager),
    member: await enter(cast.member),
    stranger: await enter(cast.stranger),
    office: await enter(cast.office),
    centre: await enter(cast.centre),
    reviewer: await enter(cast.reviewer),
    department: await enter(cast.department),
    otherDepartment: await enter(cast.otherDepartment),
  }
})

const at = (path: string): string => `/${here.key.slug}${path}`

/** A page that must be there and be sound, in both languages. */
const read = async (browser: Browser, path: string): Promise<string> => {
  const [place = '', hash] = path.split('#')
  const joint = place.includes('?') ? '&' : '?'
  expect(hash).toBeUndefined()
  const english = await (await browser.get(`${place}${joint}lang=en`)).text()
  expect([path, checkHtml(english)]).toEqual([path, []])
  const response = await browser.get(`${place}${joint}lang=ja`)
  expect([path, response.status]).toEqual([path, 200])
  const html = await response.text()
  expect([path, checkHtml(html)]).toEqual([path, []])
  return html
}

const statusOf = async (browser: Browser, path: string): Promise<number> =>
  (await browser.get(path)).status

const placeOf = (response: Response): string => {
  expect(response.status).toBe(303)
  return response.headers.get('location') ?? ''
}

const again = async (response: Response): Promise<string> => {
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(checkHtml(html)).toEqual([])
  expect(html).toContain('<title>エラー：')
  return html
}

const start = async (browser: Browser, more: Record<string, string> = {}): Promise<Response> => {
  const html = await read(browser, at(`/proposals/new?call=${cast.call.id}`))
  return browser.post(at('/proposals'), {
    idempotency_key: keyIn(html),
    call: cast.call.id,
    group: cast.groupId,
    type: 'citizen',
    ...more,
  })
}

const idIn = (place: string): string => /\/proposals\/([^/?]+)/.exec(place)?.[1] ?? ''

let groups = 0
/** The same people in one more group: the programme takes one proposal of each. */
const anotherGroup = (): Promise<string> => {
  groups += 1
  const { representative, manager, member } = cast
  return makeGroup(here, `川べりの会 ${groups}`, { representative, manager, member })
}

const begin = async (more: Record<string, string> = {}): Promise<string> => {
  const group = await anotherGroup()
  return idIn(placeOf(await start(who.representative, { group, ...more })))
}

const setGroupState = (id: string, state: string): Promise<unknown> =>
  here.as(visitor, (scope) =>
    scope.db
      .updateTable('groups')
      .set({ state })
      .where('city_id', '=', scope.city.id)
      .where('id', '=', id)
      .execute(),
  )

const form = (code: 'proposal' | 'negotiation' | 'consultation') =>
  here.as(visitor, (scope) => getForm(scope, cast.call.definition.forms[code]))

const typed = async (code: 'proposal' | 'negotiation', more: Record<string, string> = {}) =>
  typedForm((await form(code)).definition, here.city, more)

const write = async (
  id: string,
  intent: 'save' | 'send',
  more: Record<string, string> = {},
  browser = who.representative,
): Promise<Response> =>
  browser.post(at(`/proposals/${id}/edit`), { ...(await typed('proposal', more)), intent })

const confirmSending = async (id: string, browser = who.representative): Promise<Response> => {
  const html = await read(browser, at(`/proposals/${id}/confirmation`))
  const revision = /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''
  return browser.post(at(`/proposals/${id}/confirmation`), {
    idempotency_key: keyIn(html),
    revision,
  })
}

const submitted = async (more: Record<string, string> = {}, first = {}): Promise<string> => {
  const id = await begin(first)
  expect(placeOf(await write(id, 'send', more))).toBe(at(`/proposals/${id}/confirmation`))
  expect(placeOf(await confirmSending(id))).toBe(at(`/proposals/${id}?done=submitted`))
  return id
}

const check = (id: string, fields: Record<string, string>, browser = who.office) =>
  browser.post(at(`/proposals/${id}/formal-check`), fields)

const negotiating = async (): Promise<string> => {
  const id = await submitted()
  const passed = await check(id, { decision: 'pass', department: cast.departments[0] })
  expect(placeOf(passed)).toBe(at(`/proposals/${id}?done=passed`))
  return id
}

const stateOf = async (id: string) =>
  (await here.as(visitor, (scope) => getProposal(scope, id))).state

describe('始める', () => {
  test('来訪者はログインへ進み、団体のない人は登録の案内を読む', async () => {
    const asked = await who.visitor.get(at('/proposals/new'))
    expect(placeOf(asked)).toContain('/sign-in?next=')
    const alone = await signIn(site, here, await here.person('見本 一人'))
    const html = await read(alone, at(`/proposals/new?call=${cast.call.id}`))
    expect(html).toContain('提案は団体として行います')
    expect(html).toContain('/groups/registration')
  })

  test('会員には代表者に相談すること、未登録の団体には登録することを伝える', async () => {
    const html = await read(who.member, at(`/proposals/new?call=${cast.call.id}`))
    expect(html).toContain('代表者か担当者だけが提案を書けます')
    const lapsed = await here.person('見本 期限切れ')
    const group = await makeGroup(here, '古い会', { representative: lapsed }, 'lapsed')
    const browser = await signIn(site, here, lapsed)
    const told = await read(browser, at(`/proposals/new?call=${cast.call.id}`))
    expect(told).toContain('登録の申込みがまだです')
    await again(await start(browser, { group }))
  })

  test('登録の申込み中の団体も提案を送れる制度では、登録が済むまで協議に進めない', async () => {
    const applying = await here.person('見本 申込中')
    const group = await makeGroup(here, '新しい会', { representative: applying }, 'submitted')
    const browser = await signIn(site, here, applying)
    const html = await read(browser, at(`/proposals/new?call=${cast.call.id}`))
    expect(html).toContain('今から書いて送れます')
    expect(html).not.toContain('先に登録してください')
    const id = idIn(placeOf(await start(browser, { group })))
    await write(id, 'send', {}, browser)
    expect(placeOf(await confirmSending(id, browser))).toContain('done=submitted')
    const pass = { decision: 'pass', department: cast.departments[0] }
    expect(await again(await check(id, pass))).toContain('団体の登録が済んでいません')
    await setGroupState(group, 'approved')
    expect(placeOf(await check(id, pass))).toContain('done=passed')
  })

  test('中止になった募集は、書き始めるページでも、理由とともに中止と伝える', async () => {
    const call = await here.as(visitor, async (scope) => {
      const { id } = cast.call
      const copy = newId()
      await sql`INSERT INTO calls SELECT (jsonb_populate_record(NULL::calls,
        to_jsonb(c) || ${JSON.stringify({ id: copy, state: 'cancelled', fiscal_year: 2030 })}::jsonb)).*
        FROM calls c WHERE c.city_id = ${scope.city.id} AND c.id = ${id}`.execute(scope.db)
      await insertEvent(
        scope,
        { kind: 'call', id: copy },
        {
          step: 'cancel',
          title: { ja: '募集を中止', en: 'Call cancelled' },
          role: 'office',
          public: true,
          reason: '予算が成立しなかったため',
        },
      )
      return copy
    })
    const html = await read(who.representative, at(`/proposals/new?call=${call}`))
    expect(html).toContain('この募集は中止になりました')
    expect(html).toContain('予算が成立しなかったため')
    expect(html).not.toContain('受付は終わりました')
    const sent = await who.representative.post(at('/proposals'), {
      call,
      group: cast.groupId,
      type: 'citizen',
    })
    expect(await again(sent)).toContain('中止になったため')
  })

  test('選び忘れは一度に伝えられ、テーマの区分ではテーマを選ぶ', async () => {
    const html = await again(await start(who.representative, { group: '', type: '' }))
    expect(html).toContain('提案する団体を選んでください')
    expect(html).toContain('提案の区分を選んでください')
    const themed = await again(await start(who.representative, { type: 'department' }))
    expect(themed).toContain('応えるテーマを選んでください')
    const mixed = await again(await start(who.representative, { theme }))
    expect(mixed).toContain('この区分はテーマに応えるものではありません')
    const id = await begin({ type: 'department', theme })
    expect(await stateOf(id)).toBe('draft')
  })

  test('ほかの団体の名前では始められない', async () => {
    await again(await start(who.stranger))
  })

  test('テーマから来た人には、募集とテーマの区分が選ばれている', async () => {
    const html = await read(
      who.representative,
      at(`/proposals/new?call=${cast.call.id}&theme=${theme}`),
    )
    expect(html).toMatch(/value="department"[^>]*checked/)
  })
})

describe('書いて送る', () => {
  test('下書きは残り、足りないところが欄への道とともに並ぶ', async () => {
    const id = await begin()
    await read(who.representative, at(`/proposals/${id}/edit`))
    expect(placeOf(await write(id, 'save', { purpose: '' }))).toContain('done=saved')
    const html = await read(who.manager, at(`/proposals/${id}/edit`))
    expect(html).toContain('href="#purpose"')
    expect(html).toContain('あと')
    expect(html).toContain('満たしています')
  })

  test('誤りのある提案は送られず、書いたものが残って欄の横に理由が出る', async () => {
    const id = await begin()
    const html = await again(
      await write(id, 'send', {
        requested_amount: '300,001',
        'budget_expense.0.amount': '90,000',
        purpose: '',
      }),
    )
    expect(html).toContain('この区分の上限は300,000円です')
    expect(html).toContain('収入の合計（100,000円）と支出の合計（90,000円）が10,000円')
    expect(html).toContain('href="#budget_expense.0.item"')
    const kept = await here.as(visitor, (scope) => getProposal(scope, id))
    expect(kept.requestedAmount).toBe(300_001)
  })

  test('確認の画面を経て送ると、受付番号が出る', async () => {
    const id = await submitted({ project_title: '花壇の会の提案' })
    const html = await read(who.representative, at(`/proposals/${id}?done=submitted`))
    expect(html).toContain('受付番号は 鎌モ第')
    expect(html).toContain('次にすること')
    expect(html).toContain('協働担当課')
  })

  test('先に送られた後の送信と保存には、書いた文を見せて静かに断る', async () => {
    const id = await begin()
    await write(id, 'send')
    const page = await read(who.manager, at(`/proposals/${id}/confirmation`))
    expect(placeOf(await confirmSending(id))).toContain('done=submitted')
    const late = await who.manager.post(at(`/proposals/${id}/confirmation`), {
      idempotency_key: keyIn(page),
      revision: '1',
    })
    expect(placeOf(late)).toContain('done=sent-before')
    const told = await read(who.manager, at(`/proposals/${id}?done=sent-before`))
    expect(told).toContain('先に送っています')
    const html = await again(
      await write(id, 'save', { purpose: '書きかけの大事な文' }, who.manager),
    )
    expect(html).toContain('書きかけの大事な文')
  })

  test('確かめている間に書き変わった提案は、もう一度確かめてから送る', async () => {
    const id = await begin()
    await write(id, 'send')
    const page = await read(who.representative, at(`/proposals/${id}/confirmation`))
    await write(id, 'save', { purpose: '担当が直した' }, who.manager)
    const html = await again(
      await who.representative.post(at(`/proposals/${id}/confirmation`), {
        idempotency_key: keyIn(page),
        revision: /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '',
      }),
    )
    expect(html).toContain('ほかの人が内容を書き換えました')
    expect(await stateOf(id)).toBe('draft')
  })

  test('締切を過ぎた提案は送れず、下書きは残り、次の道を伝える', async () => {
    const id = await begin()
    try {
      now = tokyoInstant(addDays(cast.call.closesOn, 1), '00:00')
      // The session of November has ended by then.
      const browser = await signIn(site, here, cast.representative)
      const late = { project_title: '間に合わなかった' }
      const html = await again(await write(id, 'send', late, browser))
      expect(html).toContain('締切を過ぎたため、送れませんでした')
      expect(html).toContain('募集の一覧を見る')
    } finally {
      now = testNow
    }
    const kept = await here.as(visitor, (scope) => getProposal(scope, id))
    expect(kept).toMatchObject({ state: 'draft', title: '間に合わなかった' })
  })

  test('一団体一提案の募集では、二つ目は送れないと伝える', async () => {
    const person = await here.person('見本 二つ')
    const group = await makeGroup(here, '二つ出す会', { representative: person })
    const browser = await signIn(site, here, person)
    const ids = []
    for (let at = 0; at < 2; at += 1) ids.push(idIn(placeOf(await start(browser, { group }))))
    await write(ids[0]!, 'send', {}, browser)
    expect(placeOf(await confirmSending(ids[0]!, browser))).toContain('done=submitted')
    const html = await again(await write(ids[1]!, 'send', {}, browser))
    expect(html).toContain('一つの団体につき一つです')
  })

  test('表の行を足すボタンは、書いたものを保存して行を増やすだけで、送らない', async () => {
    const id = await begin()
    const response = await who.representative.post(at(`/proposals/${id}/edit`), {
      ...(await typed('proposal')),
      intent: 'send',
      add_row: 'budget_income',
    })
    expect(response.status).toBe(200)
    const html = await response.text()
    expect(checkHtml(html)).toEqual([])
    expect(html).toContain('budget_income.2.item')
    expect(html).toMatch(/<input[^>]*name="budget_income\.\d+\.item"[^>]*autofocus/)
    expect(await stateOf(id)).toBe('draft')
  })
})

describe('書類の確認', () => {
  test('事務局だけが開け、理由と期限のない補正は断られる', async () => {
    const id = await submitted()
    const path = at(`/proposals/${id}/formal-check`)
    await read(who.office, path)
    expect(await statusOf(who.representative, path)).toBe(403)
    expect(await statusOf(who.department, path)).toBe(403)
    const html = await again(await check(id, { decision: 'return', due_on: '' }))
    expect(html).toContain('理由を記入してください')
    expect(html).toContain('補正の期限を、日付で記入してください')
  })

  test('補正を頼まれた団体は、理由と期限を読んで直し、送り直せる', async () => {
    const id = await submitted()
    const asked = { decision: 'return', reason: '予定をくわしく', due_on: '2026-11-27' }
    expect(placeOf(await check(id, asked))).toContain('done=returned')
    const html = await read(who.manager, at(`/proposals/${id}`))
    expect(html).toContain('予定をくわしく')
    expect(html).toContain('あなたの番です')
    const edit = await read(who.manager, at(`/proposals/${id}/edit`))
    expect(edit).toContain('補正の期限')
    expect(await read(who.visitor, at(`/proposals/${id}`))).not.toContain('予定をくわしく')
    await write(id, 'send', {}, who.manager)
    expect(placeOf(await confirmSending(id, who.manager))).toContain('done=submitted')
    await read(who.office, at(`/proposals/${id}/formal-check`))
  })

  test('対象外の通知書は団体が読め、ほかの人は読めない', async () => {
    const id = await submitted()
    await check(id, { decision: 'rule-out', reason: '市外の事業のため' })
    const html = await read(who.member, at(`/proposals/${id}`))
    expect(html).toContain('市外の事業のため')
    const file = /href="([^"]+\/files\/[^"]+)"/.exec(html)?.[1] ?? ''
    expect((await who.member.get(file)).headers.get('content-type')).toBe('application/pdf')
    expect(await statusOf(who.stranger, file)).toBe(403)
    expect(await statusOf(who.visitor, at(`/proposals/${id}`))).toBe(410)
  })

  test('テーマへの提案は、テーマを出した課にだけ進められる', async () => {
    const id = await submitted({ requested_amount: '200,000' }, { type: 'department', theme })
    await read(who.office, at(`/proposals/${id}/formal-check`))
    await again(await check(id, { decision: 'pass', department: cast.departments[1] }))
    await check(id, { decision: 'pass', department: cast.departments[0] })
    expect(await stateOf(id)).toBe('negotiating')
  })
})

describe('担当課との協議', () => {
  const sheetOf = (id: string) => at(`/proposals/${id}/negotiation`)
  const writeSheet = async (
    browser: Browser,
    id: string,
    more: Record<string, string> = {},
  ): Promise<Response> =>
    browser.post(sheetOf(id), { ...(await typed('negotiation', more)), intent: 'save' })
  const confirm = async (browser: Browser, id: string): Promise<Response> => {
    const html = await read(browser, `${sheetOf(id)}/confirmation`)
    return browser.post(`${sheetOf(id)}/confirmation`, {
      idempotency_key: keyIn(html),
      revision: /name="revision" value="(\d+)"/.exec(html)?.[1] ?? '',
    })
  }

  test('双方が書いて確認すると審査待ちになり、相手の書き換えは確認を取り消す', async () => {
    const id = await negotiating()
    await read(who.representative, sheetOf(id))
    expect(placeOf(await writeSheet(who.representative, id))).toContain('done=saved')
    expect(placeOf(await confirm(who.representative, id))).toContain('done=confirmed')
    const changed = await writeSheet(who.department, id, { concerns_city: '雨の日の安全' })
    expect(placeOf(changed)).toContain('done=undone')
    const html = await read(who.representative, `${sheetOf(id)}?done=undone`)
    expect(html).toContain('前の確認は取り消し')
    expect(html).toContain('見本 課員')
    expect(placeOf(await confirm(who.department, id))).toContain('done=confirmed')
    expect(placeOf(await confirm(who.manager, id))).toContain('done=agreed')
    const done = await read(who.member, at(`/proposals/${id}`))
    expect(done).toContain('実施できる')
    await read(who.office, sheetOf(id))
  })

  test('直すところのない側は、協議シートのページから一度押すだけで確認できる', async () => {
    const id = await negotiating()
    const empty = await read(who.department, sheetOf(id))
    expect(empty).not.toContain('今の内容のまま確認する')
    await writeSheet(who.representative, id)
    const html = await read(who.department, sheetOf(id))
    expect(html).toContain('href="#as-it-stands"')
    const [, revision = ''] = /name="revision" value="(\d+)"/.exec(html) ?? []
    const sent = await who.department.post(`${sheetOf(id)}/confirmation`, {
      idempotency_key: keyIn(html.slice(html.indexOf('as-it-stands'))),
      revision,
    })
    expect(placeOf(sent)).toContain('done=confirmed')
    expect(await read(who.department, sheetOf(id))).not.toContain('今の内容のまま確認する')
  })

  test('「確認の画面へ」のボタンも、書いた内容を保存してから進む', async () => {
    const id = await negotiating()
    const fields = await typed('negotiation', { concerns_group: '雨の日の集まり方' })
    const sent = await who.representative.post(sheetOf(id), { ...fields, intent: 'confirm' })
    expect(placeOf(sent)).toBe(`${sheetOf(id)}/confirmation`)
    expect(await read(who.representative, sheetOf(id))).toContain('雨の日の集まり方')
    expect(await read(who.representative, sheetOf(id))).toContain('押さずにページを離れると')
  })

  test('同じ欄を同時に書いた二人には、両方の文を見せる', async () => {
    const id = await negotiating()
    const page = await read(who.representative, sheetOf(id))
    const shown = /name="shown" value="([^"]*)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? ''
    await writeSheet(who.department, id, { purpose: '課の書いた目的' })
    const html = await again(
      await writeSheet(who.representative, id, { purpose: '団体の書いた目的', shown }),
    )
    expect(html).toContain('課の書いた目的')
    expect(html).toContain('団体の書いた目的')
  })

  test('ほかの課・ほかの団体・審査委員と、書く欄のないセンターは、協議シートを見られない', async () => {
    const id = await negotiating()
    for (const one of ['otherDepartment', 'stranger', 'centre'] as const)
      expect(await statusOf(who[one], sheetOf(id))).toBe(404)
    expect(await statusOf(who.reviewer, sheetOf(id))).toBe(403)
    await read(who.member, sheetOf(id))
    expect(await statusOf(who.member, `${sheetOf(id)}/confirmation`)).toBe(403)
  })

  test('まとまらない協議は、事務局が理由を書いて審査に進めるか、担当課を変えられる', async () => {
    const id = await negotiating()
    await read(who.office, at(`/proposals/${id}/formal-check`))
    const moved = { decision: 'reassign', department: cast.departments[1], reason: '所管のため' }
    expect(placeOf(await check(id, moved))).toContain('done=reassigned')
    expect(await statusOf(who.department, sheetOf(id))).toBe(404)
    await read(who.otherDepartment, sheetOf(id))
    const on = { decision: 'go-on', reason: '期限までにそろわないため' }
    expect(placeOf(await check(id, on))).toContain('done=went-on')
    expect(await read(who.member, at(`/proposals/${id}`))).toContain('確認がそろわないまま')
  })
})

describe('取下げと公開', () => {
  test('取下げは、どうなるかを読んで理由を書いて行う', async () => {
    const id = await submitted()
    const path = at(`/proposals/${id}/withdrawal`)
    expect(await read(who.representative, path)).toContain('元にはもどせません')
    expect(await statusOf(who.stranger, path)).toBe(403)
    await again(await who.representative.post(path, { reason: ' ' }))
    const done = await who.representative.post(path, { reason: '人手が足りない' })
    expect(placeOf(done)).toContain('done=withdrawn')
    expect(await read(who.member, at(`/proposals/${id}`))).toContain('人手が足りない')
    expect(await statusOf(who.visitor, at(`/proposals/${id}`))).toBe(410)
    expect(placeOf(await who.representative.get(path))).toContain('done=moved-on')
  })

  test('来訪者は公開の項目だけを読み、額や非公開の項目や名前を見ない', async () => {
    const id = await submitted({ project_title: '見える提案', safety: '内々の備え' })
    const html = await read(who.visitor, at(`/proposals/${id}`))
    expect(html).toContain('見える提案')
    expect(html).not.toContain('内々の備え')
    expect(html).not.toContain('100,000円')
    expect(html).not.toContain('見本 代表')
    expect(html).not.toContain('次にすること')
    expect(await read(who.visitor, at('/proposals'))).toContain('見える提案')
    const centre = await read(who.centre, at(`/proposals/${id}`))
    expect(centre).not.toContain('100,000円')
  })

  test('下書きは、団体の人のほかには無いものとして扱う', async () => {
    const id = await begin()
    for (const one of [
      'visitor',
      'stranger',
      'office',
      'centre',
      'reviewer',
      'department',
    ] as const)
      expect([one, await statusOf(who[one], at(`/proposals/${id}`))]).toEqual([one, 404])
    await read(who.member, at(`/proposals/${id}`))
  })

  test('一覧は、それぞれの人の仕事と団体の提案を示す', async () => {
    await submitted({ project_title: '一覧に出る提案' })
    const office = await read(who.office, at('/proposals?state=submitted'))
    expect(office).toContain('一覧に出る提案')
    expect(office).toContain('書類の確認待ち')
    expect(await read(who.member, at('/proposals'))).toContain('わたしの団体の提案')
    await read(who.department, at('/proposals'))
    await read(who.visitor, at(`/proposals?call=${cast.call.id}`))
    expect(await read(who.visitor, at(`/calls/${cast.call.id}`))).toContain('一覧に出る提案')
  })

  test('提案書のPDFは、読む人に見せてよい項目だけでできている', async () => {
    const id = await submitted()
    const open = await who.visitor.get(at(`/proposals/${id}/sheet.pdf`))
    const own = await who.representative.get(at(`/proposals/${id}/sheet.pdf`))
    const [openBytes, ownBytes] = [await open.arrayBuffer(), await own.arrayBuffer()]
    expect(open.headers.get('content-type')).toBe('application/pdf')
    expect(new TextDecoder().decode(openBytes.slice(0, 5))).toBe('%PDF-')
    expect(ownBytes.byteLength).toBeGreaterThan(openBytes.byteLength)
  })

  test('連絡は、団体・事務局・担当課の間で交わせる', async () => {
    const id = await negotiating()
    for (const one of ['manager', 'office', 'department'] as const) {
      const sent = await who[one].post(at(`/messages/proposal/${id}`), { body: `連絡 ${one}` })
      expect(placeOf(sent)).toContain('done=message')
    }
    const html = await read(who.representative, at(`/proposals/${id}`))
    expect(html).toContain('連絡 department')
    const other = await who.otherDepartment.post(at(`/messages/proposal/${id}`), { body: 'x' })
    expect(other.status).toBe(404)
  })
})

describe('紙で届いた提案', () => {
  test('協働担当課は、団体を名前でさがして、その団体の提案を入力しはじめられる。ほかの人には出ない', async () => {
    const start = at(`/proposals/new?call=${cast.call.id}`)
    expect(await read(who.office, start)).toContain('紙で届いた提案を入力する')
    expect(await read(who.stranger, start)).not.toContain('紙で届いた提案を入力する')
    const name = await here.as(visitor, async (scope) => {
      const row = await scope.db
        .selectFrom('groups')
        .select('name')
        .where('city_id', '=', scope.city.id)
        .where('id', '=', cast.groupId)
        .executeTakeFirstOrThrow()
      return row.name
    })
    const part = encodeURIComponent(name.slice(0, 2))
    const found = await read(who.office, `${start}&group_name=${part}`)
    const link = `/proposals/new?call=${cast.call.id}&amp;group=${cast.groupId}`
    expect(found).toContain(link)
    expect(await read(who.office, `${start}&group_name=%25`)).not.toContain('&amp;group=')
    expect(await read(who.office, at(link.replace('&amp;', '&')))).toContain('name="channel"')
  })

  test('事務局が団体の代わりに書き、届いた日で締切に間に合ったかを判断する', async () => {
    const page = await read(
      who.office,
      at(`/proposals/new?call=${cast.call.id}&group=${cast.groupId}`),
    )
    expect(page).toContain('届いた方法')
    const begun = await who.office.post(at('/proposals'), {
      idempotency_key: keyIn(page),
      call: cast.call.id,
      group: cast.groupId,
      type: 'citizen',
      channel: 'counter',
    })
    const id = idIn(placeOf(begun))
    expect(await read(who.office, at(`/proposals/${id}/edit`))).toContain('団体の代わりに')
    expect(placeOf(await write(id, 'send', {}, who.office))).toContain('/confirmation')
    const last = await read(who.office, at(`/proposals/${id}/confirmation`))
    expect(last).toContain('紙を受け取った日')
    expect(await read(who.manager, at(`/proposals/${id}/edit`))).not.toContain('団体の代わりに')
  })

  test('締切の後に入力しても、期間の中に届いた紙なら受け付ける', async () => {
    const own = await here.person('見本 郵送')
    const group = await makeGroup(here, '郵送の会', { representative: own })
    const begun = await who.office.post(at('/proposals'), {
      call: cast.call.id,
      group,
      type: 'citizen',
      channel: 'post',
    })
    const id = idIn(placeOf(begun))
    try {
      now = tokyoInstant(addDays(cast.call.closesOn, 3), '09:00')
      const office = await signIn(site, here, cast.office)
      expect(placeOf(await write(id, 'send', {}, office))).toContain('/confirmation')
      const path = at(`/proposals/${id}/confirmation`)
      const late = await office.post(path, {
        received_on: addDays(cast.call.closesOn, 1),
      })
      expect(await again(late)).toContain('募集の期間の中で')
      const sent = await office.post(path, { received_on: cast.call.closesOn })
      expect(placeOf(sent)).toContain('done=submitted')
    } finally {
      now = testNow
    }
    const kept = await here.as(visitor, (scope) => getProposal(scope, id))
    expect(kept).toMatchObject({ state: 'submitted', channel: 'post' })
  })
})

describe('事前相談', () => {
  test('団体が申し込み、センターが記録し、団体が助言を読む', async () => {
    const html = await read(who.manager, at(`/consultations/new?call=${cast.call.id}`))
    const empty = await who.manager.post(at('/consultations'), {
      idempotency_key: keyIn(html),
      call: cast.call.id,
      group: cast.groupId,
    })
    await again(empty)
    const asked = await who.manager.post(at('/consultations'), {
      ...typedForm((await form('consultation')).definition, here.city),
      call: cast.call.id,
      group: cast.groupId,
    })
    const place = placeOf(asked).split('?')[0] ?? ''
    await read(who.member, place)
    expect(await read(who.centre, place)).toContain('相談を記録する')
    // Only the department whose theme is answered reads along.
    expect(await statusOf(who.department, place)).toBe(404)
    expect(await statusOf(who.stranger, place)).toBe(404)
    await again(await who.centre.post(`${place}/appointment`, { planned_on: '2020-01-01' }))
    const planned = await who.centre.post(`${place}/appointment`, {
      planned_on: '令和9年1月12日',
      planned_detail: '14時から、センターの相談室',
    })
    expect(placeOf(planned)).toContain('done=planned')
    const proposed = await read(who.manager, place)
    for (const words of ['令和9年1月12日', '14時から、センターの相談室', 'この日でよい'])
      expect(proposed).toContain(words)
    expect(await statusOf(who.stranger, `${place}/appointment`)).not.toBe(200)
    const agreed = await who.manager.post(`${place}/appointment/agreement`, {})
    expect(placeOf(agreed)).toContain('done=plan-agreed')
    expect(await read(who.centre, place)).toContain('この日でよいと返事がありました')
    for (const [browser, words] of [
      [who.manager, '相談の日が決まりました'],
      [who.centre, '相談の日が決定'],
    ] as const) {
      const list = await read(browser, at('/consultations'))
      expect(list).toContain(words)
      expect(list).not.toContain('日程の連絡待ち')
    }
    await again(await who.centre.post(`${place}/record`, { held_on: '2027-01-01' }))
    const note = { advisor: '相談員 見本', note: '道路の課にも聞くとよい' }
    // The day agreed has not come: nothing is recorded before somebody says that they met earlier.
    expect(await read(who.centre, place)).toContain('まだ来ていません')
    const slip = await again(
      await who.centre.post(`${place}/record`, { ...note, held_on: '令和8年11月19日' }),
    )
    expect(slip).toContain('予定の日より前です')
    expect(slip).toContain('道路の課にも聞くとよい')
    const recorded = await who.centre.post(`${place}/record`, {
      ...note,
      held_on: '令和8年11月19日',
      held_earlier: 'yes',
    })
    expect(placeOf(recorded)).toContain('done=recorded')
    expect(await read(who.manager, place)).toContain('道路の課にも聞くとよい')
    await again(await who.manager.post(`${place}/cancellation`, { cancel_reason: 'やめる' }))
    await read(who.centre, at('/consultations'))
    await read(who.manager, at('/consultations'))
  })

  test('団体は書きかけの提案から、前の相談をこの提案の相談とする。数える相談が見える', async () => {
    const group = await anotherGroup()
    const asked = await who.manager.post(at('/consultations'), {
      ...typedForm((await form('consultation')).definition, here.city, { topic: '川の道しるべ' }),
      call: cast.call.id,
      group,
    })
    const place = placeOf(asked).split('?')[0] ?? ''
    const id = idIn(placeOf(await start(who.representative, { group })))
    const before = await read(who.representative, at(`/proposals/${id}/edit`))
    expect(before).toContain('まだこの提案の相談として数えていません')
    // Of another group's proposal nobody can say so.
    const foreign = idIn(placeOf(await start(who.representative, { group: cast.groupId })))
    await again(await who.representative.post(`${place}/proposal`, { proposal: foreign }))
    const related = await who.representative.post(`${place}/proposal`, { proposal: id })
    expect(placeOf(related)).toBe(at(`/proposals/${id}/edit?done=related`))
    const after = await read(who.representative, at(`/proposals/${id}/edit`))
    expect(after).toContain('この提案の事前相談：')
    expect(after).toContain('川の道しるべ')
    // What a draft is called stays with the group; the desk reads that there is one.
    const desk = await read(who.centre, place)
    expect(desk).toContain('書きかけの提案')
    expect(desk).toContain('書いている提案についての相談と記録')
    expect(placeOf(await who.centre.post(`${place}/proposal`, { proposal: '' }))).toContain(
      'done=related',
    )
    expect(await read(who.centre, place)).toContain('まだどの提案の事前相談にもなっていません')
  })

  test('テーマのページから申し込んだ相談は、そのテーマの相談になり、課が読む', async () => {
    const html = await read(who.manager, at(`/consultations/new?theme=${theme}`))
    expect(html).toMatch(new RegExp(`<option[^>]*selected[^>]*value="${theme}"`))
    const group = await anotherGroup()
    const asked = await who.manager.post(at('/consultations'), {
      ...typedForm((await form('consultation')).definition, here.city),
      call: cast.call.id,
      group,
      theme,
    })
    const place = placeOf(asked).split('?')[0] ?? ''
    expect(await statusOf(who.department, place)).toBe(200)
    expect(await statusOf(who.otherDepartment, place)).toBe(404)
    await again(
      await who.manager.post(at('/consultations'), {
        ...typedForm((await form('consultation')).definition, here.city),
        call: cast.call.id,
        group,
        theme: 'aaaaaaaaaaaa',
      }),
    )
  })

  test('申し込んだ相談は、理由を書いて取りやめられる', async () => {
    const asked = await who.manager.post(at('/consultations'), {
      ...typedForm((await form('consultation')).definition, here.city),
      call: cast.call.id,
      group: cast.groupId,
    })
    const place = placeOf(asked).split('?')[0] ?? ''
    await again(await who.manager.post(`${place}/cancellation`, { cancel_reason: '' }))
    const done = await who.manager.post(`${place}/cancellation`, { cancel_reason: '日が合わない' })
    expect(placeOf(done)).toContain('done=cancelled')
    expect(await read(who.centre, place)).toContain('日が合わない')
  })
})
