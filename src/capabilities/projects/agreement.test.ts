import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#data/root.ts'
import { addDays, type PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { renderPdf } from '#web/document/index.ts'
import { readPdf } from '#web/document/reading.ts'
import { type Answers, formDefinition } from '../forms/index.ts'
import { programmePreset } from '../programmes/preset.ts'
import { type AgreementContent, datedOn, hasBegun, weighSignature } from './agreement.ts'
import { composeAgreementDocument } from './agreement-document.ts'
import { draftAgreement } from './agreement-draft.ts'
import { mergeArticles } from './agreement-merge.ts'
import { composeBody, factsOf, hashText } from './agreement-text.ts'

const city = {
  name: { ja: '見本市', en: 'Mihon', kana: 'ミホンシ' },
  modes: [{ code: 'co-hosting', name: { ja: '共催', en: 'Co-hosting' } }],
  departments: [{ code: 'planning', name: { ja: '企画課', en: 'Planning' } }],
  fields: [],
  legalForms: [],
} as unknown as City

const read = (preset: string, path: string) =>
  JSON.parse(readFileSync(join(projectRoot(), 'presets', preset, path), 'utf8'))

const presets = [
  ['kamakura', 'sougo-teian'],
  ['yamaguchi', 'kyodo-machizukuri'],
  ['kamagaya', 'citizen-model'],
  ['chigasaki', 'kyodo-suishin'],
] as const

const answers = {
  purpose: '川べりを歩ける場所にする。',
  group_role: '見守り',
  city_role: '広報',
  costs_city: [{ item: '保険料', amount: 45_000, note: '20人分' }],
  costs_group: [{ item: '飲み物', amount: 12_000, note: '' }],
} satisfies Answers

const draft = (preset: string, programme: string, conditions = ''): AgreementContent =>
  draftAgreement(city, programmePreset.parse(read(preset, `programmes/${programme}.json`)), {
    project: '川べりの見守り',
    groupName: '川べりの会',
    period: { from: '2027-04-01', to: '2028-03-31' },
    cityShare: 300_000,
    conditions,
    talks: { definition: formDefinition.parse(read(preset, 'forms/negotiation.json')), answers },
  })

test.each(presets)('%s の協定書の案に、協議シートの言葉と金額が入る', (preset, programme) => {
  const content = draft(preset, programme)
  const body = composeBody(content)
  for (const words of ['川べりを歩ける場所にする。', '見守り', '広報', '保険料', '45,000円'])
    expect(body).toContain(words)
  expect(body).toContain('令和9年4月1日（木）から令和10年3月31日（金）まで')
  expect(body).toContain('300,000円以内')
  expect(content.articles.every(({ title, text }) => title !== '' && text !== '')).toBe(true)
})

test.each(presets)(
  '%s の協定書の案に、条件付き採択の条件が入り、条件がなければ条もない',
  (...of) => {
    const conditions = '毎回、終わりの時刻を参加者に知らせること。'
    const { articles } = draft(...of, conditions)
    expect(articles.at(-1)?.text).toContain(conditions)
    // Neither side may take it out again as it may what it added itself.
    expect(articles.at(-1)?.added).toBeUndefined()
    expect(draft(...of).articles.map(({ title }) => title)).not.toContain(articles.at(-1)?.title)
  },
)

test('制度の文が甲・乙と呼ぶときは甲・乙、そうでないときは市・団体と呼ぶ', () => {
  expect(draft('yamaguchi', 'kyodo-machizukuri').parties.city.calledAs).toBe('甲')
  expect(draft('yamaguchi', 'kyodo-machizukuri').parties.group.calledAs).toBe('乙')
  expect(draft('kamakura', 'sougo-teian').parties.group.calledAs).toBe('団体')
})

const base = draft('yamaguchi', 'kyodo-machizukuri')

test('同じ内容からは、いつも同じ本文と同じ指紋ができる', () => {
  expect(hashText(composeBody(base))).toBe(hashText(composeBody(structuredClone(base))))
  expect(hashText(composeBody(base))).toMatch(/^[0-9a-f]{64}$/)
  // What sha256sum prints for the same bytes.
  expect(hashText('協定\n')).toBe(
    'c844d981a78fc92f19966495570a406cdcafbbb4f2f2224313f86e145bf3382a',
  )
})

const change = (at: number, text: string): AgreementContent => ({
  ...base,
  articles: base.articles.map((article, place) => (place === at ? { ...article, text } : article)),
})

test('本文の1文字でも、当事者でも、金額でも、変われば指紋が変わる', () => {
  const hashes = [
    base,
    change(0, `${base.articles[0]!.text}。`),
    { ...base, cityShare: 300_001 },
    { ...base, project: '川べりの見守り ' },
    { ...base, period: { ...base.period, to: '2029-03-31' as const } },
  ].map((content) => hashText(composeBody(content)))
  expect(new Set(hashes).size).toBe(hashes.length)
})

const version = { sha256: 'a'.repeat(64) } as never
const signed = (side: 'group' | 'city') => ({ side }) as never

test('最初の署名は相手を待ち、二つめの署名で協定が結ばれる', () => {
  const seen = 'a'.repeat(64)
  expect(weighSignature({ version, signatures: [] }, { side: 'group', seen })).toBe(
    'waits-for-other',
  )
  expect(weighSignature({ version, signatures: [signed('group')] }, { side: 'city', seen })).toBe(
    'concludes',
  )
  expect(weighSignature({ version, signatures: [signed('group')] }, { side: 'group', seen })).toBe(
    'signed-before',
  )
})

test('読んだ本文が今の本文と違うと、署名できない', () => {
  expect(weighSignature({ version, signatures: [] }, { side: 'city', seen: 'b'.repeat(64) })).toBe(
    'changed-since',
  )
})

const articles = (...texts: readonly string[]) =>
  texts.map((text, at) => ({ title: `条${at}`, text }))

test('別々の条を直した二人の文は、どちらも残る', () => {
  const merged = mergeArticles(articles('a', 'b'), articles('A', 'b'), articles('a', 'B'))
  expect(merged).toEqual({ articles: articles('A', 'B'), conflicts: [] })
})

test('同じ条を違うように直したときは、自分の文を残して食い違いを示す', () => {
  const merged = mergeArticles(articles('a'), articles('A'), articles('B'))
  expect(merged).toEqual({ articles: articles('A'), conflicts: [0] })
})

test('同じように直したとき、だれも直さないとき、食い違いはない', () => {
  expect(mergeArticles(articles('a'), articles('A'), articles('A')).conflicts).toEqual([])
  expect(mergeArticles(articles('a'), articles('a'), articles('a')).conflicts).toEqual([])
})

test('ほかの人が加えた条も、自分が加えた条も残る', () => {
  const theirs = mergeArticles(articles('a'), articles('a'), articles('a', '新しい'))
  expect(theirs.articles).toHaveLength(2)
  const mine = mergeArticles(articles('a'), articles('a', '新しい'), articles('a'))
  expect(mine.articles).toHaveLength(2)
})

test('協定書はPDFになり、署名の前にも後にも印刷できる', async () => {
  const signature = (side: 'group' | 'city') => ({
    side,
    name: '見本 花子',
    title: '代表',
    account:
      side === 'city'
        ? { name: '見本 課員', role: 'department:planning' }
        : { name: '見本 太郎', role: 'group' },
    method: 'account' as const,
    signedAt: new Date('2027-03-25T01:00:00Z'),
    sha256: hashText(composeBody(base)),
  })
  for (const signatures of [[], [signature('group'), signature('city')]]) {
    const bytes = await renderPdf(
      composeAgreementDocument(city, base, { signatures, date: '2027-03-25', number: '見協第1号' }),
    )
    expect(new TextDecoder('latin1').decode(bytes.subarray(0, 5))).toBe('%PDF-')
    const { text } = readPdf(bytes)
    expect(text.includes('操作した利用者企画課見本課員')).toBe(signatures.length > 0)
    expect(text.includes('操作した利用者川べりの会見本太郎')).toBe(signatures.length > 0)
    expect(text.includes('上の職・氏名の名で署名した')).toBe(signatures.length > 0)
  }
})

test('期間の初めの日を過ぎて書かれた本文は、期間を「協定を結んだ日から」とする', () => {
  const content = draft('yamaguchi', 'kyodo-machizukuri')
  const { period } = content
  const on = (day: PlainDate) => datedOn(content, day)
  const rowOf = (given: AgreementContent) =>
    factsOf(given).rows.find(({ label }) => label === '期間')?.value
  expect(rowOf(on(period.from))).toMatch(/^令和/)
  expect(rowOf(on(addDays(period.from, 1)))).toMatch(/^この協定を結んだ日から令和/)
  expect(hasBegun(content, period.from)).toBe(false)
  expect(hasBegun(content, addDays(period.from, 1))).toBe(true)
  expect(hasBegun(on(addDays(period.from, 1)), addDays(period.from, 30))).toBe(false)
})

test.each(presets)('%s の協定書の条には、英語のページのための名がある', (preset, programme) => {
  const { articles } = draft(preset, programme, '条件')
  expect(
    articles.map(({ titleEn }) => titleEn ?? '').filter((name) => !/^[A-Z]/.test(name)),
  ).toEqual([])
})
