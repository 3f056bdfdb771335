import type { Scope } from '#data/scope.ts'
import { callStateAt, decideCall, getCall, lockCall } from '../../programmes/index.ts'
import { listProposalsOfCall, type ProposalState } from '../../proposals/index.ts'
import { findReviewOfCall } from '../queries/reviews.ts'

/** States of proposals that have been sent and did not come into a review yet. */
export const onTheirWay: readonly ProposalState[] = [
  'submitted',
  'returned',
  'negotiating',
  'ready',
]

/**
 * Records that a call's results stand, once they do: it takes no more proposals, all of its reviews are
 * decided and none of its proposals waits for one. Until then the call goes on, and what is ready comes into
 * a further review.
 * @returns whether the call was decided
 */
export const settleCall = async (scope: Scope, callId: string): Promise<boolean> => {
  await lockCall(scope, callId)
  const call = await getCall(scope, callId)
  if (call.state !== 'published' || callStateAt(call, scope.now) !== 'closed') return false
  if ((await findReviewOfCall(scope, callId))?.state !== 'decided') return false
  const waiting = await listProposalsOfCall(scope, callId, [...onTheirWay, 'reviewing'])
  return waiting.length === 0 && (await decideCall(scope, callId)).ok
}
