import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { otherSide, type Side } from '../../projects/index.ts'
import { type Evaluation, evaluationKind, hasSubmitted } from '../evaluation.ts'
import { paths } from '../paths.ts'
import { submissionFacts } from '../queries/evaluations.ts'
import { saveSheet } from '../queries/scores.ts'
import { checkSheet, type Sheet } from '../scores.ts'
import { writeToBoth } from './letters.ts'
import { type Case, takeEvaluationStep } from './step.ts'

/** Keeps a side's sheet as it was typed, finished or not. */
export const saveSelf = async (
  scope: Scope,
  given: Case & { readonly side: Side; readonly sheet: Sheet },
): Promise<void> => {
  const { project, side, sheet } = given
  await saveSheet(scope, { projectId: project.id, side }, sheet)
  // How far one has come is recorded, never what was thought.
  await audit(scope, {
    action: 'evaluation.save-self',
    subjectKind: evaluationKind,
    subjectId: project.id,
    after: { side },
  })
}

/** Hands in a side's sheet. The second one opens both to each other. */
export const submitSelf = async (
  scope: Scope,
  city: City,
  given: Case & { readonly side: Side; readonly sheet: Sheet },
): Promise<Result<Evaluation, TransitionProblem | 'incomplete'>> => {
  const { project, call, evaluation, side, sheet } = given
  if (checkSheet(sheet, evaluation.definition).length > 0) return refuse('incomplete')
  await saveSelf(scope, given)
  const last = hasSubmitted(evaluation, otherSide(side))
  const taken = await takeEvaluationStep(scope, {
    project,
    call,
    evaluation,
    name: last ? 'submit-last' : 'submit',
    facts: submissionFacts(scope, side, true),
  })
  if (taken.ok && last) {
    const path = paths.mutual(city.slug, project.id)
    await writeToBoth(scope, city, { kind: 'both-in', project, path })
  }
  return taken
}

/** Takes a side's sheet back to mend it, while the other side has not handed in its own. */
export const takeBackSelf = async (
  scope: Scope,
  given: Case & { readonly side: Side },
): Promise<Result<Evaluation, TransitionProblem>> => {
  const { side, ...move } = given
  return takeEvaluationStep(scope, {
    ...move,
    name: 'take-back',
    facts: submissionFacts(scope, side, false),
  })
}
