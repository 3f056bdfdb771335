import type { Scope } from '#data/scope.ts'
import { fiscalYearOf, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { dueDaysFor, periodOf } from '../calendar.ts'
import type { Project } from '../project.ts'
import { getProject, listProjectsToBegin } from '../queries/projects.ts'
import { insertYear } from '../queries/years.ts'
import { writeToBoth } from './letters.ts'
import { announceProject, lockSituation, type Situation, takeProjectStep } from './step.ts'

/** True once the agreement is signed and the first day has come in Tokyo. */
const hasCome = ({ project, call }: Situation, now: Date): boolean => {
  const years = { first: project.firstFiscalYear, last: project.lastFiscalYear }
  return (
    project.state === 'agreeing' &&
    project.agreement.state === 'signed' &&
    periodOf(call, years).from <= tokyoDayOf(now)
  )
}

/** Begins a project whose day has come: its first year opens. */
export const beginProject = async (
  scope: Scope,
  city: City,
  situation: Situation,
): Promise<Result<Project, TransitionProblem>> => {
  if (!hasCome(situation, scope.now)) return refuse('not-from-here')
  const { id, firstFiscalYear } = situation.project
  await insertYear(scope, { projectId: id, fiscalYear: firstFiscalYear })
  const opened = { ...situation, project: await getProject(scope, id) }
  const begun = await takeProjectStep(scope, { ...opened, name: 'begin' })
  if (!begun.ok) return begun
  await writeToBoth(scope, city, {
    kind: 'begun',
    project: begun.value,
    day: dueDaysFor(situation.call, begun.value, firstFiscalYear).interim,
  })
  await announceProject(scope, 'begun', begun.value)
  return begun
}

/** Projects whose first year is here and whose agreement is signed; the day itself is checked by each. */
export const listDueProjects = (scope: Scope): Promise<readonly string[]> =>
  listProjectsToBegin(scope, fiscalYearOf(tokyoDayOf(scope.now)))

/** Begins every project whose day has come, all in one transaction. @returns how many */
export const beginDueProjects = async (scope: Scope, city: City): Promise<number> => {
  let begun = 0
  for (const id of await listDueProjects(scope)) {
    const result = await beginProject(scope, city, await lockSituation(scope, id))
    if (result.ok) begun += 1
  }
  return begun
}
