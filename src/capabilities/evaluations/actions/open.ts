import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { dueAfter, latestOf } from '#kernel/deadline.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { insertEvent, insertTasks } from '../../procedures/index.ts'
import type { Call } from '../../programmes/index.ts'
import {
  dueDaysOf,
  listProjectsToEvaluate,
  lockSituation,
  roleCodeFor,
  type Situation,
  startEvaluating,
} from '../../projects/index.ts'
import { type Definition, type Evaluation, evaluationKind, leastSelfDays } from '../evaluation.ts'
import { tasksIn } from '../next-tasks.ts'
import { paths } from '../paths.ts'
import { findEvaluation, insertEvaluation } from '../queries/evaluations.ts'
import { writeToBoth } from './letters.ts'
import { subjectOf } from './step.ts'

/** The items and rules of a call, as they stay for this evaluation. */
const freezeDefinition = ({ definition }: Call): Definition => ({
  ...definition.evaluation,
  committee: definition.committee.name,
  comments: definition.publish.comments,
})

/** The last day of the call's own calendar, but never so soon that nobody could keep it. */
const dueOnOf = ({ project, call }: Situation, now: Date): PlainDate => {
  const soonest = dueAfter(tokyoDayOf(now), leastSelfDays)
  const { evaluation } = dueDaysOf(call, project.firstFiscalYear, project.lastFiscalYear)
  return evaluation ? latestOf(evaluation, soonest) : soonest
}

/** Writes down that it was opened, who acts first, and tells both sides. */
const tellOpened = async (
  scope: Scope,
  city: City,
  given: Situation & { readonly evaluation: Evaluation },
): Promise<void> => {
  const { project, evaluation } = given
  const subject = subjectOf(project)
  await insertEvent(scope, subject, {
    step: 'open',
    title: { ja: '双方に自己評価を依頼', en: 'Both sides asked for a self-evaluation' },
    role: roleCodeFor(scope, project),
    to: 'self',
    public: true,
  })
  const around = { citySlug: scope.city.slug, now: scope.now, project, seats: [] }
  await insertTasks(scope, subject, tasksIn(evaluation, around))
  await audit(scope, {
    action: 'evaluation.open',
    subjectKind: evaluationKind,
    subjectId: project.id,
    after: { dueOn: evaluation.dueOn },
  })
  await writeToBoth(scope, city, {
    kind: 'opened',
    project,
    day: evaluation.dueOn,
    path: paths.self(city.slug, project.id),
  })
}

/** True once the calendar's own first day of the evaluation has come; without such a day, at once. */
export const hasCome = ({ project, call }: Situation, now: Date): boolean => {
  const { evaluationFrom } = dueDaysOf(call, project.firstFiscalYear, project.lastFiscalYear)
  return evaluationFrom === undefined || evaluationFrom <= tokyoDayOf(now)
}

/** Opens the evaluation of a project whose last report was accepted. */
export const openEvaluation = async (
  scope: Scope,
  city: City,
  situation: Situation,
): Promise<Result<Evaluation, TransitionProblem>> => {
  const { project, call } = situation
  if (project.years.at(-1)?.state !== 'accepted') return refuse('not-from-here')
  const inserted = await insertEvaluation(scope, {
    projectId: project.id,
    definition: freezeDefinition(call),
    dueOn: dueOnOf(situation, scope.now),
  })
  if (!inserted) return refuse('not-from-here')
  const moved = await startEvaluating(scope, project.id)
  if (!moved.ok) return moved
  const evaluation = await findEvaluation(scope, project.id)
  if (!evaluation) return refuse('not-from-here')
  await tellOpened(scope, city, { project: moved.value, call, evaluation })
  return ok(evaluation)
}

/** Opens every evaluation whose day has come. @returns how many */
export const openDueEvaluations = async (scope: Scope, city: City): Promise<number> => {
  let opened = 0
  for (const id of await listProjectsToEvaluate(scope)) {
    const situation = await lockSituation(scope, id)
    if (!hasCome(situation, scope.now)) continue
    const result = await openEvaluation(scope, city, situation)
    if (result.ok) opened += 1
  }
  return opened
}
