import type { Scope } from '#data/scope.ts'
import { type Question, question } from '#data/together.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { DecidedOutcome } from '../decision.ts'
import type { OfferAnswer } from '../offer.ts'
import type { PublicDecision, PublishedResult, PublishRule } from '../published.ts'

const decidedRows = (scope: Scope) =>
  scope.db
    .selectFrom('decisions as d')
    .innerJoin('proposals as p', (on) =>
      on.onRef('p.city_id', '=', 'd.city_id').onRef('p.id', '=', 'd.proposal_id'),
    )
    .innerJoin('groups as g', (on) =>
      on.onRef('g.city_id', '=', 'p.city_id').onRef('g.id', '=', 'p.group_id'),
    )
    .innerJoin('calls as c', (on) =>
      on.onRef('c.city_id', '=', 'p.city_id').onRef('c.id', '=', 'p.call_id'),
    )
    .where('d.city_id', '=', scope.city.id)

const publishOf = (definition: unknown): PublishRule =>
  (definition as { readonly publish: PublishRule }).publish

/** Decisions of a call with what may be public of them, and the rule that says so. */
export type CallDecisions = { readonly rule: PublishRule; readonly decisions: PublicDecision[] }

/** The decisions of a call; undefined while there are none. */
export const askCallResults = (
  scope: Scope,
  callId: string,
): Question<CallDecisions | undefined> => {
  const statement = decidedRows(scope)
    .select([
      'd.proposal_id',
      'p.title',
      'g.name',
      'd.outcome',
      'd.amount',
      'd.published',
      'c.definition',
    ])
    .where('p.call_id', '=', callId)
    .orderBy((is) =>
      is
        .case()
        .when('d.outcome', 'in', ['selected', 'conditional'])
        .then(1)
        .when('d.outcome', '=', 'reserve')
        .then(2)
        .else(3)
        .end(),
    )
    .orderBy('p.receipt_number')
    .orderBy('p.id')
    .limit(200)
  return question(
    statement,
    (rows) =>
      rows[0] && {
        rule: publishOf(rows[0].definition),
        decisions: rows.map((row) => ({
          proposalId: row.proposal_id,
          title: row.title,
          groupName: row.name,
          outcome: row.outcome as DecidedOutcome,
          amount: row.amount,
          published: row.published as PublishedResult,
        })),
      },
  )
}

/** How a call came to its end without a review: had nobody proposed, or did no proposal remain? */
export type EmptyEnd = 'noneReceived' | 'noneRemained'

/** How the call ended that had nothing to review; undefined for one that goes on or was reviewed. One query. */
export const findEmptyEnd = async (scope: Scope, callId: string): Promise<EmptyEnd | undefined> => {
  const row = await scope.db
    .selectFrom('calls as c')
    .select((is) =>
      is
        .exists(
          is
            .selectFrom('proposals as p')
            .select('p.id')
            .whereRef('p.city_id', '=', 'c.city_id')
            .whereRef('p.call_id', '=', 'c.id')
            .where('p.submitted_at', 'is not', null),
        )
        .as('received'),
    )
    .where('c.city_id', '=', scope.city.id)
    .where('c.id', '=', callId)
    .where('c.state', '=', 'decided')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('reviews as r')
            .select('r.id')
            .whereRef('r.city_id', '=', 'c.city_id')
            .whereRef('r.call_id', '=', 'c.id'),
        ),
      ),
    )
    .executeTakeFirst()
  return row && (row.received ? 'noneRemained' : 'noneReceived')
}

/** A decision with everything that its proposal's page may show to somebody. */
export type ProposalDecision = {
  readonly rule: PublishRule
  readonly groupId: string
  readonly department: string | null
  readonly outcome: DecidedOutcome
  readonly amount: number
  readonly reason: string
  readonly conditions: string
  readonly documentNumber: string
  /** The letter itself. */
  readonly fileId: string
  readonly published: PublishedResult
  readonly reviewId: string | null
  readonly offer: { readonly answer: OfferAnswer | null; readonly replyBy: PlainDate } | undefined
}

/** The decision on one proposal; undefined while there is none. */
export const askProposalDecision = (
  scope: Scope,
  proposalId: string,
): Question<ProposalDecision | undefined> => {
  const statement = decidedRows(scope)
    .leftJoin('review_proposals as x', (on) =>
      on.onRef('x.city_id', '=', 'd.city_id').onRef('x.proposal_id', '=', 'd.proposal_id'),
    )
    .innerJoin('notices as n', (on) =>
      on.onRef('n.city_id', '=', 'd.city_id').onRef('n.id', '=', 'd.notice_id'),
    )
    .leftJoin('reserve_offers as o', (on) =>
      on.onRef('o.city_id', '=', 'd.city_id').onRef('o.proposal_id', '=', 'd.proposal_id'),
    )
    .select([
      'p.group_id',
      'p.department',
      'd.outcome',
      'd.amount',
      'd.reason',
      'd.conditions',
      'd.document_number',
      'n.file_id',
      'd.published',
      'c.definition',
      'x.review_id',
      'o.reply_by',
      'o.answer',
    ])
    .where('d.proposal_id', '=', proposalId)
  return question(
    statement,
    ([row]) =>
      row && {
        rule: publishOf(row.definition),
        groupId: row.group_id,
        department: row.department,
        outcome: row.outcome as DecidedOutcome,
        amount: row.amount,
        reason: row.reason,
        conditions: row.conditions,
        documentNumber: row.document_number,
        fileId: row.file_id,
        published: row.published as PublishedResult,
        reviewId: row.review_id,
        offer: row.reply_by
          ? { answer: row.answer as OfferAnswer | null, replyBy: row.reply_by as PlainDate }
          : undefined,
      },
  )
}
