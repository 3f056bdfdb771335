import { foldForSearch } from '#kernel/text.ts'
import { unifySpellings } from './spellings.ts'

/** What somebody asked for, taken apart. */
export type Question = {
  /** As typed, without what no box can hold, for showing it again. */
  readonly typed: string
  /** Each must occur. Folded and unified, each once. */
  readonly words: readonly string[]
  /** None may occur. */
  readonly without: readonly string[]
  /** True when some of what was typed was left out: too long, too many words, or signs only. */
  readonly shortened: boolean
}

const longestQuestion = 200
const mostWords = 8
const mostWithout = 4

const piece = /([-－−‐])?(?:["“”]([^"“”]*)["“”]|[「『]([^」』]*)[」』]|([^\s"“”「」『』]+))/gu

/** Signs that stand between two words rather than in one. */
const between = /[・、。，,/|+&!?;:*%_\\<>=~$^`'’‘\s]+/u

const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}ー]+$/gu

const wordOf = (text: string): string => unifySpellings(foldForSearch(text).replace(edges, ''))

const cut = (typed: string): string => {
  const plain = typed
    .slice(0, longestQuestion * 4)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\ufffd]+/gu, ' ')
  return [...plain].slice(0, longestQuestion).join('').trim()
}

type Piece = { readonly minus: boolean; readonly words: readonly string[] }

/** A minus counts only where a word begins: 「Ⅰ-(1)」 holds none. */
const readPiece = (found: RegExpMatchArray, before: string): Piece => {
  const [, sign, quoted, bracketed, bare = ''] = found
  const minus = sign !== undefined && (before === '' || /\s/.test(before))
  const phrase = quoted ?? bracketed
  if (phrase !== undefined) return { minus, words: [wordOf(phrase)] }
  const folded = foldForSearch(bare)
  return { minus, words: minus ? [wordOf(folded)] : folded.split(between).map(wordOf) }
}

const distinct = (pieces: readonly Piece[]): string[] => [
  ...new Set(pieces.flatMap(({ words }) => words).filter((word) => word !== '')),
]

/**
 * Reads what was typed into a search box: words parted by spaces, "phrases" or 「phrases」, and -words
 * to leave out. Whatever is typed, it can be read; the worst of it holds no word.
 */
export const readQuestion = (input: string): Question => {
  const typed = cut(input)
  const pieces = [...typed.matchAll(piece)].map((found) =>
    readPiece(found, typed[found.index - 1] ?? ''),
  )
  const words = distinct(pieces.filter(({ minus }) => !minus))
  const without = distinct(pieces.filter(({ minus }) => minus))
  const empty = pieces.some((one) => one.words.every((word) => word === ''))
  return {
    typed,
    words: words.slice(0, mostWords),
    without: without.slice(0, mostWithout),
    shortened:
      [...input.trim()].length > longestQuestion ||
      words.length > mostWords ||
      without.length > mostWithout ||
      empty,
  }
}
