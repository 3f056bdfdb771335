import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Yen } from '#kernel/money.ts'
import type { OfferAnswer, ReserveOffer } from '../offer.ts'

const offerRows = (scope: Scope) =>
  scope.db
    .selectFrom('reserve_offers')
    .select(['proposal_id', 'amount', 'offered_at', 'reply_by', 'answer', 'answered_at'])
    .where('city_id', '=', scope.city.id)

type Row = {
  proposal_id: string
  amount: number
  offered_at: Date
  reply_by: string
  answer: string | null
  answered_at: Date | null
}

const toOffer = (row: Row): ReserveOffer => ({
  proposalId: row.proposal_id,
  amount: row.amount,
  offeredAt: row.offered_at,
  replyBy: row.reply_by as PlainDate,
  answer: row.answer as OfferAnswer | null,
  answeredAt: row.answered_at,
})

export const findOffer = async (
  scope: Scope,
  proposalId: string,
): Promise<ReserveOffer | undefined> => {
  const row = await offerRows(scope).where('proposal_id', '=', proposalId).executeTakeFirst()
  return row && toOffer(row)
}

/** The offer as it is now, held until the transaction ends. */
export const lockOffer = async (
  scope: Scope,
  proposalId: string,
): Promise<ReserveOffer | undefined> => {
  const row = await offerRows(scope)
    .where('proposal_id', '=', proposalId)
    .forUpdate()
    .executeTakeFirst()
  return row && toOffer(row)
}

export const insertOffer = async (
  scope: Scope,
  offer: {
    readonly proposalId: string
    readonly amount: Yen
    readonly replyBy: PlainDate
    readonly offeredBy: string
  },
): Promise<void> => {
  await scope.db
    .insertInto('reserve_offers')
    .values({
      city_id: scope.city.id,
      proposal_id: offer.proposalId,
      amount: offer.amount,
      offered_at: scope.now,
      offered_by: offer.offeredBy,
      reply_by: offer.replyBy,
    })
    .execute()
}

/** @returns false when it was answered already */
export const answerOfferRow = async (
  scope: Scope,
  proposalId: string,
  given: {
    readonly answer: OfferAnswer
    readonly reason: string
    readonly accountId: string | null
  },
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('reserve_offers')
    .set({
      answer: given.answer,
      answered_at: scope.now,
      answered_by: given.accountId,
      reason: given.reason,
    })
    .where('city_id', '=', scope.city.id)
    .where('proposal_id', '=', proposalId)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}
