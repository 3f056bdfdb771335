import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { accountOf, isOfGroup } from '#kernel/actor.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import {
  checkDeclaration,
  type DeclarationProblem,
  type Declared,
  type Interest,
} from '../../reviews/index.ts'
import { evaluationKind } from '../evaluation.ts'
import { deleteAssessment } from '../queries/assessments.ts'
import { findInterest, saveInterest } from '../queries/interests.ts'
import { type Case, renewTasks } from './step.ts'

/** What the actor has declared of this project; undefined before. */
export const findOwnInterest = async (
  scope: Scope,
  projectId: string,
): Promise<Declared | undefined> => {
  const accountId = accountOf(scope.actor)
  return accountId ? findInterest(scope, projectId, accountId) : undefined
}

/**
 * A member declares how they are related to the group before they open what is to be judged. An interest
 * takes away what they had written, and stays.
 */
export const declareTie = async (
  scope: Scope,
  {
    given,
    ...held
  }: Case & { readonly given: { readonly interest: string; readonly note: string } },
): Promise<Result<Interest, DeclarationProblem>> => {
  const { project } = held
  const accountId = accountOf(scope.actor)
  if (!accountId) return refuse('choose')
  const before = await findInterest(scope, project.id, accountId)
  const ownGroup = isOfGroup(scope.actor, project.groupId)
  const checked = checkDeclaration(given, { current: before?.interest, ownGroup, sheet: 'none' })
  if (!checked.ok) return checked
  const { interest } = checked.value
  await saveInterest(scope, project.id, { ...checked.value, accountId })
  if (interest !== 'none') await deleteAssessment(scope, project.id, accountId)
  await audit(scope, {
    action: 'evaluation.declare',
    subjectKind: evaluationKind,
    subjectId: project.id,
    before: { interest: before?.interest ?? '' },
    after: { interest },
  })
  await renewTasks(scope, held)
  return ok(interest)
}
