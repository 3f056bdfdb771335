import type { Scope } from '#data/scope.ts'
import { languages } from '#kernel/bilingual.ts'
import type { Yen } from '#kernel/money.ts'
import { type Call, findType } from '../../programmes/index.ts'
import type { Proposal } from '../../proposals/index.ts'
import { capOf, type DecisionBounds, leftOf } from '../decision.ts'
import { draftReason, tellsScores } from '../draft-reason.ts'
import { stepStillAhead } from '../early.ts'
import { sumDecided } from '../queries/decisions.ts'
import { standingOf } from '../ranking.ts'
import type { Review } from '../review.ts'

/** The money of the call: its envelope, or the budget of its rubric where it has none of its own. */
export const moneyOf = (call: Pick<Call, 'definition'>, envelope: Yen | null): Yen | null =>
  envelope ?? call.definition.rubric.budget?.total ?? null

/** What of the call's money no decision has used up yet; null when the call is not bounded. */
export const loadMoneyLeft = async (
  scope: Scope,
  call: Pick<Call, 'id' | 'definition'>,
  envelope: Yen | null,
): Promise<Yen | null> => leftOf(moneyOf(call, envelope), await sumDecided(scope, call.id))

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
  const standing = standingOf(review.ranking, proposal.id)
  const withScores = tellsScores(call)
  return {
    requested: proposal.requestedAmount ?? 0,
    cap: capOf(type?.cap ?? null, proposal.themeCap),
    left: await loadMoneyLeft(scope, call, given.envelope),
    standing,
    ahead: stepStillAhead(call, scope.now),
    drafted: languages
      .map((language) => draftReason(review, standing, { language, withScores }))
      .filter((reason) => reason !== ''),
  }
}
