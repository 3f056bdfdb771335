import { say } from '#kernel/bilingual.ts'
import { isId } from '#kernel/ids.ts'
import { NotFound, type Verdict } from '#kernel/refusals.ts'
import type { Answer } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import type { PageRequest } from '#web/route.ts'
import type { Crumb } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { canSeeReview, type Standpoint } from '../policy.ts'
import { findSitting, type Sitting } from '../queries/members.ts'
import { listReviewedProposals } from '../queries/proposals.ts'
import { getReview } from '../queries/reviews.ts'
import type { Review, ReviewedProposal } from '../review.ts'
import { reasonText, sentences } from '../sentences.ts'
import { RefusalPage } from '../views/refusal-page.tsx'

/** A review with where the person before it stands. */
export type Place = {
  readonly review: Review
  readonly sitting: Sitting
  readonly at: Standpoint
}

const outside: Sitting = { sits: false, undeclared: 0, recused: false }

/** The review of the address. For those who have no part in it there is no such page. */
export const openPlace = async (request: PageRequest): Promise<Place> => {
  const { scope, person } = request
  const review = await getReview(scope, request.params.id ?? '')
  const sitting = person ? await findSitting(scope, review.id, person.accountId) : outside
  const at = { state: review.state, sits: sitting.sits, declaredAll: sitting.undeclared === 0 }
  if (!canSeeReview(scope.actor, at).ok) throw new NotFound('review')
  return { review, sitting, at }
}

/** The proposal of the address, when it is in the review and was not withdrawn. */
export const getReviewedProposal = async (
  request: PageRequest,
  review: Pick<Review, 'id'>,
): Promise<ReviewedProposal> => {
  const id = request.params.proposal ?? ''
  const all = isId(id) ? await listReviewedProposals(request.scope, review.id) : []
  const found = all.find((proposal) => proposal.id === id && proposal.state !== 'withdrawn')
  if (!found) throw new NotFound('proposal under review')
  return found
}

/** From the list of reviews down to this page. */
export const crumbsTo = (
  request: PageRequest,
  review: Review,
  ...labels: readonly string[]
): Crumb[] => {
  const { language, city } = request
  const title = say(review.title, language)
  return [
    { label: sentences[language].title, href: paths.list(city.slug) },
    labels.length === 0
      ? { label: title }
      : { label: title, href: paths.show(city.slug, review.id) },
    ...labels.map((label) => ({ label })),
  ]
}

/** The page that says why a rule refuses this person, with a way back. Nothing of the thing itself is on it. */
export const refusalPage = (
  request: PageRequest,
  review: Review,
  verdict: Extract<Verdict, { ok: false }>,
): Answer => {
  const { language, city } = request
  const words = sentences[language]
  return page(
    request,
    {
      title: words.refused,
      status: 403,
      unlisted: true,
      breadcrumb: crumbsTo(request, review, words.refused),
    },
    <RefusalPage
      lang={language}
      reason={reasonText(verdict.reason, language)}
      back={paths.show(city.slug, review.id)}
    />,
  )
}
