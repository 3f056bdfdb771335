import type { Scope } from '#data/scope.ts'
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
