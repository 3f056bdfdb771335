import type { Scope } from '#data/scope.ts'
import type { Yen } from '#kernel/money.ts'
import { type Call, findType } from '../../programmes/index.ts'
import type { Proposal } from '../../proposals/index.ts'
import { capOf, type DecisionBounds, leftOf } from '../decision.ts'
import { sumDecided } from '../queries/decisions.ts'
import { standingOf } from '../ranking.ts'
import type { Review } from '../review.ts'

/** The money of the call: its envelope, or the budget of its rubric where it has none of its own. */
export const moneyOf = (review: Pick<Review, 'rubric'>, envelope: Yen | null): Yen | null =>
  envelope ?? review.rubric.budget?.total ?? null

/** The bounds of a decision, by what has been decided so far. */
export const loadBounds = async (
  scope: Scope,
  given: {
    readonly review: Review
    readonly call: Call
    readonly proposal: Pick<Proposal, 'id' | 'type' | 'themeCap' | 'requestedAmount'>
    readonly envelope: Yen | null
  },
): Promise<DecisionBounds> => {
  const { review, call, proposal } = given
  const type = findType(call.definition, proposal.type)
  const decided = await sumDecided(scope, review.callId)
  return {
    requested: proposal.requestedAmount ?? 0,
    cap: capOf(type?.cap ?? null, proposal.themeCap),
    left: leftOf(moneyOf(review, given.envelope), decided),
    standing: standingOf(review.ranking, proposal.id),
  }
}
