import type { Scope } from '#data/scope.ts'
import type { ProgressFacts } from '../progress.ts'
import { listDeclarations } from './declarations.ts'
import { listGroupTies, listReviewMembers, type ReviewMember } from './members.ts'
import { listReviewedProposals } from './proposals.ts'
import { listSubmittedMarks } from './sheets.ts'

/** Progress with the addresses of those who are awaited. */
export type LoadedProgress = Omit<ProgressFacts, 'members'> & {
  readonly members: readonly ReviewMember[]
}

/** What the office may learn of a committee at work: who, what, how far; never a point. */
export const loadProgressFacts = async (
  scope: Scope,
  reviewId: string,
): Promise<LoadedProgress> => {
  const all = await listReviewedProposals(scope, reviewId)
  const proposals = all.filter(({ state }) => state !== 'withdrawn')
  const members = await listReviewMembers(scope, reviewId)
  const ties = await listGroupTies(
    scope,
    members.map(({ accountId }) => accountId),
    proposals.map(({ groupId }) => groupId),
  )
  return {
    proposals,
    members,
    declarations: await listDeclarations(scope, reviewId),
    marks: await listSubmittedMarks(scope, reviewId),
    ties: ties.filter(({ current }) => current),
  }
}
