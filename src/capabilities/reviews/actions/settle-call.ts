import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { addDays, tokyoDayOf } from '#kernel/calendar.ts'
import { type Call, callStateAt, decideCall, getCall, lockCall } from '../../programmes/index.ts'
import { listProposalsOfCall, type Proposal, type ProposalState } from '../../proposals/index.ts'
import { findReviewOfCall } from '../queries/reviews.ts'

/** States of proposals that have been sent and did not come into a review yet. */
export const onTheirWay: readonly ProposalState[] = [
  'submitted',
  'returned',
  'negotiating',
  'ready',
]

/** Days after the last one in which the office may still enter what came on paper in time. */
const paperDays = 7

const awaitsPaper = (call: Call, now: Date): boolean =>
  tokyoDayOf(now) <= addDays(call.closesOn, paperDays)

/** How the history tells that a call came to its end with nothing to review. */
const withoutReview = {
  noneReceived: {
    ja: '提案がなかったため、審査を行わずに終了',
    en: 'No proposals were received; there was no review',
  },
  noneRemained: {
    ja: '審査の対象となる提案が残らなかったため、審査を行わずに終了',
    en: 'No proposals remained; there was no review',
  },
} as const

/** Drafts on the web can no longer be sent; what the office writes down from paper can. */
const isWaiting = ({ state, channel }: Proposal): boolean => state !== 'draft' || channel !== 'web'

const isAnyWaiting = async (scope: Scope, callId: string): Promise<boolean> =>
  (await listProposalsOfCall(scope, callId, [...onTheirWay, 'reviewing', 'draft'])).some(isWaiting)

const titleWithoutReview = async (scope: Scope, callId: string): Promise<Bilingual> => {
  const gone = await listProposalsOfCall(scope, callId, ['withdrawn', 'ineligible'])
  return gone.some(({ submittedAt }) => submittedAt)
    ? withoutReview.noneRemained
    : withoutReview.noneReceived
}

/**
 * Records that a call's results stand, once they do: it takes no more proposals, all of its reviews are
 * decided and none of its proposals waits for one. Until then the call goes on, and what is ready comes into
 * a further review. A call that has nothing to review ends without one, and says so.
 * @returns whether the call was decided
 */
export const settleCall = async (scope: Scope, callId: string): Promise<boolean> => {
  await lockCall(scope, callId)
  const call = await getCall(scope, callId)
  if (call.state !== 'published' || callStateAt(call, scope.now) !== 'closed') return false
  const review = await findReviewOfCall(scope, callId)
  if (review ? review.state !== 'decided' : awaitsPaper(call, scope.now)) return false
  if (await isAnyWaiting(scope, callId)) return false
  const title = review ? undefined : await titleWithoutReview(scope, callId)
  return (await decideCall(scope, callId, title)).ok
}
