import type { Scope } from '#data/scope.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { replaceTasks, takeStep } from '../../procedures/index.ts'
import {
  isConcerned,
  isOfficeFor,
  lockSituation,
  type Project,
  roleCodeFor,
  type Situation,
  sideOf,
} from '../../projects/index.ts'
import { listCommittee } from '../../reviews/index.ts'
import type { Assessment, Seat } from '../assessment.ts'
import {
  type Evaluation,
  type EvaluationState,
  type EvaluationStep,
  evaluationKind,
  evaluationWorkflow,
  publicSteps,
} from '../evaluation.ts'
import { tasksIn } from '../next-tasks.ts'
import { rolesAt, type Standpoint } from '../policy.ts'
import { listAssessments, listTiedAccounts } from '../queries/assessments.ts'
import {
  type EvaluationFacts,
  findEvaluation,
  lockEvaluation,
  moveEvaluation,
} from '../queries/evaluations.ts'
import { listDeclared } from '../queries/interests.ts'

/** An evaluation with its project, as far as one request works on it. */
export type Case = Situation & { readonly evaluation: Evaluation }

/** What the timeline, tasks and letters call the evaluation of this project. */
export const subjectOf = (project: Pick<Project, 'id' | 'title'>) => ({
  kind: evaluationKind,
  id: project.id,
  title: project.title,
})

/** Project and evaluation, both held until the transaction ends. */
export const lockCase = async (scope: Scope, projectId: string): Promise<Case> => {
  const situation = await lockSituation(scope, projectId)
  return { ...situation, evaluation: await lockEvaluation(scope, projectId) }
}

/** The committee of the project's programme, as it stands towards this project. */
export const listSeats = async (
  scope: Scope,
  project: Project,
  assessments: readonly Pick<Assessment, 'accountId'>[],
): Promise<readonly Seat[]> => {
  const tied = await listTiedAccounts(scope, project)
  const declared = await listDeclared(scope, project.id)
  const members = await listCommittee(scope, project.programmeId)
  return members.map(({ accountId, name }) => ({
    accountId,
    name,
    recused: tied.has(accountId),
    declared: declared.has(accountId),
    assessed: assessments.some((one) => one.accountId === accountId),
  }))
}

/** The committee with who has written already. */
export const findSeats = async (scope: Scope, project: Project): Promise<readonly Seat[]> =>
  listSeats(scope, project, await listAssessments(scope, project.id))

const seatOf = (scope: Scope, seats: readonly Seat[]): Pick<Standpoint, 'seat' | 'assessed'> => {
  const { actor } = scope
  const mine =
    actor.kind === 'person' && actor.trusted && actor.roles.includes('reviewer')
      ? seats.find(({ accountId }) => accountId === actor.accountId)
      : undefined
  if (!mine) return { seat: 'none', assessed: false }
  const open = mine.declared ? 'sits' : 'undeclared'
  return { seat: mine.recused ? 'recused' : open, assessed: mine.assessed }
}

/** Where the scope's actor stands towards the evaluation of a project. */
export const standpointOf = (
  scope: Scope,
  project: Project,
  seats: readonly Seat[],
): Standpoint => ({
  side: sideOf(scope.actor, project),
  office: isOfficeFor(scope.actor, project),
  concerned: isConcerned(scope.actor, project),
  ...seatOf(scope, seats),
  open: project.state === 'evaluating',
})

/** The same, for whoever needs no list of members: looked up only for reviewers. */
export const findStandpoint = async (scope: Scope, project: Project): Promise<Standpoint> => {
  const { actor } = scope
  const member = actor.kind === 'person' && actor.roles.includes('reviewer')
  return standpointOf(scope, project, member ? await findSeats(scope, project) : [])
}

export type Move = Case & {
  readonly name: EvaluationStep
  readonly facts?: EvaluationFacts
  readonly reason?: string | undefined
  readonly documentNumber?: string | undefined
}

/** The evaluation as the facts of a step leave it, for whoever must act next. */
const changedBy = (evaluation: Evaluation, facts: EvaluationFacts): Evaluation => {
  const submitted = (
    at: Date | null | undefined,
    before: Evaluation['submitted']['group'],
  ): Evaluation['submitted']['group'] =>
    at === undefined ? before : at === null ? null : { at, by: null }
  return {
    ...evaluation,
    submitted: {
      group: submitted(facts.group_submitted_at, evaluation.submitted.group),
      city: submitted(facts.city_submitted_at, evaluation.submitted.city),
    },
    mutualClosedAt: facts.mutual_closed_at ?? evaluation.mutualClosedAt,
    thirdPartyClosedAt: facts.third_party_closed_at ?? evaluation.thirdPartyClosedAt,
    mutualRevision: facts.mutual_revision ?? evaluation.mutualRevision,
    confirmed: {
      group: facts.group_confirmed_revision ?? evaluation.confirmed.group,
      city: facts.city_confirmed_revision ?? evaluation.confirmed.city,
    },
  }
}

/** Opens anew what is to be done, after the committee's seats have changed. */
export const renewTasks = async (scope: Scope, { project, evaluation }: Case): Promise<void> => {
  const around = {
    citySlug: scope.city.slug,
    now: scope.now,
    project,
    seats: await findSeats(scope, project),
  }
  await replaceTasks(scope, subjectOf(project), tasksIn(evaluation, around))
}

/** Takes a step: timeline, audit, who acts next, and the new state, all or nothing. */
export const takeEvaluationStep = async (
  scope: Scope,
  move: Move,
): Promise<Result<Evaluation, TransitionProblem>> => {
  const { project, evaluation, name, facts = {} } = move
  if (project.state !== 'evaluating') return refuse('not-from-here')
  const seats = await findSeats(scope, project)
  const at = standpointOf(scope, project, seats)
  const changed = changedBy(evaluation, facts)
  const taken = await takeStep<EvaluationState, EvaluationStep>(scope, evaluationWorkflow, {
    subject: subjectOf(project),
    state: evaluation.state,
    name,
    roles: rolesAt(at),
    role: roleCodeFor(scope, project),
    reason: move.reason,
    public: publicSteps.has(name),
    documentNumber: move.documentNumber,
    next: (state) =>
      tasksIn({ ...changed, state }, { citySlug: scope.city.slug, now: scope.now, project, seats }),
  })
  if (!taken.ok) return taken
  const moved = await moveEvaluation(scope, project.id, {
    from: evaluation.state,
    to: taken.value,
    facts,
  })
  if (!moved) return refuse('not-from-here')
  const after = await findEvaluation(scope, project.id)
  return after ? ok(after) : refuse('not-from-here')
}
