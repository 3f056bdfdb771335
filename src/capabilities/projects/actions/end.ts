import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { Result } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { closeTasks, insertEvent } from '../../procedures/index.ts'
import type { Call } from '../../programmes/index.ts'
import type { Continuation } from '../continuation.ts'
import { type Project, projectKind, subjectOf } from '../project.ts'
import { getProject, insertTermination, saveContinuation } from '../queries/projects.ts'
import { writeToBoth } from './letters.ts'
import {
  announceProject,
  lockSituation,
  publishProject,
  roleCodeFor,
  type Situation,
  takeProjectStep,
} from './step.ts'

type Stepped = Result<Project, TransitionProblem>

/** Ends a project before its time; both sides are told why, and so is everyone. */
export const terminateProject = async (
  scope: Scope,
  city: City,
  given: Situation & { readonly reason: string },
): Promise<Stepped> => {
  await insertTermination(scope, given.project.id, given.reason)
  const taken = await takeProjectStep(scope, { ...given, name: 'terminate' })
  if (!taken.ok) return taken
  const { reason, project } = given
  await closeTasks(scope, { kind: 'evaluation', id: project.id })
  await writeToBoth(scope, city, { kind: 'terminated', project, reason })
  await announceProject(scope, 'terminated', taken.value)
  return taken
}

/** Completes a project that will not be evaluated, or not to the end. */
export const closeProject = async (
  scope: Scope,
  city: City,
  given: Situation & { readonly reason: string },
): Promise<Stepped> => {
  const taken = await takeProjectStep(scope, { ...given, name: 'close' })
  if (!taken.ok) return taken
  const { reason, project } = given
  await closeTasks(scope, { kind: 'evaluation', id: project.id })
  await writeToBoth(scope, city, { kind: 'closed', project, reason })
  await announceProject(scope, 'completed', taken.value)
  return taken
}

/** Moves a project whose last report was accepted on to its evaluation. For the evaluation itself. */
export const startEvaluating = async (scope: Scope, projectId: string): Promise<Stepped> => {
  const situation = await lockSituation(scope, projectId)
  return takeProjectStep(scope, { ...situation, name: 'evaluate' })
}

/** Completes a project whose evaluation was published. For the evaluation itself. */
export const completeProject = async (scope: Scope, projectId: string): Promise<Stepped> => {
  const situation = await lockSituation(scope, projectId)
  const taken = await takeProjectStep(scope, { ...situation, name: 'complete' })
  if (taken.ok) await announceProject(scope, 'completed', taken.value)
  return taken
}

/** What the programme calls an outcome. */
export const outcomeName = (call: Call, outcome: Continuation['outcome']): Bilingual =>
  call.definition.continuation.find(({ code }) => code === outcome)?.label ?? {
    ja: outcome,
    en: outcome,
  }

/** Records what became of a project after its end, or mends the record; everyone can read it. */
export const recordContinuation = async (
  scope: Scope,
  city: City,
  given: Situation & { readonly record: Pick<Continuation, 'outcome' | 'note'> },
): Promise<Project> => {
  const { project, call, record } = given
  const name = outcomeName(call, record.outcome)
  await saveContinuation(scope, project.id, record)
  await insertEvent(scope, subjectOf(project), {
    step: 'continuation',
    title: {
      ja: `終了後の展開：${name.ja}`,
      en: `What became of it: ${name.en}`,
    },
    role: roleCodeFor(scope, project),
    public: true,
  })
  await closeTasks(scope, subjectOf(project), { step: 'continuation' })
  await audit(scope, {
    action: 'project.record-continuation',
    subjectKind: projectKind,
    subjectId: project.id,
    before: project.continuation ? { outcome: project.continuation.outcome } : undefined,
    after: record,
  })
  const after = await getProject(scope, project.id)
  await publishProject(scope, after)
  await writeToBoth(scope, city, { kind: 'continuation', project, note: name })
  await announceProject(scope, 'continued', after)
  return after
}
