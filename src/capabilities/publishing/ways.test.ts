import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commonSynonyms, foldSynonyms, listSynonyms } from './synonyms.ts'
import { listWays } from './ways.ts'

const waysOf = (word: string, lists: readonly (readonly string[])[] = []): string[] =>
  listWays(word, foldSynonyms(lists)).map(({ text }) => text)

describe('書き方のちがい', () => {
  test.each([
    ['ぼらんていあ', 'ぼらんてぃあ'],
    ['ぼらんてぃあ', 'ぼらんていあ'],
    ['うおーきんぐ', 'うぉーきんぐ'],
    ['せんたー', 'せんた'],
    ['第三次', '第3次'],
    ['第3次', '第三次'],
    ['第十二条', '第12条'],
    ['第20条', '第二十条'],
    ['三丁目', '3丁目'],
    ['三か月', '3か月'],
    ['3け月', '3か月'],
    ['鎌が谷', '鎌け谷'],
    ['茅け崎', '茅が崎'],
    ['斉藤', '斎藤'],
  ])('「%s」は「%s」もさがす', (word, other) => {
    expect(waysOf(word)[0]).toBe(word)
    expect(waysOf(word)).toContain(other)
  })

  test.each([
    ['こー', 'こ'],
    ['三鷹', '3鷹'],
    ['一人', '1人'],
    ['びょういん', 'びよういん'],
    ['これが', 'これけ'],
    ['2026', '二〇二六'],
  ])('「%s」は「%s」をさがさない', (word, other) => {
    expect(waysOf(word)).not.toContain(other)
  })

  test('打ったとおりのものがいつも先で、12を超えない', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'第三3けが斎てィいーん谷月海') }),
        (word) => {
          const ways = waysOf(word, [['海', '浜', '磯']])
          expect(ways.length).toBeLessThanOrEqual(12)
          expect(new Set(ways).size).toBe(ways.length)
          if (word !== '') expect(ways[0]).toBe(word)
        },
      ),
    )
  })
})

describe('同義語', () => {
  test('同じ組の言葉は、たがいにさがされる', () => {
    expect(listSynonyms('しにあ', commonSynonyms)).toContain('高齢者')
    expect(listSynonyms('高齢者', commonSynonyms)).toContain('しにあ')
  })

  test('続けて書いた言葉の中でも言いかえる。2字のかなだけは、ほかの言葉の中にあるので言いかえない', () => {
    expect(waysOf('高齢者見守り', [['高齢者', 'シニア']])).toContain('しにあ見守り')
    expect(waysOf('なごみの会', [['ごみ', '廃棄物']])).toEqual(['なごみの会'])
    expect(waysOf('ごみ', [['ごみ', '廃棄物']])).toContain('廃棄物')
  })

  test('市が組を消せば、言いかえない', () => {
    // What it sounds like is no other word.
    expect(waysOf('高齢者', [])).toEqual(['高齢者', 'こうれいしゃ'])
  })

  test('全角・カタカナで書いた組も、ひらがなでさがした言葉に効く', () => {
    expect(waysOf('ぱそこん', [['パソコン', 'ＰＣ']])).toContain('pc')
  })
})
