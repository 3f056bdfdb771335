import { listBigrams } from '#kernel/text.ts'
import { closeUp } from './close-up.ts'
import { markers } from './entry.ts'
import type { Question, Term } from './question.ts'
import { type Mark, quote } from './spans.ts'
import type { Way } from './ways.ts'

type Prefix = (token: string) => string

const asItIs: Prefix = (token) => token

/** The ways of writing a term that were typed. */
export const typedOf = ({ ways }: Pick<Term, 'ways'>): readonly Way[] =>
  ways.filter(({ distance }) => distance === 'typed')

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

/** What the index is asked for one question; each a list of which all must hold. */
export type TermQueries = {
  /** The title is what was typed. */
  readonly named: readonly string[]
  /** The title begins with it, and holds the words. */
  readonly begins: readonly string[]
  readonly inTitle: readonly string[]
  /** Anywhere, as typed; and in any way of writing. */
  readonly typed: readonly string[]
  readonly all: readonly string[]
}

const alternatives = (lexemes: readonly string[], mark: Mark): string =>
  `(${[...new Set(lexemes)].map((lexeme) => quote(mark(lexeme))).join(' | ')})`

/** The queries of a question that has words; `kinds` stand in each of them. */
export const termQueries = (
  { terms, whole }: Question,
  mark: Mark,
  kinds: readonly string[],
): TermQueries => {
  const inTitle = terms.map((term) => termQuery(term, mark, markers.inTitle))
  const first = [whole, terms[0]?.ways[0]?.text ?? whole].map((text) =>
    markers.begins(firstToken(text)),
  )
  const typed = terms.map((term) => termQuery({ ...term, ways: typedOf(term) }, mark, asItIs))
  // One or two signs are a pair of their own: that the title begins with it says already that it holds it.
  const more = terms.length === 1 && [...whole].length <= 2 ? [] : inTitle
  return {
    named: [...kinds, alternatives([whole, closeUp(whole)].map(markers.whole), mark)],
    begins: [...kinds, alternatives(first, mark), ...more],
    inTitle: [...kinds, ...inTitle],
    typed: [...kinds, ...typed],
    all: [...kinds, ...terms.map((term) => termQuery(term, mark, asItIs))],
  }
}
