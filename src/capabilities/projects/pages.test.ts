import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { openTestStore } from '#tests/world/city.ts'
import { type Browser, keyIn, openBrowser, openTestSite, shownIn } from '#tests/world/site.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { newFormKey } from '#web/page.tsx'
import { getForm } from '../forms/index.ts'
import { signIn, typedForm } from '../proposals/world.fixture.ts'
import { beginDueProjects } from './actions/begin.ts'
import { hashText } from './agreement-text.ts'
import { continuationOutcomes } from './continuation.ts'
import { articleField } from './form.ts'
import {
  agreementOf,
  days,
  openProjectWorld,
  type ProjectWorld,
  typedReport,
} from './world.fixture.ts'

let now: Date = days.decided
let site: Hono
let world: ProjectWorld
const roles = [
  'representative',
  'manager',
  'member',
  'stranger',
  'office',
  'department',
  'otherDepartment',
  'centre',
  'reviewer',
] as const
let who: Record<(typeof roles)[number] | 'visitor', Browser>

/** Sessions end with the working day: everybody signs in again on another one. */
const moveTo = async (day: Date): Promise<void> => {
  now = day
  const entered = []
  for (const role of roles) entered.push([role, await signIn(site, world.town, world[role])])
  who = { ...Object.fromEntries(entered), visitor: openBrowser(site) }
}

beforeAll(async () => {
  const store = await openTestStore(() => now)
  world = await openProjectWorld(store, { preset: 'yamaguchi' })
  site = await openTestSite(store, () => now)
  await moveTo(days.decided)
})

const at = (part = ''): string => `/${world.town.key.slug}/projects/${world.projectId}${part}`

/** A page that must be there and be sound, in both languages. */
const read = async (browser: Browser, path: string): Promise<string> => {
  const joint = path.includes('?') ? '&' : '?'
  const english = await (await browser.get(`${path}${joint}lang=en`)).text()
  expect([path, checkHtml(english)]).toEqual([path, []])
  const response = await browser.get(`${path}${joint}lang=ja`)
  expect([path, response.status]).toEqual([path, 200])
  const html = await response.text()
  expect([path, checkHtml(html)]).toEqual([path, []])
  return html
}

type Fields = Record<string, string | readonly string[]>

/** Sends a form with the key of the page it stands on. @returns where it leads */
const send = async (browser: Browser, page: string, given: { to?: string; fields?: Fields }) => {
  const html = await (await browser.get(page)).text()
  const response = await browser.post(given.to ?? page, {
    idempotency_key: keyIn(html),
    ...given.fields,
  })
  expect([given.to ?? page, response.status]).toEqual([given.to ?? page, 303])
  return response.headers.get('location') ?? ''
}

/** A form of the year: kept, looked at once more on the page that says so, and sent from there. */
const sendChecked = async (browser: Browser, page: string, fields: Fields): Promise<string> => {
  const last = `${page}/confirmation`
  expect(await send(browser, page, { fields: { ...fields, intent: 'send' } })).toBe(last)
  const html = await read(browser, last)
  const revision = /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''
  await send(browser, last, { fields: { revision } })
  return html
}

/** A form that must come back with what to mend, sound and with its title marked. */
const sendBadly = async (
  browser: Browser,
  page: string,
  given: { to?: string; fields?: Fields },
) => {
  const html = await (await browser.get(page)).text()
  const response = await browser.post(given.to ?? page, {
    idempotency_key: keyIn(html),
    ...given.fields,
  })
  const back = await response.text()
  expect([page, response.status, checkHtml(back)]).toEqual([page, 422, []])
  expect(back).toContain('エラー：')
  return back
}

const statuses = async (path: string): Promise<Record<string, number>> => {
  const found: [string, number][] = []
  for (const [role, browser] of Object.entries(who))
    found.push([role, (await browser.get(path)).status])
  return Object.fromEntries(found)
}

test('準備中の事業のページはだれでも読め、協定書の本文は関係者だけが読める', async () => {
  const open = await read(who.visitor, at())
  expect(open).toContain('川べりの見守り')
  expect(open).toContain('協定の準備をしています')
  for (const hidden of ['45,000円', '連絡を送る', world.manager.name])
    expect(open).not.toContain(hidden)
  expect(await read(who.representative, at())).toContain('次にすること')
  expect(await read(who.member, at('/agreement'))).toContain('45,000円')
  expect(await statuses(at('/agreement'))).toEqual({
    visitor: 303,
    representative: 200,
    manager: 200,
    member: 200,
    stranger: 403,
    office: 200,
    department: 200,
    otherDepartment: 403,
    centre: 403,
    reviewer: 403,
  })
})

test('一覧には事業と、しぼりこむ欄があり、無い条件は無視される', async () => {
  const list = `/${world.town.key.slug}/projects`
  const html = await read(who.visitor, list)
  expect(html).toContain('川べりの見守り')
  expect(await read(who.visitor, `${list}?state=running`)).toContain('条件に合う事業はありません')
  expect(await read(who.visitor, `${list}?state=nothing&year=abc&page=0`)).toContain(
    '川べりの見守り',
  )
})

test('団体が本文を直して、条を加えられる。空の条は直すところとして戻る', async () => {
  const page = at('/agreement/edit')
  const { version } = await agreementOf(world)
  const fields: Fields = Object.fromEntries(
    version.content.articles.map(({ text }, place) => [articleField(place), text]),
  )
  await read(who.manager, page)
  const back = await sendBadly(who.manager, page, {
    fields: { ...fields, base: version.sha256, [articleField(0)]: '' },
  })
  expect(back).toContain('条の本文を記入してください')
  const to = await send(who.manager, page, {
    fields: { ...fields, base: version.sha256, new_title: '広報', new_text: '共に知らせる。' },
  })
  expect(to).toBe(at('/agreement?done=saved'))
  const conflicting = await sendBadly(who.department, page, {
    fields: { ...fields, base: version.sha256, [articleField(1)]: '', new_text: '', new_title: '' },
  })
  expect(conflicting).toContain('エラー：')
  const after = await agreementOf(world)
  expect(after.version.content.articles.at(-1)?.title).toBe('広報')
})

test('本文のファイルの指紋は、ページに示された値と同じになる', async () => {
  const html = await read(who.department, at('/agreement'))
  const response = await who.department.get(at('/agreement/text'))
  const text = await response.text()
  expect(html).toContain(hashText(text))
  expect((await who.department.get(at('/agreement/draft.pdf'))).headers.get('content-type')).toBe(
    'application/pdf',
  )
})

test('事務局が確定し、双方が署名すると協定が結ばれ、PDFは関係者だけが開ける', async () => {
  await moveTo(days.signed)
  const proposal = `/${world.town.key.slug}/proposals/${world.proposalId}`
  expect(await read(who.office, proposal)).toContain('協定書の本文を確定する</span></a>')
  const { version } = await agreementOf(world)
  const early = await who.manager.post(at('/agreement/settlement'), { text: version.sha256 })
  expect(early.status).toBe(403)
  await send(who.office, at('/agreement'), {
    to: at('/agreement/settlement'),
    fields: { text: version.sha256 },
  })
  const page = at('/agreement/signature')
  expect(await read(who.manager, page)).toContain('今、あなたが署名するものはありません')
  const fields = { side: 'group', text: version.sha256, title: '代表', name: '見本 代表' }
  const back = await sendBadly(who.representative, page, { fields })
  expect(back).toContain('本文を読み、同意する場合は')
  await send(who.representative, page, { fields: { ...fields, agree: 'yes' } })
  expect(await read(who.representative, page)).toContain('署名を取り下げる')
  expect(await read(who.department, page)).toContain('決裁を受けた担当者が、市長')
  const done = await send(who.department, page, {
    fields: { ...fields, side: 'city', title: '市長', name: '市 太郎', agree: 'yes' },
  })
  expect(done).toBe(at('/agreement?done=concluded'))
  const signed = await read(who.member, at('/agreement'))
  expect(signed).toContain('市 太郎')
  expect(signed).toMatch(/利用者IDで署名（[^（）]*見本 課員）/)
  const [, file = ''] = /href="([^"]*\/files\/[^"]+)"/.exec(signed) ?? []
  expect(await statuses(file)).toMatchObject({
    visitor: 404,
    member: 200,
    department: 200,
    office: 200,
    stranger: 403,
    reviewer: 403,
    otherDepartment: 403,
  })
  const open = await read(who.visitor, at())
  expect(open).toContain('団体と市が、次の協定を結んでいます')
  expect(open).not.toContain('市 太郎')
  expect(await read(who.representative, at('/agreement/edit').replace('/edit', ''))).toContain(
    '締結済み',
  )
  expect((await who.representative.get(at('/agreement/edit'))).status).toBe(403)
})

test('署名のあと初めの日までは、だれも待っていないではなく、始まる日が示される', async () => {
  expect(await read(who.representative, at())).toContain('事業は令和9年4月1日')
})

test('記録は書いた側が公開を選べ、公開した文だけがだれにでも見える', async () => {
  await moveTo(days.begun)
  await world.town.as(world.office, (scope) => beginDueProjects(scope, world.town.city), now)
  await moveTo(days.summer)
  const page = at('/progress/new')
  const html = await read(who.manager, page)
  const [, action = ''] = /action="([^"]*\/progress\/[0-9a-z]{12})"/.exec(html) ?? []
  const form = await world.town.as(world.office, (scope) =>
    getForm(scope, world.call.definition.forms.progress),
  )
  const typed = (more: Fields) => typedForm(form.definition, world.town.city, more)
  const back = await sendBadly(who.manager, page, {
    to: action,
    fields: typed({ date: '', what_was_done: '途中の文' }),
  })
  expect(back).toContain('途中の文')
  expect(await read(who.manager, `${action}/edit`)).toContain('途中の文')
  // A draft is its writer's alone.
  expect((await who.representative.get(`${action}/edit`)).status).toBe(404)
  await send(who.manager, `${action}/edit`, {
    to: action,
    fields: typed({
      date: 'R9.7.20',
      what_was_done: '内輪の文',
      public: 'yes',
      public_text: '公開の文',
    }),
  })
  const open = await read(who.visitor, at())
  expect(open).toContain('公開の文')
  expect(open).not.toContain('内輪の文')
  expect(await read(who.department, action)).toContain('内輪の文')
  expect((await who.stranger.get(action)).status).toBe(404)
  expect((await who.department.get(`${action}/edit`)).status).toBe(403)
})

/** Sends a form that was opened earlier: with what its page showed then. */
const sendShown = async (browser: Browser, path: string, given: { html: string; fields: Fields }) =>
  browser.post(path, {
    idempotency_key: newFormKey(),
    shown: shownIn(given.html),
    ...given.fields,
  })

test('同じ記録を二人で直しても、先に保存した人の文は消えない', async () => {
  const [, entry = ''] =
    /href="([^"]*\/progress\/[0-9a-z]{12})"/.exec(await read(who.manager, at())) ?? []
  const html = await read(who.manager, `${entry}/edit`)
  const other = await read(who.representative, `${entry}/edit`)
  const fields = { date: 'R9.7.20', what_was_done: '内輪の文' }
  const first = { ...fields, what_was_done: '代表の文' }
  expect((await sendShown(who.representative, entry, { html: other, fields: first })).status).toBe(
    303,
  )
  const clash = await sendShown(who.manager, entry, {
    html,
    fields: { ...fields, what_was_done: '担当の文' },
  })
  const back = await clash.text()
  expect([clash.status, checkHtml(back)]).toEqual([422, []])
  for (const text of ['代表の文', '担当の文']) expect(back).toContain(text)
  const more = { ...fields, result: '担当の結果' }
  expect((await sendShown(who.manager, entry, { html, fields: more })).status).toBe(303)
  const kept = await read(who.department, entry)
  for (const text of ['代表の文', '担当の結果']) expect(kept).toContain(text)
})

test('中間ふりかえりを二人で書いても、先に保存した人の文は消えない', async () => {
  await moveTo(days.interim)
  const page = at('/interim')
  const html = await read(who.manager, page)
  const other = await read(who.representative, page)
  const save = (browser: Browser, opened: string, fields: Fields) =>
    sendShown(browser, page, { html: opened, fields: { ...fields, intent: 'save' } })
  expect((await save(who.representative, other, { issues: '代表の課題' })).status).toBe(303)
  expect((await save(who.manager, html, { achievements: '担当の成果' })).status).toBe(303)
  const both = await read(who.manager, page)
  for (const text of ['代表の課題', '担当の成果']) expect(both).toContain(text)
  const clash = await save(who.manager, html, { issues: '担当の課題' })
  expect(clash.status).toBe(422)
  expect(await clash.text()).toContain('代表の課題')
  expect(await read(who.manager, page)).not.toContain('担当の課題')
})

test('中間ふりかえりは下書きでき、送ると担当課が返答できる', async () => {
  await moveTo(days.interim)
  const page = at('/interim')
  const form = await world.town.as(world.office, (scope) =>
    getForm(scope, world.call.definition.forms.interim),
  )
  const typed = (more: Fields) => typedForm(form.definition, world.town.city, more)
  expect(await read(who.manager, page)).toContain(
    '送ると、次の項目がだれでも見られるようになります',
  )
  const saved = await send(who.manager, page, {
    fields: { achievements: '半分の文', intent: 'save' },
  })
  expect(saved).toBe(at('/interim?done=draft-saved'))
  expect(await read(who.representative, page)).toContain('半分の文')
  expect(await read(who.department, page)).toContain('まだ送られていません')
  const report = await read(who.manager, at('/report'))
  expect(report).toContain('あとから送ることもできません')
  expect(report).toContain('市が確認すると、次の項目がだれでも見られるようになります')
  await sendBadly(who.manager, page, { fields: { achievements: '', intent: 'send' } })
  await sendChecked(who.manager, page, typed({}))
  expect(await read(who.department, page)).toContain('団体に届き、事業のページでだれでも読めます')
  await sendBadly(who.department, page, { to: at('/interim/answer'), fields: { answer: '' } })
  await send(who.department, page, {
    to: at('/interim/answer'),
    fields: { answer: '広報を増やします' },
  })
  expect(await read(who.member, at())).toContain('広報を増やします')
})

test('期限を過ぎると、何日遅れたかが関係者に示され、事務局が知らせられる', async () => {
  await moveTo(new Date('2028-05-12T01:00:00Z'))
  expect(await read(who.manager, at())).toContain('期限から14日経過')
  expect(await read(who.visitor, at())).not.toContain('14日経過')
  expect(await read(who.office, `/${world.town.key.slug}/projects`)).toContain('期限から14日経過')
  expect(await read(who.visitor, `/${world.town.key.slug}/projects`)).not.toContain('日経過')
  const told = await send(who.office, at(), { to: at('/reminder') })
  expect(told).toBe(at('?done=reminded'))
  expect((await who.manager.post(at('/reminder'))).status).toBe(403)
})

test('送る前の確認は、書き切っていない人と送れない人を前のページへもどし、書き換えられた文は送らない', async () => {
  const page = at('/report')
  const first = await read(who.manager, page)
  for (const planned of [
    '見守りの回数',
    '40回',
    '市の負担金',
    '見守りの道具',
    '300000',
    '申請時 300,000円',
  ])
    expect(first).toContain(`value="${planned}"`)
  const last = `${page}/confirmation`
  const locationOf = async (browser: Browser) =>
    (await browser.get(last)).headers.get('location') ?? ''
  expect(await locationOf(who.manager)).toBe(page)
  expect(await locationOf(who.department)).toBe(page)
  const form = await world.town.as(world.office, (scope) =>
    getForm(scope, world.call.definition.forms.report),
  )
  const fields = typedReport(world, form.definition, { income: 300_000, expense: 250_000 })
  await send(who.manager, page, { fields: { ...fields, summary: '初めの文' } })
  const html = await read(who.manager, last)
  const revision = /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''
  await send(who.representative, page, { fields: { ...fields, summary: '代表が直した文' } })
  const back = await sendBadly(who.manager, last, { fields: { revision } })
  expect(back).toContain('代表が直した文')
  expect(await read(who.manager, page)).toContain('代表が直した文')
  expect(await read(who.department, page)).toContain('まだ送られていません')
})

test('実績は報告・補正・再提出・確認と進み、確認した後にだれでも読める', async () => {
  const page = at('/report')
  const form = await world.town.as(world.office, (scope) =>
    getForm(scope, world.call.definition.forms.report),
  )
  const typed = (expense: number, more: Fields = {}) => ({
    ...typedReport(world, form.definition, { income: 300_000, expense }),
    ...more,
  })
  const { intent: _, ...unsent } = typed(250_000)
  const longer = await who.manager.post(page, { ...unsent, add_row: 'expense' })
  expect(longer.status).toBe(200)
  const rows = await longer.text()
  expect(rows).toContain('expense.2.item')
  expect(rows).not.toContain('エラー：')
  const over = await sendBadly(who.manager, page, { fields: typed(300_500) })
  expect(over).toContain('500円')
  const last = await sendChecked(who.manager, page, typed(250_000, { summary: '報告のあらまし' }))
  for (const shown of ['報告のあらまし', '50,000円', '市が確認すると、次の項目がだれでも'])
    expect(last).toContain(shown)
  expect(await read(who.visitor, at())).not.toContain('報告のあらまし')
  const check = await read(who.office, at('/report/check'))
  expect(check).toContain('50,000円')
  await sendBadly(who.office, at('/report/check'), {
    to: at('/report/correction'),
    fields: { reason: '', correction_due: '2020/1/1' },
  })
  await send(who.office, at('/report/check'), {
    to: at('/report/correction'),
    fields: { reason: '人数を書いてください', correction_due: '2028/6/1' },
  })
  expect(await read(who.manager, page)).toContain('人数を書いてください')
  expect(await read(who.visitor, at())).not.toContain('人数を書いてください')
  await sendChecked(who.manager, page, typed(250_000, { summary: '直したあらまし' }))
  expect((await who.department.post(at('/report/check'))).status).toBe(403)
  await send(who.office, at('/report/check'), { fields: { intent: 'accept' } })
  expect(await read(who.visitor, at())).toContain('直したあらまし')
  expect(await read(who.visitor, at('/years/2027'))).toContain('直したあらまし')
  expect(await read(who.visitor, at('?lang=en'))).toContain('Purpose, Principles')
  expect((await who.visitor.get(at('/years/2030'))).status).toBe(404)
})

test('評価をしない完了と展開の記録は、事務局が理由とともにし、だれでも読める', async () => {
  expect((await who.department.get(at('/closing'))).status).toBe(403)
  await sendBadly(who.office, at('/closing'), { fields: { reason: '' } })
  await send(who.office, at('/closing'), { fields: { reason: '委員がいないため' } })
  await read(who.office, at('/continuation'))
  await sendBadly(who.office, at('/continuation'), { fields: { outcome: 'no' } })
  await send(who.office, at('/continuation'), {
    fields: { outcome: continuationOutcomes[1], note: '月に一度つづけます' },
  })
  const html = await read(who.visitor, at())
  expect(html).toContain('月に一度つづけます')
  expect(await read(who.visitor, `/${world.town.key.slug}/projects`)).toContain('継続率')
  expect(await read(who.visitor, `/${world.town.key.slug}/groups/${world.groupId}`)).toContain(
    '川べりの見守り',
  )
})

test('無い事業や、形の違う番号は、見つからないページになる', async () => {
  for (const id of ['abc', '000000000000', '../x', "1'--"])
    expect(
      (await who.office.get(`/${world.town.key.slug}/projects/${encodeURIComponent(id)}`)).status,
    ).toBe(404)
  expect((await who.office.get(at('/progress/000000000000'))).status).toBe(404)
})
