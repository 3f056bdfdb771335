import type { Language } from '#kernel/bilingual.ts'

/** A stretch of text that stands in both versions, or in one of them. */
export type Piece = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/** Beyond this many pairs of words the whole text counts as replaced: nobody reads word by word there. */
const mostPairs = 4_000_000

const segmenters = {
  ja: new Intl.Segmenter('ja', { granularity: 'word' }),
  en: new Intl.Segmenter('en', { granularity: 'word' }),
} as const

// A figure is one word with its commas and decimals: 89.4 did not become 73 and a dot.
const figure = /[0-9０-９]+(?:[.,．，][0-9０-９]+)*/g

const wordsOf = (text: string, language: Language): string[] => {
  const words: string[] = []
  let from = 0
  const cut = (part: string): void => {
    for (const { segment } of segmenters[language].segment(part)) words.push(segment)
  }
  for (const { 0: found, index } of text.matchAll(figure)) {
    cut(text.slice(from, index))
    words.push(found)
    from = index + found.length
  }
  cut(text.slice(from))
  return words
}

/** Length of the longest common row of words from each pair of places on. */
const commonFrom = (before: readonly string[], after: readonly string[]): Uint32Array[] => {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      rows[i]![j] =
        before[i] === after[j]
          ? rows[i + 1]![j + 1]! + 1
          : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!)
  return rows
}

/** Texts of which less than this share stayed are shown one after the other: nobody can read them word by word. */
const leastInCommon = 0.4

const isBetween = ({ kind, text }: Piece): boolean =>
  kind === 'same' && /^[\s\p{P}]{1,3}$/u.test(text)

/** One stretch of changes as what was taken out, then what was put in. */
const asOneChange = (run: readonly Piece[]): Piece[] => {
  const textOf = (other: Piece['kind']): string =>
    run.flatMap((piece) => (piece.kind === other ? [] : [piece.text])).join('')
  return [
    { kind: 'removed', text: textOf('added') },
    { kind: 'added', text: textOf('removed') },
  ]
}

/** Changes with nothing but a space or a comma between them are read as one. */
const inStretches = (pieces: readonly Piece[]): Piece[] => {
  const list: Piece[] = []
  let run: Piece[] = []
  const close = (): void => {
    if (run.length > 0) list.push(...asOneChange(run))
    run = []
  }
  for (const [at, piece] of pieces.entries()) {
    const next = pieces[at + 1]
    if (piece.kind !== 'same') run.push(piece)
    else if (run.length > 0 && isBetween(piece) && next && next.kind !== 'same') run.push(piece)
    else {
      close()
      list.push(piece)
    }
  }
  close()
  return list
}

const shareInCommon = (pieces: readonly Piece[], both: number): number =>
  (2 *
    pieces.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.trim().length : sum), 0)) /
  both

/** What was written last stands in one piece with what goes before, where both are of one kind. */
const joined = (pieces: readonly Piece[]): Piece[] => {
  const list: Piece[] = []
  for (const piece of pieces) {
    const last = list.at(-1)
    if (last?.kind === piece.kind)
      list[list.length - 1] = { kind: last.kind, text: last.text + piece.text }
    else if (piece.text !== '') list.push(piece)
  }
  return list
}

const walk = (before: readonly string[], after: readonly string[]): Piece[] => {
  const common = commonFrom(before, after)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      pieces.push({ kind: 'same', text: before[i]! })
      i += 1
      j += 1
    } else if (
      j >= after.length ||
      (i < before.length && common[i + 1]![j]! >= common[i]![j + 1]!)
    ) {
      pieces.push({ kind: 'removed', text: before[i]! })
      i += 1
    } else {
      pieces.push({ kind: 'added', text: after[j]! })
      j += 1
    }
  }
  return pieces
}

/**
 * Two wordings of one text, word by word: what was taken out, what was put in, what stayed. The pieces without the
 * added ones are the text before, without the removed ones the text after.
 */
export const compareWords = (before: string, after: string, language: Language): Piece[] => {
  if (before === after) return joined([{ kind: 'same', text: before }])
  const [old, now] = [wordsOf(before, language), wordsOf(after, language)]
  const replaced: Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  if (old.length * now.length > mostPairs) return joined(replaced)
  const pieces = joined(walk(old, now))
  const share = shareInCommon(pieces, before.length + after.length)
  return joined(share < leastInCommon ? replaced : inStretches(pieces))
}
