import { expect, test } from 'vitest'
import { foldForSearch } from '#kernel/text.ts'
import { readings } from './reading-words.ts'
import { unifySpellings } from './spellings.ts'
import { commonSynonyms } from './synonyms.ts'
import { listWays } from './ways.ts'

const folded = (word: string): string => unifySpellings(foldForSearch(word))
const waysOf = (word: string): string[] =>
  listWays(folded(word), commonSynonyms).map(({ text }) => text)

test('読みの一覧は200語を超え、読みはひらがなで、同じ読みは1行にだけある', () => {
  expect(readings.length).toBeGreaterThan(200)
  for (const [kana, ...kanji] of readings) {
    expect([kana, /^[ぁ-ゖー]+$/.test(kana), kanji.length > 0]).toEqual([kana, true, true])
    expect(kanji.filter((word) => !/\p{sc=Han}/u.test(word))).toEqual([])
  }
  const kana = readings.map(([first]) => first)
  expect(kana.filter((one, at) => kana.indexOf(one) !== at)).toEqual([])
})

test.each([
  ['すなはま', '砂浜'],
  ['えほん', '絵本'],
  ['さとやま', '里山'],
  ['サトヤマ', '里山'],
  ['じてんしゃ', '自転車'],
  ['自転車', 'じてんしゃ'],
  ['まちなみ', '街並み'],
])('「%s」は「%s」もさがす', (word, other) => {
  expect(waysOf(word)).toContain(folded(other))
})

test('短い音は、漢字で書いた人のためにはさがさない。「砂浜」は「海辺」までは広がらない', () => {
  expect(waysOf('古都')).not.toContain('こと')
  for (const wide of ['海辺', '海岸']) expect(waysOf('砂浜')).not.toContain(wide)
})
