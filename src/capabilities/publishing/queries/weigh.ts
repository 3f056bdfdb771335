import { type RawBuilder, sql } from 'kysely'
import { type Match, places, type TermPatterns } from '../match.ts'

type Condition = RawBuilder<boolean>

const and = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` AND `)})`

const anyOf = (column: 'folded_title' | 'folded_body', term: TermPatterns): Condition =>
  sql<boolean>`e.${sql.raw(column)} LIKE ANY (${term.inside}::text[])`

const holdsNone = ({ without }: Match): Condition[] =>
  without.length === 0 ? [] : [sql<boolean>`NOT e.folded_body LIKE ANY (${without}::text[])`]

/**
 * Every word against the text itself: pairs of signs alone would also find words that are not there. What the
 * index has proved is not read again, which spares the long texts of common words.
 */
export const holdsAll = (match: Match): Condition =>
  and([
    ...match.terms.filter(({ proved }) => !proved).map((term) => anyOf('folded_body', term)),
    ...holdsNone(match),
  ])

/** Which of the `places` the words have in the entry. */
export const placeOf = (match: Match): RawBuilder<number> => {
  const first = match.terms[0]
  if (!first) return sql<number>`0`
  return sql<number>`CASE
    WHEN NOT ${and(match.terms.map((term) => anyOf('folded_title', term)))} THEN
      CASE WHEN e.folded_title LIKE ${match.whole.line} THEN ${sql.lit(places.whole)} ELSE ${sql.lit(places.anywhere)} END
    WHEN e.folded_title LIKE ${match.whole.line} THEN ${sql.lit(places.whole)}
    WHEN e.folded_title LIKE ${match.whole.begins} OR e.folded_title LIKE ${first.begins} THEN ${sql.lit(places.begins)}
    ELSE ${sql.lit(places.title)} END`
}

/** Name before reading before summary before the rest; as a whole before at the beginning before inside; typed before meant. */
const weightOfTerm = (term: TermPatterns): RawBuilder<number> => sql<number>`CASE
  WHEN e.folded_title LIKE ${term.line} THEN 100
  WHEN e.folded_title LIKE ${term.begins} THEN 80
  WHEN e.folded_title LIKE ${term.typed} THEN 60
  WHEN e.folded_title LIKE ANY (${term.inside}::text[]) THEN 55
  WHEN e.folded_reading LIKE ${term.begins} THEN 50
  WHEN e.folded_reading LIKE ANY (${term.inside}::text[]) THEN 40
  WHEN e.folded_summary LIKE ${term.typed} THEN 25
  WHEN e.folded_summary LIKE ANY (${term.inside}::text[]) THEN 20
  ${term.inside.length > 1 ? sql`WHEN e.folded_body LIKE ${term.typed} THEN 10 ELSE 5` : sql`ELSE 10`} END`

/** How well the entry answers; the newer of two that answer equally well comes first. */
export const weightOf = (match: Match): RawBuilder<number> => {
  if (match.terms.length === 0) return sql<number>`0`
  const { line, begins } = match.whole
  return sql<number>`(${sql.join(match.terms.map(weightOfTerm), sql` + `)}
    + CASE WHEN e.folded_title LIKE ${line} THEN 300
           WHEN e.folded_title LIKE ${begins} THEN 100 ELSE 0 END)`
}
