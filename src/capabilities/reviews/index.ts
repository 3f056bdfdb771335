import type { Capability } from '#web/capability.ts'
import { hearWithdrawal } from './actions/hear.ts'
import { hearReady } from './actions/ready-tasks.ts'
import { settleCall } from './actions/settle-call.ts'
import { panels } from './panels.tsx'
import { paths } from './paths.ts'
import { listCallsToSettle } from './queries/reviews.ts'
import { reviewRoutes } from './routes/table.ts'

export { closeReview, finishReview, orderTies } from './actions/close.ts'
export { addCommitteeMember, removeCommitteeMember } from './actions/committee.ts'
export { type DecisionGiven, decideProposal, seenOf } from './actions/decide.ts'
export { declareInterests, type GivenDeclarations } from './actions/declare.ts'
export { offerToReserve } from './actions/offer.ts'
export { addProposals, type OpeningDraft, openReview } from './actions/open.ts'
export { recuseMember, reopenDeclaration } from './actions/recuse.ts'
export { remindMembers } from './actions/remind.ts'
export { saveScores } from './actions/score.ts'
export { answerOffer, endReserve } from './actions/settle.ts'
export { type DecidedOutcome, type DecisionDraft, outcomes, proposeDecision } from './decision.ts'
export {
  checkDeclaration,
  type DeclarationProblem,
  type Declared,
  type Interest,
  interests,
} from './interest.ts'
export { paths as reviewPaths } from './paths.ts'
export { listCommittee } from './queries/committee.ts'
export { type Decision, findDecision } from './queries/decisions.ts'
export { listOwnDecisions, type OwnDecision } from './queries/own-decisions.ts'
export { listReviewedProposals } from './queries/proposals.ts'
export { findReviewOfCall, getReview } from './queries/reviews.ts'
export { type FrozenRanking, type FrozenStanding, standingOf } from './ranking.ts'
export { type Review, type ReviewedProposal, reviewWorkflow } from './review.ts'
export { readScores, type ScoreReading, scoreField } from './score-sheet.ts'
export { interestWords } from './sentences.ts'
export { DecisionNotice } from './views/decision-notice.tsx'

/** 審査: committees at work: interests, scores, ranking, decisions, letters. */
export const reviews: Capability = {
  name: 'reviews',
  routes: reviewRoutes,
  panels,
  listeners: [
    { event: 'proposal.withdrawn', hear: hearWithdrawal },
    { event: 'proposal.ready', hear: hearReady },
  ],
  jobs: [
    {
      name: 'reviews.settle-calls',
      every: '5 0 * * *',
      // Each call has a transaction of its own: what fails in one keeps no other waiting.
      run: async (scope) => {
        for (const callId of await listCallsToSettle(scope))
          await scope.outside.jobs.send(scope, 'reviews.settle-call', { callId })
      },
    },
    {
      name: 'reviews.settle-call',
      run: async (scope, { callId }) => {
        await settleCall(scope, String(callId))
      },
    },
  ],
  subjects: [
    {
      kind: 'review',
      // A review has no files of its own; those of its proposals belong to the proposals.
      canRead: async () => false,
      pathOf: paths.show,
    },
  ],
}
