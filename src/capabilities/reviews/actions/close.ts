import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertEvent, roleCodeOf, takeStep } from '../../procedures/index.ts'
import { getCall, lockCall } from '../../programmes/index.ts'
import { decisionDayOf, officeTask, subjectOf } from '../next-tasks.ts'
import { closingStateOf, entriesOf, progressOf } from '../progress.ts'
import { listDecisions } from '../queries/decisions.ts'
import { loadProgressFacts } from '../queries/progress.ts'
import { listReviewedProposals } from '../queries/proposals.ts'
import { getReview, lockReview, moveReview, saveRanking } from '../queries/reviews.ts'
import { listSubmittedSheets } from '../queries/sheets.ts'
import { entriesOfRanking, freezeRanking, isChairOrder } from '../ranking.ts'
import { isUnderReview, type Review, reviewWorkflow } from '../review.ts'
import type { Entry } from '../scoring.ts'
import { retellReady } from './ready-tasks.ts'
import { settleCall } from './settle-call.ts'

/** What the ranking counts: proposals still under review, with one sheet or its absence from every member. */
const loadEntries = async (scope: Scope, reviewId: string) => {
  const facts = await loadProgressFacts(scope, reviewId)
  const progress = progressOf({ ...facts, proposals: facts.proposals.filter(isUnderReview) })
  const entries: readonly Entry[] = entriesOf(progress, await listSubmittedSheets(scope, reviewId))
  return { progress, entries }
}

/**
 * Ends scoring for good and makes the ranking. The row is held so that a sheet under way either counts or
 * is refused; there is no third way.
 */
export const closeReview = async (
  scope: Scope,
  city: City,
  review: Review,
  given: { readonly reason: string },
): Promise<Result<Review, 'scoring-closed' | 'reason-needed'>> => {
  await lockCall(scope, review.callId)
  if ((await lockReview(scope, review.id, 'update')) !== 'scoring') return refuse('scoring-closed')
  const { progress, entries } = await loadEntries(scope, review.id)
  const reason = given.reason.trim()
  const { missing, belowQuorum, reasonNeeded } = closingStateOf(progress, review.rubric.quorum)
  if (reasonNeeded && reason === '') return refuse('reason-needed')
  const ranking = freezeRanking(review.rubric, entries, { at: scope.now, closingReason: reason })
  const decideBy = decisionDayOf(await getCall(scope, review.callId), tokyoDayOf(scope.now))
  const step = await takeStep(scope, reviewWorkflow, {
    subject: subjectOf(review),
    state: 'scoring',
    name: 'close',
    roles: ['office'],
    role: roleCodeOf(scope.actor),
    ...(reason ? { reason } : {}),
    next: () => [officeTask(city.slug, { ...review, dueOn: decideBy }, 'decide')],
  })
  if (!step.ok) return refuse('scoring-closed')
  if (!(await moveReview(scope, { ...review, state: 'scoring' }, { state: 'closed', ranking })))
    return refuse('scoring-closed')
  await audit(scope, {
    action: 'review.rank',
    subjectKind: 'review',
    subjectId: review.id,
    after: { proposals: entries.length, missing, belowQuorum: belowQuorum.length },
  })
  if (!(await finishReview(scope, review.id))) await retellReady(scope, review.callId)
  return ok(await getReview(scope, review.id))
}

/** Takes down the chair's order for tied proposals and makes the ranking once more from the same sheets. */
export const orderTies = async (
  scope: Scope,
  review: Review,
  given: { readonly order: readonly string[]; readonly reason: string },
): Promise<
  Result<void, 'not-now' | 'not-an-order' | 'reason-needed' | 'decided-already' | 'no-chair'>
> => {
  await lockCall(scope, review.callId)
  if ((await lockReview(scope, review.id, 'update')) !== 'closed') return refuse('not-now')
  const { ranking } = await getReview(scope, review.id)
  if (!ranking || ranking.ties.length === 0) return refuse('no-chair')
  if (!isChairOrder(ranking.ties, given.order)) return refuse('not-an-order')
  const reason = given.reason.trim()
  if (reason === '') return refuse('reason-needed')
  if ((await listDecisions(scope, review.id)).size > 0) return refuse('decided-already')
  const settled = freezeRanking(review.rubric, entriesOfRanking(ranking), {
    at: scope.now,
    closingReason: ranking.closingReason,
    chairOrder: given.order,
    chairReason: reason,
  })
  if (!(await saveRanking(scope, review.id, settled))) return refuse('not-now')
  await insertEvent(scope, subjectOf(review), {
    step: 'chair-order',
    title: { ja: '同点の順番を委員長が決定', en: 'Tie settled by the chair' },
    role: roleCodeOf(scope.actor),
    reason,
  })
  await audit(scope, {
    action: 'review.order-ties',
    subjectKind: 'review',
    subjectId: review.id,
    before: { order: ranking.chairOrder },
    after: { order: given.order, reason },
  })
  return ok(undefined)
}

/**
 * Ends the review when nothing in it waits for a decision any more. The call goes on while it takes
 * proposals or some are on their way: those come into a further review.
 * @returns whether it did
 */
export const finishReview = async (scope: Scope, reviewId: string): Promise<boolean> => {
  await lockCall(scope, (await getReview(scope, reviewId)).callId)
  const review = await getReview(scope, reviewId)
  if (review.state !== 'closed') return false
  const waiting = (await listReviewedProposals(scope, reviewId)).filter(isUnderReview)
  if (waiting.length > 0) return false
  const step = await takeStep(scope, reviewWorkflow, {
    subject: subjectOf(review),
    state: 'closed',
    name: 'finish',
    roles: ['office'],
    role: roleCodeOf(scope.actor),
    next: () => [],
  })
  if (!step.ok || !(await moveReview(scope, review, { state: 'decided' }))) return false
  await retellReady(scope, review.callId)
  await settleCall(scope, review.callId)
  return true
}
