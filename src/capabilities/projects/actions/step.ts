import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { applyTransition, type TransitionProblem } from '#kernel/workflow.ts'
import { departmentRole, type RoleCode, roleCodeOf, takeStep } from '../../procedures/index.ts'
import { type Call, getCall } from '../../programmes/index.ts'
import { publishEntry } from '../../publishing/index.ts'
import { dueDaysFor } from '../calendar.ts'
import { type Standing, tasksIn } from '../next-tasks.ts'
import { paths } from '../paths.ts'
import { actsForGroup, isDepartmentFor, rolesTowards } from '../policy.ts'
import {
  currentYear,
  isLastYear,
  type Project,
  type ProjectState,
  type ProjectStep,
  projectKind,
  projectWorkflow,
  subjectOf,
} from '../project.ts'
import { type ProjectYear, type YearState, type YearStep, yearWorkflow } from '../project-year.ts'
import { getProject, lockProject, moveProject } from '../queries/projects.ts'
import { insertYear, moveYear, type YearFacts } from '../queries/years.ts'

/** A project with the call whose calendar it follows; held until the transaction ends. */
export type Situation = { readonly project: Project; readonly call: Call }

export const lockSituation = async (scope: Scope, projectId: string): Promise<Situation> => {
  const project = await lockProject(scope, projectId)
  return { project, call: await getCall(scope, project.callId) }
}

/** In which role the actor appears on the project's timeline. */
export const roleCodeFor = (scope: Scope, project: Project): RoleCode => {
  if (actsForGroup(scope.actor, project)) return 'group'
  if (isDepartmentFor(scope.actor, project)) return departmentRole(project.department)
  return roleCodeOf(scope.actor)
}

/** Who must act in the standing reached. */
export const tasksFor = (scope: Scope, call: Call, project: Project, standing: Standing) =>
  tasksIn(standing, {
    citySlug: scope.city.slug,
    now: scope.now,
    due: dueDaysFor(call, project, currentYear(standing)?.fiscalYear ?? project.firstFiscalYear),
  })

/** Lets everyone find the project as it is now. */
export const publishProject = (scope: Scope, project: Project): Promise<void> =>
  publishEntry(scope, {
    kind: 'project',
    id: project.id,
    title: { ja: project.title, en: project.title },
    summary: { ja: project.summary, en: project.summary },
    body: project.groupName,
    url: paths.show(scope.city.slug, project.id),
    happenedOn: tokyoDayOf(scope.now),
  })

/** Tells later capabilities what happened to a project. */
export const announceProject = (
  scope: Scope,
  name: 'created' | 'begun' | 'accepted' | 'terminated' | 'completed' | 'continued',
  project: Project,
): Promise<void> =>
  scope.outside.announce(scope, {
    name: `project.${name}`,
    subjectKind: projectKind,
    subjectId: project.id,
    data: { proposalId: project.proposalId, groupId: project.groupId, state: project.state },
  })

type Told = {
  readonly reason?: string | undefined
  readonly public?: boolean
  readonly title?: Bilingual
}

/** Takes a step of the project itself and stores the state reached. */
export const takeProjectStep = async (
  scope: Scope,
  move: Situation & Told & { readonly name: ProjectStep; readonly roles?: readonly string[] },
): Promise<Result<Project, TransitionProblem>> => {
  const { project, call, name, reason } = move
  const taken = await takeStep<ProjectState, ProjectStep>(scope, projectWorkflow, {
    subject: subjectOf(project),
    state: project.state,
    name,
    roles: [...rolesTowards(scope.actor, project), ...(move.roles ?? [])],
    role: roleCodeFor(scope, project),
    reason,
    public: move.public ?? true,
    title: move.title,
    next: (state) => tasksFor(scope, call, project, { ...project, state }),
  })
  if (!taken.ok) return taken
  if (!(await moveProject(scope, project.id, { from: project.state, to: taken.value })))
    return refuse('not-from-here')
  const after = await getProject(scope, project.id)
  await publishProject(scope, after)
  return ok(after)
}

/** What a step of a year means for the project: the last report ends the running, its return resumes it. */
const projectStateAfter = (project: Project, year: ProjectYear, to: YearState): ProjectState => {
  if (!isLastYear(project, year.fiscalYear)) return project.state
  const name = to === 'reported' ? 'report' : to === 'returned' ? 'return-report' : undefined
  if (!name) return project.state
  const moved = applyTransition(projectWorkflow, project.state, name, ['group', 'office'], {
    reason: 'told with the year',
  })
  return moved.ok ? moved.value.to : project.state
}

const freshYear = (fiscalYear: number): ProjectYear => ({
  fiscalYear,
  state: 'running',
  interimAt: null,
  interimAnswer: null,
  interimAnsweredAt: null,
  reportedAt: null,
  correctionDue: null,
  acceptedAt: null,
})

/** How the project stands when its year has reached a state: an accepted year opens the next one. */
const standingAfter = (
  project: Project,
  year: ProjectYear,
  given: { readonly to: YearState; readonly facts: YearFacts },
): Standing => {
  const { to, facts } = given
  const changed: ProjectYear = {
    ...year,
    state: to,
    interimAt: facts.interim_at ?? year.interimAt,
    correctionDue: facts.correction_due ?? year.correctionDue,
  }
  const opens = to === 'accepted' && !isLastYear(project, year.fiscalYear)
  return {
    ...project,
    state: projectStateAfter(project, year, to),
    years: [
      ...project.years.slice(0, -1),
      changed,
      ...(opens ? [freshYear(year.fiscalYear + 1)] : []),
    ],
  }
}

/** Stores what a year and its project have become, and opens the next year after an accepted one. */
const storeYear = async (
  scope: Scope,
  given: { readonly project: Project; readonly year: ProjectYear },
  move: { readonly to: YearState; readonly facts: YearFacts; readonly standing: Standing },
): Promise<boolean> => {
  const { project, year } = given
  const key = { projectId: project.id, fiscalYear: year.fiscalYear }
  const { to, facts, standing } = move
  if (!(await moveYear(scope, key, { from: year.state, to, facts }))) return false
  if (standing.state !== project.state)
    await moveProject(scope, project.id, { from: project.state, to: standing.state })
  if (standing.years.length > project.years.length)
    await insertYear(scope, { projectId: project.id, fiscalYear: year.fiscalYear + 1 })
  return true
}

/** Takes a step of the year that is being worked on, with all that follows for the project. */
export const takeYearStep = async (
  scope: Scope,
  move: Situation & Told & { readonly name: YearStep; readonly facts?: YearFacts },
): Promise<Result<Project, TransitionProblem>> => {
  const { project, call, name, reason, facts = {} } = move
  const year = currentYear(project)
  const open = project.state === 'running' || project.state === 'reported'
  if (!year || !open) return refuse('not-from-here')
  const after = (to: YearState) => standingAfter(project, year, { to, facts })
  const taken = await takeStep<YearState, YearStep>(scope, yearWorkflow, {
    subject: subjectOf(project),
    state: year.state,
    name,
    roles: rolesTowards(scope.actor, project),
    role: roleCodeFor(scope, project),
    reason,
    public: move.public,
    title: move.title,
    next: (to) => tasksFor(scope, call, project, after(to)),
  })
  if (!taken.ok) return taken
  const to = taken.value
  if (!(await storeYear(scope, { project, year }, { to, facts, standing: after(to) })))
    return refuse('not-from-here')
  const changed = await getProject(scope, project.id)
  await publishProject(scope, changed)
  return ok(changed)
}
