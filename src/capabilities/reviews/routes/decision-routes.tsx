import type { Language } from '#kernel/bilingual.ts'
import type { Yen } from '#kernel/money.ts'
import { formatNumber } from '#kernel/number.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { type Call, getCall } from '../../programmes/index.ts'
import { findCityCosts, getProposal } from '../../proposals/index.ts'
import { loadBounds, loadMoneyLeft, moneyOf } from '../actions/bounds.ts'
import { finishReview } from '../actions/close.ts'
import { type DecisionRefusal, decideProposal, seenOf } from '../actions/decide.ts'
import {
  checkDecision,
  type DecisionBounds,
  type DecisionProblem,
  proposeDecision,
} from '../decision.ts'
import { type DecisionTyped, hiddenCommentsOf, readDecision, readTyped } from '../decision-form.ts'
import { draftReason, tellsScores } from '../draft-reason.ts'
import { paths } from '../paths.ts'
import { listComments } from '../peers.ts'
import { canDecide } from '../policy.ts'
import { listDecisions } from '../queries/decisions.ts'
import { listReviewedProposals } from '../queries/proposals.ts'
import { listSubmittedComments } from '../queries/sheets.ts'
import type { Review, ReviewedProposal } from '../review.ts'
import { reasonText, sentences } from '../sentences.ts'
import { DecisionConfirmPage } from '../views/decision-confirm.tsx'
import { DecisionFormPage } from '../views/decision-form.tsx'
import { DecisionsPage } from '../views/decisions-page.tsx'
import { getRun } from './office-routes.tsx'
import { crumbsTo, getReviewedProposal, refusalPage } from './place.tsx'

const decisionsPage = async (request: PageRequest, review: Review): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language].decisions
  if (!review.ranking) return refusalPage(request, review, { ok: false, reason: 'scoring-open' })
  const call = await getCall(scope, review.callId)
  return page(
    request,
    {
      title: words.title,
      breadcrumb: crumbsTo(request, review, words.title),
      width: 'wide',
      unlisted: true,
      done: sentences[language].done,
    },
    <DecisionsPage
      lang={language}
      citySlug={city.slug}
      review={review}
      ranking={review.ranking}
      proposals={await listReviewedProposals(scope, review.id)}
      decisions={await listDecisions(scope, review.id)}
      money={{
        all: moneyOf(call, call.envelope),
        left: await loadMoneyLeft(scope, call, call.envelope),
      }}
      callGoesOn={review.state === 'decided' && call.state === 'published'}
      formKey={newFormKey()}
    />,
  )
}

const showDecisions = async (request: PageRequest): Promise<Answer> =>
  decisionsPage(request, await getRun(request))

const finish = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const review = await getRun(request)
  return (await finishReview(scope, review.id))
    ? redirect(`${paths.decisions(city.slug, review.id)}?done=finished`)
    : refusalPage(request, review, { ok: false, reason: 'not-now' })
}

/** A proposal that is about to be decided on, with everything the page shows. */
type Desk = {
  readonly review: Review
  readonly call: Call
  readonly proposal: ReviewedProposal
  readonly bounds: DecisionBounds
  /** Comments that the programme would publish. */
  readonly comments: readonly string[]
  /** What the sheet of the talks says that the city pays; undefined where it says nothing of it. */
  readonly cityCosts: Yen | undefined
  /** The reason given for an early decision on another proposal of the round: it mostly holds for all of them. */
  readonly earlyBefore: string
}

const openDesk = async (request: PageRequest, review: Review): Promise<Desk> => {
  const { scope } = request
  const proposal = await getReviewedProposal(request, review)
  const call = await getCall(scope, review.callId)
  const bounds = await loadBounds(scope, {
    review,
    call,
    proposal: await getProposal(scope, proposal.id),
    envelope: call.envelope,
  })
  const said = call.definition.publish.comments
    ? await listSubmittedComments(scope, review.id)
    : undefined
  const comments = listComments(said?.get(proposal.id) ?? [])
  const cityCosts = await findCityCosts(scope, proposal.id)
  const before = bounds.ahead ? [...(await listDecisions(scope, review.id)).values()] : []
  const earlyBefore = before.find(({ early }) => early !== '')?.early ?? ''
  return { review, call, proposal, bounds, comments, cityCosts, earlyBefore }
}

/** The reason goes into the letter, and letters are Japanese whatever language the officer reads. */
const letterLanguage = 'ja'

const draftIn = (language: Language, desk: Desk): string =>
  draftReason(desk.review, desk.bounds.standing, { language, withScores: tellsScores(desk.call) })

const firstTyped = (desk: Desk): DecisionTyped => {
  const { standing } = desk.bounds
  const proposed = proposeDecision(standing)
  return {
    outcome: proposed.outcome ?? '',
    amount: proposed.amount ? formatNumber(proposed.amount) : '',
    reason: draftIn(letterLanguage, desk),
    conditions: '',
    deviation: '',
    early: desk.earlyBefore,
    comments: desk.comments.map((_, at) => String(at)),
  }
}

type Comeback = {
  readonly typed?: DecisionTyped
  readonly problems?: readonly DecisionProblem[]
  readonly refusal?: string
}

/** Words that were drafted for another outcome do not come back: nobody wrote them. */
const withoutDrafted = ({ typed, problems }: Comeback): DecisionTyped | undefined =>
  typed && problems?.some(({ code }) => code === 'reason-of-ranking')
    ? { ...typed, reason: '' }
    : typed

const formPage = (request: PageRequest, desk: Desk, back: Comeback = {}): Answer => {
  const { city, language } = request
  const { review, proposal } = desk
  const words = sentences[language]
  const failed = back.problems || back.refusal
  return page(
    request,
    {
      title: words.decision.title,
      breadcrumb: crumbsTo(request, review, words.decision.title),
      unlisted: true,
      ...(failed ? { status: 422 } : {}),
    },
    <DecisionFormPage
      lang={language}
      citySlug={city.slug}
      review={review}
      proposal={proposal}
      bounds={desk.bounds}
      comments={desk.comments}
      cityCosts={desk.cityCosts}
      typed={withoutDrafted(back) ?? firstTyped(desk)}
      draftMeaning={language === letterLanguage ? '' : draftIn(language, desk)}
      seen={seenOf(review.ranking)}
      formKey={newFormKey()}
      problems={back.problems}
      refusal={back.refusal}
    />,
  )
}

const confirmPage = (request: PageRequest, desk: Desk, typed: DecisionTyped): Answer => {
  const { city, language } = request
  const { review, proposal, bounds } = desk
  const words = sentences[language]
  const read = readDecision(typed)
  if (!read.ok) return formPage(request, desk, { typed, problems: read.error })
  const checked = checkDecision(read.value, bounds)
  if (!checked.ok) return formPage(request, desk, { typed, problems: checked.error })
  return page(
    request,
    {
      title: words.decision.confirmTitle,
      breadcrumb: crumbsTo(request, review, words.decision.confirmTitle),
      unlisted: true,
    },
    <DecisionConfirmPage
      lang={language}
      citySlug={city.slug}
      review={review}
      proposal={proposal}
      draft={checked.value}
      cityCosts={desk.cityCosts}
      ahead={bounds.ahead}
      typed={typed}
      publish={desk.call.definition.publish}
      seen={request.form.text('seen')}
      formKey={newFormKey()}
    />,
  )
}

const openDecision = async (
  request: PageRequest,
): Promise<{ readonly desk: Desk } | { readonly refused: Answer }> => {
  const review = await getRun(request)
  const desk = await openDesk(request, review)
  const verdict = canDecide(request.scope.actor, review, desk.proposal.groupId)
  if (!verdict.ok) return { refused: refusalPage(request, review, verdict) }
  if (desk.proposal.state === 'reviewing') return { desk }
  const reason = 'decided-already'
  return { refused: refusalPage(request, review, { ok: false, reason }) }
}

const showDecision = async (request: PageRequest): Promise<Answer> => {
  const opened = await openDecision(request)
  return 'desk' in opened ? formPage(request, opened.desk) : opened.refused
}

const comeBack = (
  request: PageRequest,
  desk: Desk,
  back: { readonly typed: DecisionTyped; readonly refusal: DecisionRefusal },
): Answer => {
  const { typed, refusal } = back
  return typeof refusal === 'string'
    ? formPage(request, desk, { typed, refusal: reasonText(refusal, request.language) })
    : formPage(request, desk, { typed, problems: refusal })
}

const decide = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const opened = await openDecision(request)
  if ('refused' in opened) return opened.refused
  const { desk } = opened
  const typed = readTyped(form)
  const intent = form.text('intent')
  if (intent === 'change') return formPage(request, desk, { typed })
  if (intent !== 'decide') return confirmPage(request, desk, typed)
  const read = readDecision(typed)
  if (!read.ok) return comeBack(request, desk, { typed, refusal: read.error })
  const decided = await decideProposal(scope, city, {
    reviewId: desk.review.id,
    proposalId: desk.proposal.id,
    draft: read.value,
    hiddenComments: hiddenCommentsOf(typed, desk.comments),
    seen: form.text('seen'),
  })
  if (!decided.ok) return comeBack(request, desk, { typed, refusal: decided.error })
  return redirect(`${paths.decisions(city.slug, desk.review.id)}?done=decided`)
}

export const decisionRoutes: readonly Route[] = [
  get('/:city/reviews/:id/decisions', 'reviews.see-decisions', ['office'], showDecisions),
  post('/:city/reviews/:id/decisions', 'reviews.finish', ['office'], finish),
  get('/:city/reviews/:id/decisions/:proposal', 'reviews.see-decision', ['office'], showDecision),
  post('/:city/reviews/:id/decisions/:proposal', 'reviews.decide', ['office'], decide),
]
