import type { Answer } from '#web/answer.ts'
import { type Panel, panelsAt, renderPanels } from '#web/capability.ts'
import { newFormKey, page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { get, getKept, type PageRequest, type Route } from '#web/route.ts'
import { listEvents } from '../../procedures/index.ts'
import { statisticPaths } from '../../statistics/index.ts'
import { pageSize, type SurveyFilter } from '../listing.ts'
import { paths } from '../paths.ts'
import { canBegin, keepsSurvey, stepsOf } from '../policy.ts'
import { countEnvelopes } from '../queries/answers.ts'
import { countAnswers } from '../queries/kept-counts.ts'
import { countSurveys, listSurveys } from '../queries/lists.ts'
import { listWordings } from '../queries/surveys.ts'
import { read } from '../questionnaire.ts'
import { sentences } from '../sentences.ts'
import { type Survey, surveyKind } from '../survey.ts'
import type { DeskBack } from '../views/survey-desk.tsx'
import { SurveyListPage } from '../views/survey-list.tsx'
import { SurveyPage } from '../views/survey-page.tsx'
import { WordingsPage } from '../views/wordings-page.tsx'
import { crumbsOf, getPublic, getShown } from './request.ts'

const draftsFor = ({ scope, person }: PageRequest) => {
  if (!canBegin(scope.actor)) return []
  const all = keepsSurvey(scope.actor, { department: null })
  const departments = all ? undefined : (person?.departments ?? [])
  return listSurveys(scope, { part: 'draft', page: 1, departments })
}

const showList = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, query } = request
  const words = sentences[language]
  const closedOnly = query.get('state') === 'closed'
  const asked = closedOnly ? pageAsked(query) : 1
  const closedFilter: SurveyFilter = { part: 'closed', page: asked }
  const closed = await listSurveys(scope, closedFilter)
  const whole = asked === 1 && closed.length < pageSize
  return page(
    request,
    {
      title: closedOnly ? words.closed : words.title,
      breadcrumb: [{ label: words.title }],
      description: words.lead,
      done: words.done,
    },
    <SurveyListPage
      lang={language}
      city={city}
      now={scope.now}
      open={closedOnly ? [] : await listSurveys(scope, { part: 'open', page: 1 })}
      closed={closed}
      drafts={closedOnly ? [] : await draftsFor(request)}
      closedOnly={closedOnly}
      page={asked}
      closedTotal={whole ? closed.length : await countSurveys(scope, closedFilter)}
      mayBegin={canBegin(scope.actor)}
      statisticsHref={statisticPaths.statistics(city.slug)}
    />,
  )
}

const deskFor = async ({ scope }: PageRequest, survey: Survey, back: DeskBack | undefined) => {
  if (!keepsSurvey(scope.actor, survey)) return undefined
  return {
    steps: stepsOf(scope.actor, survey),
    answers: await countAnswers(scope, survey.id),
    waiting: await countEnvelopes(scope, survey.id),
    formKey: newFormKey,
    back,
  }
}

/** The page of a survey, for whoever asks; with what is to be mended when a form of the desk came back. */
export const surveyPage = async (
  request: PageRequest,
  panels: readonly Panel[],
  back?: DeskBack,
): Promise<Answer> => {
  const { scope, city, language } = request
  const survey = await getShown(request)
  const subject = { kind: surveyKind, id: survey.id }
  const desk = await deskFor(request, survey, back)
  const words = sentences[language]
  const title = read(survey.texts.title, language)
  return page(
    request,
    {
      title,
      breadcrumb: [{ label: words.title, href: paths.list(city.slug) }, { label: title }],
      description: read(survey.texts.purpose, language).slice(0, 120),
      unlisted: survey.state === 'draft',
      done: words.done,
      ...(back ? { status: 422 } : {}),
    },
    <SurveyPage
      lang={language}
      city={city}
      now={scope.now}
      survey={survey}
      events={await listEvents(scope, [subject], { publicOnly: desk === undefined })}
      panels={await renderPanels(panelsAt(panels, 'survey'), request, subject)}
      desk={desk}
    />,
  )
}

const showWordings = async (request: PageRequest): Promise<Answer> => {
  const { scope, language } = request
  const survey = await getPublic(request)
  const words = sentences[language].wordings
  return page(
    request,
    {
      title: words.title,
      breadcrumb: [...crumbsOf(request, survey), { label: words.title }],
      unlisted: true,
    },
    <WordingsPage
      lang={language}
      survey={survey}
      wordings={await listWordings(scope, survey.id)}
    />,
  )
}

/** What everyone may look at. */
export const readingRoutes = (panels: readonly Panel[]): readonly Route[] => [
  getKept('/:city/surveys', 'surveys.list', showList),
  getKept('/:city/surveys/:id', 'surveys.show', (request) => surveyPage(request, panels)),
  get('/:city/surveys/:id/wordings', 'surveys.wordings', ['everyone'], showWordings),
]
