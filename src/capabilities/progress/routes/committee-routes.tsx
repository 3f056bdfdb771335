import { accountOf } from '#kernel/actor.ts'
import { allow } from '#kernel/refusals.ts'
import { cleanText, countCharacters } from '#kernel/text.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { publishRound, readYear } from '../actions/publish.ts'
import { commentOn, saveAnswers, type TypedAnswer, takeBackComment } from '../actions/round.ts'
import { longestNext } from '../form.ts'
import { paths } from '../paths.ts'
import { canAnswer, canComment, canSeeForCommittee } from '../policy.ts'
import { listComments } from '../queries/comments.ts'
import type { Round } from '../round.ts'
import { sentences } from '../sentences.ts'
import { AnswersPage } from '../views/answers-page.tsx'
import { CommitteePage } from '../views/committee-page.tsx'
import { doneAt, getRound, holdRound, placeIn } from './request.ts'
import { withYear, yearAnswer } from './year-answer.ts'

const committeePage = async (
  request: PageRequest,
  round: Round,
  errors: readonly FieldError[] = [],
): Promise<Answer> => {
  const { scope, city, language, form, query } = request
  const words = sentences[language]
  allow(canSeeForCommittee(scope.actor, round))
  const title = withYear(request, round, words.committeeTitle)
  return yearAnswer(request, round, {
    title,
    crumbs: [{ label: words.committeeTitle }],
    width: 'wide',
    back: errors.length > 0 ? 'refused' : undefined,
  })(
    <CommitteePage
      lang={language}
      title={title}
      city={city}
      at={placeIn(request, round)}
      report={await readYear(scope, round)}
      mine={accountOf(scope.actor)}
      mayComment={canComment(scope.actor, round).ok}
      typed={{ no: form.text('no') || (query.get('no') ?? ''), body: form.text('body') }}
      errors={errors}
      newKey={newFormKey}
    />,
  )
}

const comment = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form } = request
  const words = sentences[language]
  const round = await holdRound(request)
  allow(canComment(scope.actor, round))
  const done = (what: string): Answer =>
    redirect(doneAt(paths.committee(placeIn(request, round)), what))
  const taken = form.text('take_back')
  if (taken !== '')
    return (await takeBackComment(scope, round, taken))
      ? done('taken-back')
      : committeePage(request, round, [{ id: 'body', message: words.commentGone }])
  const body = cleanText(form.text('body'))
  const no = form.text('no')
  const report = await readYear(scope, round)
  if (no !== '' && !report.items.some(({ item }) => item.no === no))
    return committeePage(request, round, [{ id: 'no', message: words.chooseItem }])
  if (body === '')
    return committeePage(request, round, [{ id: 'body', message: words.commentNeeded }])
  if (countCharacters(body) > longestNext)
    return committeePage(request, round, [{ id: 'body', message: words.commentLong }])
  const said = await commentOn(scope, city, { round, no: no === '' ? null : no, body })
  if (!said.ok)
    return committeePage(request, round, [{ id: 'body', message: words.stepProblems[said.error] }])
  return done('commented')
}

const answersPage = async (
  request: PageRequest,
  round: Round,
  back?: { readonly errors: readonly FieldError[]; readonly typed?: readonly TypedAnswer[] },
): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  allow(canAnswer(scope.actor, round))
  const title = withYear(request, round, words.answersTitle)
  return yearAnswer(request, round, {
    title,
    crumbs: [{ label: words.answersTitle }],
    width: 'text',
    back: back && 'kept',
  })(
    <AnswersPage
      lang={language}
      title={title}
      city={city}
      at={placeIn(request, round)}
      report={await readYear(scope, round)}
      typed={back?.typed ?? []}
      errors={back?.errors ?? []}
      newKey={newFormKey}
    />,
  )
}

const readAnswers = async (
  { scope, form }: PageRequest,
  round: Round,
): Promise<readonly TypedAnswer[]> =>
  (await listComments(scope, round.id))
    .filter(({ id }) => form.has(`answer_${id}`))
    .map(({ id }) => ({
      id,
      version: Number(/^\d{1,9}$/.exec(form.text(`shown_${id}`))?.[0] ?? -1),
      answer: cleanText(form.text(`answer_${id}`)),
    }))

const answer = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form } = request
  const words = sentences[language]
  const round = await holdRound(request)
  allow(canAnswer(scope.actor, round))
  const typed = await readAnswers(request, round)
  const long = typed.filter((one) => countCharacters(one.answer) > longestNext)
  const conflicts = await saveAnswers(
    scope,
    round,
    typed.filter((one) => !long.includes(one)),
  )
  const errors = [
    ...long.map(({ id }) => ({ id: `answer_${id}`, message: words.commentLong })),
    ...conflicts.map((id) => ({ id: `answer_${id}`, message: words.answerConflict })),
  ]
  if (errors.length > 0) return answersPage(request, round, { errors, typed })
  const place = placeIn(request, round)
  if (form.text('intent') !== 'publish') return redirect(doneAt(paths.answers(place), 'saved'))
  const empty = (await listComments(scope, round.id)).filter((one) => one.answer === '')
  if (empty.length > 0)
    return answersPage(request, round, {
      errors: empty.map(({ id }) => ({ id: `answer_${id}`, message: words.answerNeeded })),
    })
  if (form.text('checked') !== 'yes')
    return answersPage(request, round, { errors: [{ id: 'checked', message: words.checkNeeded }] })
  const published = await publishRound(scope, city, round)
  if (!published.ok)
    return answersPage(request, round, { errors: [{ id: 'checked', message: words.notPublished }] })
  return redirect(doneAt(paths.year(place), 'published'))
}

const at = '/:city/plans/:id/progress/:year'

/** 委員会の意見 and 市の回答, up to the publication. */
export const committeeRoutes: readonly Route[] = [
  get(`${at}/committee`, 'progress.show-committee', ['reviewer', 'office'], async (request) =>
    committeePage(request, await getRound(request)),
  ),
  post(`${at}/committee`, 'progress.comment', ['reviewer'], comment),
  get(`${at}/answers`, 'progress.show-answers', ['office'], async (request) =>
    answersPage(request, await getRound(request)),
  ),
  post(`${at}/answers`, 'progress.answer', ['office'], answer),
]
