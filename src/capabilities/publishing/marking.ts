import { foldForSearch } from '#kernel/text.ts'
import { listSpellings } from './spellings.ts'

/** A stretch of a text, and whether it is one of the words that were looked for. */
export type Stretch = { readonly text: string; readonly marked: boolean }

const mostKnown = 20_000
const known = new Map<string, string>()

/** What the sign becomes after the one before it: folding is dear, and signs come again and again. */
const foldAfter = (before: string, sign: string): string => {
  const pair = `${before}\n${sign}`
  const found = known.get(pair)
  if (found !== undefined) return found
  const alone = foldForSearch(before)
  const folded = /^\s+$/.test(sign) ? ' ' : foldForSearch(before + sign).slice(alone.length)
  if (known.size >= mostKnown) known.clear()
  known.set(pair, folded)
  return folded
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** A sign of a text, and what it becomes when the text is folded. */
export type Piece = { readonly text: string; readonly folded: string }

/** What each sign becomes when the text is folded; the sign before it decides what a dash is. */
export const foldSigns = (text: string): Piece[] => {
  let before = ''
  return [...graphemes.segment(text)].map(({ segment }) => {
    const folded = foldAfter(before, segment)
    before = folded === ' ' ? '' : segment
    return { text: segment, folded }
  })
}

/** Where any of the words begins and ends in the folded text. */
const findRanges = (folded: string, words: readonly string[]): [number, number][] =>
  words.flatMap((word) => {
    const ranges: [number, number][] = []
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length))
      ranges.push([at, at + word.length])
    return ranges
  })

const join = (pieces: readonly (Piece & { marked: boolean })[]): Stretch[] => {
  const stretches: { text: string; marked: boolean }[] = []
  for (const { text, marked } of pieces) {
    const last = stretches.at(-1)
    if (last?.marked === marked) last.text += text
    else stretches.push({ text, marked })
  }
  return stretches
}

/**
 * Cuts a text into stretches that were looked for and all others, whatever their width, kana or
 * spelling. Put together again they are the text as it was.
 */
export const markWords = (text: string, words: readonly string[]): Stretch[] => {
  const sought = words.flatMap(listSpellings)
  if (sought.length === 0 || text === '') return text === '' ? [] : [{ text, marked: false }]
  const pieces = foldSigns(text)
  const ranges = findRanges(pieces.map(({ folded }) => folded).join(''), sought)
  let at = 0
  return join(
    pieces.map((piece) => {
      const [start, end] = [at, at + piece.folded.length]
      at = end
      const marked = ranges.some(([from, to]) => from < end && start < to)
      return { ...piece, marked }
    }),
  )
}

const excerptLength = 160

/** The part of a longer text around the first word that was looked for, at most 160 signs. */
export const excerptOf = (text: string, words: readonly string[]): string => {
  const signs = [...graphemes.segment(text)].map(({ segment }) => segment)
  if (signs.length <= excerptLength) return text
  const lead = markWords(text, words)
  const before = lead[0]?.marked ? '' : lead.length > 1 ? lead[0]!.text : ''
  const first = [...graphemes.segment(before)].length
  const from = Math.max(0, Math.min(first - 40, signs.length - excerptLength))
  const part = signs.slice(from, from + excerptLength).join('')
  return `${from > 0 ? '…' : ''}${part}${from + excerptLength < signs.length ? '…' : ''}`
}
