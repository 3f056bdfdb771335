import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { readTable } from '#data/tables-in-out/index.ts'
import { openTestStore, testNow } from '#tests/world/city.ts'
import { type Browser, keyIn, openBrowser, openTestSite } from '#tests/world/site.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { signIn } from '../proposals/world.fixture.ts'
import { askCommittee, commentOn, stepRound } from './actions/round.ts'
import { fieldsOf } from './form.ts'
import { listComments } from './queries/comments.ts'
import {
  acceptFor,
  department,
  holdRoundFor,
  must,
  openFor,
  openProgressWorld,
  type ProgressWorld,
  sendFor,
  withPart,
  year,
} from './world.fixture.ts'

let site: Hono
let world: ProgressWorld
let officer: Browser
let office: Browser

const store = await openTestStore()

beforeAll(async () => {
  site = await openTestSite(store, () => testNow)
  world = await openProgressWorld(store)
  officer = await signIn(site, world.town, world.officer)
  office = await signIn(site, world.town, world.office)
  await openFor(world)
})

const at = (rest: string): string => `/${world.town.key.slug}/plans/plan${rest}`
const part = (rest = ''): string => at(`/progress/${year}/departments/${department}${rest}`)

/** The page in both languages, without a fault in either. */
const read = async (browser: Browser, path: string): Promise<string> => {
  const join = path.includes('?') ? '&' : '?'
  const english = await (await browser.get(`${path}${join}lang=en`)).text()
  expect([path, checkHtml(english)]).toEqual([path, []])
  const response = await browser.get(`${path}${join}lang=ja`)
  const html = await response.text()
  expect([path, response.status, checkHtml(html)]).toEqual([path, 200, []])
  return html
}

const escaped = (value: string): string => value.replaceAll('&amp;', '&').replaceAll('&quot;', '"')

const hidden = (html: string, name: string): string =>
  escaped(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')

const tasksNow = () => withPart(world, { actor: world.office }, async (_, { tasks }) => tasks)

test('担当課は、自分の項目だけを一つのページに見て、一つずつ保存し、次の記入していない項目へ進む', async () => {
  const html = await read(officer, part())
  const [first, second] = await tasksNow()
  expect(html).toContain('済み')
  const fields = fieldsOf(first!.item.no)
  const saved = await officer.post(part(), {
    idempotency_key: keyIn(html),
    [fields.results]: '市報に欄を設けた。',
    [fields.next]: '続ける。',
    [fields.grade]: '○',
    [fields.shown]: hidden(html, fields.shown),
    intent: `next:${first!.item.no}`,
  })
  expect(saved.status).toBe(303)
  expect(saved.headers.get('location')).toBe(
    `${part()}?done=saved#${fieldsOf(second!.item.no).section}`,
  )
  expect((await tasksNow())[0]?.report.results).toBe('市報に欄を設けた。')
})

test('ほかの人が保存した項目は上書きされず、自分の文は画面に残り、ほかの項目は保存される', async () => {
  const html = await read(officer, part())
  const [, second, third] = await tasksNow()
  const other = fieldsOf(second!.item.no)
  const mine = fieldsOf(third!.item.no)
  const body = (words: string) => ({
    [other.results]: words,
    [other.next]: '続ける。',
    [other.grade]: '○',
    [other.shown]: hidden(html, other.shown),
    intent: 'save',
  })
  const colleague = await signIn(site, world.town, world.colleague)
  const page = await read(colleague, part())
  await colleague.post(part(), { idempotency_key: keyIn(page), ...body('同僚の文') })
  const late = await officer.post(part(), {
    idempotency_key: keyIn(html),
    ...body('遅れた文'),
    [mine.results]: '三つめの文',
    [mine.next]: '',
    [mine.grade]: '',
    [mine.shown]: hidden(html, mine.shown),
  })
  const back = await late.text()
  expect([late.status, checkHtml(back)]).toEqual([422, []])
  expect(back).toContain('遅れた文')
  expect(back).toContain('同僚の文')
  const stored = (await tasksNow()).map(({ report }) => report.results)
  expect(stored.slice(1, 3)).toEqual(['同僚の文', '三つめの文'])
})

test('足りない項目があるまま提出すると、どの項目の何が足りないかが並ぶ', async () => {
  const html = await read(officer, part())
  const sent = await officer.post(part(), { idempotency_key: keyIn(html), intent: 'send' })
  const back = await sent.text()
  const empty = (await tasksNow()).find(({ report }) => report.results === '')!
  expect(sent.status).toBe(422)
  expect(back).toContain(`href="#${fieldsOf(empty.item.no).results}"`)
  expect(back).toContain(`${empty.item.no} ${empty.item.title.ja}：実績を記入してください`)
})

test('取り出したExcelはまた読め、貼り付けた表は、確かめた後に書きこまれる', async () => {
  const file = await officer.get(part('/table?as=xlsx'))
  const excel = await readTable(new Uint8Array(await file.arrayBuffer()), { name: 'x' })
  const tasks = await tasksNow()
  expect(excel.ok && excel.value.tables[0]?.rows).toHaveLength(tasks.length + 1)
  const html = await read(officer, part('/table'))
  const third = tasks[2]!
  const pasted = `番号\t実績\t次年度の取組\t進捗の区分\n${third.item.no}\t表からの文\t広げる\t${third.report.leads ? '◎' : ''}\nⅨ-(9)-⑨\t知らない項目\t\t`
  const shown = await officer.post(part('/table'), { idempotency_key: keyIn(html), pasted })
  const preview = await shown.text()
  expect([shown.status, checkHtml(preview)]).toEqual([200, []])
  expect(preview).toContain('この課の項目に、この番号がありません')
  expect((await tasksNow())[2]?.report.results).toBe('三つめの文')
  const run = (sign: string) =>
    officer.post(part('/table/run'), {
      idempotency_key: `${keyIn(preview)}${sign.length}`,
      pasted,
      sign,
    })
  expect((await run('x')).status).toBe(422)
  expect((await run(hidden(preview, 'sign'))).status).toBe(303)
  expect((await tasksNow())[2]?.report.results).toBe('表からの文')
})

test('設定の画面は、すき間のある区分を、どこが空いているかとともに断る', async () => {
  const html = await read(office, at('/progress/settings'))
  const refused = await office.post(at('/progress/settings'), {
    idempotency_key: keyIn(html),
    levels: 'item',
    fallback: 'kyodo-suishin',
    scale_title: '達成度',
    measure: 'percent',
    revision: hidden(html, 'revision'),
    'grades.0.code': 'A',
    'grades.0.label': 'A',
    'grades.0.from': '90',
    'grades.1.code': 'C',
    'grades.1.label': 'C',
    'grades.1.to': '３０',
  })
  const back = await refused.text()
  expect([refused.status, checkHtml(back)]).toEqual([422, []])
  expect(back).toContain('30%以上90%未満が、どの区分にも入りません')
})

test('まだ公開していない年度は、だれにも見えない', async () => {
  expect((await openBrowser(site).get(at(`/progress/${year}`))).status).toBe(404)
  const list = await read(openBrowser(site), at('/progress'))
  expect(list).not.toContain(`/progress/${year}"`)
})

test('確認・委員会・回答・公開のページは読め、公開した報告は項目のページとPDFにも出る', async () => {
  must(await sendFor(world, { actor: world.officer }))
  await read(office, part('/check'))
  must(await acceptFor(world))
  await read(office, at(`/progress/${year}/round`))
  await read(office, at('/progress/new'))
  const { city } = world.town
  await holdRoundFor(world, world.office, async (scope, round) =>
    must(await askCommittee(scope, city, { round, reason: '期限を過ぎたため' })),
  )
  const member = await signIn(site, world.town, world.member)
  await holdRoundFor(world, world.member, async (scope, round) =>
    must(await commentOn(scope, city, { round, no: null, body: '委員の意見です。' })),
  )
  expect(await read(member, at(`/progress/${year}/committee`))).toContain('委員の意見です。')
  await holdRoundFor(world, world.office, async (scope, round) =>
    must(await stepRound(scope, city, { round, name: 'close-committee' })),
  )
  const visitor = openBrowser(site)
  const readData = async () =>
    (await visitor.get(`/${world.town.key.slug}/open-data/plan-progress-comments.csv`)).text()
  expect(await readData()).not.toContain('委員の意見です。')
  const answers = at(`/progress/${year}/answers`)
  const html = await read(office, answers)
  const [comment] = await holdRoundFor(world, world.office, (scope, round) =>
    listComments(scope, round.id),
  )
  const published = await office.post(answers, {
    idempotency_key: keyIn(html),
    [`answer_${comment!.id}`]: '市の答えです。',
    [`shown_${comment!.id}`]: hidden(html, `shown_${comment!.id}`),
    checked: 'yes',
    intent: 'publish',
  })
  expect(published.headers.get('location')).toContain(`/progress/${year}?done=published`)
  const report = await read(visitor, at(`/progress/${year}`))
  for (const text of ['市の答えです。', '報告のない項目', '委員の意見です。'])
    expect(report).toContain(text)
  // The items stand under their branches, and those under the list of items.
  expect(report).toMatch(
    /<h2[^>]*>[^<]*項目[\s\S]*<h3[^>]*>Ⅰ[\s\S]*<h4[^>]*><a href="[^"]*\/items\//,
  )
  expect(await readData()).toMatch(/委員の意見です。,市の答えです。/)
  const [task] = await tasksNow()
  expect(await read(visitor, at(`/progress/${year}?only=late`))).toContain('0項目')
  const item = at(`/items/${encodeURIComponent(task!.item.no)}`)
  expect(await read(visitor, item)).toContain(task!.report.results)
  const sheet = await visitor.get(`${item}/sheet.pdf`)
  expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  await read(visitor, at('/progress'))
})
