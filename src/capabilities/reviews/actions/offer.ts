import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import type { Yen } from '#kernel/money.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertEvent, insertTask, roleCodeOf } from '../../procedures/index.ts'
import { getCall, lockCall } from '../../programmes/index.ts'
import { getProposal, type Proposal } from '../../proposals/index.ts'
import { replyTask } from '../next-tasks.ts'
import {
  defaultReplyDays,
  findOfferProblem,
  type OfferAmountProblem,
  replyDayOf,
} from '../offer.ts'
import { findDecision, setReserveAmount } from '../queries/decisions.ts'
import { findOffer, insertOffer } from '../queries/offers.ts'
import type { Review } from '../review.ts'
import { loadBounds } from './bounds.ts'
import { sendDecisionLetter } from './send-letter.ts'

/** Records what a reserve is offered, and asks its group to answer. */
export const openOffer = async (
  scope: Scope,
  city: City,
  given: { readonly proposal: Proposal; readonly amount: Yen; readonly replyBy: PlainDate },
): Promise<void> => {
  const { proposal, amount, replyBy } = given
  await insertOffer(scope, {
    proposalId: proposal.id,
    amount,
    replyBy,
    offeredBy: accountOf(scope.actor) ?? '',
  })
  await insertTask(
    scope,
    { kind: 'proposal', id: proposal.id, title: proposal.title },
    replyTask(city.slug, { proposalId: proposal.id, groupId: proposal.groupId, replyBy }),
  )
}

/** Offers a waiting reserve what has become free, by letter. Within request, limit and what is left. */
export const offerToReserve = async (
  scope: Scope,
  city: City,
  given: {
    readonly review: Review
    readonly proposalId: string
    readonly amount: Yen | undefined
  },
): Promise<Result<PlainDate, OfferAmountProblem | 'not-in-reserve' | 'offered-already'>> => {
  const { review, amount } = given
  const call = await getCall(scope, review.callId)
  const envelope = await lockCall(scope, call.id)
  const proposal = await getProposal(scope, given.proposalId)
  const decision = await findDecision(scope, proposal.id)
  if (decision?.outcome !== 'reserve' || proposal.state !== 'reserve')
    return refuse('not-in-reserve')
  if (await findOffer(scope, proposal.id)) return refuse('offered-already')
  const bounds = await loadBounds(scope, { review, call, proposal, envelope })
  const problem = findOfferProblem(amount, bounds)
  if (problem || amount === undefined) return refuse(problem ?? 'not-yen')
  const replyBy = replyDayOf(scope.now, review.rubric.budget?.replyDays ?? defaultReplyDays)
  const letter = await sendDecisionLetter(scope, city, {
    call,
    proposal,
    outcome: 'reserve',
    amount,
    reason: decision.reason,
    conditions: '',
    published: decision.published,
    replyBy,
  })
  await setReserveAmount(scope, proposal.id, amount)
  await openOffer(scope, city, { proposal, amount, replyBy })
  await insertEvent(
    scope,
    { kind: 'proposal', id: proposal.id },
    {
      step: 'offer',
      title: { ja: '次点に実施を打診', en: 'Offer made to the reserve' },
      role: roleCodeOf(scope.actor),
      documentNumber: letter.number,
    },
  )
  await audit(scope, {
    action: 'review.offer',
    subjectKind: 'proposal',
    subjectId: proposal.id,
    after: { amount, replyBy, documentNumber: letter.number },
  })
  return ok(replyBy)
}
