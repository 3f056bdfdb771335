import { isId } from '#kernel/ids.ts'
import { parseYen } from '#kernel/money.ts'
import { NotFound } from '#kernel/refusals.ts'
import { cleanText } from '#kernel/text.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { getCall } from '../../programmes/index.ts'
import { findProposal, getProposal, type Proposal, proposalPaths } from '../../proposals/index.ts'
import { loadBounds } from '../actions/bounds.ts'
import { offerToReserve } from '../actions/offer.ts'
import { answerOffer, endReserve } from '../actions/settle.ts'
import { isOfferOpen, type ReserveOffer } from '../offer.ts'
import { paths } from '../paths.ts'
import { canAnswerOffer, canManageReserve, canSeeOffer } from '../policy.ts'
import { findOffer } from '../queries/offers.ts'
import type { Review, ReviewedProposal } from '../review.ts'
import { reasonText, sentences } from '../sentences.ts'
import { OfferPage } from '../views/offer-page.tsx'
import { type AnswerChannel, answerChannels, ReservePage } from '../views/reserve-page.tsx'
import { getRun } from './office-routes.tsx'
import { crumbsTo, getReviewedProposal, refusalPage } from './place.tsx'

type Comeback = { readonly errors?: readonly FieldError[]; readonly refusal?: string }

const reservePage = async (
  request: PageRequest,
  about: { readonly review: Review; readonly proposal: ReviewedProposal },
  back?: Comeback,
): Promise<Answer> => {
  const { scope, city, language } = request
  const { review, proposal } = about
  const words = sentences[language]
  const call = await getCall(scope, review.callId)
  const full = await getProposal(scope, proposal.id)
  const offer = await findOffer(scope, proposal.id)
  return page(
    request,
    {
      title: words.reserve.title,
      breadcrumb: crumbsTo(request, review, words.reserve.title),
      unlisted: true,
      done: words.done,
      ...(back ? { status: 422 } : {}),
    },
    <ReservePage
      lang={language}
      citySlug={city.slug}
      review={review}
      proposal={proposal}
      bounds={await loadBounds(scope, { review, call, proposal: full, envelope: call.envelope })}
      offer={offer}
      open={offer !== undefined && isOfferOpen(offer, scope.now)}
      inReserve={proposal.state === 'reserve'}
      formKey={newFormKey}
      typed={back ? request.form : undefined}
      errors={back?.errors}
      refusal={back?.refusal}
    />,
  )
}

const openReserve = async (request: PageRequest) => {
  const review = await getRun(request)
  const proposal = await getReviewedProposal(request, review)
  return {
    review,
    proposal,
    verdict: canManageReserve(request.scope.actor, proposal.groupId),
  }
}

const showReserve = async (request: PageRequest): Promise<Answer> => {
  const { verdict, ...about } = await openReserve(request)
  return verdict.ok ? reservePage(request, about) : refusalPage(request, about.review, verdict)
}

const isChannel = (value: string): value is AnswerChannel =>
  (answerChannels as readonly string[]).includes(value)

/** What came of a form of the reserve's page: where it leads, or what is to be mended. */
type Outcome = { readonly done: string } | Comeback

const offer = async (
  request: PageRequest,
  review: Review,
  proposalId: string,
): Promise<Outcome> => {
  const { scope, city, form, language } = request
  const amount = parseYen(form.text('amount'))
  const given = { review, proposalId, amount: amount.ok ? amount.value : undefined }
  const offered = await offerToReserve(scope, city, given)
  if (offered.ok) return { done: 'offered' }
  const message = reasonText(offered.error, language)
  return offered.error === 'not-in-reserve' || offered.error === 'offered-already'
    ? { refusal: message }
    : { errors: [{ id: 'amount', message }] }
}

const enterAnswer = async (request: PageRequest, proposalId: string): Promise<Outcome> => {
  const { scope, city, form, language } = request
  const words = sentences[language].reserve
  const answer = form.text('answer')
  const channel = form.text('channel')
  const known = answer === 'accepted' || answer === 'declined'
  if (!known || !isChannel(channel))
    return {
      errors: [
        ...(known ? [] : [{ id: 'answer', message: words.chooseAnswer }]),
        ...(isChannel(channel) ? [] : [{ id: 'channel', message: words.chooseChannel }]),
      ],
    }
  const answered = await answerOffer(scope, city, { proposalId, answer, reason: '', channel })
  return answered.ok ? { done: answer } : { refusal: reasonText(answered.error, language) }
}

const end = async (request: PageRequest, proposalId: string): Promise<Outcome> => {
  const { scope, city, form, language } = request
  const reason = cleanText(form.text('reason'))
  const ended = await endReserve(scope, city, { proposalId, reason })
  if (ended.ok) return { done: 'ended' }
  const message = reasonText(ended.error, language)
  return ended.error === 'reason-needed'
    ? { errors: [{ id: 'reason', message }] }
    : { refusal: message }
}

const manageReserve = async (request: PageRequest): Promise<Answer> => {
  const { verdict, ...about } = await openReserve(request)
  const { review, proposal } = about
  if (!verdict.ok) return refusalPage(request, review, verdict)
  const intent = request.form.text('intent')
  const outcome =
    intent === 'offer'
      ? await offer(request, review, proposal.id)
      : intent === 'answer'
        ? await enterAnswer(request, proposal.id)
        : await end(request, proposal.id)
  if (!('done' in outcome)) return reservePage(request, about, outcome)
  return redirect(
    `${paths.reserve(request.city.slug, review.id, proposal.id)}?done=${outcome.done}`,
  )
}

/** The offer of the address, for its group and the office; nobody else learns that there is one. */
const openOffer = async (
  request: PageRequest,
): Promise<{ readonly proposal: Proposal; readonly offer: ReserveOffer }> => {
  const { scope } = request
  const id = request.params.id ?? ''
  const proposal = isId(id) ? await findProposal(scope, id) : undefined
  if (!proposal || !canSeeOffer(scope.actor, proposal.groupId).ok) throw new NotFound('offer')
  const offer = await findOffer(scope, proposal.id)
  if (!offer) throw new NotFound('offer')
  return { proposal, offer }
}

const offerPage = (
  request: PageRequest,
  about: { readonly proposal: Proposal; readonly offer: ReserveOffer },
  back?: 'choose' | 'refused',
): Answer => {
  const { scope, city, language } = request
  const { proposal, offer } = about
  const words = sentences[language]
  const verdict = canAnswerOffer(scope.actor, proposal.groupId, offer, scope.now)
  return page(
    request,
    {
      title: words.offer.title,
      breadcrumb: [
        { label: proposal.title, href: proposalPaths.show(city.slug, proposal.id) },
        { label: words.offer.title },
      ],
      unlisted: true,
      done: words.done,
      ...(back ? { status: 422 } : {}),
    },
    <OfferPage
      lang={language}
      citySlug={city.slug}
      now={scope.now}
      proposal={{
        id: proposal.id,
        title: proposal.title,
        requested: proposal.requestedAmount ?? 0,
      }}
      offer={offer}
      mayAnswer={verdict.ok}
      why={verdict.ok ? undefined : reasonText(verdict.reason, language)}
      formKey={newFormKey()}
      typed={back ? request.form : undefined}
      problem={back === 'choose' ? back : undefined}
    />,
  )
}

const showOffer = async (request: PageRequest): Promise<Answer> =>
  offerPage(request, await openOffer(request))

const answer = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const about = await openOffer(request)
  const { proposal, offer } = about
  // The page itself says why: too late, answered already, or not for this person.
  if (!canAnswerOffer(scope.actor, proposal.groupId, offer, scope.now).ok)
    return offerPage(request, about, 'refused')
  const given = form.text('answer')
  if (given !== 'accepted' && given !== 'declined') return offerPage(request, about, 'choose')
  const answered = await answerOffer(scope, city, {
    proposalId: proposal.id,
    answer: given,
    reason: cleanText(form.text('reason')),
    channel: 'web',
  })
  if (!answered.ok) return offerPage(request, await openOffer(request), 'refused')
  return redirect(`${paths.offer(city.slug, proposal.id)}?done=${given}`)
}

export const reserveRoutes: readonly Route[] = [
  get('/:city/reviews/:id/reserves/:proposal', 'reviews.see-reserve', ['office'], showReserve),
  post(
    '/:city/reviews/:id/reserves/:proposal',
    'reviews.settle-reserve',
    ['office'],
    manageReserve,
  ),
  get('/:city/proposals/:id/offer', 'reviews.see-offer', ['member', 'office'], showOffer),
  post('/:city/proposals/:id/offer', 'reviews.answer-offer', ['member'], answer),
]
