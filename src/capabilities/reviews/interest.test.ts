import { expect, test } from 'vitest'
import {
  checkDeclaration,
  countParts,
  type DeclarationContext,
  interests,
  partOf,
} from './interest.ts'

const fresh: DeclarationContext = { current: undefined, ownGroup: false, sheet: 'none' }
const declare = (interest: string, context: Partial<DeclarationContext> = {}, note = '') =>
  checkDeclaration({ interest, note }, { ...fresh, ...context })

test('利害関係なしも、どの種類の利害関係も、初めての申告として受け付ける', () => {
  for (const interest of interests)
    expect(declare(interest, {}, '説明')).toMatchObject({ ok: true, value: { interest } })
})

test('選ばない申告と、一覧にない種類は受け付けない', () => {
  expect(declare('')).toEqual({ ok: false, error: 'choose' })
  expect(declare('nothing')).toEqual({ ok: false, error: 'choose' })
})

test('その他の利害関係は、説明がなければ受け付けない', () => {
  expect(declare('other', {}, ' \n')).toEqual({ ok: false, error: 'note-needed' })
  expect(declare('other', {}, 'あ'.repeat(501))).toEqual({ ok: false, error: 'note-too-long' })
})

test('団体の会員と登録されている委員は、その団体の提案に「なし」と申告できない', () => {
  expect(declare('none', { ownGroup: true })).toEqual({ ok: false, error: 'own-group' })
  expect(declare('member', { ownGroup: true }).ok).toBe(true)
})

test('一度申告した利害関係は、本人が「なし」に戻せない。種類は直せる', () => {
  for (const current of interests.filter((interest) => interest !== 'none')) {
    expect(declare('none', { current })).toEqual({ ok: false, error: 'interest-stays' })
    expect(declare('family', { current }).ok).toBe(true)
  }
})

test('下書きがあっても利害関係は申告できるが、提出した評点票があるときは事務局が扱う', () => {
  expect(declare('paid', { current: 'none', sheet: 'draft' }).ok).toBe(true)
  expect(declare('paid', { current: 'none', sheet: 'submitted' })).toEqual({
    ok: false,
    error: 'sheet-submitted',
  })
})

test('「なし」の申告に説明は残らない', () => {
  expect(declare('none', {}, '余分な説明')).toEqual({
    ok: true,
    value: { interest: 'none', note: '' },
  })
})

test('申告のない委員、除斥の委員、未提出の委員、提出した委員は別々に数える', () => {
  const parts = [
    partOf({ interest: undefined, ownGroup: false, submitted: false }),
    partOf({ interest: 'family', ownGroup: false, submitted: false }),
    partOf({ interest: 'none', ownGroup: false, submitted: false }),
    partOf({ interest: 'none', ownGroup: false, submitted: true }),
  ]
  expect(parts).toEqual(['undeclared', 'recused', 'missing', 'submitted'])
  expect(countParts(parts)).toEqual({ undeclared: 1, recused: 1, missing: 1, submitted: 1 })
})

test('申告のあとで団体に入った委員は、「なし」と申告していても除斥になる', () => {
  expect(partOf({ interest: 'none', ownGroup: true, submitted: true })).toBe('recused')
  expect(partOf({ interest: undefined, ownGroup: true, submitted: false })).toBe('recused')
})
