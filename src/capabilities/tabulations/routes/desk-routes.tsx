import { listLiveJobs } from '#data/jobs.ts'
import { inBrackets } from '#kernel/bilingual.ts'
import type { Answer } from '#web/answer.ts'
import { redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { countAnswers, countTexts, type Survey, standingAt } from '../../surveys/index.ts'
import { type MakeRefusal, makeTabulation } from '../actions/make.ts'
import { deskSentences } from '../desk-sentences.ts'
import { type FormProblem, readReason, readSettings, type SettingsForm } from '../form.ts'
import { makeJob } from '../jobs.ts'
import { paths } from '../paths.ts'
import { listPublished } from '../queries/lists.ts'
import { listPrinted } from '../queries/printed.ts'
import { getSettings, saveSettings } from '../queries/settings.ts'
import { listTabulations } from '../queries/tabulations.ts'
import type { ModeCount } from '../tabulation.ts'
import { DeskPage } from '../views/desk-page.tsx'
import { crumbsOf, getKeptSurvey } from './request.ts'

/** Above so many answers the counting is a job: nobody waits for it before a white page. */
const countedAtOnce = 20_000

type Back = {
  readonly form?: SettingsForm
  readonly problems?: readonly FormProblem[]
  readonly refusal?: MakeRefusal
}

const listEarlier = async ({ scope, language }: PageRequest, survey: Survey) => {
  const counted = await listPublished(scope, language)
  const printed = await listPrinted(scope)
  return [
    ...counted.map(({ survey: id, title, when }) => ({
      id,
      title: `${title}${inBrackets(when, language)}`,
    })),
    ...printed.map(({ code, title }) => ({ id: code, title: title[language] })),
  ].filter(({ id }) => id !== survey.id)
}

/** The ways of answering by how many took them, the most first. */
const modesOf = (answers: ReadonlyMap<string, number>): readonly ModeCount[] =>
  [...answers]
    .toSorted(([, one], [, other]) => other - one)
    .map(([code, count]) => ({ code, returned: count, valid: count }))

const deskPage = async (request: PageRequest, survey: Survey, back: Back = {}): Promise<Answer> => {
  const { scope, city, language } = request
  const words = deskSentences[language]
  const settings = back.form?.settings ?? (await getSettings(scope, survey))
  const ended = standingAt(survey, scope.now) === 'closed'
  return page(
    request,
    {
      title: words.title,
      breadcrumb: crumbsOf(request, survey).map(({ label, href }, at) =>
        at === 2 ? { label } : { label, href },
      ),
      unlisted: true,
      done: words.done,
      ...(back.problems || back.refusal ? { status: 422 } : {}),
    },
    <DeskPage
      lang={language}
      city={city}
      survey={survey}
      ended={ended}
      modes={modesOf(await countAnswers(scope, survey.id))}
      tabulations={await listTabulations(scope, survey.id)}
      texts={ended ? await countTexts(scope, survey.id) : new Map()}
      form={{
        settings,
        population: back.form?.population ?? String(settings.population ?? ''),
      }}
      earlier={await listEarlier(request, survey)}
      problems={back.problems ?? []}
      typedReason={back.problems || back.refusal ? request.form.text('reason') : ''}
      refusal={back.refusal && words.refused[back.refusal]}
      formKey={newFormKey}
    />,
  )
}

const showDesk = async (request: PageRequest): Promise<Answer> =>
  deskPage(request, await getKeptSurvey(request))

const isLarge = async (request: PageRequest, survey: Survey): Promise<boolean> => {
  const modes = await countAnswers(request.scope, survey.id)
  return [...modes.values()].reduce((sum, n) => sum + n, 0) > countedAtOnce
}

const make = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const survey = await getKeptSurvey(request)
  const { reason, problems } = readReason(form, false)
  if (problems.length > 0) return deskPage(request, survey, { problems })
  if (standingAt(survey, scope.now) === 'closed' && (await isLarge(request, survey))) {
    const alive = await listLiveJobs(scope, makeJob)
    // Whoever sees nothing yet and presses again has not asked for two.
    if (!alive.some(({ surveyId }) => surveyId === survey.id))
      await scope.outside.jobs.send(scope, makeJob, { surveyId: survey.id, reason })
    return redirect(`${paths.desk(city.slug, survey.id)}?done=queued`)
  }
  const made = await makeTabulation(scope, survey.id, reason)
  if (!made.ok)
    return deskPage(
      request,
      survey,
      made.error === 'reason' ? { problems: ['reason'] } : { refusal: made.error },
    )
  return redirect(`${paths.tabulation(city.slug, survey.id, made.value)}?done=made`)
}

const changeSettings = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const survey = await getKeptSurvey(request)
  const typed = readSettings(form, survey)
  if (typed.problems.length > 0)
    return deskPage(request, survey, { form: typed, problems: typed.problems })
  await saveSettings(scope, survey.id, typed.settings)
  return redirect(`${paths.desk(city.slug, survey.id)}?done=saved`)
}

const staff = ['office', 'centre', 'department'] as const

/** Where staff follow returns, choose how to count, and count. */
export const deskRoutes: readonly Route[] = [
  get('/:city/surveys/:id/tabulations', 'tabulations.desk', staff, showDesk),
  post('/:city/surveys/:id/tabulations', 'tabulations.make', staff, make),
  post('/:city/surveys/:id/tabulations/settings', 'tabulations.settings', staff, changeSettings),
]
