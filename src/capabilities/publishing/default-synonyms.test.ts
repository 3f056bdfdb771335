import { describe, expect, test } from 'vitest'
import { foldForSearch } from '#kernel/text.ts'
import { defaultSynonyms } from './default-synonyms.ts'
import { unifySpellings } from './spellings.ts'
import { commonSynonyms } from './synonyms.ts'
import { listWays } from './ways.ts'

const folded = (word: string): string => unifySpellings(foldForSearch(word))
const waysOf = (word: string): string[] =>
  listWays(folded(word), commonSynonyms).map(({ text }) => text)

describe('最初から入っている同義語の一覧', () => {
  test('100組を超え、1つの言葉は1つの組にだけあり、書き方のちがいだけの組はない', () => {
    expect(defaultSynonyms.length).toBeGreaterThan(110)
    const words = commonSynonyms.flat()
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
    for (const [at, group] of commonSynonyms.entries())
      expect([defaultSynonyms[at], group.length]).toEqual([
        defaultSynonyms[at],
        defaultSynonyms[at]!.length,
      ])
  })

  test('どの組も8語までで、かな2字の言葉は「ごみ」だけ（ほかの言葉の中に多くある）', () => {
    expect(defaultSynonyms.filter((group) => group.length > 8)).toEqual([])
    expect(commonSynonyms.flat().filter((word) => /^[ぁ-ゖー]{1,2}$/u.test(word))).toEqual(['ごみ'])
  })

  test.each([
    ['お年寄り', '高齢'],
    ['御年寄り', 'シニア'],
    ['高齢者', '年をとって'],
    ['ボウサイ', '防災'],
    ['ふくし', '福祉'],
    ['見まもり', '見守る'],
    ['ゴミ拾い', '清掃'],
    ['清掃', 'ごみ拾い'],
    ['そうじ', '掃除'],
    ['ビギナー', '初めて'],
    ['物忘れ', '認知症'],
    ['外国籍', '外国人'],
    ['フリースクール', '不登校'],
    ['土曜', '土曜日'],
  ])('「%s」は「%s」もさがす', (word, other) => {
    expect(waysOf(word)).toContain(folded(other))
  })

  test.each([
    ['防災', '防犯'],
    ['高齢者', '子ども'],
    ['猫', '鳥'],
    ['平日', '土曜'],
  ])('「%s」は「%s」をさがさない', (word, other) => {
    expect(waysOf(word)).not.toContain(folded(other))
  })
})

test.each([
  ['見まもり', '見守り'],
  ['みまもり', '見守り'],
  ['買物', '買い物'],
  ['草刈', '草刈り'],
  ['一人ぐらし', '独り暮らし'],
  ['花だん', '花壇'],
  ['集い', 'つどい'],
])('送りがなのちがう「%s」と「%s」は同じ言葉', (a, b) => {
  expect(folded(a)).toBe(folded(b))
})
