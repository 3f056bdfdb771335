import type { Scope } from '#data/scope.ts'
import type { Person } from '#kernel/actor.ts'
import { type Part, partOf } from '../interest.ts'
import type { Review, ReviewedProposal } from '../review.ts'
import type { ScoreSheet } from '../score-sheet.ts'
import { listDeclarations } from './declarations.ts'
import { findSheet } from './sheets.ts'

/** Where a member of the committee stands on one proposal, with their own sheet on it. */
export const findPart = async (
  scope: Scope,
  of: {
    readonly review: Pick<Review, 'id'>
    readonly proposal: Pick<ReviewedProposal, 'id' | 'groupId'>
    readonly person: Pick<Person, 'accountId' | 'memberships'>
  },
): Promise<{ readonly part: Part; readonly sheet: ScoreSheet | undefined }> => {
  const { review, proposal } = of
  const { accountId, memberships } = of.person
  const sheet = await findSheet(scope, {
    reviewId: review.id,
    proposalId: proposal.id,
    accountId,
  })
  const declared = await listDeclarations(scope, review.id, { accountId })
  const part = partOf({
    interest: declared.find(({ proposalId }) => proposalId === proposal.id)?.interest,
    ownGroup: memberships.some((held) => held.groupId === proposal.groupId),
    submitted: sheet?.submittedAt != null,
  })
  return { part, sheet }
}
