import { listReadings } from './readings.ts'
import { listSynonyms, type SynonymGroups } from './synonyms.ts'

/** How far a way of writing lies from what was typed. */
export type Distance = 'typed' | 'spelled' | 'synonym'

/** One way of writing a word that was looked for, folded and unified. */
export type Way = { readonly text: string; readonly distance: Distance }

const mostWays = 12

/** Kana as large as in 「ボランテイア」, each with the small one that most people write there. */
const smallVowels: readonly (readonly [RegExp, (pair: string) => string])[] = [
  [
    /[てで]い|ふ[あいえお]|う[いえお]|[とど]う|[しじち]え|つ[あえお]/g,
    (pair) => pair[0]! + small(pair[1]!),
  ],
]
const smallOf: Readonly<Record<string, string>> = {
  あ: 'ぁ',
  い: 'ぃ',
  う: 'ぅ',
  え: 'ぇ',
  お: 'ぉ',
}
const small = (kana: string): string => smallOf[kana] ?? kana

const toSmall = (word: string): string =>
  smallVowels.reduce((text, [pairs, change]) => text.replace(pairs, change), word)
const toLarge = (word: string): string =>
  word.replace(/[ぁぃぅぇぉ]/g, (kana) => String.fromCodePoint(kana.codePointAt(0)! + 1))

/** センター and センタ; not shorter than three signs, so that コー does not become コ. */
const withoutLastStroke = (word: string): string => word.replace(/(?<=[ぁ-ゖー]{3})ー$/u, '')

const kanjiDigits = '〇一二三四五六七八九'
const toKanji = (digits: string): string => {
  const number = Number(digits)
  if (number < 1 || number > 99) return digits
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const before = tens === 0 ? '' : `${tens === 1 ? '' : kanjiDigits[tens]}十`
  return before + (ones === 0 ? '' : kanjiDigits[ones])
}
const toDigits = (kanji: string): string => {
  const [before, after] = kanji.includes('十') ? kanji.split('十') : [undefined, kanji]
  const tens = before === undefined ? 0 : before === '' ? 1 : kanjiDigits.indexOf(before)
  const ones = after ? kanjiDigits.indexOf(after) : 0
  return tens < 0 || ones < 0 ? kanji : String(tens * 10 + ones)
}

const counters = '次|回|期|章|節|条|丁目|年|月|日|号|級|つの|番|[かけ箇][月所年国条]'
const kanjiNumber = new RegExp(
  `(?<=第)[一二三四五六七八九十]{1,3}|[一二三四五六七八九十]{1,3}(?=${counters})`,
  'gu',
)
const digitNumber = new RegExp(`(?<=第)\\d{1,2}(?!\\d)|(?<!\\d)\\d{1,2}(?=${counters})`, 'gu')

/** 鎌ケ谷, 鎌が谷: folding has made け of the first already. Only between two kanji, where it is read が. */
const placeKana = /(?<=\p{sc=Han})[けが](?=\p{sc=Han})/gu
/** 3か月, 3ヶ月, 3箇月. */
const countingKana = /(?<=[\d一二三四五六七八九十数])[かけ箇](?=[月所年国条])/gu

type Rule = (word: string) => readonly string[]

/** Each gives other ways of writing the same word; none of them changes what is meant. */
const rules: readonly Rule[] = [
  (word) => [toSmall(word), toLarge(word)],
  (word) => [withoutLastStroke(word)],
  (word) => [word.replace(digitNumber, toKanji), word.replace(kanjiNumber, toDigits)],
  (word) => [word.replace(placeKana, 'け'), word.replace(placeKana, 'が')],
  (word) => [word.replace(countingKana, 'か'), word.replace(countingKana, 'け')],
  // Names that are different, and that people mistake for one another all the same.
  (word) => [word.replaceAll('斉', '斎'), word.replaceAll('斎', '斉')],
]

const spell = (word: string): string[] => {
  const ways = new Set([word])
  for (const rule of rules) for (const way of [...ways]) for (const one of rule(way)) ways.add(one)
  return [...ways].filter((way) => way !== '').slice(0, mostWays)
}

/**
 * Every way in which a word may stand in a text: as typed, in other spellings (long vowels, small kana, numbers in
 * kanji, が for ヶ), and the words that the city's list takes for the same. At most 12.
 */
export const listWays = (word: string, synonyms: SynonymGroups): readonly Way[] => {
  const spelled = spell(word)
  const read = listReadings(word).filter((one) => !spelled.includes(one))
  const others = listSynonyms(word, synonyms).filter(
    (one) => !spelled.includes(one) && !read.includes(one),
  )
  return [
    ...spelled.map((text, at) => ({ text, distance: at === 0 ? 'typed' : 'spelled' }) as const),
    // Who typed a sound may mean a name that is written so: those come first.
    ...read.map((text) => ({ text, distance: 'synonym' }) as const),
    ...others.map((text) => ({ text, distance: 'synonym' }) as const),
  ].slice(0, mostWays)
}
