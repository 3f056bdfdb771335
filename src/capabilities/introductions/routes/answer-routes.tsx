import { type Bilingual, type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { listMessages, listTasksOf } from '../../procedures/index.ts'
import {
  answerOffer,
  goOnTalking,
  markRead,
  reportAnswer,
  settleReport,
} from '../actions/answers.ts'
import { readBody, readReason, readSettlement } from '../answer-form.ts'
import {
  answerKind,
  isOpenOffer,
  isPublicOffer,
  type OfferAnswer,
  type OfferOfGroup,
  readStep,
  topicOf,
} from '../offer.ts'
import { paths } from '../paths.ts'
import { canAnswer, canGoOn, canReadAnswer, canReadReport, canSettle, sideOf } from '../policy.ts'
import { talkProblem } from '../problem-texts.ts'
import { findOfferAnswer, findOwnAnswer } from '../queries/answers.ts'
import { sentences } from '../sentences.ts'
import { AnswerFormPage, ConversationPage } from '../views/answer.tsx'
import { getOffer } from './access.ts'

/** An offer that this person may answer; one that is over leads to its page, which says so. */
const answerable = async (
  request: PageRequest,
): Promise<{ readonly offer: OfferOfGroup; readonly elsewhere: Answer | undefined }> => {
  const { scope, city } = request
  const offer = await getOffer(request)
  if (!isPublicOffer(offer)) throw new NotFound('offer')
  // A conversation that has stopped is not begun anew.
  const begun = await findOwnAnswer(scope, { groupId: offer.groupId, offerId: offer.id })
  if (begun?.reportedAt) return { offer, elsewhere: redirect(paths.answer(city.slug, begun.id)) }
  const open = isOpenOffer(offer, tokyoDayOf(scope.now)) && canAnswer(scope.actor, offer).ok
  return { offer, elsewhere: open ? undefined : redirect(paths.offer(city.slug, offer.id)) }
}

const formPage = (
  request: PageRequest,
  offer: OfferOfGroup,
  again?: { readonly body: string; readonly problem: Bilingual },
): Answer => {
  const { city, language, person } = request
  const words = sentences[language]
  return page(
    request,
    {
      title: words.answer.title,
      unlisted: true,
      breadcrumb: [
        { label: words.offers.title, href: paths.offers(city.slug) },
        { label: offer.title, href: paths.offer(city.slug, offer.id) },
        { label: words.answer.title },
      ],
      ...(again ? { status: 422 } : {}),
    },
    <AnswerFormPage
      lang={language}
      city={city}
      formKey={newFormKey()}
      offer={offer}
      name={person?.name ?? ''}
      body={again?.body}
      error={again && say(again.problem, language)}
    />,
  )
}

const showForm = async (request: PageRequest): Promise<Answer> => {
  const { offer, elsewhere } = await answerable(request)
  return elsewhere ?? formPage(request, offer)
}

const send = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const { offer, elsewhere } = await answerable(request)
  if (elsewhere) return elsewhere
  const { text: body, problem } = readBody(form.text('body'))
  if (problem) return formPage(request, offer, { body, problem })
  const answered = await answerOffer(scope, city, { offer, body })
  if (!answered.ok) return formPage(request, offer, { body, problem: talkProblem(answered.error) })
  return redirect(`${paths.answer(city.slug, answered.value)}?done=sent`)
}

const getAnswer = async ({ scope, params }: PageRequest): Promise<OfferAnswer> => {
  const answer = await findOfferAnswer(scope, params.id ?? '')
  // That two people talk is itself nobody else's matter.
  if (!answer || !canReadAnswer(scope.actor, answer).ok) throw new NotFound('conversation')
  return answer
}

/** Whether something of the other side still waits for this one. */
const hasToRead = async ({ scope }: PageRequest, answer: OfferAnswer): Promise<boolean> => {
  const tasks = await listTasksOf(scope, { kind: answerKind, id: answer.id })
  const side = sideOf(scope.actor, answer)
  return tasks.some(({ step, groupId }) => {
    if (step !== readStep || side === undefined) return false
    return (groupId !== null) === (side === 'group')
  })
}

const titleOf = (answer: OfferAnswer, language: Language): string => {
  const topic = say(topicOf(answer), language)
  return answer.offerId === null ? topic : sentences[language].answer.conversation(topic)
}

type Again = { readonly name: string; readonly text: string; readonly problem: Bilingual }

const conversationPage = async (
  request: PageRequest,
  answer: OfferAnswer,
  again?: Again,
): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language].answer
  const mayGoOn = canGoOn(scope.actor, answer).ok
  return page(
    request,
    {
      title: titleOf(answer, language),
      unlisted: true,
      breadcrumb: [
        { label: sentences[language].talks.title, href: paths.conversations(city.slug) },
        { label: titleOf(answer, language) },
      ],
      done: {
        sent: words.sent,
        asked: words.asked,
        said: words.said,
        read: words.read,
        reported: words.reported,
        settled: words.settled,
      },
      ...(again ? { status: 422 } : {}),
    },
    <ConversationPage
      lang={language}
      city={city}
      formKey={newFormKey()}
      formKeys={[newFormKey(), newFormKey(), newFormKey()]}
      toRead={mayGoOn && (await hasToRead(request, answer))}
      answer={answer}
      messages={await listMessages(scope, { kind: answerKind, id: answer.id })}
      mayGoOn={mayGoOn}
      mayReport={mayGoOn}
      maySettle={canSettle(scope.actor, answer).ok}
      mayReadReport={canReadReport(scope.actor, answer)}
      typed={again && { ...again, error: say(again.problem, language) }}
    />,
  )
}

const showConversation = async (request: PageRequest): Promise<Answer> =>
  conversationPage(request, await getAnswer(request))

const goOn = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const answer = await getAnswer(request)
  allow(canGoOn(scope.actor, answer))
  const { text, problem } = readBody(form.text('body'))
  if (problem) return conversationPage(request, answer, { name: 'body', text, problem })
  const said = await goOnTalking(scope, city, { answer, body: text })
  if (!said.ok)
    return conversationPage(request, answer, {
      name: 'body',
      text,
      problem: talkProblem(said.error),
    })
  return redirect(`${paths.answer(city.slug, answer.id)}?done=said`)
}

const read = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const answer = await getAnswer(request)
  allow(canGoOn(scope.actor, answer))
  await markRead(scope, answer)
  return redirect(`${paths.answer(city.slug, answer.id)}?done=read`)
}

const report = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const answer = await getAnswer(request)
  allow(canGoOn(scope.actor, answer))
  const { text, problem } = readReason(form.text('reason'))
  if (problem) return conversationPage(request, answer, { name: 'reason', text, problem })
  await reportAnswer(scope, city, { answer, reason: text })
  return redirect(`${paths.answer(city.slug, answer.id)}?done=reported`)
}

const settle = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const answer = await getAnswer(request)
  allow(canSettle(scope.actor, answer))
  const { text, problem } = readSettlement(form.text('settlement'))
  if (problem) return conversationPage(request, answer, { name: 'settlement', text, problem })
  await settleReport(scope, city, { answer, text })
  return redirect(`${paths.answer(city.slug, answer.id)}?done=settled`)
}

/** Answering an offer, and the conversation that follows. */
export const answerRoutes: readonly Route[] = [
  get('/:city/offers/:id/answer', 'introductions.answer-form', ['person'], showForm),
  post('/:city/offers/:id/answer', 'introductions.answer-offer', ['person'], send),
  get('/:city/offer-answers/:id', 'introductions.show-answer', ['person'], showConversation),
  post('/:city/offer-answers/:id', 'introductions.go-on', ['person'], goOn),
  post('/:city/offer-answers/:id/read', 'introductions.mark-read', ['person'], read),
  post('/:city/offer-answers/:id/report', 'introductions.report-answer', ['person'], report),
  post(
    '/:city/offer-answers/:id/settlement',
    'introductions.settle-report',
    ['centre', 'office'],
    settle,
  ),
]
