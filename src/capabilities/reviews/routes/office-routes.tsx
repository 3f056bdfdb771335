import { allow } from '#kernel/refusals.ts'
import { cleanText } from '#kernel/text.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { callStateAt, getCall } from '../../programmes/index.ts'
import { listProposalsOfCall } from '../../proposals/index.ts'
import { closeReview } from '../actions/close.ts'
import { addProposals } from '../actions/open.ts'
import { recuseMember, reopenDeclaration } from '../actions/recuse.ts'
import { remindMembers } from '../actions/remind.ts'
import { onTheirWay } from '../actions/settle-call.ts'
import { paths } from '../paths.ts'
import { canRunReviews } from '../policy.ts'
import { closingStateOf, type ProposalProgress, progressOf } from '../progress.ts'
import { listDeclarations } from '../queries/declarations.ts'
import { type LoadedProgress, loadProgressFacts } from '../queries/progress.ts'
import { getReview } from '../queries/reviews.ts'
import { isUnderReview, type Review } from '../review.ts'
import { reasonText, sentences } from '../sentences.ts'
import { ClosingPage } from '../views/closing-page.tsx'
import { ProgressPage, type RecusalLine } from '../views/progress-page.tsx'
import { crumbsTo, refusalPage } from './place.tsx'

/** The review of the address, for the office alone. */
export const getRun = async (request: PageRequest): Promise<Review> => {
  allow(canRunReviews(request.scope.actor))
  return getReview(request.scope, request.params.id ?? '')
}

const listRecusals = async (
  request: PageRequest,
  review: Review,
  facts: LoadedProgress,
): Promise<readonly RecusalLine[]> => {
  const nameOf = new Map(facts.members.map(({ accountId, name }) => [accountId, name]))
  const titleOf = new Map(facts.proposals.map(({ id, title }) => [id, title]))
  return (await listDeclarations(request.scope, review.id))
    .filter(({ interest }) => interest !== 'none')
    .map((one) => ({
      member: nameOf.get(one.accountId) ?? '',
      proposal: titleOf.get(one.proposalId) ?? '',
      interest: one.interest,
      note: one.note,
    }))
}

type Comeback = {
  readonly errors?: readonly FieldError[]
  readonly refusal?: string
}

const progressPage = async (
  request: PageRequest,
  review: Review,
  back?: Comeback,
): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  const facts = await loadProgressFacts(scope, review.id)
  const scoring = review.state === 'scoring'
  const ready = scoring ? await listProposalsOfCall(scope, review.callId, ['ready']) : []
  return page(
    request,
    {
      title: words.progress.title,
      breadcrumb: crumbsTo(request, review, words.progress.title),
      width: 'wide',
      unlisted: true,
      done: words.done,
      ...(back ? { status: 422 } : {}),
    },
    <ProgressPage
      lang={language}
      citySlug={city.slug}
      review={review}
      progress={progressOf(facts)}
      members={facts.members}
      recusals={await listRecusals(request, review, facts)}
      ready={ready}
      formKey={newFormKey}
      typed={back?.errors ? request.form : undefined}
      errors={back?.errors}
      refusal={back?.refusal}
    />,
  )
}

const showProgress = async (request: PageRequest): Promise<Answer> =>
  progressPage(request, await getRun(request))

const answerStep = (
  request: PageRequest,
  review: Review,
  step: {
    readonly result: { readonly ok: boolean; readonly error?: unknown }
    readonly done: string
  },
): Promise<Answer> | Answer => {
  const { city, language } = request
  if (step.result.ok) return redirect(`${paths.progress(city.slug, review.id)}?done=${step.done}`)
  return progressPage(request, review, {
    refusal: reasonText(String(step.result.error), language),
  })
}

const remind = async (request: PageRequest): Promise<Answer> => {
  const review = await getRun(request)
  const result = await remindMembers(request.scope, request.city, review)
  return answerStep(request, review, { result, done: 'reminded' })
}

const add = async (request: PageRequest): Promise<Answer> => {
  const review = await getRun(request)
  const result = await addProposals(request.scope, request.city, review)
  return answerStep(request, review, { result, done: 'added' })
}

/** What is missing in the form for a late interest. */
const recusalErrors = (request: PageRequest, facts: LoadedProgress): readonly FieldError[] => {
  const { form, language } = request
  const words = sentences[language]
  const action = form.text('action')
  const checks: readonly (readonly [boolean, FieldError])[] = [
    [
      facts.members.some(({ accountId }) => accountId === form.text('member')),
      { id: 'member', message: words.progress.chooseMember },
    ],
    [
      facts.proposals.some(({ id }) => id === form.text('proposal')),
      { id: 'proposal', message: words.progress.chooseProposal },
    ],
    [
      action === 'recuse' || action === 'reopen',
      { id: 'action', message: words.progress.chooseAction },
    ],
    [
      action !== 'recuse' || form.text('interest') !== '',
      { id: 'interest', message: words.reasons['choose-interest'] },
    ],
    [
      cleanText(form.text('reason')) !== '',
      { id: 'reason', message: words.reasons['reason-needed'] },
    ],
  ]
  return checks.filter(([sound]) => !sound).map(([, error]) => error)
}

const recuse = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const review = await getRun(request)
  const errors = recusalErrors(request, await loadProgressFacts(scope, review.id))
  if (errors.length > 0) return progressPage(request, review, { errors })
  const given = {
    proposalId: form.text('proposal'),
    accountId: form.text('member'),
    reason: cleanText(form.text('reason')),
  }
  if (form.text('action') === 'reopen') {
    const result = await reopenDeclaration(scope, city, review, given)
    return answerStep(request, review, { result, done: 'reopened' })
  }
  const interest = form.text('interest')
  const result = await recuseMember(scope, review, { ...given, interest })
  return answerStep(request, review, { result, done: 'recused' })
}

const loadProgress = async (
  request: PageRequest,
  review: Review,
): Promise<readonly ProposalProgress[]> => {
  const facts = await loadProgressFacts(request.scope, review.id)
  return progressOf({ ...facts, proposals: facts.proposals.filter(isUnderReview) })
}

const closingPage = async (
  request: PageRequest,
  review: Review,
  reasonMissing?: boolean,
): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  const call = await getCall(scope, review.callId)
  return page(
    request,
    {
      title: words.closing.title,
      breadcrumb: crumbsTo(request, review, words.closing.title),
      unlisted: true,
      ...(reasonMissing ? { status: 422 } : {}),
    },
    <ClosingPage
      lang={language}
      citySlug={city.slug}
      review={review}
      outside={await listProposalsOfCall(scope, call.id, onTheirWay)}
      callOpen={callStateAt(call, scope.now) !== 'closed'}
      closing={closingStateOf(await loadProgress(request, review), review.rubric.quorum)}
      formKey={newFormKey()}
      typed={reasonMissing ? request.form : undefined}
      reasonMissing={reasonMissing}
    />,
  )
}

const showClosing = async (request: PageRequest): Promise<Answer> => {
  const review = await getRun(request)
  return review.state === 'scoring'
    ? closingPage(request, review)
    : refusalPage(request, review, { ok: false, reason: 'scoring-closed' })
}

const close = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const review = await getRun(request)
  const reason = cleanText(form.text('reason'))
  const closed = await closeReview(scope, city, review, { reason })
  if (closed.ok) return redirect(`${paths.ranking(city.slug, review.id)}?done=closed`)
  return closed.error === 'reason-needed'
    ? closingPage(request, review, true)
    : refusalPage(request, review, { ok: false, reason: closed.error })
}

export const officeRoutes: readonly Route[] = [
  get('/:city/reviews/:id/progress', 'reviews.see-progress', ['office'], showProgress),
  post('/:city/reviews/:id/reminder', 'reviews.remind', ['office'], remind),
  post('/:city/reviews/:id/additions', 'reviews.add-proposals', ['office'], add),
  post('/:city/reviews/:id/recusals', 'reviews.recuse', ['office'], recuse),
  get('/:city/reviews/:id/closing', 'reviews.see-closing', ['office'], showClosing),
  post('/:city/reviews/:id/closing', 'reviews.close', ['office'], close),
]
