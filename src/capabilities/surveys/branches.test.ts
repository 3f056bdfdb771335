import { expect, test } from 'vitest'
import { formOf } from '#web/form-data.ts'
import { nothingGiven, toSheet } from './answers.ts'
import { findFaults, listAsked } from './branches.ts'
import { asSent } from './paper-form.ts'
import { readAnswers } from './read-answers.ts'
import { marks, numberShift, packChoices, slotsOf, unpackChoices } from './slots.ts'
import { everyKind, question } from './world.fixture.ts'

const yesNo = { choices: ['はい', 'いいえ'] }
const kindsOf = (questions: Parameters<typeof findFaults>[0]['questions']) =>
  findFaults({ questions }).map(({ kind, number }) => [kind, number])

test('前の設問へもどる進み先は、輪になるので、公開できない', () => {
  const questions = [
    question('a', 'single', yesNo),
    question('b', 'single', { ...yesNo, branches: [{ when: [1], to: 'a' }] }),
  ]
  expect(kindsOf(questions)).toEqual([['branch-backward', 2]])
})

test('どう答えてもたどり着けない設問があると、公開できない', () => {
  const branches = [
    { when: [1], to: 'c' },
    { when: [2], to: 'end' },
  ]
  const questions = (required: boolean) => [
    question('a', 'single', { ...yesNo, required, branches }),
    question('b', 'text'),
    question('c', 'text'),
  ]
  expect(kindsOf(questions(true))).toEqual([['unreachable', 2]])
  // 答えなくてよい設問なら、空けた人が次へ進む。
  expect(kindsOf(questions(false))).toEqual([])
})

test('消した設問や選択肢への進み先は、公開できない', () => {
  const gone = question('a', 'single', { ...yesNo, branches: [{ when: [1], to: 'z' }] })
  const noChoice = question('a', 'single', { ...yesNo, branches: [{ when: [3], to: 'b' }] })
  const last = question('b', 'text')
  expect(kindsOf([gone, last])).toEqual([['branch-nowhere', 1]])
  expect(kindsOf([noChoice, last])).toEqual([['branch-choice', 1]])
})

test('答えによって飛ばした設問は、たずねていない', () => {
  const asked = (code: number | undefined) => [
    ...listAsked(everyKind, ({ id }) => (id === 'part' ? code : undefined)),
  ]
  expect(asked(2)).not.toContain('years')
  expect(asked(2)).toContain('fields')
  expect(asked(1)).toContain('years')
  expect(asked(undefined)).toContain('years')
})

const sheetOf = (values: Record<string, string | string[]>, lenient = false) => {
  const { answers, problems } = readAnswers(formOf(values), everyKind, { lenient })
  return { ...toSheet(everyKind, answers), problems: problems.map(({ text }) => text.ja) }
}

test('無回答、たずねていない、わからないは、べつの数で残る', () => {
  const { codes } = sheetOf({ 'q-part': '2', 'q-years': '12', 'q-fields': 'unknown' })
  const [part, years, fields, glad] = codes
  expect([part, years, fields, glad]).toEqual([2, marks.notAsked, marks.unknown, marks.none])
  const skipped = sheetOf({ 'q-part': 'unknown' })
  expect(skipped.codes.slice(0, 2)).toEqual([marks.unknown, marks.none])
})

test('答えは、設問ごとに1つの数になる。表は行ごとに1つ', () => {
  const { codes, texts, problems } = sheetOf({
    'q-part': '3',
    'q-part-other': '前に参加した',
    'q-years': '１２',
    'q-fields': ['1', '3'],
    'q-fields-other': '防災',
    'q-glad': '2',
    'q-needs-r1': '1',
    'q-needs-r2': '2',
    'q-since': '令和8年4月1日',
    'q-words': 'ありがとう',
  })
  expect(problems).toEqual([])
  expect(codes).toEqual([3, 12 + numberShift, 5, 2, 1, 2, 20260401, 1, marks.none])
  expect(texts).toEqual([
    { slot: 1, text: '前に参加した' },
    { slot: 3, text: '防災' },
    { slot: 8, text: 'ありがとう' },
  ])
  expect(slotsOf(everyKind)).toHaveLength(9)
})

test('「その他」を選んでいなければ、その他の文は残さない', () => {
  expect(sheetOf({ 'q-part': '1', 'q-part-other': '消し忘れ' }).texts).toEqual([])
})

test('必須の設問が空なら、どう直すかを言う。紙から入れるときは無回答として受ける', () => {
  expect(sheetOf({}).problems).toEqual(['問1に答えてください。'])
  expect(sheetOf({}, true).problems).toEqual([])
})

test('2つまでの設問で3つ選ぶと、受け付けない', () => {
  const { problems } = sheetOf({ 'q-part': '1', 'q-fields': ['1', '2', '3'] })
  expect(problems).toEqual(['問3は、2つまでにしてください。'])
})

test('範囲の外の数は、範囲を言って受け付けない', () => {
  expect(sheetOf({ 'q-part': '1', 'q-years': '101' }).problems).toEqual([
    '問2は、0から100までの数字で答えてください。',
  ])
  expect(sheetOf({ 'q-part': '1', 'q-years': '100' }).problems).toEqual([])
})

test('飛ばす設問に書かれたことは、確かめもせず、残しもしない', () => {
  const { codes, problems } = sheetOf({ 'q-part': '2', 'q-years': 'たくさん' })
  expect(problems).toEqual([])
  expect(codes[1]).toBe(marks.notAsked)
})

test('いくつも選んだ答えは1つの数になり、もとの選択肢にもどる', () => {
  for (const codes of [[1], [1, 3], [2, 50], [1, 2, 3, 49, 50]])
    expect(unpackChoices(packChoices(codes))).toEqual(codes)
  for (const mark of Object.values(marks)) expect(unpackChoices(mark)).toEqual([])
})

const paper = (values: Record<string, string>) => {
  const { answers, problems } = readAnswers(asSent(everyKind, formOf(values)), everyKind, {
    lenient: true,
  })
  return { codes: toSheet(everyKind, answers).codes, problems }
}

test('紙の答えは、印刷した番号で入れる。最後の次の番号は「わからない」', () => {
  expect(paper({ 'q-part': '１', 'q-fields': '1 3', 'q-needs-r2': '2' }).codes).toEqual([
    1,
    marks.none,
    5,
    marks.none,
    marks.none,
    2,
    marks.none,
    marks.none,
    marks.none,
  ])
  expect(paper({ 'q-part': '4', 'q-fields': '4' }).codes.slice(0, 3)).toEqual([
    marks.unknown,
    marks.none,
    marks.unknown,
  ])
})

test('1つだけの設問に2つ○があるとき、ない番号のときは、受け付けない', () => {
  expect(paper({ 'q-part': '1 2' }).problems).toHaveLength(1)
  expect(paper({ 'q-part': '9' }).problems).toHaveLength(1)
  expect(paper({ 'q-part': '1' }).problems).toHaveLength(0)
})

test('何も答えていない設問は、答えたことにならない', () => {
  expect(toSheet(everyKind, { glad: nothingGiven }).codes[3]).toBe(marks.none)
})
