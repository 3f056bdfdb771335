import { allow, NotFound } from '#kernel/refusals.ts'
import type { PageRequest } from '#web/route.ts'
import { getSurvey, read, type Survey, surveyPaths } from '../../surveys/index.ts'
import { deskSentences } from '../desk-sentences.ts'
import { paths } from '../paths.ts'
import { canTabulate } from '../policy.ts'
import { getTabulation } from '../queries/tabulations.ts'
import { sentences } from '../sentences.ts'
import type { Tabulation } from '../tabulation.ts'

/** The survey of the address, for those who work on it. */
export const getKeptSurvey = async ({ scope, params }: PageRequest): Promise<Survey> => {
  const survey = await getSurvey(scope, params.id ?? '')
  allow(canTabulate(scope.actor, survey))
  if (survey.state === 'draft') throw new NotFound('survey')
  return survey
}

/** The tabulation of the address with its survey, for those who work on it. */
export const getKeptTabulation = async (
  request: PageRequest,
): Promise<{ readonly survey: Survey; readonly tabulation: Tabulation }> => {
  const survey = await getKeptSurvey(request)
  const number = request.params.number ?? ''
  if (!/^[1-9]\d{0,4}$/.test(number)) throw new NotFound('tabulation')
  return { survey, tabulation: await getTabulation(request.scope, survey.id, Number(number)) }
}

/** The way from the city's home to where a survey is counted. */
export const crumbsOf = ({ city, language }: PageRequest, survey: Survey) => [
  { label: sentences[language].survey, href: surveyPaths.list(city.slug) },
  {
    label: read(survey.texts.title, language),
    href: surveyPaths.survey(city.slug, survey.id),
  },
  { label: deskSentences[language].title, href: paths.desk(city.slug, survey.id) },
]
