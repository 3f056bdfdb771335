import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { ReviewedProposal } from '../review.ts'

/** The proposals of a review in their order. Their answers are read through the capability they belong to. */
export const listReviewedProposals = async (
  scope: Scope,
  reviewId: string,
): Promise<ReviewedProposal[]> => {
  const rows = await scope.db
    .selectFrom('review_proposals as x')
    .innerJoin('proposals as p', (on) =>
      on.onRef('p.city_id', '=', 'x.city_id').onRef('p.id', '=', 'x.proposal_id'),
    )
    .innerJoin('groups as g', (on) =>
      on.onRef('g.city_id', '=', 'p.city_id').onRef('g.id', '=', 'p.group_id'),
    )
    .leftJoin('themes as t', (on) =>
      on.onRef('t.city_id', '=', 'p.city_id').onRef('t.id', '=', 'p.theme_id'),
    )
    .select([
      'p.id',
      'x.position',
      'p.receipt_number',
      'p.title',
      'p.summary',
      'p.group_id',
      'g.name as group_name',
      'p.state',
      'p.type',
      'p.requested_amount',
      't.cap as theme_cap',
    ])
    .where('x.city_id', '=', scope.city.id)
    .where('x.review_id', '=', reviewId)
    .orderBy('x.position')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    receiptNumber: row.receipt_number ?? '',
    title: row.title,
    summary: row.summary,
    groupId: row.group_id,
    groupName: row.group_name,
    state: row.state,
    type: row.type,
    requested: row.requested_amount ?? 0,
    themeCap: row.theme_cap,
  }))
}

export const insertReviewProposals = async (
  scope: Scope,
  reviewId: string,
  added: { readonly ids: readonly string[]; readonly after: number },
): Promise<void> => {
  if (added.ids.length === 0) return
  await scope.db
    .insertInto('review_proposals')
    .values(
      added.ids.map((id, at) => ({
        city_id: scope.city.id,
        review_id: reviewId,
        proposal_id: id,
        position: added.after + at + 1,
      })),
    )
    .execute()
}

/** Calls whose proposals wait for a committee and that have no review under way. */
export const listCallsToReview = async (
  scope: Scope,
): Promise<{ readonly id: string; readonly title: Bilingual; readonly ready: number }[]> => {
  const rows = await scope.db
    .selectFrom('proposals as p')
    .innerJoin('calls as c', (on) =>
      on.onRef('c.city_id', '=', 'p.city_id').onRef('c.id', '=', 'p.call_id'),
    )
    .leftJoin('reviews as r', (on) =>
      on
        .onRef('r.city_id', '=', 'c.city_id')
        .onRef('r.call_id', '=', 'c.id')
        .on('r.state', '<>', 'decided'),
    )
    .select(['c.id', 'c.title_ja', 'c.title_en', (is) => is.fn.countAll<number>().as('ready')])
    .where('p.city_id', '=', scope.city.id)
    .where('p.state', '=', 'ready')
    .where('r.id', 'is', null)
    .groupBy(['c.id', 'c.title_ja', 'c.title_en'])
    .orderBy('c.id')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: { ja: row.title_ja, en: row.title_en },
    ready: row.ready,
  }))
}
