import { allow, no } from '#kernel/refusals.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { Survey } from '../../surveys/index.ts'
import { publishTabulation, withdrawTabulation } from '../actions/publish.ts'
import { deskSentences } from '../desk-sentences.ts'
import { readTabulation } from '../find-results.ts'
import { readReason } from '../form.ts'
import { paths } from '../paths.ts'
import { stepsOf } from '../policy.ts'
import { getSettings } from '../queries/settings.ts'
import type { Tabulation, TabulationStep } from '../tabulation.ts'
import { CheckPanel } from '../views/check-panel.tsx'
import { ResultsPage } from '../views/results-page.tsx'
import { crumbsOf, getKeptTabulation } from './request.ts'

type Back = {
  readonly problem?: { readonly typed: string }
  readonly refusal?: TransitionProblem | 'few-more'
}

/** Results as they would be published, with what can be done with them. */
const checkPage = async (
  request: PageRequest,
  { survey, tabulation }: { readonly survey: Survey; readonly tabulation: Tabulation },
  back: Back = {},
): Promise<Answer> => {
  const { scope, city, language } = request
  const words = deskSentences[language]
  const { keepsOriginals } = await getSettings(scope, survey)
  const panel = (
    <CheckPanel
      lang={language}
      city={city}
      head={tabulation}
      steps={stepsOf(scope.actor, survey, tabulation)}
      destroys={!keepsOriginals}
      problem={back.problem}
      refusal={back.refusal && words.refused[back.refusal]}
      formKey={newFormKey}
    />
  )
  return page(
    request,
    {
      title: words.numberOf(tabulation.number),
      width: 'wide',
      breadcrumb: [...crumbsOf(request, survey), { label: words.numberOf(tabulation.number) }],
      unlisted: true,
      done: words.done,
      ...(back.problem || back.refusal ? { status: 422 } : {}),
    },
    <ResultsPage
      lang={language}
      city={city}
      results={await readTabulation(scope, survey, tabulation)}
      above={panel}
      downloads={false}
    />,
  )
}

const check = async (request: PageRequest): Promise<Answer> =>
  checkPage(request, await getKeptTabulation(request))

const allowStep = (
  { scope }: PageRequest,
  survey: Survey,
  given: { readonly tabulation: Tabulation; readonly step: TabulationStep },
): void =>
  allow(
    stepsOf(scope.actor, survey, given.tabulation).includes(given.step)
      ? { ok: true }
      : no('tabulations.not-now'),
  )

const doneAt = ({ city }: PageRequest, { surveyId, number }: Tabulation, done: string): Answer =>
  redirect(`${paths.tabulation(city.slug, surveyId, number)}?done=${done}`)

const publish = async (request: PageRequest): Promise<Answer> => {
  const { scope } = request
  const found = await getKeptTabulation(request)
  const { survey, tabulation } = found
  allowStep(request, survey, { tabulation, step: 'publish' })
  const { keepsOriginals } = await getSettings(scope, survey)
  const done = await publishTabulation(scope, survey, { head: tabulation, keepsOriginals })
  if (!done.ok) return checkPage(request, found, { refusal: done.error })
  return doneAt(request, tabulation, 'published')
}

const withdraw = async (request: PageRequest): Promise<Answer> => {
  const { scope, form } = request
  const found = await getKeptTabulation(request)
  const { survey, tabulation } = found
  allowStep(request, survey, { tabulation, step: 'withdraw' })
  const { reason, problems } = readReason(form, true)
  if (problems.length > 0)
    return checkPage(request, found, { problem: { typed: form.text('reason') } })
  const done = await withdrawTabulation(scope, survey, { head: tabulation, reason })
  if (!done.ok) return checkPage(request, found, { refusal: done.error })
  return doneAt(request, tabulation, 'withdrawn')
}

const staff = ['office', 'centre', 'department'] as const
const place = '/:city/surveys/:id/tabulations/:number'

/** A tabulation is looked at before it becomes public, and taken off again if need be. */
export const publishingRoutes: readonly Route[] = [
  get(place, 'tabulations.check', staff, check),
  post(`${place}/publication`, 'tabulations.publish', staff, publish),
  post(`${place}/withdrawal`, 'tabulations.withdraw', staff, withdraw),
]
