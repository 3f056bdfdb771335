import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { closeTasks, insertEvent, insertTask, roleCodeOf } from '../../procedures/index.ts'
import { type Interest, isInterest } from '../interest.ts'
import { memberTask, subjectOf } from '../next-tasks.ts'
import {
  type DeclarationKey,
  deleteDeclaration,
  lockDeclaration,
  saveDeclaration,
} from '../queries/declarations.ts'
import { lockReview } from '../queries/reviews.ts'
import { deleteSheet } from '../queries/sheets.ts'
import type { Review } from '../review.ts'

/** Why the office's step was refused. */
export type RecusalProblem =
  | 'scoring-closed'
  | 'reason-needed'
  | 'choose-interest'
  | 'nothing-declared'

const recused = { ja: '委員を除斥', en: 'A member was recused' }
const reopened = { ja: '利害関係の申告のやり直しを認めた', en: 'A declaration was reopened' }

/** The timeline says that it happened and why, not to whom: members read it too. */
const record = async (
  scope: Scope,
  review: Review,
  given: {
    readonly key: DeclarationKey
    readonly step: 'recuse' | 'reopen'
    readonly before: Interest | undefined
    readonly after: Interest | undefined
    readonly reason: string
  },
): Promise<void> => {
  await insertEvent(scope, subjectOf(review), {
    step: given.step,
    title: given.step === 'recuse' ? recused : reopened,
    role: roleCodeOf(scope.actor),
  })
  await audit(scope, {
    action: `review.${given.step}`,
    subjectKind: 'review',
    subjectId: review.id,
    before: { interest: given.before ?? null },
    after: {
      interest: given.after ?? null,
      proposalId: given.key.proposalId,
      accountId: given.key.accountId,
      reason: given.reason,
    },
  })
}

/** Records an interest that came to light late: the sheet goes, handed in or not, and the member is recused. */
export const recuseMember = async (
  scope: Scope,
  review: Review,
  given: Omit<DeclarationKey, 'reviewId'> & { readonly interest: string; readonly reason: string },
): Promise<Result<void, RecusalProblem>> => {
  const { interest } = given
  const reason = given.reason.trim()
  if (!isInterest(interest) || interest === 'none') return refuse('choose-interest')
  if (reason === '') return refuse('reason-needed')
  if ((await lockReview(scope, review.id, 'share')) !== 'scoring') return refuse('scoring-closed')
  const key = { reviewId: review.id, proposalId: given.proposalId, accountId: given.accountId }
  const before = await lockDeclaration(scope, key)
  await deleteSheet(scope, key)
  await saveDeclaration(scope, key, { interest, note: reason })
  await record(scope, review, { key, step: 'recuse', before, after: interest, reason })
  return ok(undefined)
}

/** Lets a member declare anew, e.g. after a slip of the finger; recorded with its reason. */
export const reopenDeclaration = async (
  scope: Scope,
  city: City,
  review: Review,
  given: Omit<DeclarationKey, 'reviewId'> & { readonly reason: string },
): Promise<Result<void, RecusalProblem>> => {
  const reason = given.reason.trim()
  if (reason === '') return refuse('reason-needed')
  if ((await lockReview(scope, review.id, 'share')) !== 'scoring') return refuse('scoring-closed')
  const key = { reviewId: review.id, proposalId: given.proposalId, accountId: given.accountId }
  const before = await lockDeclaration(scope, key)
  if (before === undefined || before === 'none') return refuse('nothing-declared')
  await deleteDeclaration(scope, key)
  await record(scope, review, { key, step: 'reopen', before, after: undefined, reason })
  const subject = subjectOf(review)
  await closeTasks(scope, subject, { accountId: given.accountId })
  await insertTask(scope, subject, memberTask(city.slug, review, 'declare', given.accountId))
  return ok(undefined)
}
