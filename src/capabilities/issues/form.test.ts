import { expect, test } from 'vitest'
import { formOf } from '#web/form-data.ts'
import { sampleCity } from '#web/ui/showcase/world.ts'
import {
  limits,
  readAnswer,
  readDepartment,
  readIssue,
  readReason,
  seemsToHoldContacts,
} from './form.ts'

const city = {
  ...sampleCity,
  fields: [{ code: 'safety', name: { ja: '安全', en: 'Safety' } }],
  departments: [{ code: 'parks', name: { ja: '公園課', en: 'Parks' } }],
}
const complete = {
  title: '通学路に街灯が少ない',
  body: '夕方は暗く、子どもが帰るのに心配です。',
  place: '〇〇町3丁目',
  field: 'safety',
  shown: 'none',
  consent: 'yes',
}
const names = (changed: Record<string, string>, mayEnterFor = false): string[] =>
  readIssue(formOf({ ...complete, ...changed }), city, { mayEnterFor }).problems.map(
    ({ name }) => name,
  )

test('そろった課題は、そのまま読める', () => {
  const read = readIssue(formOf(complete), city, { mayEnterFor: false })
  expect(read.problems).toEqual([])
  expect(read.text).toEqual({
    title: complete.title,
    body: complete.body,
    place: complete.place,
    field: 'safety',
  })
  expect(read.showName).toBe(false)
})

test('題名・内容・公開への同意は欠かせず、場所と分野はなくてもよい', () => {
  expect(names({ title: ' ', body: '　', consent: '' })).toEqual(['title', 'body', 'consent'])
  expect(names({ place: '', field: '' })).toEqual([])
})

test('長さは見た目の字数で数え、ちょうどまでは受け取る', () => {
  expect(names({ title: '👨‍👩‍👧'.repeat(limits.title) })).toEqual([])
  expect(names({ title: 'あ'.repeat(limits.title + 1) })).toEqual(['title'])
  expect(names({ body: 'あ'.repeat(limits.body) })).toEqual([])
  expect(names({ body: 'あ'.repeat(limits.body + 1) })).toEqual(['body'])
})

test('一覧にない分野は受け取らない', () => {
  expect(names({ field: 'nothing' })).toEqual(['field'])
})

test('代理の入力は職員だけのもので、名前と受付のしかたがいる', () => {
  expect(names({ for: 'other' }, true)).toEqual(['author_name', 'channel'])
  expect(names({ for: 'other', author_name: '見本花子', channel: 'web' }, true)).toEqual([
    'channel',
  ])
  const entered = readIssue(
    formOf({ ...complete, for: 'other', author_name: '見本花子', channel: 'phone' }),
    city,
    { mayEnterFor: true },
  )
  expect(entered.onBehalf).toEqual({ name: '見本花子', channel: 'phone' })
  const resident = readIssue(
    formOf({ ...complete, for: 'other', author_name: '見本花子', channel: 'phone' }),
    city,
    { mayEnterFor: false },
  )
  expect(resident.onBehalf).toBeUndefined()
})

test('見えない文字や向きを変える文字は、題名に残らない', () => {
  const read = readIssue(formOf({ ...complete, title: '街\u202e灯\u200b' }), city, {
    mayEnterFor: false,
  })
  expect(read.text.title).toBe('街灯')
})

test('理由と回答は空ではいけない', () => {
  expect(readReason(formOf({ reason: '' })).problems).toHaveLength(1)
  expect(readReason(formOf({ reason: '個人の名前があるため' })).problems).toEqual([])
  expect(readAnswer(formOf({ answer: '' })).problems).toHaveLength(1)
  expect(readAnswer(formOf({ answer: '来年度に', closes: 'yes' }))).toMatchObject({
    closes: true,
    problems: [],
  })
})

test('担当課は市の課の中から選び、選ばなければ未定になる', () => {
  expect(readDepartment(formOf({ department: 'parks' }), city).department).toBe('parks')
  expect(readDepartment(formOf({}), city)).toEqual({ department: null, problems: [] })
  expect(readDepartment(formOf({ department: 'x' }), city).problems).toHaveLength(1)
})

test('連絡先らしいもの（電話番号、メールアドレス）に気づき、日付や金額や番地には気づかない', () => {
  for (const text of [
    '090-1234-5678 の山田さん',
    '０４６７（２３）３０００へ',
    'a.b@example.jp まで',
  ])
    expect([text, seemsToHoldContacts(text)]).toEqual([text, true])
  for (const text of ['2026-11-20 の夕方', '300,000円', '3丁目18番10号', '午後6時～7時半', ''])
    expect([text, seemsToHoldContacts(text)]).toEqual([text, false])
})
