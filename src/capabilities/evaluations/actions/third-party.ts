import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import type { Assessment } from '../assessment.ts'
import type { Evaluation } from '../evaluation.ts'
import { listAssessments, saveAssessment } from '../queries/assessments.ts'
import { writeToBoth } from './letters.ts'
import { type Case, findStandpoint, takeEvaluationStep } from './step.ts'

/** Writes a member's own assessment, or mends it. */
export const assessProject = async (
  scope: Scope,
  given: Case & { readonly draft: Pick<Assessment, 'overall' | 'comment'> },
): Promise<Result<Evaluation, TransitionProblem>> => {
  const { draft, ...move } = given
  const accountId = accountOf(scope.actor)
  if (!accountId || given.evaluation.state !== 'third_party') return refuse('not-your-role')
  // Nothing is kept of somebody who has an interest, or has not said whether they have one.
  if ((await findStandpoint(scope, given.project)).seat !== 'sits') return refuse('not-your-role')
  await saveAssessment(scope, given.project.id, { ...draft, accountId })
  return takeEvaluationStep(scope, { ...move, name: 'assess' })
}

/** Closes the third-party evaluation; without a single assessment only with a reason. */
export const closeThirdParty = async (
  scope: Scope,
  city: City,
  given: Case & { readonly reason: string },
): Promise<Result<Evaluation, TransitionProblem>> => {
  const { reason, ...move } = given
  const assessments = await listAssessments(scope, given.project.id)
  const taken = await takeEvaluationStep(scope, {
    ...move,
    name: assessments.length > 0 ? 'close-third-party' : 'skip-third-party',
    reason: reason || undefined,
    facts: { third_party_closed_at: scope.now },
  })
  if (taken.ok) await writeToBoth(scope, city, { kind: 'answering', project: given.project })
  return taken
}
