import type { Scope } from '#data/scope.ts'
import { system } from '#kernel/actor.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { findReviewIdOfProposal } from '../queries/reviews.ts'
import { finishReview } from './close.ts'
import { settleCall } from './settle-call.ts'

/**
 * A proposal was taken back: if it was the last one without a decision, its review is over; if it was the
 * last one that its call still waited for, the call's results stand. Neither is what the group did.
 */
export const hearWithdrawal = async (scope: Scope, event: DomainEvent): Promise<void> => {
  const byItself: Scope = { ...scope, actor: system('review') }
  const reviewId = await findReviewIdOfProposal(scope, event.subjectId)
  if (reviewId) await finishReview(byItself, reviewId)
  const { callId } = event.data ?? {}
  if (typeof callId === 'string') await settleCall(byItself, callId)
}
