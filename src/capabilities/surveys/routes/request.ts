import { allow, NotFound } from '#kernel/refusals.ts'
import type { PageRequest } from '#web/route.ts'
import { paths } from '../paths.ts'
import { canKeep, canSee } from '../policy.ts'
import { getSurvey } from '../queries/surveys.ts'
import { read } from '../questionnaire.ts'
import { sentences } from '../sentences.ts'
import type { Survey } from '../survey.ts'

/** The survey of the address, for whoever may see it. */
export const getShown = async ({ scope, params }: PageRequest): Promise<Survey> => {
  const survey = await getSurvey(scope, params.id ?? '')
  if (!canSee(scope.actor, survey)) throw new NotFound('survey')
  return survey
}

/** The survey of the address where it is public. */
export const getPublic = async (request: PageRequest): Promise<Survey> => {
  const survey = await getShown(request)
  if (survey.state === 'draft') throw new NotFound('survey')
  return survey
}

/** The survey of the address, for those who work on it. */
export const getKeptOne = async (request: PageRequest): Promise<Survey> => {
  const survey = await getShown(request)
  allow(canKeep(request.scope.actor, survey))
  return survey
}

/** The way from the city's home to a survey. */
export const crumbsOf = ({ city, language }: PageRequest, survey: Survey) => [
  { label: sentences[language].title, href: paths.list(city.slug) },
  { label: read(survey.texts.title, language), href: paths.survey(city.slug, survey.id) },
]
