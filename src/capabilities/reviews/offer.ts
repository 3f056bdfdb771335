import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { dueAfter } from '#kernel/deadline.ts'
import type { Yen } from '#kernel/money.ts'

/** How a reserve's waiting ended: it took the offer, gave it up, or the office ended it. */
export const offerAnswers = ['accepted', 'declined', 'ended'] as const
export type OfferAnswer = (typeof offerAnswers)[number]

/** 次点への打診: an amount that a reserve may take until a day. */
export type ReserveOffer = {
  readonly proposalId: string
  readonly amount: Yen
  readonly offeredAt: Date
  readonly replyBy: PlainDate
  readonly answer: OfferAnswer | null
  readonly answeredAt: Date | null
}

/** Days a reserve has to answer where the programme says nothing. */
export const defaultReplyDays = 7

/** The last day to answer: so many days after the letter, the day of the letter not counted; a working day. */
export const replyDayOf = (issued: Date, replyDays: number): PlainDate =>
  dueAfter(tokyoDayOf(issued), replyDays)

/** True while the group may answer. */
export const isOfferOpen = (offer: Pick<ReserveOffer, 'answer' | 'replyBy'>, now: Date): boolean =>
  offer.answer === null && tokyoDayOf(now) <= offer.replyBy

export type OfferAmountProblem = 'not-yen' | 'over-request' | 'over-cap' | 'over-envelope'

/** What keeps an amount from being offered to a reserve later on. */
export const findOfferProblem = (
  amount: Yen | undefined,
  bounds: { readonly requested: Yen; readonly cap: Yen | null; readonly left: Yen | null },
): OfferAmountProblem | undefined => {
  if (amount === undefined || amount <= 0) return 'not-yen'
  if (amount > bounds.requested) return 'over-request'
  if (bounds.cap !== null && amount > bounds.cap) return 'over-cap'
  return bounds.left !== null && amount > bounds.left ? 'over-envelope' : undefined
}
