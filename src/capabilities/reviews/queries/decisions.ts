import type { Scope } from '#data/scope.ts'
import type { Yen } from '#kernel/money.ts'
import type { DecidedOutcome } from '../decision.ts'
import type { PublishedResult } from '../published.ts'

/** A decision as it stands. */
export type Decision = {
  readonly proposalId: string
  readonly outcome: DecidedOutcome
  readonly amount: Yen
  readonly reason: string
  readonly conditions: string
  readonly deviation: string
  /** Why it was made before the calendar had it; empty for every other. */
  readonly early: string
  readonly total: string | null
  readonly rank: number | null
  readonly published: PublishedResult
  readonly decidedAt: Date
  readonly documentNumber: string
  readonly noticeId: string
}

const columns = [
  'd.proposal_id',
  'd.outcome',
  'd.amount',
  'd.reason',
  'd.conditions',
  'd.deviation',
  'd.early',
  'd.total',
  'd.rank',
  'd.published',
  'd.decided_at',
  'd.document_number',
  'd.notice_id',
] as const

type Row = {
  proposal_id: string
  outcome: string
  amount: number
  reason: string
  conditions: string
  deviation: string
  early: string
  total: string | null
  rank: number | null
  published: unknown
  decided_at: Date
  document_number: string
  notice_id: string
}

const toDecision = (row: Row): Decision => ({
  proposalId: row.proposal_id,
  outcome: row.outcome as DecidedOutcome,
  amount: row.amount,
  reason: row.reason,
  conditions: row.conditions,
  deviation: row.deviation,
  early: row.early,
  total: row.total,
  rank: row.rank,
  published: row.published as PublishedResult,
  decidedAt: row.decided_at,
  documentNumber: row.document_number,
  noticeId: row.notice_id,
})

export const findDecision = async (
  scope: Scope,
  proposalId: string,
): Promise<Decision | undefined> => {
  const row = await scope.db
    .selectFrom('decisions as d')
    .select(columns)
    .where('d.city_id', '=', scope.city.id)
    .where('d.proposal_id', '=', proposalId)
    .executeTakeFirst()
  return row && toDecision(row)
}

/** Decisions of a review, by proposal. */
export const listDecisions = async (
  scope: Scope,
  reviewId: string,
): Promise<ReadonlyMap<string, Decision>> => {
  const rows = await scope.db
    .selectFrom('decisions as d')
    .innerJoin('review_proposals as x', (on) =>
      on.onRef('x.city_id', '=', 'd.city_id').onRef('x.proposal_id', '=', 'd.proposal_id'),
    )
    .select(columns)
    .where('d.city_id', '=', scope.city.id)
    .where('x.review_id', '=', reviewId)
    .execute()
  return new Map(rows.map((row) => [row.proposal_id, toDecision(row)]))
}

export const insertDecision = async (
  scope: Scope,
  decision: Omit<Decision, 'decidedAt'> & { readonly decidedBy: string },
): Promise<void> => {
  await scope.db
    .insertInto('decisions')
    .values({
      city_id: scope.city.id,
      proposal_id: decision.proposalId,
      outcome: decision.outcome,
      amount: decision.amount,
      reason: decision.reason,
      conditions: decision.conditions,
      deviation: decision.deviation,
      early: decision.early,
      total: decision.total,
      rank: decision.rank,
      published: JSON.stringify(decision.published),
      decided_by: decision.decidedBy,
      decided_at: scope.now,
      document_number: decision.documentNumber,
      notice_id: decision.noticeId,
    })
    .execute()
}

/** What became of a reserve. @returns false when it is none any more */
export const settleReserve = async (
  scope: Scope,
  proposalId: string,
  settled: {
    readonly outcome: 'selected' | 'not_selected'
    readonly amount: Yen
    readonly letter?: { readonly number: string; readonly noticeId: string }
  },
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('decisions')
    .set({
      outcome: settled.outcome,
      amount: settled.amount,
      ...(settled.letter
        ? { document_number: settled.letter.number, notice_id: settled.letter.noticeId }
        : {}),
    })
    .where('city_id', '=', scope.city.id)
    .where('proposal_id', '=', proposalId)
    .where('outcome', '=', 'reserve')
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Sets what a reserve is offered. */
export const setReserveAmount = async (
  scope: Scope,
  proposalId: string,
  amount: Yen,
): Promise<void> => {
  await scope.db
    .updateTable('decisions')
    .set({ amount })
    .where('city_id', '=', scope.city.id)
    .where('proposal_id', '=', proposalId)
    .where('outcome', '=', 'reserve')
    .execute()
}

/** The sum that the decisions of a call have used up so far, offers to reserves included. */
export const sumDecided = async (scope: Scope, callId: string): Promise<Yen> => {
  const row = await scope.db
    .selectFrom('decisions as d')
    .innerJoin('proposals as p', (on) =>
      on.onRef('p.city_id', '=', 'd.city_id').onRef('p.id', '=', 'd.proposal_id'),
    )
    .select((sum) => sum.fn.coalesce(sum.fn.sum<number>('d.amount'), sum.lit(0)).as('amount'))
    .where('d.city_id', '=', scope.city.id)
    .where('p.call_id', '=', callId)
    .executeTakeFirstOrThrow()
  return Number(row.amount)
}
