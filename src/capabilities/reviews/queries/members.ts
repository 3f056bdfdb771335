import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { Interest } from '../interest.ts'
import type { ReviewState } from '../review.ts'

/** Somebody who sits on a review. For the office's eyes and for mails only. */
export type ReviewMember = {
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly language: 'ja' | 'en'
}

/** Everyone who sits on a review, by name. */
export const listReviewMembers = async (
  scope: Scope,
  reviewId: string,
): Promise<ReviewMember[]> => {
  const rows = await scope.db
    .selectFrom('review_members as m')
    .innerJoin('accounts as a', (on) =>
      on.onRef('a.city_id', '=', 'm.city_id').onRef('a.id', '=', 'm.account_id'),
    )
    .select(['a.id', 'a.name', 'a.email', 'a.language'])
    .where('m.city_id', '=', scope.city.id)
    .where('m.review_id', '=', reviewId)
    .orderBy('a.name_kana')
    .orderBy('a.name')
    .orderBy('a.id')
    .execute()
  return rows.map(({ id, name, email, language }) => ({
    accountId: id,
    name,
    email,
    language: language as ReviewMember['language'],
  }))
}

export const insertReviewMembers = async (
  scope: Scope,
  reviewId: string,
  accountIds: readonly string[],
): Promise<void> => {
  await scope.db
    .insertInto('review_members')
    .values(
      accountIds.map((account_id) => ({ city_id: scope.city.id, review_id: reviewId, account_id })),
    )
    .execute()
}

/** Where an account stands on a review as a whole. */
export type Sitting = {
  readonly sits: boolean
  /** Proposals for which no declaration was given yet; withdrawn ones do not count. */
  readonly undeclared: number
  /** True when some declaration names an interest. */
  readonly recused: boolean
}

export const findSitting = async (
  scope: Scope,
  reviewId: string,
  accountId: string,
): Promise<Sitting> => {
  const { rows } = await sql<{ sits: boolean; undeclared: number; recused: boolean }>`
    SELECT EXISTS (SELECT FROM review_members m WHERE m.city_id = ${scope.city.id}
        AND m.review_id = ${reviewId} AND m.account_id = ${accountId}) AS sits,
      (SELECT count(*)::int FROM review_proposals x
        JOIN proposals p ON p.city_id = x.city_id AND p.id = x.proposal_id
        WHERE x.city_id = ${scope.city.id} AND x.review_id = ${reviewId} AND p.state <> 'withdrawn'
          AND NOT EXISTS (SELECT FROM interest_declarations d WHERE d.city_id = x.city_id
            AND d.review_id = x.review_id AND d.proposal_id = x.proposal_id AND d.account_id = ${accountId})) AS undeclared,
      EXISTS (SELECT FROM interest_declarations d WHERE d.city_id = ${scope.city.id}
        AND d.review_id = ${reviewId} AND d.account_id = ${accountId} AND d.interest <> 'none') AS recused`.execute(
    scope.db,
  )
  return rows[0] ?? { sits: false, undeclared: 0, recused: false }
}

/** Where an account stands on one proposal under review: all that decides whether it may be opened. */
export type Seat = {
  readonly reviewId: string
  readonly state: ReviewState
  readonly groupId: string
  readonly sits: boolean
  readonly interest: Interest | undefined
  readonly submitted: boolean
  readonly undeclared: number
}

/** Undefined when the proposal is in no review, or was withdrawn from it. */
export const findSeat = async (
  scope: Scope,
  proposalId: string,
  accountId: string,
): Promise<Seat | undefined> => {
  const { rows } = await sql<{
    review_id: string
    state: string
    group_id: string
    sits: boolean
    interest: string | null
    submitted: boolean
    undeclared: number
  }>`
    SELECT r.id AS review_id, r.state, p.group_id, d.interest,
      EXISTS (SELECT FROM review_members m WHERE m.city_id = r.city_id AND m.review_id = r.id AND m.account_id = ${accountId}) AS sits,
      EXISTS (SELECT FROM score_sheets s WHERE s.city_id = r.city_id AND s.review_id = r.id
        AND s.proposal_id = p.id AND s.account_id = ${accountId} AND s.submitted_at IS NOT NULL) AS submitted,
      (SELECT count(*)::int FROM review_proposals y
        JOIN proposals q ON q.city_id = y.city_id AND q.id = y.proposal_id
        WHERE y.city_id = r.city_id AND y.review_id = r.id AND q.state <> 'withdrawn'
          AND NOT EXISTS (SELECT FROM interest_declarations e WHERE e.city_id = y.city_id
            AND e.review_id = y.review_id AND e.proposal_id = y.proposal_id AND e.account_id = ${accountId})) AS undeclared
    FROM review_proposals x
    JOIN reviews r ON r.city_id = x.city_id AND r.id = x.review_id
    JOIN proposals p ON p.city_id = x.city_id AND p.id = x.proposal_id
    LEFT JOIN interest_declarations d ON d.city_id = x.city_id AND d.review_id = x.review_id
      AND d.proposal_id = x.proposal_id AND d.account_id = ${accountId}
    WHERE x.city_id = ${scope.city.id} AND x.proposal_id = ${proposalId} AND p.state <> 'withdrawn'`.execute(
    scope.db,
  )
  const row = rows[0]
  return (
    row && {
      reviewId: row.review_id,
      state: row.state as ReviewState,
      groupId: row.group_id,
      sits: row.sits,
      interest: (row.interest ?? undefined) as Interest | undefined,
      submitted: row.submitted,
      undeclared: row.undeclared,
    }
  )
}

/** Who of these people belongs or once belonged to which of these groups. */
export type GroupTie = {
  readonly accountId: string
  readonly groupId: string
  readonly current: boolean
}

export const listGroupTies = async (
  scope: Scope,
  accountIds: readonly string[],
  groupIds: readonly string[],
): Promise<GroupTie[]> => {
  if (accountIds.length === 0 || groupIds.length === 0) return []
  const rows = await scope.db
    .selectFrom('memberships')
    .select(['account_id', 'group_id', 'until'])
    .where('city_id', '=', scope.city.id)
    .where('account_id', 'in', [...accountIds])
    .where('group_id', 'in', [...groupIds])
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    groupId: row.group_id,
    current: row.until === null,
  }))
}
