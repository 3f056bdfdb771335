import { hasRole, isStaff } from '#kernel/actor.ts'
import { formatNumber } from '#kernel/number.ts'
import { type Panel, panel } from '#web/capability.ts'
import type { PageRequest } from '#web/route.ts'
import { ButtonLink, ButtonRow, Section } from '#web/ui/index.ts'
import { findSurvey } from '../surveys/index.ts'
import { deskSentences } from './desk-sentences.ts'
import { paths } from './paths.ts'
import { canTabulate } from './policy.ts'
import { askPublishedAnswers } from './queries/lists.ts'
import { sentences } from './sentences.ts'

/** Whether this reader counts the survey; its department is looked up only for those who may be of it. */
const mayTabulate = async ({ scope }: PageRequest, id: string): Promise<boolean> => {
  if (!isStaff(scope.actor)) return false
  if (hasRole(scope.actor, 'office', 'centre')) return true
  const survey = await findSurvey(scope, id)
  return survey !== undefined && canTabulate(scope.actor, survey).ok
}

/** The way from the city's statistics to the results of its surveys. */
export const statisticsPanel: Panel = {
  place: 'statistics',
  order: 10,
  render: async ({ city, language }) => (
    <Section id="survey-results" title={sentences[language].title}>
      <p>
        <a href={paths.list(city.slug)}>{sentences[language].toList}</a>
      </p>
    </Section>
  ),
}

/** The results on the survey's own page, and the way to counting them for those who do. */
export const resultsPanel: Panel = panel<number | undefined>({
  place: 'survey',
  order: 10,
  ask: ({ scope }, { id }) => askPublishedAnswers(scope, id),
  show: async (request, { id }, answers) => {
    const { city, language } = request
    const counts = await mayTabulate(request, id)
    if (answers === undefined && !counts) return null
    const words = sentences[language]
    return (
      <Section id="results" title={words.title}>
        {answers !== undefined && (
          <p>
            {words.published} {words.n(formatNumber(answers))}
          </p>
        )}
        <ButtonRow>
          {answers !== undefined && (
            <ButtonLink href={paths.results(city.slug, id)}>{words.toResults}</ButtonLink>
          )}
          {counts && (
            <ButtonLink kind="secondary" href={paths.desk(city.slug, id)}>
              {deskSentences[language].title}
            </ButtonLink>
          )}
        </ButtonRow>
      </Section>
    )
  },
})
