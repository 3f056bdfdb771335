import type { Person } from '#kernel/actor.ts'
import { formOf } from '#web/form-data.ts'
import { declareInterests } from './actions/declare.ts'
import { openReview } from './actions/open.ts'
import { saveScores } from './actions/score.ts'
import { listReviewedProposals } from './queries/proposals.ts'
import { getReview } from './queries/reviews.ts'
import type { Review } from './review.ts'
import { readScores, scoreField } from './score-sheet.ts'
import { type ReviewWorld, reviewNow } from './world.fixture.ts'

/** Unwraps what must have gone well. */
export const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}

export const openFor = async (world: ReviewWorld): Promise<Review> =>
  must(
    await world.town.as(
      world.office,
      (scope) =>
        openReview(scope, world.town.city, {
          call: world.call,
          draft: { dueOn: '2027-02-10', reason: '' },
        }),
      reviewNow,
    ),
  )

/** One member's declaration for all proposals: `none` for those not named. */
export const declareFor = async (
  world: ReviewWorld,
  reviewId: string,
  member: Person,
  interests: Readonly<Record<string, string>> = {},
) =>
  world.town.as(
    member,
    async (scope) => {
      const review = await getReview(scope, reviewId)
      const proposals = await listReviewedProposals(scope, reviewId)
      const given = new Map(
        proposals.map(({ id }) => [id, { interest: interests[id] ?? 'none', note: '説明' }]),
      )
      return declareInterests(scope, review, member, given)
    },
    reviewNow,
  )

/** Hands in one member's sheet with these points, in the order of the rubric. */
export const scoreFor = async (
  world: ReviewWorld,
  reviewId: string,
  given: {
    readonly member: Person
    readonly proposalId: string
    readonly points: readonly number[]
    readonly comment?: string
    readonly submit?: boolean
  },
) =>
  world.town.as(
    given.member,
    async (scope) => {
      const review = await getReview(scope, reviewId)
      const all = await listReviewedProposals(scope, reviewId)
      const proposal = all.find(({ id }) => id === given.proposalId)
      const sent = formOf({
        ...Object.fromEntries(
          review.rubric.criteria.map(({ code }, at) => [
            scoreField(code),
            given.points[at] === undefined ? '' : String(given.points[at]),
          ]),
        ),
        comment: given.comment ?? '',
      })
      return saveScores(scope, {
        review,
        proposal: proposal!,
        member: given.member,
        reading: readScores(review.rubric, sent),
        submit: given.submit ?? true,
      })
    },
    reviewNow,
  )
