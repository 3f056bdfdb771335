import type { Scope } from '#data/scope.ts'
import { isOfGroup } from '#kernel/actor.ts'
import { partOf } from '../interest.ts'
import { canReadAsMember } from '../policy.ts'
import { findSeat } from './members.ts'

/**
 * Whether the scope's actor may open this proposal as a member of its review, now: sits on it, has declared
 * for all its proposals, has no interest in this one, and the review is not over. One query.
 */
export const mayReviewerRead = async (scope: Scope, proposalId: string): Promise<boolean> => {
  const { actor } = scope
  if (actor.kind !== 'person' || !actor.roles.includes('reviewer')) return false
  const seat = await findSeat(scope, proposalId, actor.accountId)
  if (!seat) return false
  const part = partOf({
    interest: seat.interest,
    ownGroup: isOfGroup(actor, seat.groupId),
    submitted: seat.submitted,
  })
  const at = { state: seat.state, sits: seat.sits, declaredAll: seat.undeclared === 0 }
  return canReadAsMember(actor, at, part).ok
}
