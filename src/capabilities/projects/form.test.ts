import { expect, test } from 'vitest'
import { formOf } from '#web/form-data.ts'
import type { Article } from './agreement.ts'
import {
  checkHappened,
  readAnswer,
  readArticles,
  readContinuation,
  readCorrectionDay,
  readPublication,
  readReason,
  readSignature,
} from './form.ts'

const now = new Date('2028-05-08T01:00:00Z')
const namesOf = ({ problems }: { problems: readonly { name: string }[] }) =>
  problems.map(({ name }) => name)

test('理由のない理由と、長すぎる理由は受け付けない', () => {
  expect(namesOf(readReason(formOf({ reason: ' 　\n' })))).toEqual(['reason'])
  expect(namesOf(readReason(formOf({ reason: 'あ'.repeat(1_001) })))).toEqual(['reason'])
  expect(readReason(formOf({ reason: ' けがのため ' }))).toEqual({
    value: 'けがのため',
    problems: [],
  })
})

const shown: readonly Article[] = [
  { title: '目的', text: '目的の文' },
  { title: '加えた条', text: '加えた文', added: true },
]

test('制度の条は空にできず、後から加えた条は空にすると除かれる', () => {
  const read = readArticles(formOf({ article_0: '', article_1: '' }), shown)
  expect(namesOf(read)).toEqual(['article_0'])
  expect(read.problems[0]?.text.ja).toBe('第2条「目的」：条の本文を記入してください。')
  expect(read.value).toHaveLength(1)
})

test('新しい条は、見出しと本文の両方がいる', () => {
  const given = { article_0: '文', article_1: '文' }
  expect(namesOf(readArticles(formOf({ ...given, new_text: '文' }), shown))).toEqual(['new_title'])
  expect(namesOf(readArticles(formOf({ ...given, new_title: '題' }), shown))).toEqual(['new_text'])
  const both = readArticles(formOf({ ...given, new_title: '題', new_text: '文' }), shown)
  expect(both.value.at(-1)).toEqual({ title: '題', text: '文', added: true })
})

test('氏名・役職・同意のどれが欠けても署名できない', () => {
  expect(namesOf(readSignature(formOf({ side: 'group' })))).toEqual(['name', 'title', 'agree'])
  const whole = { side: 'city', name: '市 太郎', title: '市長', agree: 'yes', text: 'a'.repeat(64) }
  expect(readSignature(formOf(whole))).toMatchObject({ problems: [], value: { side: 'city' } })
  expect(readSignature(formOf({ ...whole, side: 'both' })).value.side).toBeUndefined()
})

test('補正の期限は、明日より前にはできない', () => {
  expect(namesOf(readCorrectionDay(formOf({ correction_due: '2028/5/8' }), now))).toEqual([
    'correction_due',
  ])
  expect(readCorrectionDay(formOf({ correction_due: '令和10年5月9日' }), now)).toEqual({
    value: '2028-05-09',
    problems: [],
  })
  expect(namesOf(readCorrectionDay(formOf({ correction_due: '来週' }), now))).toHaveLength(1)
})

test('返答と、終わった後のつづき方は、空では受け付けない', () => {
  expect(namesOf(readAnswer(formOf({ answer: '' })))).toEqual(['answer'])
  expect(namesOf(readContinuation(formOf({ outcome: 'forever' })))).toEqual(['outcome'])
  expect(readContinuation(formOf({ outcome: 'by_group', note: 'つづく' })).value).toEqual({
    outcome: 'by_group',
    note: 'つづく',
  })
})

test('これからの日付は、したことの記録にならない', () => {
  expect(checkHappened('2028-05-09', now, 'date')).toHaveLength(1)
  expect(checkHappened('2028-05-08', now, 'date')).toEqual([])
})

test('公開は、印を付けたときだけ', () => {
  expect(readPublication(formOf({}), false).value.public).toBe(false)
  expect(readPublication(formOf({ public: 'yes', public_text: ' 文 ' }), false).value).toEqual({
    public: true,
    text: '文',
  })
})

test('ほかの人が公開をやめた記録は、前から開いていた画面を保存しても公開に戻らない', () => {
  const stale = { public: 'yes', public_text: '文', shown_public: 'yes' }
  expect(readPublication(formOf(stale), false).value.public).toBe(false)
  expect(readPublication(formOf(stale), true).value.public).toBe(true)
  expect(readPublication(formOf({ ...stale, shown_public: '' }), false).value.public).toBe(true)
})
