import { addDays, type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { Yen } from '#kernel/money.ts'

/** How a reserve answered: took what was offered, gave it up, or let the day pass. */
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

/** The last day to answer: so many days after the letter, the day of the letter not counted. */
export const replyDayOf = (issued: Date, replyDays: number): PlainDate =>
  addDays(tokyoDayOf(issued), replyDays)

/** True while an answer is taken. */
export const isOfferOpen = (offer: Pick<ReserveOffer, 'answer' | 'replyBy'>, now: Date): boolean =>
  offer.answer === null && tokyoDayOf(now) <= offer.replyBy
