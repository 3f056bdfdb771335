import { ok, type Result, refuse } from '#kernel/result.ts'
import { cleanLine } from '#kernel/text.ts'

/** The bounds of a list: it is read for every search. */
export const listBounds = { groups: 300, words: 12, letters: 40 } as const

/** What is wrong with a line, counted from 1; `whole` is about the list. */
export type LineProblem = {
  readonly line: number
  readonly kind: 'alone' | 'many' | 'long' | 'whole'
  readonly text: string
}

export type SynonymLists = readonly (readonly string[])[]

const separators = /[、,，;；／/\t|｜=＝]+/u

const wordsOf = (line: string): string[] => [
  ...new Set(
    line
      .split(separators)
      .map((word) => cleanLine(word))
      .filter((word) => word !== ''),
  ),
]

const problemOf = (words: readonly string[], line: number): LineProblem | undefined => {
  const text = words.join('、')
  if (words.length < 2) return { line, kind: 'alone', text }
  if (words.length > listBounds.words) return { line, kind: 'many', text }
  const long = words.find((word) => [...word].length > listBounds.letters)
  return long ? { line, kind: 'long', text: long } : undefined
}

/** Reads what was typed: one group of words on each line, parted by 、 or a comma. Empty lines say nothing. */
export const readSynonymList = (typed: string): Result<SynonymLists, readonly LineProblem[]> => {
  const lines = typed
    .split('\n')
    .map((line, at) => ({ words: wordsOf(line), line: at + 1 }))
    .filter(({ words }) => words.length > 0)
  const problems = lines.flatMap(({ words, line }) => problemOf(words, line) ?? [])
  if (lines.length > listBounds.groups)
    return refuse([...problems, { line: 0, kind: 'whole', text: String(lines.length) }])
  return problems.length > 0 ? refuse(problems) : ok(lines.map(({ words }) => words))
}

/** The list as it stands in the box. */
export const writeSynonymList = (lists: SynonymLists): string =>
  lists.map((words) => words.join('、')).join('\n')
