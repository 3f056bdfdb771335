import { listBigrams } from '#kernel/text.ts'
import { type EntryKind, markers } from './entry.ts'
import type { Question } from './question.ts'

/** Where to look: one city or all of them, one kind or all of them. */
export type Range = {
  readonly cityId?: number | undefined
  readonly kind?: EntryKind | undefined
  /** The running calendar year, from which the walk back begins. */
  readonly year: number
}

/**
 * One step of the walk through the index. Steps are taken in order until enough has been found, so that
 * a common word costs no more than a rare one.
 */
export type Step = {
  /** Query of the index; see `tsquery`. */
  readonly terms: string
  /** The step for entries with all words in the title, or the one for all others. */
  readonly inTitle: boolean
}

/** Everything that the search asks of the database. */
export type Match = {
  readonly steps: readonly Step[]
  /** Patterns of LIKE: all of these must be in the text. */
  readonly patterns: readonly string[]
  /** None of these may be. */
  readonly without: readonly string[]
  /** The one kind that is meant, which the steps hold already; null for all. */
  readonly kind: EntryKind | null
}

// Tokens hold letters and digits only; the quotes keep that from having to be believed.
const quote = (lexeme: string): string =>
  `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

const yearsBack = 4

type Mark = (lexeme: string) => string

/** From this year on (and what is planned for the next two), each of the years before, and all that is older. */
const listSpans = (year: number, mark: Mark): string[] => {
  const lexemeOf = (one: number): string => quote(mark(markers.year(one)))
  const running = [year, year + 1, year + 2].map(lexemeOf)
  const before = Array.from({ length: yearsBack }, (_, back) => lexemeOf(year - 1 - back))
  const older = [...running, ...before].map((one) => `!${one}`)
  return [`(${running.join(' | ')})`, ...before, older.join(' & ')]
}

const likePattern = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`

/**
 * Title hits first, the newest first within each; together the steps cover every entry exactly once.
 * @throws RangeError when there is neither a word nor a kind: that would be everything
 */
export const matchFor = (question: Question, range: Range): Match => {
  const { cityId, kind, year } = range
  const tokens = [...new Set(question.words.flatMap(listBigrams))]
  if (tokens.length === 0 && !kind) throw new RangeError('Nothing to look for')
  const mark: Mark = cityId === undefined ? (lexeme) => lexeme : markers.within(cityId)
  const kinds = kind ? [markers.kind(kind)] : []
  const stepsOf = (words: readonly string[], inTitle: boolean): Step[] =>
    listSpans(year, mark).map((span) => ({
      terms: [...[...kinds, ...words].map((lexeme) => quote(mark(lexeme))), span].join(' & '),
      inTitle,
    }))
  return {
    steps: [...stepsOf(tokens.map(markers.inTitle), true), ...stepsOf(tokens, false)],
    patterns: question.words.map(likePattern),
    without: question.without.map(likePattern),
    kind: kind ?? null,
  }
}
