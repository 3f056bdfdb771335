import { hasRole } from '#kernel/actor.ts'
import { parseDate } from '#kernel/date-input.ts'
import { allow } from '#kernel/refusals.ts'
import { cleanText } from '#kernel/text.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { listEvents, listTasksOf } from '../../procedures/index.ts'
import { type Call, callStateAt, getCall, listProgrammes } from '../../programmes/index.ts'
import { listProposalsOfCall } from '../../proposals/index.ts'
import { loadMoneyLeft } from '../actions/bounds.ts'
import { openReview } from '../actions/open.ts'
import { partOf } from '../interest.ts'
import { paths } from '../paths.ts'
import { canListReviews, canRunReviews, canSeeRanking } from '../policy.ts'
import { listCommittee } from '../queries/committee.ts'
import { listDeclarations } from '../queries/declarations.ts'
import { listCallsToReview, listReviewedProposals } from '../queries/proposals.ts'
import { findReviewOfCall, listReviews } from '../queries/reviews.ts'
import { listOwnSheets } from '../queries/sheets.ts'
import { isUnderWay, type OpeningProblem, type ReviewedProposal, rubricFor } from '../review.ts'
import { sentences } from '../sentences.ts'
import type { OwnPart } from '../views/labels.tsx'
import { OpeningPage } from '../views/opening.tsx'
import { ReviewListPage } from '../views/review-list.tsx'
import { type OwnWork, ReviewPage } from '../views/review-page.tsx'
import { crumbsTo, openPlace, type Place } from './place.tsx'

const showList = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, person } = request
  allow(canListReviews(scope.actor))
  const office = hasRole(scope.actor, 'office')
  const words = sentences[language]
  return page(
    request,
    {
      title: words.title,
      breadcrumb: [{ label: words.title }],
      unlisted: true,
      done: words.done,
    },
    <ReviewListPage
      lang={language}
      citySlug={city.slug}
      now={scope.now}
      reviews={await listReviews(scope, office || !person ? {} : { accountId: person.accountId })}
      waiting={office ? await listCallsToReview(scope) : undefined}
      programmes={office ? await listProgrammes(scope) : undefined}
    />,
  )
}

const underWay = ['submitted', 'returned', 'negotiating'] as const

const openingPage = async (
  request: PageRequest,
  call: Call,
  problem?: OpeningProblem,
): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  return page(
    request,
    {
      title: words.opening.title,
      breadcrumb: [
        { label: words.title, href: paths.list(city.slug) },
        { label: words.opening.title },
      ],
      unlisted: true,
      ...(problem ? { status: 422 } : {}),
    },
    <OpeningPage
      lang={language}
      citySlug={city.slug}
      call={call}
      rubric={rubricFor(call.definition.rubric, await loadMoneyLeft(scope, call, call.envelope))}
      early={callStateAt(call, scope.now) !== 'closed'}
      proposals={await listProposalsOfCall(scope, call.id, ['ready'])}
      notReady={(await listProposalsOfCall(scope, call.id, underWay)).length}
      committee={await listCommittee(scope, call.programmeId)}
      formKey={newFormKey()}
      typed={problem ? request.form : undefined}
      problem={problem}
    />,
  )
}

const showOpening = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  allow(canRunReviews(scope.actor))
  const call = await getCall(scope, request.params.call ?? '')
  const existing = await findReviewOfCall(scope, call.id)
  if (!isUnderWay(existing)) return openingPage(request, call)
  // A review runs already: what is ready now is added to it.
  const ready = await listProposalsOfCall(scope, call.id, ['ready'])
  return redirect(
    existing.state === 'scoring' && ready.length > 0
      ? paths.additionsIn(city.slug, existing.id)
      : paths.show(city.slug, existing.id),
  )
}

const open = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  allow(canRunReviews(scope.actor))
  const call = await getCall(scope, request.params.call ?? '')
  const dueOn = parseDate(form.text('due_on'))
  const opened = await openReview(scope, city, {
    call,
    draft: { dueOn: dueOn.ok ? dueOn.value : undefined, reason: cleanText(form.text('reason')) },
  })
  if (!opened.ok) return openingPage(request, call, opened.error)
  return redirect(`${paths.show(city.slug, opened.value.id)}?done=opened`)
}

/** Where this member stands on each proposal. */
const loadOwnWork = async (
  request: PageRequest,
  place: Place,
  proposals: readonly ReviewedProposal[],
): Promise<OwnWork | undefined> => {
  const { scope, person } = request
  if (!person || !place.sitting.sits || !hasRole(person, 'reviewer')) return undefined
  const { accountId } = person
  const declared = new Map(
    (await listDeclarations(scope, place.review.id, { accountId })).map((one) => [
      one.proposalId,
      one.interest,
    ]),
  )
  const sheets = new Map(
    (await listOwnSheets(scope, place.review.id, accountId)).map((one) => [one.proposalId, one]),
  )
  const parts = proposals.map((proposal): [string, OwnPart] => {
    const sheet = sheets.get(proposal.id)
    const part = partOf({
      interest: declared.get(proposal.id),
      ownGroup: person.memberships.some((held) => held.groupId === proposal.groupId),
      submitted: sheet?.submittedAt != null,
    })
    return [proposal.id, part === 'missing' && sheet ? 'draft' : part]
  })
  return { declaredAll: place.at.declaredAll, parts: new Map(parts) }
}

const show = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, person } = request
  const place = await openPlace(request)
  const { review, sitting, at } = place
  const office = hasRole(scope.actor, 'office')
  const proposals = await listReviewedProposals(scope, review.id)
  const subject = { kind: 'review', id: review.id }
  const tasks = await listTasksOf(scope, subject)
  return page(
    request,
    {
      title: review.title[language],
      breadcrumb: crumbsTo(request, review),
      width: 'wide',
      unlisted: true,
      done: sentences[language].done,
    },
    <ReviewPage
      lang={language}
      city={city}
      person={person}
      now={scope.now}
      review={review}
      proposals={proposals}
      own={await loadOwnWork(request, place, proposals)}
      office={office}
      mayRank={canSeeRanking(scope.actor, { ...at, recused: sitting.recused }).ok}
      // How many other members are still awaited is the office's to know.
      tasks={tasks.filter(
        ({ accountId }) => office || accountId === null || accountId === person?.accountId,
      )}
      events={await listEvents(scope, [subject], { publicOnly: false })}
    />,
  )
}

export const deskRoutes: readonly Route[] = [
  get('/:city/reviews', 'reviews.list', ['office', 'reviewer'], showList),
  get('/:city/reviews/opening/:call', 'reviews.see-opening', ['office'], showOpening),
  post('/:city/reviews/opening/:call', 'reviews.open', ['office'], open),
  get('/:city/reviews/:id', 'reviews.show', ['office', 'reviewer'], show),
]
