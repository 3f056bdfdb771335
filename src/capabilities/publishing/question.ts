import { foldForSearch } from '#kernel/text.ts'
import { unifySpellings } from './spellings.ts'
import { commonSynonyms, type SynonymGroups } from './synonyms.ts'
import { listWays, type Way } from './ways.ts'

/** One condition: any of these ways of writing must occur. */
export type Term = {
  /** As it is shown to people: 環境, or 環境 OR 自然. */
  readonly word: string
  readonly ways: readonly Way[]
}

/** What somebody asked for, taken apart. */
export type Question = {
  /** As typed, without what no box can hold, for showing it again. */
  readonly typed: string
  /** Each must occur. */
  readonly terms: readonly Term[]
  /** The words of the terms, each once. */
  readonly words: readonly string[]
  /** None may occur. Folded and unified. */
  readonly without: readonly string[]
  /** All of it without spaces: who types the whole name means that name. */
  readonly whole: string
  /** True when some of what was typed was left out: too long, too many words, or signs only. */
  readonly shortened: boolean
}

const longestQuestion = 200
const mostWords = 8
const mostWithout = 4
const mostEither = 4

const piece = /([-－−‐])?(?:["“”]([^"“”]*)["“”]|[「『]([^」』]*)[」』]|([^\s"“”「」『』]+))/gu

/** Signs that stand between two words rather than in one. */
const between = /[・、。，,／/|+&!?;:*%_\\<>=~$^`'’‘\s]+/u

const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}ー]+$/gu

const wordOf = (text: string): string => unifySpellings(foldForSearch(text).replace(edges, ''))

const cut = (typed: string): string => {
  const plain = typed
    .slice(0, longestQuestion * 4)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\ufffd]+/gu, ' ')
  return [...plain].slice(0, longestQuestion).join('').trim()
}

type Piece = { readonly minus: boolean; readonly or: boolean; readonly words: readonly string[] }

/** A minus counts only where a word begins: 「Ⅰ-(1)」 holds none. OR counts in capitals only. */
const readPiece = (found: RegExpMatchArray, before: string): Piece => {
  const [, sign, quoted, bracketed, bare = ''] = found
  const minus = sign !== undefined && (before === '' || /\s/.test(before))
  const phrase = quoted ?? bracketed
  if (phrase !== undefined) return { minus, or: false, words: [wordOf(phrase)] }
  if (!minus && bare.normalize('NFKC') === 'OR') return { minus, or: true, words: [] }
  const folded = foldForSearch(bare)
  return {
    minus,
    or: false,
    words: minus ? [wordOf(folded)] : folded.split(between).map(wordOf),
  }
}

/** The words, each a list of those of which one is enough. */
const readEither = (pieces: readonly Piece[]): string[][] => {
  const all: string[][] = []
  let joins = false
  for (const { or, words } of pieces) {
    if (or) {
      joins = all.length > 0
      continue
    }
    for (const word of words.filter((one) => one !== '')) {
      if (joins) all.at(-1)!.push(word)
      else all.push([word])
      joins = false
    }
  }
  return all.map((words) => [...new Set(words)].slice(0, mostEither))
}

const toTerm = (either: readonly string[], synonyms: SynonymGroups): Term => {
  const ways = either.flatMap((word) => listWays(word, synonyms))
  const known = new Set<string>()
  return {
    word: either.join(' OR '),
    ways: ways.filter(({ text }) => !known.has(text) && known.add(text)),
  }
}

const distinctTerms = (terms: readonly Term[]): Term[] => [
  ...new Map(terms.map((term) => [term.word, term])).values(),
]

/** True where a piece held signs only; `OR` holds nothing by intent. */
const isEmpty = ({ or, words }: Piece): boolean => !or && words.every((word) => word === '')

/**
 * Reads what was typed into a search box: words parted by spaces, "phrases" or 「phrases」, OR between two of which
 * one is enough, and -words to leave out. Whatever is typed, it can be read; the worst of it holds no word.
 */
export const readQuestion = (input: string, synonyms: SynonymGroups = commonSynonyms): Question => {
  const typed = cut(input)
  const pieces = [...typed.matchAll(piece)].map((found) =>
    readPiece(found, typed[found.index - 1] ?? ''),
  )
  const wanted = pieces.filter(({ minus }) => !minus)
  const terms = distinctTerms(readEither(wanted).map((either) => toTerm(either, synonyms)))
  const left = pieces.filter(({ minus }) => minus).flatMap(({ words }) => words)
  const without = [...new Set(left.filter((word) => word !== ''))]
  const kept = terms.slice(0, mostWords)
  return {
    typed,
    terms: kept,
    words: kept.map(({ word }) => word),
    without: without.slice(0, mostWithout),
    whole: kept.map(({ word }) => word).join(''),
    shortened:
      [...input.trim()].length > longestQuestion ||
      terms.length > mostWords ||
      without.length > mostWithout ||
      pieces.some(isEmpty),
  }
}

type Parting = {
  readonly synonyms: SynonymGroups
  /** What of a word is enough to find it. */
  readonly stemOf: (word: string) => string
}

/** The same question with other words: those into which a long one was parted. */
export const withWords = (
  question: Question,
  words: readonly string[],
  { synonyms, stemOf }: Parting,
): Question => {
  const terms = words.map((word) => {
    const { ways } = toTerm([word], synonyms)
    const stem = stemOf(word)
    const known = ways.some(({ text }) => text === stem)
    return { word, ways: known ? ways : [...ways, { text: stem, distance: 'spelled' as const }] }
  })
  const kept = distinctTerms(terms).slice(0, mostWords)
  return { ...question, terms: kept, words: kept.map(({ word }) => word) }
}

/** Everything that is to be marked in a text that was found. */
export const marksOf = ({ terms }: Question): readonly string[] => [
  ...new Set(terms.flatMap(({ ways }) => ways.map(({ text }) => text))),
]
