import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cleanLine,
  cleanText,
  countCharacters,
  foldForSearch,
  hiraganaToKatakana,
  isKatakana,
  isReading,
  katakanaToHiragana,
  listBigrams,
  nameVariants,
  normalizeCode,
  toAsciiDigits,
  toKatakana,
  toReading,
  trimSpaces,
  unifyHyphens,
} from './text.ts'

const anyText = fc.string({ unit: 'binary' })
const japanese = fc.string({
  unit: fc.constantFrom(
    ...'あいかがゔゝゖアイカガヴヷーｱｶﾞﾞ゛・−‐－-～〜ＡＢａ１①㈱髙﨑𠮷協働 　\u200b\u3099\t\u{e0100}',
  ),
})

test('コードは NFKC で半角になり、ハイフンに見える文字は一つになり、空白は消える', () => {
  expect(normalizeCode('　０４６７ー２３‐３０００ ')).toBe('0467-23-3000')
  expect(normalizeCode('①㈱')).toBe('1(株)')
  expect(normalizeCode('12\u200b3\u00004')).toBe('1234')
  for (const dash of '-‐‑‒–—―−ー－─') expect(unifyHyphens(`1${dash}2`)).toBe('1-2')
})

test('全角の数字だけが半角になる', () => {
  expect(toAsciiDigits('第１２回　Ａ①')).toBe('第12回　Ａ①')
})

test('フリガナはひらがなと半角から全角カタカナになり、間の空白は全角一つになる', () => {
  expect(toKatakana(' たかはし  はなこ ')).toBe('タカハシ　ハナコ')
  expect(toKatakana('ﾀｶﾊｼ ﾊﾅｺ')).toBe('タカハシ　ハナコ')
  expect(toKatakana('ｻﾎﾟｰﾄ・ばんく')).toBe('サポート・バンク')
  expect(toKatakana('センタ−')).toBe('センター')
})

test('フリガナに漢字や数字があれば全角カタカナではない', () => {
  expect(isKatakana('タカハシ　ハナコ')).toBe(true)
  for (const other of ['', '　', '高橋', 'たかはし', 'ﾀｶﾊｼ', 'タカハシ1'])
    expect(isKatakana(other), other).toBe(false)
})

test('かなを書かない人の読みは、ローマ字のまま読みになる', () => {
  expect(toReading(' Zaimokuza  English Circle ')).toBe('Zaimokuza English Circle')
  expect(toReading('みどりの会の わ')).toBe('ミドリノ会ノ　ワ')
  for (const reading of ['Zaimokuza English Circle', 'Ōhashi Jun’ichi', 'ミドリノカイ'])
    expect(isReading(reading), reading).toBe(true)
  for (const other of ['', '緑の会', 'Club 21', 'ミドリ club'])
    expect(isReading(toReading(other)), other).toBe(false)
})

test('カタカナにしたひらがなは、ひらがなに戻る', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ぁあんゔゕゖゝゞー漢a') }), (text) => {
      expect(katakanaToHiragana(hiraganaToKatakana(text))).toBe(text)
    }),
  )
})

test('名前の髙・﨑・𠮷・異体字セレクタ・①は一行に整えても変わらない', () => {
  for (const name of ['髙橋', '山﨑', '𠮷田', '辻󠄀', '①㈱～', '神\ufa19', '👨‍👩‍👧'])
    expect(cleanLine(name)).toBe(name)
})

test('一行の文字は改行・制御・文字方向の文字を持たない', () => {
  expect(cleanLine('件名\r\nBcc: a@example.jp')).toBe('件名 Bcc: a@example.jp')
  expect(cleanLine('a\u0000b\u202ecod\u2066.exe\u200f')).toBe('abcod.exe')
  expect(cleanLine('　\u200b 山田　太郎\u3000')).toBe('山田　太郎')
  expect(cleanLine('か\u3099')).toBe('が')
  fc.assert(
    fc.property(fc.oneof(anyText, japanese), (text) => {
      const line = cleanLine(text)
      expect(cleanText(cleanText(text))).toBe(cleanText(text))
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
      expect(line.isWellFormed()).toBe(true)
      expect(cleanLine(line)).toBe(line)
    }),
  )
})

test('何行かの文字は改行を一種類にして残し、ほかの制御文字を捨てる', () => {
  expect(cleanText('一\r\n二\r三\u2028四\u0000\u0007\t五\n')).toBe('一\n二\n三\n四\t五')
})

test('前後の全角空白も落ち、中の空白は残る', () => {
  expect(trimSpaces('　\u200b山田　太郎 \u2060')).toBe('山田　太郎')
  expect(trimSpaces('　 ')).toBe('')
})

test('目に見えない文字だけのものは、空と同じ', () => {
  for (const text of ['\u200b\u200c\u2060\ufeff', '\u200d', '\u00ad\u061c\u2063', ' \u180e\t'])
    expect([trimSpaces(text), cleanLine(text), cleanText(text)]).toEqual(['', '', ''])
  // Inside a text they join letters, and stay.
  expect(cleanText('👨‍👩‍👧')).toBe('👨‍👩‍👧')
  expect(cleanText('🏴󠁧󠁢󠁳󠁣󠁴󠁿')).toBe('🏴󠁧󠁢󠁳󠁣󠁴󠁿')
})

test('長さは人が数える文字の数', () => {
  expect(countCharacters('𠮷が👨‍👩‍👧か\u3099🇯🇵')).toBe(5)
  expect(countCharacters('')).toBe(0)
  expect(countCharacters('👩🏽‍❤️‍💋‍👨🏿🏴󠁧󠁢󠁥󠁮󠁧󠁿')).toBe(2)
})

test('一つの字に記号を積み重ねても、長い文は短い文にならない', () => {
  expect(countCharacters(`あ${'\u0301'.repeat(31)}`)).toBe(1)
  expect(countCharacters(`あ${'\u0301'.repeat(32)}`)).toBe(2)
  expect(countCharacters(`あ${'\u0301'.repeat(32_000)}`)).toBeGreaterThan(1_000)
})

test('検索の鍵は字体・幅・かな・大小の違いを越えて同じ', () => {
  const same = [
    ['髙橋', '高橋'],
    ['山﨑さん', '山崎さん'],
    ['𠮷田', '吉田'],
    ['鎌ケ谷', '鎌ヶ谷'],
    ['センター', 'ｾﾝﾀｰ'],
    ['センタ−', 'せんたー'],
    ['ＮＰＯ法人', 'npo法人'],
    ['辻\u{e0100}', '辻'],
    ['1ー2', '1-2'],
    ['まち　づくり', 'まち \t づくり'],
  ] as const
  for (const [one, other] of same) expect(foldForSearch(one)).toBe(foldForSearch(other))
  expect(foldForSearch('協働')).not.toBe(foldForSearch('共同'))
})

test('検索の鍵をもう一度作っても変わらない', () => {
  for (const text of [anyText, japanese, fc.string({ unit: 'grapheme' })])
    fc.assert(
      fc.property(text, (value) => {
        const folded = foldForSearch(value)
        expect(foldForSearch(folded)).toBe(folded)
      }),
      { numRuns: 500 },
    )
})

test('字体の表は一文字から一文字へで、行き先は表の中にない', () => {
  for (const [from, to] of nameVariants) {
    expect([...from, ...to]).toHaveLength(2)
    expect(nameVariants.has(to), to).toBe(false)
  }
})

test('二文字ずつの索引は記号で切れ、一文字の語はそのまま残る', () => {
  expect(listBigrams('協働のまち')).toEqual(['協働', '働の', 'のま', 'まち'])
  expect(listBigrams('東・西、ABC')).toEqual(['東', '西', 'ab', 'bc'])
  expect(listBigrams('𠮷田𠮷田')).toEqual(['吉田', '田吉'])
  expect(listBigrams(' ・、')).toEqual([])
})

test('文の一部を探す語の索引は、その文の索引に含まれる', () => {
  const words = fc.string({ unit: fc.constantFrom(...'協働まちづくり'), minLength: 2 })
  fc.assert(
    fc.property(words, words, words, (before, word, after) => {
      const tokens = listBigrams(before + word + after)
      expect(listBigrams(word).filter((token) => !tokens.includes(token))).toEqual([])
    }),
  )
})

test('長い入力にも時間がかからない形で整える', () => {
  const long = `か${' '.repeat(50_000)}${'−'.repeat(50_000)}${'ー'.repeat(50_000)}x`
  expect(foldForSearch(long)).toHaveLength(100_003)
  expect(cleanLine(long)).toHaveLength(150_002)
})
