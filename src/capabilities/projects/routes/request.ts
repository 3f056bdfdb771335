import { NotFound } from '#kernel/refusals.ts'
import type { PageRequest } from '#web/route.ts'
import type { Crumb } from '#web/ui/index.ts'
import { getCall } from '../../programmes/index.ts'
import { lockSituation, type Situation } from '../actions/step.ts'
import { paths } from '../paths.ts'
import { currentYear, type Project } from '../project.ts'
import type { ProjectYear } from '../project-year.ts'
import { getProject } from '../queries/projects.ts'
import { sentences } from '../sentences.ts'

/** The project of the address with its call. @throws NotFound */
export const findSituation = async (request: PageRequest): Promise<Situation> => {
  const project = await getProject(request.scope, request.params.id ?? '')
  return { project, call: await getCall(request.scope, project.callId) }
}

/** The same, held until the transaction ends: for every form that is sent. */
export const holdSituation = (request: PageRequest): Promise<Situation> =>
  lockSituation(request.scope, request.params.id ?? '')

/** The year that is being worked on. @throws NotFound before the project has begun */
export const yearOf = (project: Project): ProjectYear => {
  const year = currentYear(project)
  if (!year) throw new NotFound('project year')
  return year
}

/** From the list to a page below a project. */
export const crumbsOf = (
  { city, language }: PageRequest,
  project: Project,
  here?: string,
): readonly Crumb[] => [
  { label: sentences[language].title, href: paths.list(city.slug) },
  here
    ? { label: project.title, href: paths.show(city.slug, project.id) }
    : { label: project.title },
  ...(here ? [{ label: here }] : []),
]

/** Where a form leads after it was accepted. */
export const doneAt = (path: string, done: string): string => `${path}?done=${done}`
