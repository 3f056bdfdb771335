import type { Scope } from '#data/scope.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { getCity } from '../../cities/index.ts'
import { findReviewIdOfProposal } from '../queries/reviews.ts'
import { finishReview } from './close.ts'

/** A proposal was taken back: if it was the last one without a decision, its review is over. */
export const hearWithdrawal = async (scope: Scope, event: DomainEvent): Promise<void> => {
  const reviewId = await findReviewIdOfProposal(scope, event.subjectId)
  if (reviewId) await finishReview(scope, await getCity(scope), reviewId)
}
