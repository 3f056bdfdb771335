import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { wholeCity } from '../../groups/index.ts'
import { roleCodeOf, takeStep } from '../../procedures/index.ts'
import { type Fault, findFaults } from '../branches.ts'
import { publishSurvey } from '../publish.ts'
import { keepDraftsUntil } from '../queries/drafts.ts'
import { getSurvey, moveSurvey } from '../queries/surveys.ts'
import type { Questionnaire } from '../questionnaire.ts'
import { type Survey, type SurveyStep, subjectOf, surveyWorkflow } from '../survey.ts'
import { sendInvitations } from './invite.ts'

type StepGiven = {
  readonly name: SurveyStep
  readonly reason?: string | undefined
  readonly closesOn?: PlainDate | undefined
  readonly questionnaire?: Questionnaire | undefined
}

const step = async (
  scope: Scope,
  survey: Survey,
  given: StepGiven,
): Promise<Result<'done', TransitionProblem>> => {
  const { name, reason, closesOn, questionnaire } = given
  const taken = await takeStep(scope, surveyWorkflow, {
    subject: subjectOf(survey),
    state: survey.state,
    name,
    // Who may is the policy's; whoever comes here works on the survey.
    roles: ['owner'],
    role: roleCodeOf(scope.actor),
    reason,
    public: name !== 'take-back',
    next: () => [],
  })
  if (!taken.ok) return taken
  const closingReason = taken.value === 'closed' ? reason : ''
  const moved = await moveSurvey(scope, survey, {
    state: taken.value,
    closesOn,
    closingReason,
    questionnaire,
  })
  if (!moved) return refuse('not-from-here')
  await publishSurvey(scope, await getSurvey(scope, survey.id))
  return ok('done')
}

/** Districts in which somebody can live or work: not 「市内全域」, which groups choose. */
const placesOf = ({ areas }: City): City['areas'] => areas.filter(({ code }) => code !== wholeCity)

/** The districts of the city become the choices of its questions about them: they stand still from then on. */
export const withAreas = (questionnaire: Questionnaire, city: City): Questionnaire => ({
  questions: questionnaire.questions.map((question) =>
    question.kind === 'area' && question.choices.length === 0
      ? {
          ...question,
          choices: placesOf(city).map(({ name }, at) => ({
            code: at + 1,
            text: { ja: name.ja, en: name.en, easy: '' },
            other: false,
          })),
        }
      : question,
  ),
})

/** Publishes a survey that has no faults and whose last day has not passed. */
export const publishDraft = async (
  scope: Scope,
  city: City,
  survey: Survey,
): Promise<Result<'done', readonly Fault[] | 'over' | TransitionProblem>> => {
  const questionnaire = withAreas(survey.questionnaire, city)
  const faults = findFaults(questionnaire)
  if (faults.length > 0) return refuse(faults)
  if (survey.closesOn < tokyoDayOf(scope.now)) return refuse('over')
  const published = await step(scope, survey, { name: 'publish', questionnaire })
  if (published.ok) await sendInvitations(scope, { ...survey, state: 'published' })
  return published
}

/** Back to a draft, while nobody has answered. */
export const takeBack = (
  scope: Scope,
  survey: Survey,
): Promise<Result<'done', TransitionProblem>> =>
  survey.frozen
    ? Promise.resolve(refuse('not-from-here'))
    : step(scope, survey, { name: 'take-back' })

export const closeEarly = (
  scope: Scope,
  survey: Survey,
  reason: string,
): Promise<Result<'done', TransitionProblem>> => step(scope, survey, { name: 'close', reason })

/** Goes on until a later day; also for what has ended. */
export const extendSurvey = async (
  scope: Scope,
  survey: Survey,
  given: { readonly closesOn: PlainDate; readonly reason: string },
): Promise<Result<'done', TransitionProblem | 'not-later'>> => {
  // One that was closed early may go on until the day it was to end.
  const later =
    survey.state === 'closed' ? given.closesOn >= survey.closesOn : given.closesOn > survey.closesOn
  if (!later || given.closesOn < tokyoDayOf(scope.now)) return refuse('not-later')
  const extended = await step(scope, survey, { name: 'extend', ...given })
  if (extended.ok) await keepDraftsUntil(scope, survey.id, given.closesOn)
  return extended
}
