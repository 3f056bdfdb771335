import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import type { Person } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '../../../tests/world/city.ts'
import { type Browser, keyIn, openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { revealCode } from './actions/asked.ts'
import { beginSurvey } from './actions/keep.ts'
import { questionnairesDataset } from './datasets.ts'
import { listCodes } from './queries/asked.ts'
import { countAnswers } from './queries/kept-counts.ts'
import { findSheet } from './queries/sheets.ts'
import { everyKind, factsOf, openSurvey, surveyOf } from './world.fixture.ts'

let here: TestCity
let site: Hono
let staff: Person
let office: Browser
let visitor: Browser

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store)
  site = await openTestSite(store, () => testNow)
  staff = await here.person('事務局 の人', ['office'])
  office = openBrowser(site)
  await office.post(`/${here.key.slug}/sample-people`, { account: staff.accountId })
  visitor = openBrowser(site)
})

const at = (path: string): string => `/${here.key.slug}/surveys${path}`
const placeOf = (answer: Response): string => answer.headers.get('location') ?? ''
const revisionIn = (html: string): string => /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''

const sendForm = async (
  browser: Browser,
  path: string,
  fields: Record<string, string | string[]>,
  page = path,
): Promise<Response> => {
  const html = await (await browser.get(page)).text()
  return browser.post(path.split('?')[0] ?? path, {
    idempotency_key: keyIn(html),
    revision: revisionIn(html),
    ...fields,
  })
}

const facts = {
  title_ja: '公園の使い方について',
  purpose_ja: '公園を直すためです。',
  asked_ja: '市内の方',
  use_ja: '結果を公開します。',
  contact_ja: '公園課',
  opens_on: '令和8年11月20日',
  closes_on: '令和8年12月20日',
  ways: ['open'],
  layout: 'sections',
}

test('画面だけで、つくり、順番を変え、公開し、答え、受付番号をもらえる', async () => {
  const begun = await sendForm(office, at('/new'), facts)
  expect(begun.status).toBe(303)
  const id = /surveys\/([^/]+)\/questions/.exec(placeOf(begun))?.[1] ?? ''
  const add = (kind: string, fields: Record<string, string>) =>
    sendForm(
      office,
      at(`/${id}/questions/new?kind=${kind}`),
      { kind, ...fields },
      at(`/${id}/questions/new?kind=${kind}`),
    )
  await add('text', { text_ja: 'ご意見', section_ja: '最後に' })
  await add('single', {
    text_ja: '公園に行きますか',
    choices_ja: '行く\n行かない',
    required: 'yes',
  })
  const questions = async () => (await surveyOf(here, id)).questionnaire.questions
  const [words, go] = await questions()
  const moved = await sendForm(
    office,
    at(`/${id}/order`),
    { question: go?.id ?? '', direction: 'up' },
    at(`/${id}/questions`),
  )
  expect(moved.status).toBe(303)
  expect((await questions()).map(({ id: one }) => one)).toEqual([go?.id, words?.id])

  expect((await visitor.get(at(`/${id}`))).status).toBe(404)
  await sendForm(office, at(`/${id}/publication`), {}, at(`/${id}`))
  expect((await surveyOf(here, id)).state).toBe('published')
  expect(await (await visitor.get(at(`/${id}`))).text()).toContain('公園を直すためです。')

  const empty = await visitor.post(at(`/${id}/answer`), { go: 'next', part: '1', sheet: 's' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('問1に答えてください。')
  const next = await visitor.post(at(`/${id}/answer`), {
    [`q-${go?.id}`]: '1',
    go: 'next',
    part: '1',
  })
  const draft = new URL(placeOf(next), 'http://x').searchParams.get('draft') ?? ''
  const second = await (await visitor.get(placeOf(next))).text()
  expect(second).toContain('ご意見')
  const end = await visitor.post(at(`/${id}/answer`), {
    [`q-${words?.id}`]: 'ベンチがほしい',
    go: 'next',
    part: '2',
    draft,
  })
  expect(await (await visitor.get(placeOf(end))).text()).toContain('設問はこれで終わりです')
  const sent = await visitor.post(at(`/${id}/answer`), { go: 'send', part: '3', draft })
  const receipt = await visitor.get(placeOf(sent))
  expect(receipt.status).toBe(200)
  expect(await receipt.text()).toMatch(/[2-9A-Z]{6}-[2-9A-Z]{6}/)
  // 送ったあと、途中の保存は消えている。
  expect((await visitor.get(at(`/${id}/answer?draft=${draft}`))).status).toBe(422)
})

test('受付番号は、そのアンケートが出したものだけが通る', async () => {
  const id = await openSurvey(here, staff)
  expect((await visitor.get(at(`/${id}/receipt?number=ABCDEF-234567`))).status).toBe(404)
})

test('職員は受付番号を確かめられ、線や小文字は問わず、だれのどの答えかは出ない', async () => {
  const id = await openSurvey(here, staff)
  const sent = await visitor.post(at(`/${id}/answer`), {
    'q-part': '1',
    'q-words': 'だれにも言わない',
    go: 'send',
    part: '1',
  })
  const number = new URL(placeOf(sent), 'http://x').searchParams.get('number') ?? ''
  const check = async (typed: string) =>
    (await office.get(at(`/${id}/receipts?number=${encodeURIComponent(typed)}`))).text()
  for (const typed of [number, number.toLowerCase().replace('-', ' '), number.replace('-', '－')]) {
    const html = await check(typed)
    expect(html).toContain('答えは届いています')
    expect(html).not.toContain('だれにも言わない')
  }
  expect(await check('ABCDEF-234567')).toContain('受付番号ではありません')
  const other = await openSurvey(here, staff)
  const elsewhere = await office.get(at(`/${other}/receipts?number=${number}`))
  expect(await elsewhere.text()).toContain('受付番号ではありません')
  expect((await visitor.get(at(`/${id}/receipts`))).status).not.toBe(200)
})

test('やさしい日本語に切りかえても、書いたことは残り、Enterは切りかえにならない', async () => {
  const easyWords = everyKind.questions.map((one) =>
    one.id === 'part' ? { ...one, text: { ...one.text, easy: 'さんか しましたか' } } : one,
  )
  const id = await openSurvey(here, staff, { questionnaire: { questions: easyWords } })
  const page = await (await visitor.get(at(`/${id}/answer`))).text()
  const buttons = [...page.matchAll(/<button[^>]*name="go" value="(\w+)"/g)].map(([, go]) => go)
  expect(buttons[0]).toBe('send')
  expect(buttons).toContain('easy')
  const typed = { 'q-part': '1', 'q-words': '書きかけ', part: '1', sheet: 's' }
  const easy = await (await visitor.post(at(`/${id}/answer`), { ...typed, go: 'easy' })).text()
  expect(easy).toContain('さんか しましたか')
  expect(easy).toContain('書きかけ')
  expect(easy).toContain('value="usual"')
  const usual = await visitor.post(at(`/${id}/answer`), { ...typed, easy: 'yes', go: 'usual' })
  const back = await usual.text()
  expect(back).toContain('書きかけ')
  expect(back).not.toContain('さんか しましたか')
})

test('設問の一覧は、選べる数を1とおりに言い、表で答える設問の行も並べる', async () => {
  const id = await openSurvey(here, staff)
  const text = (await (await office.get(at(`/${id}/questions`))).text()).replace(/<[^>]+>/g, ' ')
  expect(text).toContain('いくつか選ぶ　2つまで')
  expect(text).not.toContain('いくつでも選ぶ　2つまで')
  expect(text).toContain('場所／資金')
})

test('調査票は、設問・選択肢・行・進み先が1行ずつオープンデータになり、件数と行の数は同じで、下書きは出ない', async () => {
  const own = await openTestCity(here.store)
  const writer = await own.person('事務局 の人', ['office'])
  await openSurvey(own, writer)
  await own.as(writer, (scope) => beginSurvey(scope, factsOf(), { questionnaire: everyKind }))
  await own.as(writer, async (scope) => {
    const { rows, next } = await questionnairesDataset.read(scope, own.city, undefined)
    const { rows: tally } = await questionnairesDataset.tally(scope).execute(scope.db)
    expect([Number(tally[0]!.n), next]).toEqual([rows.length, undefined])
    const of = (number: string, part: string) =>
      rows.filter((row) => row.number === number && row.part === part)
    expect(of('問1', 'choice').map(({ text, leads_to }) => [text, leads_to])).toEqual([
      ['はい', null],
      ['いいえ', '問3'],
      ['その他', null],
    ])
    expect(of('問5-2', 'row').map(({ text }) => text)).toEqual(['資金'])
    expect(of('問3', 'question')[0]).toMatchObject({ most: 2, dont_know: true })
    const codes = questionnairesDataset.columns.map(({ code }) => code)
    for (const row of rows) for (const key of Object.keys(row)) expect(codes).toContain(key)
  })
})

test('番号は小文字でも線がなくても通り、2回目は理由を言って断る', async () => {
  const id = await openSurvey(here, staff, { facts: { ways: ['codes'] } })
  await sendForm(office, at(`/${id}/asked`), { kind: 'codes', letters: '1', emails: '' })
  const [code = ''] = await here.as(staff, async (scope) =>
    (await listCodes(scope, id, { kind: 'codes' })).map(({ locked }) =>
      revealCode(scope, id, locked),
    ),
  )
  const typed = code.toLowerCase().replaceAll('-', ' ')
  const entered = await visitor.post(at(`/${id}/entry`), { code: typed })
  expect(placeOf(entered)).toContain(encodeURIComponent(code))
  // 番号がなければ、答えるページは開かない。
  expect(await (await visitor.get(at(`/${id}/answer`))).text()).toContain('届いた番号を入れる')
  const send = () =>
    visitor.post(at(`/${id}/answer`), { 'q-part': '1', go: 'send', part: '1', code })
  expect((await send()).status).toBe(303)
  const again = await send()
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('この番号は、もう使われています')
})

test('紙の答えは番号で入り、2回目の入力がちがうと、どの設問かを言う', async () => {
  const id = await openSurvey(here, staff)
  const path = at(`/${id}/sheets`)
  const first = await sendForm(office, path, { number: '1', 'q-part': '1', 'q-glad': '2' })
  expect(first.status).toBe(303)
  expect((await here.as(staff, (scope) => findSheet(scope, id, 1)))?.codes.slice(0, 4)).toEqual([
    1, -1, -1, 2,
  ])
  const taken = await sendForm(office, path, { number: '1', 'q-part': '2' })
  expect(await taken.text()).toContain('もう入力されています')
  const check = (fields: Record<string, string>) =>
    sendForm(office, path, { check: 'yes', number: '1', 'q-part': '1', ...fields })
  const differs = await check({ 'q-glad': '3' })
  expect(differs.status).toBe(422)
  expect(await differs.text()).toContain('問4が、1回目の入力とちがいます')
  expect((await check({ 'q-glad': '2' })).status).toBe(303)
  expect((await here.as(staff, (scope) => findSheet(scope, id, 1)))?.checked).toBe(true)
})

test('答えが届いたあとは、文言だけを、理由をつけて直せる', async () => {
  const id = await openSurvey(here, staff)
  await visitor.post(at(`/${id}/answer`), { 'q-part': '1', go: 'send', part: '1', sheet: 'x' })
  const path = at(`/${id}/questions/glad`)
  const words = { text_ja: '満足ですか（直した文）', choices_ja: '満足\nふつう\n不満' }
  expect((await sendForm(office, path, words)).status).toBe(422)
  const fewer = { ...words, choices_ja: '満足\n不満', reason: '減らす' }
  expect((await sendForm(office, path, fewer)).status).toBe(422)
  expect((await sendForm(office, path, { ...words, reason: '字のまちがい' })).status).toBe(303)
  const survey = await surveyOf(here, id)
  expect(survey.version).toBe(2)
  expect(survey.questionnaire.questions).toHaveLength(everyKind.questions.length)
  const trace = await (await visitor.get(at(`/${id}/wordings`))).text()
  expect(trace).toContain('glad？')
  expect(trace).toContain('字のまちがい')
})

test('設問の紙は、PDFで出せる', async () => {
  const id = await openSurvey(here, staff)
  const paper = await office.get(at(`/${id}/paper`))
  expect(paper.headers.get('content-type')).toBe('application/pdf')
  const bytes = Buffer.from(await paper.arrayBuffer())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

test('表の答えは、行ごとに確かめ、取り込めない行の理由を言ってから取り込む', async () => {
  const id = await openSurvey(here, staff)
  const header = '問1,問1 その他,問2,問3,問3 その他,問4,問5-1,問5-2,問6,問7,問8'
  const rows = ['1,,12,1 3,防災,満足,1,2,2026/4/1,ありがとう,', '9,,,,,,,,,,', '2,,500,,,,,,,,']
  const file = new File([`${header}\n${rows.join('\n')}\n`], 'answers.csv')
  const html = await (await office.get(at(`/${id}/table`))).text()
  const looked = await office.post(at(`/${id}/table`), {
    idempotency_key: keyIn(html),
    table: file,
  })
  const found = await looked.text()
  expect(found).toContain('3行のうち、2行を取り込めます。')
  expect(found).toContain('問1は、選択肢の中から選んでください。')
  const content = JSON.stringify([header.split(','), ...rows.map((row) => row.split(','))])
  const taken = await office.post(at(`/${id}/table`), { content })
  expect(taken.status).toBe(303)
  const counts = await here.as(staff, (scope) => countAnswers(scope, id))
  expect(counts.get('import')).toBe(2)
})
