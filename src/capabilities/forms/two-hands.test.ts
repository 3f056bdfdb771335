import { expect, test } from 'vitest'
import { changedFields, markAnswers, mergeAnswers, readMarks } from './two-hands.ts'

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
