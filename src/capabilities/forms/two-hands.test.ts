import { expect, test } from 'vitest'
import { formDefinition, type Visibility } from './definition.ts'
import {
  changedFields,
  markAnswers,
  markSheet,
  mergeAnswers,
  mergeVisibility,
  readMarks,
} from './two-hands.ts'

const shown = { purpose: '見守り', group_role: '', costs: [{ item: '会場', amount: 1000 }] }
const marks = markAnswers(shown)

test('別々の欄を直した二人の文は、どちらも残る', () => {
  const mine = { ...shown, group_role: '訪問する' }
  const stored = { ...shown, purpose: '高齢者の見守り' }
  expect(mergeAnswers(marks, mine, stored)).toEqual({
    answers: { ...shown, group_role: '訪問する', purpose: '高齢者の見守り' },
    conflicts: [],
  })
})

test('同じ欄を違うように直したときは、その欄を知らせ、自分の文を残しておく', () => {
  const mine = { ...shown, purpose: 'A' }
  const merged = mergeAnswers(marks, mine, { ...shown, purpose: 'B' })
  expect(merged.conflicts).toEqual(['purpose'])
  expect(merged.answers.purpose).toBe('A')
})

test('同じ欄を同じように直したときは、ぶつからない', () => {
  const same = { ...shown, purpose: 'C' }
  expect(mergeAnswers(marks, same, { ...same }).conflicts).toEqual([])
})

test('相手が消した欄は、自分が触れていなければ消えたままになる', () => {
  const { purpose: _, ...stored } = shown
  expect(mergeAnswers(marks, shown as Record<string, unknown>, stored).answers).not.toHaveProperty(
    'purpose',
  )
})

test('表の一つの値が変われば、その表が変わったと分かる', () => {
  const after = { ...shown, costs: [{ item: '会場', amount: 2000 }] }
  expect(changedFields(shown, after)).toEqual(['costs'])
  expect(changedFields(shown, { ...shown })).toEqual([])
})

test('列の順がちがうだけの行は、変わったことにならない', () => {
  const stored = { ...shown, costs: [{ amount: 1000, item: '会場' }] }
  expect(changedFields(shown, stored)).toEqual([])
})

test('こちらのものでない印は、印がないものとして扱う', () => {
  expect(readMarks('')).toBeUndefined()
  expect(readMarks('[1]')).toBeUndefined()
  expect(readMarks('null')).toBeUndefined()
  expect(readMarks(JSON.stringify(marks))).toEqual(marks)
})

const definition = formDefinition.parse({
  code: 'contact',
  title: { ja: '連絡先', en: 'Contact' },
  sections: [
    {
      title: { ja: '連絡先', en: 'Contact' },
      fields: [
        {
          code: 'phone',
          kind: 'phone',
          label: { ja: '電話', en: 'Phone' },
          visibilityChoosable: true,
        },
      ],
    },
  ],
})

const choose = (shown: Visibility, mine: Visibility, stored: Visibility) =>
  mergeVisibility(
    definition,
    markSheet(definition, { answers: {}, visibility: { phone: shown } }),
    { mine: { phone: mine }, stored: { phone: stored } },
  ).phone

test('開いたままの画面の公開範囲は、相手がせばめた公開範囲を戻さない', () => {
  expect(choose('public', 'public', 'private')).toBe('private')
  expect(choose('private', 'private', 'public')).toBe('public')
  expect(choose('public', 'partial', 'public')).toBe('partial')
  expect(choose('private', 'public', 'private')).toBe('public')
})

test('公開範囲を二人が違うように変えたときと、示したものが分からないときは、せまいほうになる', () => {
  expect(choose('partial', 'public', 'private')).toBe('private')
  const given = { mine: { phone: 'public' }, stored: { phone: 'private' } } as const
  expect(mergeVisibility(definition, {}, given)).toEqual({ phone: 'private' })
})

test('選ばれていない公開範囲は、様式のものとして比べる', () => {
  const marks = markSheet(definition, { answers: {}, visibility: {} })
  const given = { mine: { phone: 'partial' }, stored: { phone: 'private' } } as const
  expect(mergeVisibility(definition, marks, given)).toEqual({ phone: 'private' })
})
