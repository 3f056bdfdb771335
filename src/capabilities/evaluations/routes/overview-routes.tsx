import { askTogether, type Question } from '#data/together.ts'
import { colon } from '#kernel/bilingual.ts'
import { allow, no } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { getKept, type PageRequest, post, type Route } from '#web/route.ts'
import { askEvents, listNotices, type TimelineEntry } from '../../procedures/index.ts'
import { getProject, listProjectTasks, lockSituation, type Project } from '../../projects/index.ts'
import { openEvaluation } from '../actions/open.ts'
import { findWhole } from '../actions/publish.ts'
import { findStandpoint, subjectOf } from '../actions/step.ts'
import type { Evaluation } from '../evaluation.ts'
import { paths } from '../paths.ts'
import {
  canAnswer,
  canAssess,
  canCloseThirdParty,
  canScore,
  canSeeAssessments,
  canSeeMutual,
  canSeeScores,
  type Standpoint,
} from '../policy.ts'
import { publishedResult, type Result, wholeResult } from '../published.ts'
import { askEvaluation } from '../queries/evaluations.ts'
import { sentences } from '../sentences.ts'
import { OverviewPage, type Way } from '../views/overview-page.tsx'
import { crumbsOf, doneAt, type Refusal } from './request.ts'

/** The pages of the evaluation that whoever asks may open, the most useful one first. */
const waysOf = (
  { city, language }: PageRequest,
  project: Project,
  given: { readonly evaluation: Evaluation; readonly at: Standpoint },
): readonly Way[] => {
  const { evaluation, at } = given
  const words = sentences[language]
  const way = (open: boolean, part: keyof typeof paths, label: string): readonly Way[] =>
    open ? [{ href: paths[part](city.slug, project.id), label }] : []
  const own = at.side !== undefined && canSeeScores(at, evaluation, at.side).ok
  const writes = canScore(at, evaluation).ok
  const third = canAssess(at, evaluation).ok || canCloseThirdParty(at, evaluation).ok
  return [
    ...way(canAnswer(at, evaluation).ok, 'answer', words.toAnswer),
    ...way(third, 'thirdParty', words.toThirdParty),
    ...way(writes, 'self', words.toSelf),
    ...way(
      evaluation.state === 'mutual' && canSeeMutual(at, evaluation).ok,
      'mutual',
      words.toMutual,
    ),
    ...way(own && !writes && evaluation.state === 'self', 'self', words.toSelfAgain),
  ]
}

/** What this reader may see of what was written; nothing of it is even looked up otherwise. */
const findResult = async (
  { scope }: PageRequest,
  evaluation: Evaluation | undefined,
  at: Standpoint,
): Promise<{ readonly result: Result; readonly seesOpinions: boolean } | undefined> => {
  if (!evaluation || !canSeeMutual(at, evaluation).ok) return undefined
  const whole = await findWhole(scope, evaluation)
  if (!whole) return undefined
  const inside = at.concerned || at.seat === 'sits'
  return {
    result: inside ? wholeResult(whole) : publishedResult(whole),
    seesOpinions: canSeeAssessments(at, evaluation).ok,
  }
}

/** What has happened so far. Who of the committee wrote, and when, is nobody's to know but the office's. */
const historyFor = (
  events: readonly TimelineEntry[],
  concerned: boolean,
): readonly TimelineEntry[] =>
  events.map((event) => ({
    ...event,
    // Why the office closed a step is between it and the two sides.
    reason: concerned ? event.reason : null,
    actorName: event.step === 'assess' ? '' : event.actorName,
  }))

/** The evaluation and what has happened so far, in one question. */
const askAbout = (
  { scope }: PageRequest,
  project: Project,
  concerned: boolean,
): readonly [Question<Evaluation | undefined>, Question<TimelineEntry[]>] => [
  askEvaluation(scope, project.id),
  askEvents(scope, [subjectOf(project)], { publicOnly: !concerned }),
]

const overviewPage = async (
  request: PageRequest,
  project: Project,
  refusal?: Refusal,
): Promise<Answer> => {
  const { scope, city, language, person } = request
  const at = await findStandpoint(scope, project)
  const [evaluation, events] = await askTogether(scope, askAbout(request, project, at.concerned))
  const subject = subjectOf(project)
  const found = await findResult(request, evaluation, at)
  const words = sentences[language]
  const ready = project.state === 'reported' && project.years.at(-1)?.state === 'accepted'
  return page(
    request,
    {
      title: `${words.title}${colon[request.language]}${project.title}`,
      breadcrumb: crumbsOf(request, project),
      description: words.lead,
      done: words.done,
      ...(refusal ? { status: 422 } : {}),
    },
    <OverviewPage
      lang={language}
      city={city}
      now={scope.now}
      person={person}
      project={project}
      evaluation={evaluation}
      result={found?.result}
      opinions={found?.seesOpinions ? found.result : undefined}
      ways={evaluation ? waysOf(request, project, { evaluation, at }) : []}
      mayOpen={at.office && !evaluation && ready}
      concerned={at.concerned}
      tasks={at.concerned ? await listProjectTasks(scope, project) : []}
      events={historyFor(events, at.concerned)}
      notices={evaluation?.state === 'published' ? await listNotices(scope, subject) : []}
      formKey={newFormKey()}
      refusal={refusal && words.refused[refusal]}
    />,
  )
}

const show = async (request: PageRequest): Promise<Answer> =>
  overviewPage(request, await getProject(request.scope, request.params.id ?? ''))

const open = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const situation = await lockSituation(scope, request.params.id ?? '')
  const at = await findStandpoint(scope, situation.project)
  if (!at.office) allow(no('office-only'))
  const opened = await openEvaluation(scope, city, situation)
  if (!opened.ok) return overviewPage(request, situation.project, opened.error)
  return redirect(doneAt(paths.show(city.slug, situation.project.id), 'opened'))
}

/** The evaluation as everyone may follow it, and its beginning. */
export const overviewRoutes: readonly Route[] = [
  getKept('/:city/projects/:id/evaluation', 'evaluations.show', show),
  post('/:city/projects/:id/evaluation/opening', 'evaluations.open', ['office'], open),
]
