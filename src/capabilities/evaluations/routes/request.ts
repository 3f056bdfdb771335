import { NotFound } from '#kernel/refusals.ts'
import type { PageRequest } from '#web/route.ts'
import type { Crumb } from '#web/ui/index.ts'
import { getCall } from '../../programmes/index.ts'
import { getProject, type Project, projectPaths } from '../../projects/index.ts'
import { type Case, findStandpoint, lockCase } from '../actions/step.ts'
import { paths } from '../paths.ts'
import type { Standpoint } from '../policy.ts'
import { findEvaluation } from '../queries/evaluations.ts'
import { sentences } from '../sentences.ts'

/** An evaluation, and where the one who asks stands towards it. */
export type Seen = Case & { readonly at: Standpoint }

/** The evaluation of the address. @throws NotFound before it is opened */
export const findSeen = async (request: PageRequest): Promise<Seen> => {
  const { scope } = request
  const project = await getProject(scope, request.params.id ?? '')
  const evaluation = await findEvaluation(scope, project.id)
  if (!evaluation) throw new NotFound('evaluation')
  return {
    project,
    evaluation,
    call: await getCall(scope, project.callId),
    at: await findStandpoint(scope, project),
  }
}

/** The same, held until the transaction ends: for every form that is sent. */
export const holdSeen = async (request: PageRequest): Promise<Seen> => {
  const held = await lockCase(request.scope, request.params.id ?? '')
  return { ...held, at: await findStandpoint(request.scope, held.project) }
}

/** From the project to a page of its evaluation. */
export const crumbsOf = (
  { city, language }: PageRequest,
  project: Project,
  here?: string,
): readonly Crumb[] => {
  const words = sentences[language]
  return [
    { label: project.title, href: projectPaths.show(city.slug, project.id) },
    here ? { label: words.title, href: paths.show(city.slug, project.id) } : { label: words.title },
    ...(here ? [{ label: here }] : []),
  ]
}

/** Where a form leads after it was accepted. */
export const doneAt = (path: string, done: string): string => `${path}?done=${done}`

/** Why a step could not be taken, in the words of the page. */
export type Refusal = keyof (typeof sentences)['ja']['refused']
