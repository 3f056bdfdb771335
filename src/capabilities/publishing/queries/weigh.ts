import { type RawBuilder, sql } from 'kysely'
import { hasOtherWays, type Match, type TermPatterns } from '../match.ts'
import { places } from '../steps.ts'

type Condition = RawBuilder<boolean>

const and = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` AND `)})`

const inTitle = (term: TermPatterns): Condition =>
  sql<boolean>`e.folded_title LIKE ANY (${term.inside}::text[])`

const inBody = (word: string): Condition => sql<boolean>`strpos(b.body, ${word}) > 0`

const askedAtOnce = [1, 2, 4, 8] as const

/** The words to one of few lengths, the last one again and again: so that few statements need to be prepared. */
const evenOut = (words: readonly string[]): readonly string[] => {
  const length = askedAtOnce.find((one) => one >= words.length) ?? words.length
  return [...words, ...Array.from({ length: length - words.length }, () => words.at(-1)!)]
}

const anyInBody = (ways: readonly string[]): Condition =>
  sql<boolean>`(${sql.join(evenOut(ways).map(inBody), sql` OR `)})`

const unproved = ({ terms }: Match): readonly TermPatterns[] =>
  terms.filter(({ proved }) => !proved)

/** Whether the long text is read: to hold the words against it, or to tell what was typed from what was meant. */
const readsBody = (match: Match, weighs: boolean): boolean =>
  unproved(match).length > 0 ||
  match.without.length > 0 ||
  (weighs && match.terms.some(({ ways }) => ways.length > 1))

/** Joins to the entries `e` their long text as `b.body` where it is read: unpacked once for all that is asked of it. */
export const withBody = (match: Match, { weighs }: { readonly weighs: boolean }) =>
  readsBody(match, weighs)
    ? sql`CROSS JOIN LATERAL (SELECT e.folded_body || '' AS body OFFSET 0) b`
    : sql``

/**
 * Every word against the text itself: pairs of signs alone would also find words that are not there. What the
 * index has proved is not read again, which spares the long texts of common words.
 */
export const holdsAll = (match: Match): Condition =>
  and([
    ...unproved(match).map(({ ways }) => anyInBody(ways)),
    ...match.without.map((word) => sql<boolean>`NOT ${inBody(word)}`),
  ])

const besideTitle = (match: Match): RawBuilder<number> =>
  hasOtherWays(match)
    ? sql<number>`CASE WHEN ${and(match.terms.map(({ typedWays }) => anyInBody(typedWays)))}
        THEN ${sql.lit(places.typed)} ELSE ${sql.lit(places.anywhere)} END`
    : sql<number>`${sql.lit(places.anywhere)}`

/** Whether the title holds every word. */
export const holdInTitle = (match: Match): Condition => and(match.terms.map(inTitle))

/** Whether the text holds every word, where no index has been asked for any. */
export const holdInText = (match: Match): Condition =>
  and(
    match.terms.map(
      ({ ways }) =>
        sql<boolean>`(${sql.join(
          evenOut(ways).map((way) => sql<boolean>`strpos(e.folded_body, ${way}) > 0`),
          sql` OR `,
        )})`,
    ),
  )

/** Which of the `places` the words have in the entry. */
export const placeOf = (match: Match): RawBuilder<number> => {
  const first = match.terms[0]
  if (!first) return sql<number>`${sql.lit(places.anywhere)}`
  return sql<number>`CASE
    WHEN NOT ${holdInTitle(match)} THEN
      CASE WHEN e.folded_title LIKE ${match.whole.line} THEN ${sql.lit(places.whole)} ELSE ${besideTitle(match)} END
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
  ${term.inside.length > 1 ? sql`WHEN ${inBody(term.ways[0]!)} THEN 10 ELSE 5` : sql`ELSE 10`} END`

/** How well the entry answers; the newer of two that answer equally well comes first. */
export const weightOf = (match: Match): RawBuilder<number> => {
  if (match.terms.length === 0) return sql<number>`0`
  const { line, begins } = match.whole
  return sql<number>`(${sql.join(match.terms.map(weightOfTerm), sql` + `)}
    + CASE WHEN e.folded_title LIKE ${line} THEN 300
           WHEN e.folded_title LIKE ${begins} THEN 100 ELSE 0 END)`
}
