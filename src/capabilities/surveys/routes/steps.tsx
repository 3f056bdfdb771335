import { both } from '#kernel/bilingual.ts'
import { allow } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import type { Panel } from '#web/capability.ts'
import { type PageRequest, post, type Route } from '#web/route.ts'
import { discardDraft } from '../actions/keep.ts'
import { closeEarly, extendSurvey, publishDraft, takeBack } from '../actions/steps.ts'
import { readExtension, readReason } from '../form.ts'
import { paths } from '../paths.ts'
import { canTake } from '../policy.ts'
import { faultTexts } from '../problem-texts.ts'
import type { FieldProblem } from '../read-answers.ts'
import { sentences } from '../sentences.ts'
import type { Survey, SurveyStep } from '../survey.ts'
import type { DeskBack } from '../views/survey-desk.tsx'
import { surveyPage } from './reading.tsx'
import { getKeptOne } from './request.ts'

const getFor = async (request: PageRequest, step: SurveyStep): Promise<Survey> => {
  const survey = await getKeptOne(request)
  allow(canTake(request.scope.actor, survey, step))
  return survey
}

const done = ({ city }: PageRequest, survey: Survey, word: string): Answer =>
  redirect(`${paths.survey(city.slug, survey.id)}?done=${word}`)

const comeback = (
  { form }: PageRequest,
  of: DeskBack['form'],
  problems: readonly FieldProblem[],
): DeskBack => ({
  form: of,
  // Two forms of the page ask for a reason; each field has its own id.
  problems: problems.map(({ name, text }) => ({ name: `${of}-${name}`, text })),
  typed: { reason: form.text('reason'), closesOn: form.text('closes_on') },
})

const words = (pick: (said: (typeof sentences)['ja']) => string) =>
  both(pick(sentences.ja), pick(sentences.en))

const notNow = words((said) => said.form.changedMeanwhile)

const tooLate: FieldProblem = { name: 'over', text: notNow }

const publish = (panels: readonly Panel[]) => async (request: PageRequest) => {
  const { scope, city } = request
  const survey = await getFor(request, 'publish')
  const published = await publishDraft(scope, city, survey)
  if (published.ok) return done(request, survey, 'published')
  const { error } = published
  if (typeof error === 'string') {
    const text = error === 'over' ? words((said) => said.desk.overAlready) : notNow
    return surveyPage(request, panels, comeback(request, 'publication', [{ name: 'over', text }]))
  }
  const problems = error.map(({ kind, number }) => ({ name: kind, text: faultTexts[kind](number) }))
  return surveyPage(request, panels, comeback(request, 'publication', problems))
}

const goBack = (panels: readonly Panel[]) => async (request: PageRequest) => {
  const survey = await getFor(request, 'take-back')
  const taken = await takeBack(request.scope, survey)
  if (taken.ok) return done(request, survey, 'taken-back')
  return surveyPage(request, panels, comeback(request, 'publication', [tooLate]))
}

const close = (panels: readonly Panel[]) => async (request: PageRequest) => {
  const survey = await getFor(request, 'close')
  const { reason, problems } = readReason(request.form)
  if (problems.length > 0)
    return surveyPage(request, panels, comeback(request, 'closing', problems))
  const closed = await closeEarly(request.scope, survey, reason)
  if (closed.ok) return done(request, survey, 'closed')
  return surveyPage(request, panels, comeback(request, 'closing', [tooLate]))
}

const extend = (panels: readonly Panel[]) => async (request: PageRequest) => {
  const survey = await getFor(request, 'extend')
  const { closesOn, reason, problems } = readExtension(request.form)
  const back = (found: readonly FieldProblem[]) =>
    surveyPage(request, panels, comeback(request, 'extension', found))
  if (!closesOn || problems.length > 0) return back(problems)
  const extended = await extendSurvey(request.scope, survey, { closesOn, reason })
  if (!extended.ok) return back([{ name: 'closes_on', text: words((said) => said.desk.notLater) }])
  return done(request, survey, 'extended')
}

const discard = (panels: readonly Panel[]) => async (request: PageRequest) => {
  const survey = await getFor(request, 'publish')
  const discarded = await discardDraft(request.scope, survey)
  if (!discarded.ok) return surveyPage(request, panels, comeback(request, 'publication', [tooLate]))
  return redirect(`${paths.list(request.city.slug)}?done=discarded`)
}

const keepers = ['office', 'centre', 'department'] as const

/** The steps of a survey. */
export const stepRoutes = (panels: readonly Panel[]): readonly Route[] => [
  post('/:city/surveys/:id/publication', 'surveys.publish', keepers, publish(panels)),
  post('/:city/surveys/:id/taking-back', 'surveys.take-back', keepers, goBack(panels)),
  post('/:city/surveys/:id/closing', 'surveys.close', keepers, close(panels)),
  post('/:city/surveys/:id/extension', 'surveys.extend', keepers, extend(panels)),
  post('/:city/surveys/:id/deletion', 'surveys.discard', keepers, discard(panels)),
]
