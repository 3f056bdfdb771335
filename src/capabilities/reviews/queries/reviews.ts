import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { isId, newId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { FrozenRanking } from '../ranking.ts'
import { type Review, type ReviewState, titleOfReview } from '../review.ts'
import type { Rubric } from '../scoring.ts'

const reviewRows = (scope: Scope) =>
  scope.db
    .selectFrom('reviews as r')
    .innerJoin('calls as c', (on) =>
      on.onRef('c.city_id', '=', 'r.city_id').onRef('c.id', '=', 'r.call_id'),
    )
    .select([
      'r.id',
      'r.call_id',
      'c.programme_id',
      'c.title_ja',
      'c.title_en',
      'c.fiscal_year',
      'c.envelope',
      'r.round',
      'r.state',
      'r.rubric',
      'r.opened_at',
      'r.due_on',
      'r.closed_at',
      'r.decided_at',
      'r.ranking',
    ])
    .where('r.city_id', '=', scope.city.id)

type Row = {
  id: string
  call_id: string
  programme_id: string
  title_ja: string
  title_en: string
  fiscal_year: number
  envelope: number | null
  round: number
  state: string
  rubric: unknown
  opened_at: Date
  due_on: string
  closed_at: Date | null
  decided_at: Date | null
  ranking: unknown
}

const toReview = (row: Row): Review => ({
  id: row.id,
  callId: row.call_id,
  programmeId: row.programme_id,
  round: row.round,
  title: titleOfReview({ ja: row.title_ja, en: row.title_en }, row.round),
  fiscalYear: row.fiscal_year,
  envelope: row.envelope,
  state: row.state as ReviewState,
  rubric: row.rubric as Rubric,
  openedAt: row.opened_at,
  dueOn: row.due_on as PlainDate,
  closedAt: row.closed_at,
  decidedAt: row.decided_at,
  ranking: (row.ranking as FrozenRanking | null) ?? null,
})

/** @throws NotFound */
export const getReview = async (scope: Scope, id: string): Promise<Review> => {
  const row = isId(id)
    ? await reviewRows(scope).where('r.id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('review')
  return toReview(row)
}

/** The call's newest review: the one under way, or the one decided last. */
export const findReviewOfCall = async (
  scope: Scope,
  callId: string,
): Promise<Review | undefined> => {
  const row = await reviewRows(scope)
    .where('r.call_id', '=', callId)
    .orderBy('r.round', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toReview(row)
}

/**
 * Calls that take no more proposals, of which no review is under way and whose results were not recorded
 * yet. Those that were over before the city came here had their results elsewhere.
 */
export const listCallsToSettle = async (scope: Scope): Promise<string[]> => {
  const rows = await scope.db
    .selectFrom('calls as c')
    .select('c.id')
    .where('c.city_id', '=', scope.city.id)
    .where('c.state', '=', 'published')
    .where('c.closes_on', '<=', tokyoDayOf(scope.now))
    .where('c.created_at', '<', sql<Date>`(c.closes_on + 1)::timestamp AT TIME ZONE 'Asia/Tokyo'`)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('reviews as r')
            .select('r.id')
            .whereRef('r.city_id', '=', 'c.city_id')
            .whereRef('r.call_id', '=', 'c.id')
            .where('r.state', '<>', 'decided'),
        ),
      ),
    )
    .orderBy('c.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Reviews of the city, newest first; only those on which the account sits, where one is given. */
export const listReviews = async (
  scope: Scope,
  only: { readonly accountId?: string } = {},
): Promise<Review[]> => {
  let query = reviewRows(scope)
  const { accountId } = only
  if (accountId)
    query = query.where((is) =>
      is.exists(
        is
          .selectFrom('review_members as m')
          .select('m.account_id')
          .whereRef('m.city_id', '=', 'r.city_id')
          .whereRef('m.review_id', '=', 'r.id')
          .where('m.account_id', '=', accountId),
      ),
    )
  const rows = await query.orderBy('r.opened_at', 'desc').orderBy('r.id').limit(50).execute()
  return rows.map(toReview)
}

/** @returns the new id, or undefined when the call has a review that is still under way */
export const insertReview = async (
  scope: Scope,
  review: { readonly callId: string; readonly rubric: Rubric; readonly dueOn: PlainDate },
): Promise<string | undefined> => {
  const id = newId()
  const result = await scope.db
    .insertInto('reviews')
    .values({
      city_id: scope.city.id,
      id,
      call_id: review.callId,
      round: sql<number>`(SELECT coalesce(max(round), 0) + 1 FROM reviews
        WHERE city_id = ${scope.city.id} AND call_id = ${review.callId})`,
      state: 'scoring',
      rubric: JSON.stringify(review.rubric),
      opened_at: scope.now,
      due_on: review.dueOn,
    })
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1 ? id : undefined
}

/**
 * The state as it is now, held until the transaction ends. `share` for whoever writes a sheet or a
 * declaration, so that many may; `update` for the one who closes, who then waits for all of them.
 */
export const lockReview = async (
  scope: Scope,
  id: string,
  mode: 'share' | 'update',
): Promise<ReviewState | undefined> => {
  const query = scope.db
    .selectFrom('reviews')
    .select('state')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
  const row = await (mode === 'share' ? query.forShare() : query.forUpdate()).executeTakeFirst()
  return row?.state as ReviewState | undefined
}

/** Moves a review on, when it still stands where it was. @returns false when someone was faster */
export const moveReview = async (
  scope: Scope,
  review: Pick<Review, 'id' | 'state'>,
  to: { readonly state: 'closed' | 'decided'; readonly ranking?: FrozenRanking },
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('reviews')
    .set({
      state: to.state,
      ...(to.state === 'closed' ? { closed_at: scope.now } : { decided_at: scope.now }),
      ...(to.ranking ? { ranking: JSON.stringify(to.ranking) } : {}),
    })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', review.id)
    .where('state', '=', review.state)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Replaces the ranking of a review that is closed and not decided. */
export const saveRanking = async (
  scope: Scope,
  id: string,
  ranking: FrozenRanking,
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('reviews')
    .set({ ranking: JSON.stringify(ranking) })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('state', '=', 'closed')
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** The review that this proposal is or was in. */
export const findReviewIdOfProposal = async (
  scope: Scope,
  proposalId: string,
): Promise<string | undefined> => {
  const row = await scope.db
    .selectFrom('review_proposals')
    .select('review_id')
    .where('city_id', '=', scope.city.id)
    .where('proposal_id', '=', proposalId)
    .executeTakeFirst()
  return row?.review_id
}
