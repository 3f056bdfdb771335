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

const kana = /^[ぁ-ゖ]$/u
const rowOf = new Map(
  'あいうえお かきくけこ さしすせそ たちつてと なにぬねの はひふへほ まみむめも や-ゆ-よ らりるれろ わ---を'
    .split(' ')
    .flatMap((row, at) => [...row].map((one, vowel) => [one, [at, vowel]] as const)),
)

/** か of が and や of ゃ: the sound without its marks. */
const plainKana = (one: string): string => {
  const plain = one.normalize('NFD')[0]!
  return /[ぁぃぅぇぉっゃゅょゎ]/.test(plain)
    ? String.fromCodePoint(plain.codePointAt(0)! + 1)
    : plain
}

/**
 * What one letter instead of another counts. Two kana of neither the same row nor the same vowel are no slip, but
 * another word: みまもり is not みまわり. Where a verb ends (流し, 流れ) they may be.
 */
const changeOf = (one: string, other: string, inEnding: boolean): number => {
  if (one === other) return 0
  if (inEnding || !kana.test(one) || !kana.test(other)) return 1
  const [a, b] = [rowOf.get(plainKana(one)), rowOf.get(plainKana(other))]
  return !a || !b || a[0] === b[0] || a[1] === b[1] ? 1 : 2
}

const endsVerb = (signs: readonly string[], at: number): boolean =>
  at === signs.length - 1 && /^\p{sc=Han}$/u.test(signs[at - 1] ?? '')

/** How many letters must be changed, added, left out or exchanged with their neighbour; far sounds count twice. */
export const editDistance = (a: string, b: string): number => {
  const [from, to] = [[...a], [...b]]
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const inEnding = endsVerb(from, i - 1) && endsVerb(to, j - 1)
      const same = changeOf(from[i - 1]!, to[j - 1]!, inEnding)
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

type Candidate = { readonly written: string; readonly texts: number }

/** Every word of the texts with the number of texts that hold it. */
const countCandidates = (texts: TextsLike, length: number): ReadonlyMap<string, Candidate> => {
  const known = new Map<string, Candidate>()
  const add = (words: readonly (readonly [string, string])[]) => {
    for (const [folded, written] of new Map(words))
      known.set(folded, { written, texts: (known.get(folded)?.texts ?? 0) + 1 })
  }
  for (const text of texts.folded) add(foldedWords(text, length))
  for (const text of texts.written) add(writtenWords(text, length))
  return known
}

/** Words of these texts that differ from the word by a slip of the fingers, the nearest first, then the commonest. */
export const findNearby = (word: string, texts: TextsLike): readonly string[] => {
  const length = [...word].length
  if (length < 2 || length > longest) return []
  return [...countCandidates(texts, length)]
    .filter(([folded]) => isNear(word, folded))
    .map(([folded, one]) => ({ folded, ...one, distance: editDistance(word, folded) }))
    .filter(({ distance }) => distance <= mostEdits(word))
    .sort(
      (a, b) => a.distance - b.distance || b.texts - a.texts || b.folded.length - a.folded.length,
    )
    .slice(0, mostNearby)
    .map(({ written }) => written)
}
