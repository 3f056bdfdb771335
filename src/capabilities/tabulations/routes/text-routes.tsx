import { isId } from '#kernel/ids.ts'
import { allow, NotFound, no } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { countTexts, read, type Survey, slotsOf, standingAt } from '../../surveys/index.ts'
import { addHeading, changeHeading, decideText, type TextRefusal } from '../actions/texts.ts'
import { deskSentences } from '../desk-sentences.ts'
import { type FormProblem, readDecision, readHeading } from '../form.ts'
import { paths } from '../paths.ts'
import { listHeadings, listTexts, type TextsAsked, textParts } from '../queries/texts.ts'
import { TextsPage } from '../views/texts-page.tsx'
import { crumbsOf, getKeptSurvey } from './request.ts'

type Place = { readonly survey: Survey; readonly slot: number }

/** The question that is asked for, or the first to which people write. Nobody reads them while the survey is open. */
const getPlace = async (request: PageRequest, typed: string): Promise<Place> => {
  const survey = await getKeptSurvey(request)
  if (standingAt(survey, request.scope.now) !== 'closed') allow(no('tabulations.still-open'))
  const slots = slotsOf(survey.questionnaire)
  const found = typed
    ? slots.find((one) => String(one.slot) === typed)
    : slots.find(({ question }) => question.kind === 'text')
  const slot = found?.slot
  if (slot === undefined) throw new NotFound('question')
  return { survey, slot }
}

type Back = {
  readonly failed?: string
  readonly problems?: readonly FormProblem[]
  readonly refusal?: TextRefusal
  readonly asked?: TextsAsked
}

/** Which texts are wanted: those not read yet, from the first, unless something else is said. */
const readAsked = (part: string, after: string): TextsAsked => ({
  part: textParts.find((one) => one === part) ?? 'unread',
  after: isId(after) ? after : undefined,
})

const textsPage = async (
  request: PageRequest,
  { survey, slot }: Place,
  back: Back = {},
): Promise<Answer> => {
  const { scope, city, language } = request
  const words = deskSentences[language]
  const { query } = request
  const asked = back.asked ?? readAsked(query.get('part') ?? '', query.get('after') ?? '')
  const place = { surveyId: survey.id, slot }
  const { texts, next } = await listTexts(scope, place, asked)
  const counts = (await countTexts(scope, survey.id)).get(slot) ?? { all: 0, read: 0 }
  const question = slotsOf(survey.questionnaire).find((one) => one.slot === slot)!.question
  return page(
    request,
    {
      title: words.texts,
      breadcrumb: [...crumbsOf(request, survey), { label: words.texts }],
      unlisted: true,
      done: words.done,
      ...(back.problems || back.refusal ? { status: 422 } : {}),
    },
    <TextsPage
      lang={language}
      city={city}
      surveyId={survey.id}
      slot={slot}
      question={read(question.text, language)}
      texts={texts}
      asked={asked}
      next={next}
      counts={counts}
      headings={await listHeadings(scope, survey.id, slot)}
      problems={back.problems ?? []}
      failed={back.failed}
      refusal={back.refusal && words.refused[back.refusal]}
      typed={(name) => request.form.text(name)}
      formKey={newFormKey}
    />,
  )
}

const show = async (request: PageRequest): Promise<Answer> =>
  textsPage(request, await getPlace(request, request.query.get('slot') ?? ''))

const doneAt = ({ city }: PageRequest, { survey, slot }: Place, given: string): Answer =>
  redirect(`${paths.texts(city.slug, survey.id)}?slot=${slot}&${given}`)

const decide = async (request: PageRequest): Promise<Answer> => {
  const { scope, form, params } = request
  const place = await getPlace(request, form.text('slot'))
  const answerId = params.text ?? ''
  const asked = readAsked(form.text('part'), form.text('after'))
  const { heading, problems, ...decision } = readDecision(form)
  if (problems.length > 0) return textsPage(request, place, { failed: answerId, problems, asked })
  const done = await decideText(scope, {
    ...decision,
    surveyId: place.survey.id,
    slot: place.slot,
    answerId,
    headingId: heading || null,
  })
  if (!done.ok) {
    if (done.error === 'gone') throw new NotFound('text')
    return textsPage(request, place, { failed: answerId, refusal: done.error, asked })
  }
  // What was decided is among the others now: the next one stands in its place.
  const from = asked.after ? `&after=${asked.after}` : ''
  return doneAt(request, place, `part=${asked.part}${from}&done=read#texts`)
}

const add = async (request: PageRequest): Promise<Answer> => {
  const { scope, form } = request
  const place = await getPlace(request, form.text('slot'))
  const { problems, ...words } = readHeading(form)
  if (problems.length > 0) return textsPage(request, place, { failed: 'new', problems })
  await addHeading(scope, { surveyId: place.survey.id, slot: place.slot }, words)
  return doneAt(request, place, 'done=saved')
}

const change = async (request: PageRequest): Promise<Answer> => {
  const { scope, form, params } = request
  const place = await getPlace(request, form.text('slot'))
  const id = params.heading ?? ''
  const { problems, ...words } = readHeading(form)
  if (problems.length > 0) return textsPage(request, place, { failed: id, problems })
  const done = await changeHeading(scope, place.survey.id, { id, ...words })
  if (!done.ok) throw new NotFound('heading')
  return doneAt(request, place, 'done=saved')
}

const staff = ['office', 'centre', 'department'] as const

/** What people wrote: read, masked, put under headings, answered. */
export const textRoutes: readonly Route[] = [
  get('/:city/surveys/:id/texts', 'tabulations.texts', staff, show),
  post('/:city/surveys/:id/texts/:text', 'tabulations.decide-text', staff, decide),
  post('/:city/surveys/:id/headings', 'tabulations.add-heading', staff, add),
  post('/:city/surveys/:id/headings/:heading', 'tabulations.change-heading', staff, change),
]
