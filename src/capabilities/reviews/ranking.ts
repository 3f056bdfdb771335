import type { Bilingual } from '#kernel/bilingual.ts'
import type { Fraction } from '#kernel/fraction.ts'
import type { Yen } from '#kernel/money.ts'
import { formatFraction } from '#kernel/ratio.ts'
import {
  type Entry,
  explainReason,
  explainRubric,
  type Outcome,
  type Rubric,
  type Scores,
  type SheetCounts,
  scoreProposals,
  type TieBreak,
} from './scoring.ts'

/** One line of a ranking as it is kept: exact where it decides, printed where it is read. */
export type FrozenStanding = {
  readonly proposalId: string
  readonly requested: Yen
  /** `184/5`; null when there is no total. */
  readonly exact: string | null
  readonly printed: string
  readonly maximum: string
  readonly percent: string
  readonly sheets: SheetCounts
  /** Means by criterion, before the weight. */
  readonly items: readonly { readonly criterion: string; readonly mean: string }[]
  readonly passed: boolean
  readonly reasons: readonly Bilingual[]
  readonly rank: number | null
  readonly tied: boolean
  readonly separatedBy: readonly TieBreak[]
  readonly outcome: Outcome
  readonly offered: Yen | null
}

/** What was counted for one proposal, sheet by sheet, without a word of whose each was. */
export type FrozenEntry = {
  readonly proposalId: string
  readonly requested: Yen
  readonly sheets: readonly (Scores | 'recused' | 'missing')[]
}

/** 順位表: made once when scoring closes, and once more for each order that the chair gives. */
export type FrozenRanking = {
  readonly madeAt: string
  /** The rule in words, as it was. */
  readonly rule: readonly Bilingual[]
  readonly standings: readonly FrozenStanding[]
  /** All that is needed to count once more and find the same. */
  readonly entries: readonly FrozenEntry[]
  /** Proposals that nothing but the chair can part, rank by rank; empty when the rubric gives the chair no say. */
  readonly ties: readonly (readonly string[])[]
  readonly chairOrder: readonly string[]
  readonly chairReason: string
  /** Why scoring was closed although sheets were missing. */
  readonly closingReason: string
}

const exactText = ({ numerator, denominator }: Fraction): string => `${numerator}/${denominator}`

const wholeOrDecimals = (rubric: Rubric, value: Fraction): string =>
  value.denominator === 1n ? String(value.numerator) : formatFraction(value, rubric)

const listTies = (rubric: Rubric, entries: readonly Entry[]): readonly (readonly string[])[] => {
  if (!rubric.tieBreak.some(({ by }) => by === 'chair')) return []
  const tied = scoreProposals(rubric, entries).filter((standing) => standing.tied)
  const groups = Map.groupBy(tied, (standing) => standing.rank)
  return [...groups.values()].map((group) => group.map(({ proposal }) => proposal))
}

/** In the order of their own text: no place in the list belongs to anybody. */
const withoutNames = (entry: Entry): FrozenEntry => ({
  proposalId: entry.proposal,
  requested: entry.request,
  sheets: entry.sheets
    .map(({ scores }) => scores)
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
})

/** The entries of a ranking, to be counted once more. */
export const entriesOfRanking = (ranking: FrozenRanking): readonly Entry[] =>
  ranking.entries.map(({ proposalId, requested, sheets }) => ({
    proposal: proposalId,
    request: requested,
    sheets: sheets.map((scores, at) => ({ reviewer: String(at + 1), scores })),
  }))

/** Scores the entries by the rubric and writes the outcome down as text that no later change can move. */
export const freezeRanking = (
  rubric: Rubric,
  entries: readonly Entry[],
  given: {
    readonly at: Date
    readonly closingReason: string
    readonly chairOrder?: readonly string[]
    readonly chairReason?: string
  },
): FrozenRanking => ({
  madeAt: given.at.toISOString(),
  rule: explainRubric(rubric),
  ties: listTies(rubric, entries),
  entries: entries.map(withoutNames),
  chairOrder: given.chairOrder ?? [],
  chairReason: given.chairReason ?? '',
  closingReason: given.closingReason,
  standings: scoreProposals(rubric, entries, given.chairOrder).map((standing) => ({
    proposalId: standing.proposal,
    requested: standing.request,
    exact: standing.total ? exactText(standing.total) : null,
    printed: standing.printed,
    maximum: wholeOrDecimals(rubric, standing.maximum),
    percent: standing.printedPercent,
    sheets: standing.sheets,
    items: standing.items.map(({ criterion, printed }) => ({ criterion, mean: printed })),
    passed: standing.passed,
    reasons: standing.reasons.map((reason) => explainReason(rubric, reason)),
    rank: standing.rank ?? null,
    tied: standing.tied,
    separatedBy: standing.separatedBy,
    outcome: standing.outcome,
    offered: standing.offered ?? null,
  })),
})

/** The line of one proposal. */
export const standingOf = (
  ranking: FrozenRanking | null,
  proposalId: string,
): FrozenStanding | undefined =>
  ranking?.standings.find((standing) => standing.proposalId === proposalId)

/** True when the order names every tied proposal once and nothing else: half an order decides nothing. */
export const isChairOrder = (
  ties: readonly (readonly string[])[],
  order: readonly string[],
): boolean => {
  const tied = ties.flat()
  return tied.length > 0 && order.length === tied.length && tied.every((id) => order.includes(id))
}
