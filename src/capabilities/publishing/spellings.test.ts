import { expect, test } from 'vitest'
import { foldForSearch } from '#kernel/text.ts'
import { listSpellings, unifySpellings } from './spellings.ts'

const unified = (text: string): string => unifySpellings(foldForSearch(text))

test.each([
  ['子供', '子ども'],
  ['子供', 'こども'],
  ['コドモ食堂', '子供食堂'],
  ['障がい者', '障碍者'],
  ['取り組み', '取組'],
  ['取組み', 'とりくみ'],
  ['手続き', '手続'],
  ['街づくり', 'まちづくり'],
  ['NPO法人', '特定非営利活動法人'],
])('「%s」と「%s」は同じ言葉になる', (a, b) => {
  expect(unified(a)).toBe(unified(b))
})

test.each([
  ['生涯学習', '障害学習'],
  ['一人', '二人'],
  ['手続', '手'],
])('「%s」と「%s」は別の言葉のまま', (a, b) => {
  expect(unified(a)).not.toBe(unified(b))
})

test('まとめた言葉をもう一度まとめても変わらない', () => {
  for (const text of [
    '手続きの受け付け',
    '子どもの取り組み',
    '一人一人の見守り',
    '特定非営利活動法人',
  ])
    expect(unifySpellings(unified(text))).toBe(unified(text))
})

test('ほかの書き方は、まとめた言葉から作られ、まとめると元に戻る', () => {
  expect(listSpellings('こども食堂')).toEqual(['こども食堂', '子供食堂', '子ども食堂'])
  for (const spelling of listSpellings('こどもの取組とこども'))
    expect(unifySpellings(spelling)).toBe('こどもの取組とこども')
})

test('書き方の数はかぎられる', () => {
  expect(listSpellings('こども'.repeat(40)).length).toBeLessThanOrEqual(24)
  expect(listSpellings('海')).toEqual(['海'])
})
