import { foldSigns } from './marking.ts'
import type { TextsLike } from './queries/alone.ts'

const boundary = /[^\p{L}\p{N}ー]+|[のをにがとでへは](?=\p{sc=Han})/u

/** Runs of one kind of letters, and runs of all kinds: 里山保全の会 holds 里山保全, 会. */
const wordsOf = (folded: string): string[] =>
  folded
    .split(boundary)
    .flatMap((segment) => [
      segment,
      ...(segment.match(/\p{sc=Han}{2,}|[ぁ-ゖー]{3,}|[a-z]{3,}/gu) ?? []),
    ])

/** How many letters must be changed, added, left out or exchanged with their neighbour. */
export const editDistance = (a: string, b: string): number => {
  const [from, to] = [[...a], [...b]]
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1
      let best = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same)
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        best = Math.min(best, rows[i - 2]![j - 2]! + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return rows[from.length]![to.length]!
}

/** One letter in a short word, two in a long one. */
const mostEdits = (word: string): number => ([...word].length <= 5 ? 1 : 2)

const longest = 20
const mostNearby = 3

/** The word, and its parts that are as long as the one that was sought: 里山保全 of 里山保全活動. */
const windowsOf = (word: string, length: number): string[] => {
  const signs = [...word]
  if (signs.length <= length) return [word]
  const starts = signs.slice(0, signs.length - length + 1)
  return [word, ...starts.map((_, at) => signs.slice(at, at + length).join(''))]
}

/** The words of a text as it is written, by how they are folded: ぼらんてぃあ stands there as ボランティア. */
const writtenWords = (text: string, length: number): (readonly [string, string])[] => {
  const pieces = foldSigns(text)
  const starts: number[] = []
  let folded = ''
  for (const piece of pieces) {
    starts.push(folded.length)
    folded += piece.folded
  }
  const written = (word: string): string => {
    const from = folded.indexOf(word)
    return pieces
      .filter((_, at) => starts[at]! >= from && starts[at]! < from + word.length)
      .map((piece) => piece.text)
      .join('')
  }
  return wordsOf(folded)
    .flatMap((word) => windowsOf(word, length))
    .map((word) => [word, written(word)] as const)
}

/** Of folded texts only words without kana are shown: those are written as they are folded. */
const foldedWords = (text: string, length: number): (readonly [string, string])[] =>
  wordsOf(text)
    .flatMap((word) => windowsOf(word, length))
    .filter((word) => /^[\p{sc=Han}a-z0-9]+$/u.test(word))
    .map((word) => [word, word] as const)

const isNear = (word: string, other: string): boolean => {
  const [a, b] = [[...word].length, [...other].length]
  return other !== word && b > 1 && Math.abs(a - b) <= 2
}

/** Words of these texts that differ from the word by a slip of the fingers, the nearest first. */
export const findNearby = (word: string, texts: TextsLike): readonly string[] => {
  const length = [...word].length
  if (length < 2 || length > longest) return []
  const candidates = new Map([
    ...texts.folded.flatMap((text) => foldedWords(text, length)),
    ...texts.written.flatMap((text) => writtenWords(text, length)),
  ])
  return [...candidates]
    .filter(([folded]) => isNear(word, folded))
    .map(([folded, written]) => ({ folded, written, distance: editDistance(word, folded) }))
    .filter(({ distance }) => distance <= mostEdits(word))
    .sort((a, b) => a.distance - b.distance || b.folded.length - a.folded.length)
    .slice(0, mostNearby)
    .map(({ written }) => written)
}
