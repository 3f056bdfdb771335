import { hasRole } from '#kernel/actor.ts'
import { parseWholeNumber } from '#kernel/number.ts'
import { cleanText } from '#kernel/text.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { orderTies } from '../actions/close.ts'
import { paths } from '../paths.ts'
import { listComments } from '../peers.ts'
import { canSeeRanking } from '../policy.ts'
import { listDecisions } from '../queries/decisions.ts'
import { listDeclarations } from '../queries/declarations.ts'
import { listReviewedProposals } from '../queries/proposals.ts'
import { listSubmittedComments } from '../queries/sheets.ts'
import type { FrozenRanking } from '../ranking.ts'
import type { Review } from '../review.ts'
import { sentences } from '../sentences.ts'
import { placeField, RankingPage } from '../views/ranking-page.tsx'
import { getRun } from './office-routes.tsx'
import { crumbsTo, openPlace, refusalPage } from './place.tsx'

/** Proposals whose figures a member does not see, because of an interest or a group of their own. */
const hiddenFor = async (request: PageRequest, review: Review): Promise<ReadonlySet<string>> => {
  const { scope, person } = request
  if (!person || hasRole(person, 'office')) return new Set()
  const declared = await listDeclarations(scope, review.id, { accountId: person.accountId })
  const own = (await listReviewedProposals(scope, review.id)).filter(({ groupId }) =>
    person.memberships.some((held) => held.groupId === groupId),
  )
  return new Set([
    ...declared.filter(({ interest }) => interest !== 'none').map(({ proposalId }) => proposalId),
    ...own.map(({ id }) => id),
  ])
}

const loadComments = async (
  request: PageRequest,
  review: Review,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const comments = await listSubmittedComments(request.scope, review.id)
  return new Map([...comments].map(([id, said]) => [id, listComments(said)]))
}

const rankingPage = async (
  request: PageRequest,
  shown: {
    readonly review: Review
    readonly ranking: FrozenRanking
    readonly problem?: 'not-an-order' | 'reason-needed'
  },
): Promise<Answer> => {
  const { scope, city, language } = request
  const { review, ranking, problem } = shown
  const words = sentences[language]
  const office = hasRole(scope.actor, 'office')
  const mayOrder =
    office && review.state === 'closed' && (await listDecisions(scope, review.id)).size === 0
  return page(
    request,
    {
      title: words.ranking.title,
      breadcrumb: crumbsTo(request, review, words.ranking.title),
      width: 'wide',
      unlisted: true,
      done: words.done,
      ...(problem ? { status: 422 } : {}),
    },
    <RankingPage
      lang={language}
      citySlug={city.slug}
      review={review}
      ranking={ranking}
      proposals={await listReviewedProposals(scope, review.id)}
      comments={await loadComments(request, review)}
      hidden={await hiddenFor(request, review)}
      mayOrder={mayOrder}
      mayDecide={office && review.state === 'closed'}
      formKey={newFormKey()}
      typed={problem ? request.form : undefined}
      problem={problem}
    />,
  )
}

const showRanking = async (request: PageRequest): Promise<Answer> => {
  const { review, at } = await openPlace(request)
  const recused = (await hiddenFor(request, review)).size > 0
  const verdict = canSeeRanking(request.scope.actor, { ...at, recused })
  if (!verdict.ok) return refusalPage(request, review, verdict)
  if (!review.ranking) return refusalPage(request, review, { ok: false, reason: 'scoring-open' })
  return rankingPage(request, { review, ranking: review.ranking })
}

/** The chair's order as typed: each tie's proposals by their place. Undefined when a place is missing or doubled. */
const readOrder = (
  request: PageRequest,
  ties: readonly (readonly string[])[],
): readonly string[] | undefined => {
  const order: string[] = []
  for (const tie of ties) {
    const places = tie.map((id) => parseWholeNumber(request.form.text(placeField(id))))
    const placed = tie.toSorted((a, b) => {
      const [one, other] = [places[tie.indexOf(a)], places[tie.indexOf(b)]]
      return (one?.ok ? one.value : 0) - (other?.ok ? other.value : 0)
    })
    const given = places.map((place) => (place.ok ? place.value : 0)).toSorted((a, b) => a - b)
    if (given.some((place, at) => place !== at + 1)) return undefined
    order.push(...placed)
  }
  return order
}

const order = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const review = await getRun(request)
  const { ranking } = review
  if (!ranking) return refusalPage(request, review, { ok: false, reason: 'scoring-open' })
  const ordered = await orderTies(scope, review, {
    order: readOrder(request, ranking.ties) ?? [],
    reason: cleanText(form.text('reason')),
  })
  if (ordered.ok) return redirect(`${paths.ranking(city.slug, review.id)}?done=ordered`)
  const problem = ordered.error
  return problem === 'not-an-order' || problem === 'reason-needed'
    ? rankingPage(request, { review, ranking, problem })
    : refusalPage(request, review, { ok: false, reason: problem })
}

export const rankingRoutes: readonly Route[] = [
  get('/:city/reviews/:id/ranking', 'reviews.see-ranking', ['office', 'reviewer'], showRanking),
  post('/:city/reviews/:id/chair-order', 'reviews.order-ties', ['office'], order),
]
