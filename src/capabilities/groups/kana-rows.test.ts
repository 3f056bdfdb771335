import { expect, test } from 'vitest'
import { partByRow, rowOfHead } from './kana-rows.ts'

test.each([
  ['ア', 'あ'],
  ['コ', 'か'],
  ['ホ', 'は'],
  ['ン', 'わ'],
  ['里', undefined],
  ['A', undefined],
  ['', undefined],
])('「%s」で始まる名前は「%s」の行に立つ', (head, row) => {
  expect(rowOfHead(head)).toBe(row)
})

test('一覧は行の変わる所で分かれ、順は変わらない', () => {
  const listed = [...'アイカクサ里'].map((head, at) => ({ head, at }))
  const parts = partByRow(listed)
  expect(parts.map(({ name }) => name)).toEqual(['あ', 'か', 'さ', undefined])
  expect(parts.flatMap(({ members }) => members)).toEqual(listed)
})
