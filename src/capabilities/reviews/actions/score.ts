import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { isOfGroup, type Person } from '#kernel/actor.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { lockDeclaration } from '../queries/declarations.ts'
import { findSitting } from '../queries/members.ts'
import { lockReview } from '../queries/reviews.ts'
import { findSheet, saveScoreSheet } from '../queries/sheets.ts'
import type { Review, ReviewedProposal } from '../review.ts'
import {
  draftProblems,
  type ScoreProblem,
  type ScoreReading,
  toSubmission,
} from '../score-sheet.ts'
import { renewMemberTask } from './declare.ts'

/** Why a sheet was not taken: a rule, or what is to be mended in it. */
export type ScoreRefusal =
  | 'scoring-closed'
  | 'not-sitting'
  | 'recused'
  | 'declare-first'
  | readonly ScoreProblem[]

const findRefusal = async (
  scope: Scope,
  given: {
    readonly review: Review
    readonly proposal: Pick<ReviewedProposal, 'id' | 'groupId' | 'state'>
    readonly member: Person
  },
): Promise<Exclude<ScoreRefusal, readonly ScoreProblem[]> | undefined> => {
  const { review, proposal, member } = given
  if ((await lockReview(scope, review.id, 'share')) !== 'scoring') return 'scoring-closed'
  const { accountId } = member
  const key = { reviewId: review.id, proposalId: proposal.id, accountId }
  const interest = await lockDeclaration(scope, key)
  const sitting = await findSitting(scope, review.id, accountId)
  if (!sitting.sits || proposal.state === 'withdrawn') return 'not-sitting'
  if (isOfGroup(member, proposal.groupId)) return 'recused'
  if (interest === undefined || sitting.undeclared > 0) return 'declare-first'
  return interest === 'none' ? undefined : 'recused'
}

/**
 * Saves a member's sheet, or hands it in. What was handed in can be corrected until scoring closes, and
 * only by a complete sheet. The points stand in the sheet alone: neither timeline nor audit repeats them.
 */
export const saveScores = async (
  scope: Scope,
  given: {
    readonly review: Review
    readonly proposal: Pick<ReviewedProposal, 'id' | 'groupId' | 'state'>
    readonly member: Person
    readonly reading: ScoreReading
    readonly submit: boolean
  },
): Promise<Result<'saved' | 'submitted' | 'corrected', ScoreRefusal>> => {
  const { review, proposal, member, reading } = given
  const refusal = await findRefusal(scope, given)
  if (refusal) return refuse(refusal)
  const key = { reviewId: review.id, proposalId: proposal.id, accountId: member.accountId }
  const before = await findSheet(scope, key)
  const handedIn = before?.submittedAt != null
  const submit = given.submit || handedIn
  const complete = toSubmission(reading)
  if (submit && !complete.ok) return refuse(complete.error)
  const wrong = draftProblems(reading)
  if (wrong.length > 0) return refuse(wrong)
  const saved = await saveScoreSheet(scope, key, {
    scores: reading.scores,
    comment: reading.comment,
    submit,
  })
  if (!saved) return refuse('scoring-closed')
  if (!submit) return ok('saved')
  const step = handedIn ? 'corrected' : 'submitted'
  await audit(scope, {
    action: handedIn ? 'review.correct-sheet' : 'review.submit-sheet',
    subjectKind: 'review',
    subjectId: review.id,
    after: { proposalId: proposal.id },
  })
  if (!handedIn) await renewMemberTask(scope, scope.city.slug, review, member)
  return ok(step)
}
