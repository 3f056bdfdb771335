import { listBigrams } from '#kernel/text.ts'
import { closeUp } from './close-up.ts'
import { type EntryKind, markers } from './entry.ts'
import type { Question, Term } from './question.ts'
import { listSpans, type Mark, quote, type Range, type Span } from './spans.ts'
import type { Way } from './ways.ts'

/** Where the words stand: they are the title, begin it, stand in it, stand anywhere as typed, or in any other way. */
export const places = { whole: 4, begins: 3, title: 2, typed: 1, anywhere: 0 } as const
export type Place = (typeof places)[keyof typeof places]

/**
 * One step of the walk through the index. Steps are taken in order until enough has been found, so that
 * a common word costs no more than a rare one.
 */
export type Step = {
  /** Query of the index; see `tsquery`. */
  readonly terms: string
  /** Each step takes only what stands there (from `place` to `upTo`), so that nothing is found twice. */
  readonly place: Place
  readonly upTo?: Place
  /** The step takes only what happened before that year; null where the terms say when. */
  readonly before: number | null
  /** The step is taken only where the words are as rare or as common as that. */
  readonly only?: Commonness
}

/**
 * How many hold the words, in titles, as typed and in any way, as the sampled entries tell: few are asked for at
 * once, of many only what happened last.
 */
export type Commonness = `${'few' | 'many'}-${'titles' | 'typed' | 'all'}`

/** One term, and patterns of LIKE for it; the database weighs by them where it stands. */
export type TermPatterns = {
  /** All ways of writing it, what was typed first; and the same as patterns. */
  readonly ways: readonly string[]
  readonly inside: readonly string[]
  /** Those of the ways that were typed; more than one where one of several is enough. */
  readonly typedWays: readonly string[]
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
  /** The same among the sampled entries of all cities, as typed, and among their titles. */
  readonly sampled: { readonly all: string; readonly typed: string; readonly inTitle: string }
  /** True where few entries are likely to hold all of it, so that asking for all of them at once is worth trying. */
  readonly rare: boolean
  readonly terms: readonly TermPatterns[]
  /** The title that is what was typed, and the title that begins with it. */
  readonly whole: { readonly line: string; readonly begins: string }
  /** None of these may be in the text. */
  readonly without: readonly string[]
  /** The one kind that is meant, which the steps hold already; null for all. */
  readonly kind: EntryKind | null
}

const escapePattern = (word: string): string => word.replace(/[\\%_]/g, '\\$&')
const within = (word: string): string => `%${escapePattern(word)}%`
const atLineStart = (word: string): string => `%\n${escapePattern(word)}%`
const asLine = (word: string): string => `%\n${escapePattern(word)}\n%`

const typedOf = ({ ways }: Pick<Term, 'ways'>): readonly Way[] =>
  ways.filter(({ distance }) => distance === 'typed')

/** Whether the words may stand in other ways than the one that was typed. */
export const hasOtherWays = ({ terms }: Pick<Match, 'terms'>): boolean =>
  terms.some(({ ways, typedWays }) => ways.length > typedWays.length)

const patternsOf = ({ ways }: Term): TermPatterns => {
  const typed = ways[0]!.text
  return {
    ways: ways.map(({ text }) => text),
    inside: ways.map(({ text }) => within(text)),
    typedWays: typedOf({ ways }).map(({ text }) => text),
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

type Walk = {
  readonly spans: readonly Span[]
  readonly mark: Mark
  readonly kinds: readonly string[]
  /** Over all cities, where it pays to know first how many hold the words. */
  readonly everywhere: boolean
}

const typedTerms = ({ terms }: Question, mark: Mark): readonly string[] =>
  terms.map((term) => termQuery({ ...term, ways: typedOf(term) }, mark, (token) => token))

const titleTerms = ({ terms }: Question, mark: Mark): readonly string[] =>
  terms.map((term) => termQuery(term, mark, markers.inTitle))

type Where = Pick<Step, 'place' | 'upTo'>

/** How a step is taken: at once, or span after span. */
const stepsBy = ({ spans, kinds, everywhere }: Walk) => {
  const walk = (queries: readonly string[], where: Where, only?: Commonness): readonly Step[] =>
    spans.map(({ terms: when, before }) => ({
      terms: [...kinds, ...queries, ...when].join(' & '),
      before,
      ...where,
      ...(only && everywhere && { only }),
    }))
  const atOnce = (queries: readonly string[], where: Where, only: Commonness): readonly Step[] =>
    everywhere ? [{ terms: [...kinds, ...queries].join(' & '), before: null, ...where, only }] : []
  const either = (queries: readonly string[], where: Where, what: 'typed' | 'all') => [
    ...atOnce(queries, where, `few-${what}`),
    ...walk(queries, where, `many-${what}`),
  ]
  return { walk, atOnce, either }
}

const beside: Where = { place: places.anywhere, upTo: places.typed }

/**
 * What stands beside the title. Over all cities what holds the words as typed comes before what holds them in other
 * ways: it is mostly enough, and an index is slow to say that something is one of many.
 */
const stepsBeside = (question: Question, walk: Walk): readonly Step[] => {
  const { either } = stepsBy(walk)
  const anywhere = question.terms.map((term) => termQuery(term, walk.mark, (token) => token))
  if (!walk.everywhere || !hasOtherWays({ terms: question.terms.map(patternsOf) }))
    return either(anywhere, beside, 'all')
  return [
    ...either(typedTerms(question, walk.mark), { place: places.typed }, 'typed'),
    ...either(anywhere, { place: places.anywhere }, 'all'),
  ]
}

/**
 * The title itself, titles that begin so, titles that hold the words, all others; the newest first within each.
 * Together the steps cover every entry exactly once.
 */
const listSteps = (question: Question, walk: Walk): readonly Step[] => {
  const { terms, whole } = question
  const { mark, kinds } = walk
  const by = stepsBy(walk)
  if (terms.length === 0) return by.walk([], beside)
  const inTitle = titleTerms(question, mark)
  const first = [...new Set([whole, terms[0]!.ways[0]!.text].map(firstToken))]
  const begin = first.map((token) => quote(mark(markers.begins(token)))).join(' | ')
  const lines = [...new Set([whole, closeUp(whole)])]
  const named = lines.map((line) => quote(mark(markers.whole(line)))).join(' | ')
  return [
    { terms: [...kinds, `(${named})`].join(' & '), place: places.whole, before: null },
    ...by.atOnce(inTitle, { place: places.title, upTo: places.begins }, 'few-titles'),
    ...by.walk([`(${begin})`, ...inTitle], { place: places.begins }, 'many-titles'),
    ...by.walk(inTitle, { place: places.title }, 'many-titles'),
    ...stepsBeside(question, walk),
  ]
}

/** Only what is sampled of this. */
const sampledOf = (terms: readonly string[]): string =>
  [quote(markers.sampled), ...terms].join(' & ')

/** @throws RangeError when there is neither a word nor a kind: that would be everything */
export const matchFor = (question: Question, range: Range): Match => {
  const { cityId, kind } = range
  if (question.terms.length === 0 && !kind) throw new RangeError('Nothing to look for')
  const mark: Mark = cityId === undefined ? (lexeme) => lexeme : markers.within(cityId)
  const kinds = kind ? [quote(mark(markers.kind(kind)))] : []
  const anywhere = question.terms.map((term) => termQuery(term, mark, (token) => token))
  const terms = question.terms.map(patternsOf)
  const all = [...kinds, ...anywhere].join(' & ')
  const everywhere = range.month !== undefined
  const whole = closeUp(question.whole)
  return {
    steps: listSteps(question, { spans: listSpans(range, mark), mark, kinds, everywhere }),
    all,
    sampled: {
      all: sampledOf([...kinds, ...anywhere]),
      typed: sampledOf([...kinds, ...typedTerms(question, mark)]),
      inTitle: sampledOf([...kinds, ...titleTerms(question, mark)]),
    },
    rare: terms.length > 1 || terms.some(({ proved }) => !proved),
    terms,
    whole: { line: asLine(whole), begins: atLineStart(whole) },
    without: question.without,
    kind: kind ?? null,
  }
}
