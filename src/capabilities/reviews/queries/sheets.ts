import type { Scope } from '#data/scope.ts'
import type { ScoreDraft, ScoreSheet } from '../score-sheet.ts'
import type { Scores } from '../scoring.ts'
import type { DeclarationKey } from './declarations.ts'

const sheetRows = (scope: Scope, reviewId: string) =>
  scope.db
    .selectFrom('score_sheets')
    .select(['proposal_id', 'account_id', 'scores', 'comment', 'updated_at', 'submitted_at'])
    .where('city_id', '=', scope.city.id)
    .where('review_id', '=', reviewId)

type Row = {
  proposal_id: string
  account_id: string
  scores: unknown
  comment: string
  updated_at: Date
  submitted_at: Date | null
}

const toSheet = (row: Row): ScoreSheet => ({
  proposalId: row.proposal_id,
  accountId: row.account_id,
  scores: row.scores as Scores,
  comment: row.comment,
  updatedAt: row.updated_at,
  submittedAt: row.submitted_at,
})

/** One member's own sheet. */
export const findSheet = async (
  scope: Scope,
  key: DeclarationKey,
): Promise<ScoreSheet | undefined> => {
  const row = await sheetRows(scope, key.reviewId)
    .where('proposal_id', '=', key.proposalId)
    .where('account_id', '=', key.accountId)
    .executeTakeFirst()
  return row && toSheet(row)
}

/** One member's own sheets on all proposals. */
export const listOwnSheets = async (
  scope: Scope,
  reviewId: string,
  accountId: string,
): Promise<ScoreSheet[]> => {
  const rows = await sheetRows(scope, reviewId).where('account_id', '=', accountId).execute()
  return rows.map(toSheet)
}

/** That a sheet was handed in, and by whom; without a single point. */
export type SheetMark = { readonly proposalId: string; readonly accountId: string }

/** Which sheets were handed in. All that the office may learn before scoring closes. */
export const listSubmittedMarks = async (scope: Scope, reviewId: string): Promise<SheetMark[]> => {
  const rows = await scope.db
    .selectFrom('score_sheets')
    .select(['proposal_id', 'account_id'])
    .where('city_id', '=', scope.city.id)
    .where('review_id', '=', reviewId)
    .where('submitted_at', 'is not', null)
    .execute()
  return rows.map((row) => ({ proposalId: row.proposal_id, accountId: row.account_id }))
}

/** Points that others handed in on a proposal, without any word of who they are. */
export const listPeerScores = async (scope: Scope, key: DeclarationKey): Promise<Scores[]> => {
  const rows = await scope.db
    .selectFrom('score_sheets')
    .select('scores')
    .where('city_id', '=', scope.city.id)
    .where('review_id', '=', key.reviewId)
    .where('proposal_id', '=', key.proposalId)
    .where('account_id', '<>', key.accountId)
    .where('submitted_at', 'is not', null)
    .execute()
  return rows.map((row) => row.scores as Scores)
}

/** Every sheet that was handed in, for the ranking alone. */
export const listSubmittedSheets = async (
  scope: Scope,
  reviewId: string,
): Promise<ScoreSheet[]> => {
  const rows = await sheetRows(scope, reviewId).where('submitted_at', 'is not', null).execute()
  return rows.map(toSheet)
}

/** Comments on a proposal that were handed in, without names. */
export const listSubmittedComments = async (
  scope: Scope,
  reviewId: string,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const rows = await scope.db
    .selectFrom('score_sheets')
    .select(['proposal_id', 'comment'])
    .where('city_id', '=', scope.city.id)
    .where('review_id', '=', reviewId)
    .where('submitted_at', 'is not', null)
    .where('comment', '<>', '')
    .execute()
  const comments = new Map<string, string[]>()
  for (const row of rows)
    comments.set(row.proposal_id, [...(comments.get(row.proposal_id) ?? []), row.comment])
  return comments
}

/**
 * Writes a member's sheet while the review scores; a sheet once handed in stays handed in.
 * @returns false when the database did not take it, because scoring has closed
 */
export const saveScoreSheet = async (
  scope: Scope,
  key: DeclarationKey,
  sheet: ScoreDraft & { readonly submit: boolean },
): Promise<boolean> => {
  const content = {
    scores: JSON.stringify(sheet.scores),
    comment: sheet.comment,
    updated_at: scope.now,
    ...(sheet.submit ? { submitted_at: scope.now } : {}),
  }
  const result = await scope.db
    .insertInto('score_sheets')
    .values({
      city_id: scope.city.id,
      review_id: key.reviewId,
      proposal_id: key.proposalId,
      account_id: key.accountId,
      ...content,
    })
    .onConflict((same) =>
      same.columns(['city_id', 'review_id', 'proposal_id', 'account_id']).doUpdateSet(content),
    )
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1
}

export const deleteSheet = async (scope: Scope, key: DeclarationKey): Promise<void> => {
  await scope.db
    .deleteFrom('score_sheets')
    .where('city_id', '=', scope.city.id)
    .where('review_id', '=', key.reviewId)
    .where('proposal_id', '=', key.proposalId)
    .where('account_id', '=', key.accountId)
    .execute()
}
