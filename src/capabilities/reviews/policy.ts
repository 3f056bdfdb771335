import { type Actor, hasRole, isOfGroup } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'
import type { Part } from './interest.ts'
import { isOfferOpen, type ReserveOffer } from './offer.ts'
import type { ReviewState } from './review.ts'

/** What a policy must know of a review and the person before it. */
export type Standpoint = {
  readonly state: ReviewState
  /** The person sits on this review. */
  readonly sits: boolean
  /** A declaration was given for every proposal of the review. */
  readonly declaredAll: boolean
}

const sitsOn = (actor: Actor, at: Pick<Standpoint, 'sits'>): boolean =>
  at.sits && hasRole(actor, 'reviewer')

/** Runs reviews: opens, follows, closes, decides. */
export const canRunReviews = (actor: Actor): Verdict =>
  hasRole(actor, 'office') ? yes : no('office-only')

/** The desk of reviews. */
export const canListReviews = (actor: Actor): Verdict =>
  hasRole(actor, 'office', 'reviewer') ? yes : no('committee-only')

/** Sees that the review exists, and its dates. */
export const canSeeReview = (actor: Actor, at: Pick<Standpoint, 'sits'>): Verdict =>
  hasRole(actor, 'office') || sitsOn(actor, at) ? yes : no('committee-only')

export const canDeclare = (actor: Actor, at: Standpoint): Verdict => {
  if (!sitsOn(actor, at)) return no('committee-only')
  return at.state === 'scoring' ? yes : no('scoring-closed')
}

/**
 * Reads a proposal as a member of the committee: only after declaring for all, never with an interest, and
 * not any more once everything is decided.
 */
export const canReadAsMember = (actor: Actor, at: Standpoint, part: Part): Verdict => {
  if (!sitsOn(actor, at)) return no('committee-only')
  if (part === 'recused') return no('recused')
  if (!at.declaredAll || part === 'undeclared') return no('declare-first')
  return at.state === 'decided' ? no('review-over') : yes
}

export const canScore = (actor: Actor, at: Standpoint, part: Part): Verdict => {
  const read = canReadAsMember(actor, at, part)
  if (!read.ok) return read
  return at.state === 'scoring' ? yes : no('scoring-closed')
}

/** Sees the others' totals on a proposal: after handing in one's own sheet on it. */
export const canSeePeers = (actor: Actor, at: Standpoint, part: Part): Verdict => {
  const read = canReadAsMember(actor, at, part)
  if (!read.ok) return read
  return part === 'submitted' ? yes : no('submit-first')
}

/**
 * Sees the ranking: the office once scoring has closed, a member too. A member recused from any proposal
 * waits until all is decided, since the ranks of the others would tell the rank of that one; so does a
 * member who never said whether there is such a proposal.
 */
export const canSeeRanking = (
  actor: Actor,
  at: Standpoint & { readonly recused: boolean },
): Verdict => {
  if (at.state === 'scoring')
    return hasRole(actor, 'office') || sitsOn(actor, at) ? no('scoring-open') : no('committee-only')
  if (hasRole(actor, 'office')) return yes
  if (!sitsOn(actor, at)) return no('committee-only')
  if (at.state === 'decided') return yes
  if (at.recused) return no('recused-ranking')
  return at.declaredAll ? yes : no('undeclared-ranking')
}

/** Decides on a proposal of that group: nobody decides for a group of their own. */
export const canDecide = (
  actor: Actor,
  at: Pick<Standpoint, 'state'>,
  groupId: string,
): Verdict => {
  if (!hasRole(actor, 'office')) return no('office-only')
  if (at.state !== 'closed') return no(at.state === 'scoring' ? 'scoring-open' : 'review-over')
  return isOfGroup(actor, groupId) ? no('own-group') : yes
}

/** Offers a reserve what has become free, or ends its waiting. */
export const canManageReserve = (actor: Actor, groupId: string): Verdict => {
  if (!hasRole(actor, 'office')) return no('office-only')
  return isOfGroup(actor, groupId) ? no('own-group') : yes
}

/** Sees what a reserve was offered. */
export const canSeeOffer = (actor: Actor, groupId: string): Verdict =>
  hasRole(actor, 'office') || isOfGroup(actor, groupId) ? yes : no('group-only')

/** Answers an offer for the group. */
export const canAnswerOffer = (
  actor: Actor,
  groupId: string,
  offer: Pick<ReserveOffer, 'answer' | 'replyBy'>,
  now: Date,
): Verdict => {
  if (!isOfGroup(actor, groupId, 'representative', 'manager')) return no('group-only')
  if (offer.answer !== null) return no('answered-already')
  return isOfferOpen(offer, now) ? yes : no('reply-too-late')
}
