import type { Scope } from '#data/scope.ts'
import { listBigrams } from '#kernel/text.ts'
import { type EntryKind, markers } from './entry.ts'
import type { Help } from './found.ts'
import { matchFor } from './match.ts'
import { findNearby } from './nearby.ts'
import { countEach, selectTextsLike, type TextsLike } from './queries/alone.ts'
import type { Question } from './question.ts'
import { quote } from './spans.ts'

/** Where to look for help: one city, or all of them; one kind, or all of them. */
type Where = {
  readonly cityId: number | null
  readonly year: number
  readonly kind?: EntryKind | undefined
}

const countAlone = async (db: Scope['db'], question: Question, where: Where) => {
  const matches = question.terms.map((term) =>
    matchFor(
      { ...question, terms: [term], words: [term.word], whole: term.word, without: [] },
      { cityId: where.cityId ?? undefined, year: where.year, kind: where.kind },
    ),
  )
  const counts = await countEach(db, matches, where.cityId)
  return question.terms.map(({ word }, at) => ({ word, count: counts[at] ?? 0 }))
}

/** Texts that share a pair of signs with the word; one-letter tokens share too much. */
const textsLike = async (
  db: Scope['db'],
  word: string,
  { cityId, kind }: Where,
): Promise<TextsLike> => {
  const mark = cityId === null ? (lexeme: string) => lexeme : markers.within(cityId)
  const tokens = listBigrams(word).filter((token) => [...token].length > 1)
  if (tokens.length === 0) return { written: [], folded: [] }
  // Where one kind is looked for, a word of another would again find nothing.
  const ofKind = kind ? `${quote(mark(markers.kind(kind)))} & ` : ''
  const anyOf = (prefix: (token: string) => string) =>
    `${ofKind}(${tokens.map((token) => quote(mark(prefix(token)))).join(' | ')})`
  return selectTextsLike(db, {
    inTitle: anyOf(markers.inTitle),
    anywhere: anyOf((token) => token),
    everywhere: cityId === null,
  })
}

/**
 * Which of the words is in the way, and what it may have been meant to be. Only for whoever found nothing:
 * at most 2 queries, each of limited work.
 */
export const findHelp = async (
  db: Scope['db'],
  question: Question,
  where: Where,
): Promise<Help> => {
  const alone = question.terms.length > 1 ? await countAlone(db, question, where) : []
  const lost =
    alone.find(({ count }) => count === 0)?.word ??
    (alone.length > 0 ? undefined : question.words[0])
  if (lost === undefined) return { alone, nearby: [] }
  const texts = await textsLike(db, lost, where)
  return {
    alone,
    nearby: findNearby(lost, texts).map((instead) => ({ word: lost, instead })),
  }
}
