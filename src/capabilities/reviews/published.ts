import type { Bilingual } from '#kernel/bilingual.ts'
import type { Yen } from '#kernel/money.ts'
import type { DecidedOutcome } from './decision.ts'
import type { FrozenStanding } from './ranking.ts'
import type { Rubric } from './scoring.ts'

/** What the programme makes public of a review. */
export type PublishRule = {
  readonly scores: 'none' | 'total' | 'per_item'
  readonly comments: boolean
  readonly notSelected: 'none' | 'count' | 'names'
}

/**
 * What everyone may read of one decision. It is written down when the decision is made and holds nothing
 * else: the public pages never touch score sheets.
 */
export type PublishedResult = {
  readonly total?: { readonly printed: string; readonly maximum: string; readonly percent: string }
  readonly items?: readonly {
    readonly label: Bilingual
    readonly mean: string
    readonly maximum: number
  }[]
  readonly comments?: readonly string[]
}

/** True for outcomes that are public by name whatever the programme says. */
export const isSelection = (outcome: DecidedOutcome): boolean =>
  outcome === 'selected' || outcome === 'conditional'

/** Takes over what the programme allows, and nothing more. */
export const publishableOf = (
  rule: PublishRule,
  given: {
    readonly rubric: Rubric
    readonly standing: FrozenStanding | undefined
    readonly comments: readonly string[]
  },
): PublishedResult => {
  const { rubric, standing, comments } = given
  const scored = standing && standing.exact !== null ? standing : undefined
  return {
    ...(scored && rule.scores !== 'none'
      ? {
          total: { printed: scored.printed, maximum: scored.maximum, percent: scored.percent },
        }
      : {}),
    ...(scored && rule.scores === 'per_item'
      ? {
          items: scored.items.map(({ criterion, mean }) => {
            const found = rubric.criteria.find(({ code }) => code === criterion)
            return {
              label: found?.label ?? { ja: criterion, en: criterion },
              mean,
              maximum: found?.max ?? 0,
            }
          }),
        }
      : {}),
    ...(rule.comments && comments.length > 0 ? { comments } : {}),
  }
}

/** One decided proposal, with what may be public of it. */
export type PublicDecision = {
  readonly proposalId: string
  readonly title: string
  readonly groupName: string
  readonly outcome: DecidedOutcome
  readonly amount: Yen
  readonly published: PublishedResult
}

/** What the public learns of a call's decisions: some by name, the others as a number or not at all. */
export type PublicResults = {
  readonly named: readonly PublicDecision[]
  /** Reserves and those not selected, where the programme publishes how many. */
  readonly others: { readonly reserve: number; readonly notSelected: number } | undefined
}

/** Parts the decisions of a call into what is told by name and what is only counted. */
export const publicResultsOf = (
  rule: PublishRule,
  decisions: readonly PublicDecision[],
): PublicResults => {
  if (rule.notSelected === 'names') return { named: decisions, others: undefined }
  const named = decisions.filter(({ outcome }) => isSelection(outcome))
  if (rule.notSelected === 'none') return { named, others: undefined }
  return {
    named,
    others: {
      reserve: decisions.filter(({ outcome }) => outcome === 'reserve').length,
      notSelected: decisions.filter(({ outcome }) => outcome === 'not_selected').length,
    },
  }
}

/** True when this one decision may be told to everyone by name. */
export const isPublicByName = (rule: PublishRule, outcome: DecidedOutcome): boolean =>
  rule.notSelected === 'names' || isSelection(outcome)
