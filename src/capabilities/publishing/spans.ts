import { type EntryKind, markers } from './entry.ts'

/** Where to look: one city or all of them, one kind or all of them. */
export type Range = {
  readonly cityId?: number | undefined
  readonly kind?: EntryKind | undefined
  /** The running calendar year, from which the walk back begins. */
  readonly year: number
  /** The running month (1 to 12) where the walk goes by months: over all cities, whose years hold too much. */
  readonly month?: number | undefined
}

// Tokens hold letters and digits only; the quotes keep that from having to be believed.
/** A lexeme as a query of the index holds it. */
export const quote = (lexeme: string): string =>
  `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

const yearsBack = 4
const yearsAhead = 2

/** Makes a lexeme that of the range. */
export type Mark = (lexeme: string) => string

/** A part of time: what the index is asked for besides, and the year before which it ends where no lexeme says so. */
export type Span = { readonly terms: readonly string[]; readonly before: number | null }

/** Whole numbers from the first down to the last. */
const down = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, first - last + 1) }, (_, back) => first - back)

/** Anything that holds one of these. */
const spanOf = (lexemes: readonly string[]): Span[] => {
  const quoted = lexemes.map(quote)
  if (quoted.length === 0) return []
  return [{ terms: [quoted.length === 1 ? quoted[0]! : `(${quoted.join(' | ')})`], before: null }]
}

/** This month, the one before, the two before these, then four, then four: a common word is found at once. */
const monthsTogether = [1, 1, 2, 4, 4] as const

/** The months of a year to come, the twelve months up to now in growing spans, and the rest of the year before. */
const listMonths = (year: number, month: number): readonly Span[] => {
  const lexemes = (months: readonly number[], of = year) =>
    months.map((one) => markers.month(of, one))
  const past = [...lexemes(down(month, 1)), ...lexemes(down(12, month + 1), year - 1)]
  let from = 0
  return [
    ...spanOf(lexemes(down(12, month + 1))),
    ...monthsTogether.flatMap((count) => {
      from += count
      return spanOf(past.slice(from - count, from))
    }),
    ...spanOf(lexemes(down(month, 1), year - 1)),
  ]
}

/**
 * What is planned for the next two years, this year, each of the four before, and all that is older; or this year and
 * the last by months. The last span names no year: an index is slow to say what something is not.
 */
export const listSpans = ({ year, month }: Range, mark: Mark): readonly Span[] => {
  const years = (first: number, last: number) =>
    down(first, last).flatMap((one) => spanOf([mark(markers.year(one))]))
  const older = { terms: [], before: year - yearsBack }
  if (month === undefined) return [...years(year + yearsAhead, year - yearsBack), older]
  const ahead = spanOf(down(year + yearsAhead, year + 1).map(markers.year))
  return [...ahead, ...listMonths(year, month), ...years(year - 2, year - yearsBack), older]
}
