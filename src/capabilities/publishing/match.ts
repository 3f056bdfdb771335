import { closeUp } from './close-up.ts'
import { type EntryKind, markers } from './entry.ts'
import { type Commonness, listStepsEverywhere, type Probe } from './everywhere.ts'
import type { Question, Term } from './question.ts'
import { listSpans, type Mark, quote, type Range } from './spans.ts'
import { beside, listSteps, type Step, walk } from './steps.ts'
import { termQueries, typedOf } from './terms.ts'

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
  /** What the sampled entries are asked, to learn how common the words are in all cities. */
  readonly probes: Readonly<Record<Probe, string>>
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

/** How a search over all cities goes about: by how common the words are, and whether it may read by days. */
export type Tactics = { readonly common: Commonness; readonly byDays: boolean }

/**
 * Everything that the search asks of the database.
 * @param tactics for all cities; without them, and in one city, the walk goes span after span
 * @throws RangeError when there is neither a word nor a kind: that would be everything
 */
export const matchFor = (question: Question, range: Range, tactics?: Tactics): Match => {
  const { cityId, kind } = range
  if (question.terms.length === 0 && !kind) throw new RangeError('Nothing to look for')
  const mark: Mark = cityId === undefined ? (lexeme) => lexeme : markers.within(cityId)
  const queries = termQueries(question, mark, kind ? [quote(mark(markers.kind(kind)))] : [])
  const terms = question.terms.map(patternsOf)
  const spans = listSpans(range, mark)
  const whole = closeUp(question.whole)
  const otherWays = hasOtherWays({ terms })
  const steps = () => {
    if (terms.length === 0) return walk(queries.all, beside, spans)
    if (!tactics) return listSteps(queries, spans)
    return listStepsEverywhere(queries, { ...tactics, spans, otherWays })
  }
  const together = (all: readonly string[]) => all.join(' & ')
  return {
    steps: steps(),
    all: together(queries.all),
    probes: {
      begins: together(queries.begins),
      inTitle: together(queries.inTitle),
      typed: together(queries.typed),
      all: together(queries.all),
    },
    rare: terms.length > 1 || terms.some(({ proved }) => !proved),
    terms,
    whole: { line: asLine(whole), begins: atLineStart(whole) },
    without: question.without,
    kind: kind ?? null,
  }
}
