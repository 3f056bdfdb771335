import { type Question, withWords } from './question.ts'
import type { SynonymGroups } from './synonyms.ts'

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

const shortestLong = 5
const mostParts = 6

/** Little words that hold a sentence together and are in every text. */
const particle = /^[ぁ-ゖー]{1,2}$/u
const filler =
  /^(する|した|して|いる|ある|なる|やる|できる|たい|です|ます|さん|など|から|まで|ので|とか|もの|こと|ため|よう)$/u

/** Words that say what is looked for and stand in few texts: 「防災の団体」 is a group that does not say so. */
const general = /^(団体|グループ|サークル|会|人|場所|所|活動|情報|方法)$/u

/** Whether a piece is worth looking for by itself. */
const says = (word: string): boolean =>
  /[\p{L}\p{N}]/u.test(word) && !particle.test(word) && !filler.test(word)

/** Single kanji belong to their neighbour: 「登下」「校」 would find too much. */
const joinShort = (words: readonly string[]): string[] => {
  const joined: string[] = []
  for (const word of words) {
    const last = joined.at(-1)
    const lone = /^\p{sc=Han}$/u
    if (last && lone.test(last) && lone.test(word)) joined[joined.length - 1] = last + word
    else joined.push(word)
  }
  return joined
}

/**
 * Parts what was typed as one, as people do: 「犬の散歩をする会」 → 犬, 散歩, 会. Nothing where it is short
 * or has no parts.
 */
export const partWords = (folded: string): readonly string[] => {
  if ([...folded].length < shortestLong) return []
  const words = joinShort([...segmenter.segment(folded)].map(({ segment }) => segment))
  const parts = [...new Set(words.filter(says))]
  const telling = parts.filter((part) => !general.test(part))
  const kept = (telling.length > 0 ? telling : parts).slice(0, mostParts)
  return kept.join('') === folded ? [] : kept
}

/** What stays of a verb in all its forms: 数 of 数える, 数え, 数えて; あげ of あげる, あげます. */
const stemOf = (word: string): string =>
  word
    .replace(/(?<=^\p{sc=Han}+)[ぁ-ゖ]{1,4}$/u, '')
    .replace(/(?<=^[ぁ-ゖ]{2,})[うくぐすつぬぶむる]$/u, '')

/** The question with its one long word in parts; undefined where it has several words, or one without parts. */
export const questionInParts = (
  question: Question,
  synonyms: SynonymGroups,
): Question | undefined => {
  const [only, ...others] = question.words
  const parts = only && others.length === 0 ? partWords(only) : []
  return parts.length > 0 ? withWords(question, parts, { synonyms, stemOf }) : undefined
}
