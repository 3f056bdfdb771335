import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

/** Somebody who sits on a review. For the office's eyes and for mails only. */
export type ReviewMember = {
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly language: 'ja' | 'en'
  /** False once the account was stopped: the seat stays, mails do not go there. */
  readonly active: boolean
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
    .select(['a.id', 'a.name', 'a.email', 'a.language', 'a.state'])
    .where('m.city_id', '=', scope.city.id)
    .where('m.review_id', '=', reviewId)
    .orderBy('a.name_kana')
    .orderBy('a.name')
    .orderBy('a.id')
    .execute()
  return rows.map(({ id, name, email, language, state }) => ({
    accountId: id,
    name,
    email,
    language: language as ReviewMember['language'],
    active: state === 'active',
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
