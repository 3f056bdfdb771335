import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { accountOf, isOfGroup } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type CalendarStep, type Call, getCall, lockCall } from '../../programmes/index.ts'
import { getProposal, type Proposal, recordOutcome } from '../../proposals/index.ts'
import { checkDecision, type DecisionDraft, type DecisionProblem } from '../decision.ts'
import { defaultReplyDays, replyDayOf } from '../offer.ts'
import { listComments, withoutHidden } from '../peers.ts'
import { type PublishedResult, publishableOf } from '../published.ts'
import { findDecision, insertDecision } from '../queries/decisions.ts'
import { getReview } from '../queries/reviews.ts'
import { listSubmittedComments } from '../queries/sheets.ts'
import type { FrozenRanking, FrozenStanding } from '../ranking.ts'
import type { Review } from '../review.ts'
import { loadBounds } from './bounds.ts'
import { finishReview } from './close.ts'
import { openOffer } from './offer.ts'
import { sendDecisionLetter } from './send-letter.ts'

type Rule = 'not-now' | 'own-group' | 'decided-already' | 'ranking-changed' | 'not-under-review'

/** Why a decision was not taken: a rule, or what is to be mended in it. */
export type DecisionRefusal = Rule | readonly DecisionProblem[]

/** What a confirmation page has shown; a ranking made since then is another. */
export const seenOf = (ranking: FrozenRanking | null): string => ranking?.madeAt ?? ''

/** A decision as its page sends it. */
export type DecisionGiven = {
  readonly reviewId: string
  readonly proposalId: string
  readonly draft: DecisionDraft
  /** Comments that the office keeps from the public. */
  readonly hiddenComments: readonly string[]
  readonly seen: string
}

/** A decision with everything it rests on, checked and held. */
type Case = DecisionGiven & {
  readonly review: Review
  readonly call: Call
  readonly proposal: Proposal
  readonly standing: FrozenStanding | undefined
  readonly ahead: CalendarStep | undefined
}

const findRule = async (
  scope: Scope,
  given: Pick<Case, 'review' | 'proposal' | 'seen'>,
): Promise<Rule | undefined> => {
  if (isOfGroup(scope.actor, given.proposal.groupId)) return 'own-group'
  if (await findDecision(scope, given.proposal.id)) return 'decided-already'
  if (given.review.state !== 'closed') return 'not-now'
  if (given.proposal.state !== 'reviewing') return 'not-under-review'
  return seenOf(given.review.ranking) === given.seen ? undefined : 'ranking-changed'
}

/** Holds the call, reads everything anew, and checks the decision against it. */
const openCase = async (
  scope: Scope,
  given: DecisionGiven,
): Promise<Result<Case, DecisionRefusal>> => {
  const call = await getCall(scope, (await getReview(scope, given.reviewId)).callId)
  const envelope = await lockCall(scope, call.id)
  const review = await getReview(scope, given.reviewId)
  const proposal = await getProposal(scope, given.proposalId)
  const rule = await findRule(scope, { review, proposal, seen: given.seen })
  if (rule) return refuse(rule)
  const bounds = await loadBounds(scope, { review, call, proposal, envelope })
  const checked = checkDecision(given.draft, bounds)
  return checked.ok
    ? ok({
        ...given,
        draft: { ...given.draft, early: bounds.ahead ? given.draft.early : '' },
        review,
        call,
        proposal,
        standing: bounds.standing,
        ahead: bounds.ahead,
      })
    : checked
}

const publishedFor = async (scope: Scope, one: Case): Promise<PublishedResult> => {
  const comments = await listSubmittedComments(scope, one.review.id)
  return publishableOf(one.call.definition.publish, {
    rubric: one.review.rubric,
    standing: one.standing,
    comments: withoutHidden(listComments(comments.get(one.proposalId) ?? []), one.hiddenComments),
  })
}

const replyDayFor = (scope: Scope, { draft, review }: Case) =>
  draft.outcome === 'reserve' && draft.amount > 0
    ? replyDayOf(scope.now, review.rubric.budget?.replyDays ?? defaultReplyDays)
    : undefined

/** Letter, record, the proposal's own state, and the offer to a reserve. */
const carryOut = async (
  scope: Scope,
  city: City,
  one: Case,
): Promise<Result<string, DecisionRefusal>> => {
  const { draft, proposal, standing } = one
  const published = await publishedFor(scope, one)
  const replyBy = replyDayFor(scope, one)
  const letter = await sendDecisionLetter(scope, city, {
    ...draft,
    call: one.call,
    proposal,
    published,
    replyBy,
  })
  await insertDecision(scope, {
    ...draft,
    proposalId: proposal.id,
    total: standing?.exact ?? null,
    rank: standing?.rank ?? null,
    published,
    decidedBy: accountOf(scope.actor) ?? '',
    documentNumber: letter.number,
    noticeId: letter.noticeId,
  })
  const recorded = await recordOutcome(scope, proposal, draft.outcome, {
    amount: draft.amount,
    documentNumber: letter.number,
    early: draft.early,
  })
  if (!recorded.ok) return refuse('not-under-review')
  if (replyBy) await openOffer(scope, city, { proposal, amount: draft.amount, replyBy })
  return ok(letter.number)
}

/**
 * Decides on one proposal: record, numbered letter, mail, the proposal's own state and what the public sees
 * of it, all in one transaction. The call is held meanwhile, so the sum of all decisions stays within it.
 * @returns the letter's document number
 */
export const decideProposal = async (
  scope: Scope,
  city: City,
  given: DecisionGiven,
): Promise<Result<string, DecisionRefusal>> => {
  const opened = await openCase(scope, given)
  if (!opened.ok) return opened
  const number = await carryOut(scope, city, opened.value)
  if (!number.ok) return number
  await audit(scope, {
    action: 'review.decide',
    subjectKind: 'proposal',
    subjectId: given.proposalId,
    after: {
      ...opened.value.draft,
      documentNumber: number.value,
      // The step of the calendar that was still ahead: `early` says why nobody waited for it.
      ...(opened.value.ahead ? { before: opened.value.ahead.step } : {}),
    },
  })
  await finishReview(scope, given.reviewId)
  return number
}
