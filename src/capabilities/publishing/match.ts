import { listBigrams } from '#kernel/text.ts'
import { closeUp } from './close-up.ts'
import { type EntryKind, markers } from './entry.ts'
import type { Question, Term } from './question.ts'
import type { Way } from './ways.ts'

/** Where to look: one city or all of them, one kind or all of them. */
export type Range = {
  readonly cityId?: number | undefined
  readonly kind?: EntryKind | undefined
  /** The running calendar year, from which the walk back begins. */
  readonly year: number
}

/** Where the words stand: they are the title, begin it, stand in it, or stand anywhere. */
export const places = { whole: 3, begins: 2, title: 1, anywhere: 0 } as const
export type Place = (typeof places)[keyof typeof places]

/**
 * One step of the walk through the index. Steps are taken in order until enough has been found, so that
 * a common word costs no more than a rare one.
 */
export type Step = {
  /** Query of the index; see `tsquery`. */
  readonly terms: string
  /** Each step takes only what stands there, so that nothing is found twice. */
  readonly place: Place
  /** The step takes only what happened before that year; null where the terms say when. */
  readonly before: number | null
}

/** Patterns of LIKE for one term; the database weighs by them where it stands. */
export type TermPatterns = {
  /** All ways of writing it. */
  readonly inside: readonly string[]
  /** What was typed, as a whole line, at the beginning of one, and anywhere. */
  readonly line: string
  readonly begins: string
  readonly typed: string
  /** True where the pairs of signs of the index say already all that the pattern would. */
  readonly proved: boolean
}

/** Everything that the search asks of the database. */
export type Match = {
  readonly steps: readonly Step[]
  /** All of them in one step, for cities so small that everything can be looked at. */
  readonly all: string
  /** True where few entries are likely to hold all of it, so that asking for all of them at once is worth trying. */
  readonly rare: boolean
  readonly terms: readonly TermPatterns[]
  /** The title that is what was typed, and the title that begins with it. */
  readonly whole: { readonly line: string; readonly begins: string }
  /** None of these patterns may be in the text. */
  readonly without: readonly string[]
  /** The one kind that is meant, which the steps hold already; null for all. */
  readonly kind: EntryKind | null
}

// Tokens hold letters and digits only; the quotes keep that from having to be believed.
const quote = (lexeme: string): string =>
  `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

const yearsBack = 4
const yearsAhead = 2

type Mark = (lexeme: string) => string

type Span = { readonly terms: readonly string[]; readonly before: number | null }

/**
 * What is planned for the next two years, this year, each of the four before, and all that is older. The last names
 * no year: an index is slow to say what something is not.
 */
const listSpans = (year: number, mark: Mark): readonly Span[] => {
  const years = Array.from(
    { length: yearsAhead + 1 + yearsBack },
    (_, back) => year + yearsAhead - back,
  )
  return [
    ...years.map((one) => ({ terms: [quote(mark(markers.year(one)))], before: null })),
    { terms: [], before: year - yearsBack },
  ]
}

const escapePattern = (word: string): string => word.replace(/[\\%_]/g, '\\$&')
const within = (word: string): string => `%${escapePattern(word)}%`
const atLineStart = (word: string): string => `%\n${escapePattern(word)}%`
const asLine = (word: string): string => `%\n${escapePattern(word)}\n%`

const patternsOf = ({ ways }: Term): TermPatterns => {
  const typed = ways[0]!.text
  return {
    inside: ways.map(({ text }) => within(text)),
    line: asLine(typed),
    begins: atLineStart(typed),
    typed: within(typed),
    // One or two letters are a lexeme of their own.
    proved: ways.every(({ text }) => /^[\p{L}\p{N}\p{M}]{1,2}$/u.test(text)),
  }
}

type Prefix = (token: string) => string

/** `(a & b | c)`: any way of the term, every pair of signs of that way. */
const termQuery = ({ ways }: Term, mark: Mark, prefix: Prefix): string => {
  const wayQuery = ({ text }: Way): string =>
    listBigrams(text)
      .map((token) => quote(mark(prefix(token))))
      .join(' & ')
  const parts = ways.map(wayQuery).filter((part) => part !== '')
  return parts.length === 1 ? parts[0]! : `(${parts.join(' | ')})`
}

const firstToken = (text: string): string => listBigrams(text)[0] ?? text

/**
 * The title itself, titles that begin so, titles that hold the words, all others; the newest first within each.
 * Together the steps cover every entry exactly once.
 */
const listSteps = (
  question: Question,
  range: { spans: readonly Span[]; mark: Mark; kinds: readonly string[] },
) => {
  const { terms, whole } = question
  const { spans, mark, kinds } = range
  const stepsOf = (queries: readonly string[], place: Place): Step[] =>
    spans.map(({ terms: when, before }) => ({
      terms: [...kinds, ...queries, ...when].join(' & '),
      place,
      before,
    }))
  const anywhere = terms.map((term) => termQuery(term, mark, (token) => token))
  if (terms.length === 0) return stepsOf([], places.anywhere)
  const inTitle = terms.map((term) => termQuery(term, mark, markers.inTitle))
  const first = [...new Set([whole, terms[0]!.ways[0]!.text].map(firstToken))]
  const begin = first.map((token) => quote(mark(markers.begins(token)))).join(' | ')
  const lines = [...new Set([whole, closeUp(whole)])]
  const named = lines.map((line) => quote(mark(markers.whole(line)))).join(' | ')
  return [
    { terms: [...kinds, `(${named})`].join(' & '), place: places.whole, before: null },
    ...stepsOf([`(${begin})`, ...inTitle], places.begins),
    ...stepsOf(inTitle, places.title),
    ...stepsOf(anywhere, places.anywhere),
  ]
}

/** @throws RangeError when there is neither a word nor a kind: that would be everything */
export const matchFor = (question: Question, range: Range): Match => {
  const { cityId, kind, year } = range
  if (question.terms.length === 0 && !kind) throw new RangeError('Nothing to look for')
  const mark: Mark = cityId === undefined ? (lexeme) => lexeme : markers.within(cityId)
  const kinds = kind ? [quote(mark(markers.kind(kind)))] : []
  const anywhere = question.terms.map((term) => termQuery(term, mark, (token) => token))
  const terms = question.terms.map(patternsOf)
  const whole = closeUp(question.whole)
  return {
    steps: listSteps(question, { spans: listSpans(year, mark), mark, kinds }),
    all: [...kinds, ...anywhere].join(' & '),
    rare: terms.length > 1 || terms.some(({ proved }) => !proved),
    terms,
    whole: { line: asLine(whole), begins: atLineStart(whole) },
    without: question.without.map(within),
    kind: kind ?? null,
  }
}
