import { colon } from '#kernel/bilingual.ts'
import { allow } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { summaryOf } from '../../forms/index.ts'
import { closeProject, recordContinuation, terminateProject } from '../actions/end.ts'
import { remindLate } from '../actions/remind.ts'
import type { Situation } from '../actions/step.ts'
import { readContinuation, readReason } from '../form.ts'
import { paths } from '../paths.ts'
import { canCloseProject, canRecordContinuation, canRemind, canTerminate } from '../policy.ts'
import type { FieldProblem } from '../problem-texts.ts'
import { sentences } from '../sentences.ts'
import { ContinuationPage } from '../views/continuation-page.tsx'
import { ReasonPage } from '../views/reason-page.tsx'
import type { Refusal } from './agreement-routes.tsx'
import { crumbsOf, doneAt, findSituation, holdSituation } from './request.ts'

type Comeback = { readonly problems?: readonly FieldProblem[]; readonly refusal?: Refusal }

/** The two ways in which the office ends a project with a public reason. */
const endings = {
  termination: {
    may: canTerminate,
    end: terminateProject,
    done: 'terminated',
    title: 'terminateTitle',
    lead: 'terminateLead',
    button: 'terminate',
  },
  closing: {
    may: canCloseProject,
    end: closeProject,
    done: 'closed',
    title: 'closeTitle',
    lead: 'closeLead',
    button: 'close',
  },
} as const
type Ending = keyof typeof endings

const reasonPage = (
  request: PageRequest,
  { project }: Situation,
  given: { readonly ending: Ending; readonly back?: Comeback },
): Answer => {
  const { city, language, form } = request
  const { ending, back } = given
  const words = sentences[language]
  const { title, lead, button } = endings[ending]
  return page(
    request,
    {
      title: `${words[title]}${colon[request.language]}${project.title}`,
      breadcrumb: crumbsOf(request, project, words[title]),
      unlisted: true,
      ...(back ? { status: 422 } : {}),
    },
    <ReasonPage
      lang={language}
      title={words[title]}
      over={project.title}
      lead={words[lead]}
      action={paths[ending](city.slug, project.id)}
      button={words[button]}
      danger={ending === 'termination'}
      formKey={newFormKey()}
      typed={back ? form.text('reason') : undefined}
      errors={summaryOf(back?.problems ?? [], language)}
      refusal={back?.refusal && words.refused[back.refusal]}
    />,
  )
}

const showEnding =
  (ending: Ending) =>
  async (request: PageRequest): Promise<Answer> => {
    const situation = await findSituation(request)
    allow(endings[ending].may(request.scope.actor, situation.project))
    return reasonPage(request, situation, { ending })
  }

const takeEnding =
  (ending: Ending) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, form } = request
    const situation = await holdSituation(request)
    const { may, end, done } = endings[ending]
    allow(may(scope.actor, situation.project))
    const { value: reason, problems } = readReason(form)
    if (problems.length > 0) return reasonPage(request, situation, { ending, back: { problems } })
    const result = await end(scope, city, { ...situation, reason })
    if (!result.ok)
      return reasonPage(request, situation, { ending, back: { refusal: result.error } })
    return redirect(doneAt(paths.show(city.slug, situation.project.id), done))
  }

const continuationPage = (
  request: PageRequest,
  { project, call }: Situation,
  problems?: readonly FieldProblem[],
): Answer => {
  const { city, language, form } = request
  const words = sentences[language]
  return page(
    request,
    {
      title: `${words.continuationTitle}${colon[request.language]}${project.title}`,
      breadcrumb: crumbsOf(request, project, words.continuationTitle),
      unlisted: true,
      ...(problems ? { status: 422 } : {}),
    },
    <ContinuationPage
      lang={language}
      city={city}
      project={project}
      choices={call.definition.continuation}
      formKey={newFormKey()}
      typed={problems ? form : undefined}
      errors={summaryOf(problems ?? [], language)}
    />,
  )
}

const showContinuation = async (request: PageRequest): Promise<Answer> => {
  const situation = await findSituation(request)
  allow(canRecordContinuation(request.scope.actor, situation.project))
  return continuationPage(request, situation)
}

const saveContinuation = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const situation = await holdSituation(request)
  allow(canRecordContinuation(scope.actor, situation.project))
  const { value, problems } = readContinuation(request.form)
  const { outcome, note } = value
  if (!outcome || problems.length > 0) return continuationPage(request, situation, problems)
  await recordContinuation(scope, city, { ...situation, record: { outcome, note } })
  return redirect(doneAt(paths.show(city.slug, situation.project.id), 'continuation'))
}

/** Whatever came of it, the person is back on the project's page: a second press is no mistake. */
const remind = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const { project } = await holdSituation(request)
  allow(canRemind(scope.actor, project))
  const reminded = await remindLate(scope, city, project)
  const done = reminded.ok ? 'reminded' : reminded.error
  return redirect(doneAt(paths.show(city.slug, project.id), done))
}

/** How a project ends, what became of it, and who is reminded on the way. */
export const endRoutes: readonly Route[] = [
  get(
    '/:city/projects/:id/termination',
    'projects.see-termination',
    ['office'],
    showEnding('termination'),
  ),
  post(
    '/:city/projects/:id/termination',
    'projects.terminate',
    ['office'],
    takeEnding('termination'),
  ),
  get('/:city/projects/:id/closing', 'projects.see-closing', ['office'], showEnding('closing')),
  post('/:city/projects/:id/closing', 'projects.close', ['office'], takeEnding('closing')),
  get(
    '/:city/projects/:id/continuation',
    'projects.see-continuation',
    ['office'],
    showContinuation,
  ),
  post(
    '/:city/projects/:id/continuation',
    'projects.record-continuation',
    ['office'],
    saveContinuation,
  ),
  post('/:city/projects/:id/reminder', 'projects.remind', ['office'], remind),
]
