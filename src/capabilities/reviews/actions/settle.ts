import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { accountOf, system } from '#kernel/actor.ts'
import { say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { writeMail } from '../../mails/index.ts'
import { type Channel, closeTasks, insertEvent, roleCodeOf } from '../../procedures/index.ts'
import { getCall, lockCall } from '../../programmes/index.ts'
import {
  applicantEmails,
  getProposal,
  type Proposal,
  proposalPaths,
  recordOutcome,
} from '../../proposals/index.ts'
import { mailTexts } from '../mail-texts.ts'
import { isOfferOpen, type OfferAnswer } from '../offer.ts'
import { type Decision, findDecision, settleReserve } from '../queries/decisions.ts'
import { answerOfferRow, lockOffer } from '../queries/offers.ts'
import { sendDecisionLetter } from './send-letter.ts'

/** Why a reserve was not settled. */
export type SettleProblem =
  | 'not-in-reserve'
  | 'no-offer'
  | 'answered-already'
  | 'reply-too-late'
  | 'offer-open'
  | 'reason-needed'

type Reserve = { readonly proposal: Proposal; readonly decision: Decision }

const findReserve = async (scope: Scope, proposalId: string): Promise<Reserve | undefined> => {
  const proposal = await getProposal(scope, proposalId)
  const decision = await findDecision(scope, proposalId)
  return decision?.outcome === 'reserve' && proposal.state === 'reserve'
    ? { proposal, decision }
    : undefined
}

const recordAnswer = async (
  scope: Scope,
  given: {
    readonly proposalId: string
    readonly answer: OfferAnswer
    readonly reason: string
    readonly channel: Channel
  },
): Promise<void> => {
  const titles = {
    accepted: { ja: '次点として示された額で実施すると返事', en: 'Offer to the reserve accepted' },
    declined: { ja: '次点を辞退すると返事', en: 'Offer to the reserve declined' },
    ended: { ja: '次点の取扱いを終了', en: 'Reserve ended' },
  }
  await insertEvent(
    scope,
    { kind: 'proposal', id: given.proposalId },
    {
      step: `reserve-${given.answer}`,
      title: titles[given.answer],
      role: roleCodeOf(scope.actor),
      channel: given.channel,
      ...(given.reason ? { reason: given.reason } : {}),
    },
  )
  await audit(scope, {
    action: `review.reserve-${given.answer}`,
    subjectKind: 'proposal',
    subjectId: given.proposalId,
    after: { reason: given.reason, channel: given.channel },
  })
}

const select = async (scope: Scope, city: City, { proposal, decision }: Reserve) => {
  // The city promised this in the letter that offered it: the letter now follows by itself.
  const letter = await sendDecisionLetter({ ...scope, actor: system('reserve') }, city, {
    call: await getCall(scope, proposal.callId),
    proposal,
    outcome: 'selected',
    amount: decision.amount,
    reason: decision.reason,
    conditions: '',
    published: decision.published,
    afterReserve: true,
  })
  const settled = await settleReserve(scope, proposal.id, {
    outcome: 'selected',
    amount: decision.amount,
    letter,
  })
  const recorded = await recordOutcome(scope, proposal, 'selected', {
    amount: decision.amount,
    documentNumber: letter.number,
  })
  return settled && recorded.ok
}

const release = async (scope: Scope, { proposal }: Reserve) => {
  const settled = await settleReserve(scope, proposal.id, { outcome: 'not_selected', amount: 0 })
  const recorded = await recordOutcome(scope, proposal, 'not_selected', { amount: 0 })
  return settled && recorded.ok
}

/** Takes the answer to an offer, from the group itself or as the office entered it for the group. */
export const answerOffer = async (
  scope: Scope,
  city: City,
  given: {
    readonly proposalId: string
    readonly answer: 'accepted' | 'declined'
    readonly reason: string
    readonly channel: Channel
  },
): Promise<Result<void, SettleProblem>> => {
  const { proposalId, answer } = given
  const callId = (await getProposal(scope, proposalId)).callId
  await lockCall(scope, callId)
  const offer = await lockOffer(scope, proposalId)
  if (!offer) return refuse('no-offer')
  if (offer.answer !== null) return refuse('answered-already')
  if (!isOfferOpen(offer, scope.now)) return refuse('reply-too-late')
  const reserve = await findReserve(scope, proposalId)
  if (!reserve) return refuse('not-in-reserve')
  await closeTasks(scope, { kind: 'proposal', id: proposalId })
  await answerOfferRow(scope, proposalId, { ...given, accountId: accountOf(scope.actor) })
  await recordAnswer(scope, given)
  const done =
    answer === 'accepted' ? await select(scope, city, reserve) : await release(scope, reserve)
  return done ? ok(undefined) : refuse('not-in-reserve')
}

/** Ends a reserve's waiting: nothing became free, or nobody answered in time. The group is told why. */
export const endReserve = async (
  scope: Scope,
  city: City,
  given: { readonly proposalId: string; readonly reason: string },
): Promise<Result<void, SettleProblem>> => {
  const { proposalId } = given
  const reason = given.reason.trim()
  if (reason === '') return refuse('reason-needed')
  const call = await getCall(scope, (await getProposal(scope, proposalId)).callId)
  await lockCall(scope, call.id)
  const offer = await lockOffer(scope, proposalId)
  if (offer && isOfferOpen(offer, scope.now)) return refuse('offer-open')
  const reserve = await findReserve(scope, proposalId)
  if (!reserve) return refuse('not-in-reserve')
  if (offer?.answer === null)
    await answerOfferRow(scope, proposalId, {
      answer: 'ended',
      reason,
      accountId: accountOf(scope.actor),
    })
  await recordAnswer(scope, { proposalId, answer: 'ended', reason, channel: 'web' })
  if (!(await release(scope, reserve))) return refuse('not-in-reserve')
  for (const { email, language } of await applicantEmails(scope, reserve.proposal))
    await writeMail(scope, {
      to: email,
      ...mailTexts[language].reserveEnded({
        group: reserve.proposal.groupName,
        city: say(city.name, language),
        call: say(call.title, language),
        link: `${scope.outside.publicUrl}${proposalPaths.show(city.slug, proposalId)}`,
        reason,
      }),
    })
  return ok(undefined)
}
