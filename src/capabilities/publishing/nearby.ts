import { foldForSearch } from '#kernel/text.ts'
import { unifySpellings } from './spellings.ts'

const segmentsOf = (title: string): string[] =>
  unifySpellings(foldForSearch(title)).split(/[^\p{L}\p{N}ー]+|[のをにがとでへは](?=[\p{sc=Han}])/u)

/** Runs of one kind of letters, and runs of all kinds: 里山保全の会 holds 里山保全, 会. */
const wordsOf = (title: string): string[] =>
  segmentsOf(title).flatMap((segment) => [
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

/** Words of these titles that differ from the word by a slip of the fingers, the nearest first. */
export const findNearby = (word: string, titles: readonly string[]): readonly string[] => {
  const length = [...word].length
  if (length < 2 || length > longest) return []
  const candidates = new Set(titles.flatMap(wordsOf).flatMap((one) => windowsOf(one, length)))
  return [...candidates]
    .filter((one) => one !== word && Math.abs([...one].length - length) <= 2 && [...one].length > 1)
    .map((one) => ({ one, distance: editDistance(word, one) }))
    .filter(({ distance }) => distance <= mostEdits(word))
    .sort((a, b) => a.distance - b.distance || b.one.length - a.one.length)
    .slice(0, mostNearby)
    .map(({ one }) => one)
}
