import type { Scope } from '#data/scope.ts'
import type { DomainEvent } from '#kernel/event.ts'
import type { Capability } from '#web/capability.ts'
import { getCity } from '../cities/index.ts'
import { listProjectsToEvaluate, lockSituation } from '../projects/index.ts'
import { hasCome, openEvaluation } from './actions/open.ts'
import { evaluationScoresDataset, evaluationsDataset } from './datasets.ts'
import { evaluationPanel } from './panel.tsx'
import { answerRoutes } from './routes/answer-routes.tsx'
import { interestRoutes } from './routes/interest-routes.tsx'
import { mutualRoutes } from './routes/mutual-routes.tsx'
import { overviewRoutes } from './routes/overview-routes.tsx'
import { selfRoutes } from './routes/self-routes.tsx'
import { thirdPartyRoutes } from './routes/third-party-routes.tsx'
import { evaluationSubject } from './subject.ts'

export { declareTie } from './actions/interest.ts'
export {
  closeMutual,
  confirmMutual,
  type Explained,
  explainDifferences,
  findComparisons,
  type MutualProblem,
} from './actions/mutual.ts'
export { openDueEvaluations, openEvaluation } from './actions/open.ts'
export { publishEvaluation, saveAnswer } from './actions/publish.ts'
export { saveSelf, submitSelf, takeBackSelf } from './actions/self.ts'
export { type Case, findSeats, lockCase } from './actions/step.ts'
export { assessProject, closeThirdParty } from './actions/third-party.ts'
export {
  type Definition as EvaluationDefinition,
  type Evaluation,
  type EvaluationState,
  evaluationWorkflow,
} from './evaluation.ts'
export type { AnswerForm } from './form.ts'
export { paths as evaluationPaths } from './paths.ts'
export { findEvaluation } from './queries/evaluations.ts'
export type { Comparison, Line, Sheet } from './scores.ts'

/** A project whose last report was accepted is evaluated as soon as the calendar says so. */
const hearAcceptance = (scope: Scope, event: DomainEvent): Promise<void> =>
  openWhenDue(scope, event.subjectId)

const openWhenDue = async (scope: Scope, projectId: string): Promise<void> => {
  const situation = await lockSituation(scope, projectId)
  if (hasCome(situation, scope.now)) await openEvaluation(scope, await getCity(scope), situation)
}

/** 評価: self-evaluation by both sides, mutual evaluation, the committee, the city's answer. */
export const evaluations: Capability = {
  name: 'evaluations',
  routes: [
    ...overviewRoutes,
    ...selfRoutes,
    ...mutualRoutes,
    ...interestRoutes,
    ...thirdPartyRoutes,
    ...answerRoutes,
  ],
  subjects: [evaluationSubject],
  panels: [evaluationPanel],
  datasets: [evaluationsDataset, evaluationScoresDataset],
  listeners: [{ event: 'project.accepted', hear: hearAcceptance }],
  jobs: [
    {
      name: 'evaluations.open',
      every: '20 0 * * *',
      // Each project has a transaction of its own: what fails in one keeps no other waiting.
      run: async (scope) => {
        for (const projectId of await listProjectsToEvaluate(scope))
          await scope.outside.jobs.send(scope, 'evaluations.open-one', { projectId })
      },
    },
    {
      name: 'evaluations.open-one',
      run: (scope, { projectId }) => openWhenDue(scope, String(projectId)),
    },
  ],
}
