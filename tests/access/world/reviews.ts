import { listFiles } from '#capabilities/procedures/index.ts'
import type { Call } from '#capabilities/programmes/index.ts'
import { getCall } from '#capabilities/programmes/index.ts'
import {
  addCommitteeMember,
  closeReview,
  type DecisionDraft,
  decideProposal,
  declareInterests,
  getReview,
  listReviewedProposals,
  openReview,
  type Review,
  readScores,
  saveScores,
  scoreField,
  seenOf,
} from '#capabilities/reviews/index.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { formOf } from '#web/form-data.ts'
import type { PersonName } from './cast.ts'
import { act, must, put, type Town } from './town.ts'

const committee = [
  'reviewer',
  'reviewer2',
  'recused',
  'reviewer-in-a',
  'undeclared',
] as const satisfies readonly PersonName[]

/** Seats the committee of the programme. */
export const seatCommittee = (town: Town, programmeId: string): Promise<void> =>
  act(town, 'office', '2024-08-01', async (scope) => {
    for (const name of committee) {
      const { accountId } = town.people[name]
      must(await addCommitteeMember(scope, programmeId, accountId))
      put(town, { kind: 'seat', state: name, params: { id: programmeId, account: accountId } })
    }
  })

export type ReviewTold = {
  readonly state: 'scoring' | 'closed' | 'decided'
  readonly call: Call
  readonly groupA: string
  readonly opened: string
  readonly due: PlainDate
}

const open = (town: Town, told: ReviewTold): Promise<Review> =>
  act(town, 'office', told.opened, async (scope) => {
    const call = await getCall(scope, told.call.id)
    const draft = { dueOn: told.due, reason: town.say(`review.${told.state}.reason`) }
    return must(await openReview(scope, town.here.city, { call, draft }))
  })

const declare = (
  town: Town,
  told: ReviewTold,
  given: { readonly reviewId: string; readonly who: PersonName; readonly interest: string },
): Promise<void> =>
  act(town, given.who, told.opened, async (scope) => {
    if (scope.actor.kind !== 'person') return
    const review = await getReview(scope, given.reviewId)
    const proposals = await listReviewedProposals(scope, review.id)
    const note = town.say(`review.${told.state}.note.${given.who}`)
    const declarations = new Map(
      proposals.map(({ id, groupId }) => [
        id,
        { interest: groupId === told.groupA ? given.interest : 'none', note },
      ]),
    )
    must(await declareInterests(scope, review, scope.actor, declarations))
  })

const score = (
  town: Town,
  told: ReviewTold,
  given: { readonly reviewId: string; readonly who: PersonName; readonly points: string },
): Promise<void> =>
  act(town, given.who, told.opened, async (scope) => {
    if (scope.actor.kind !== 'person') return
    const review = await getReview(scope, given.reviewId)
    const points = review.rubric.criteria.map(({ code }) => [scoreField(code), given.points])
    for (const [at, proposal] of (await listReviewedProposals(scope, review.id)).entries()) {
      const comment = town.say(`review.${told.state}.comment.${given.who}.${at}`)
      const reading = readScores(review.rubric, formOf({ ...Object.fromEntries(points), comment }))
      const { actor: member } = scope
      must(await saveScores(scope, { review, proposal, member, reading, submit: true }))
    }
  })

const close = (town: Town, told: ReviewTold, reviewId: string): Promise<void> =>
  act(town, 'office', told.due, async (scope) => {
    const reason = town.say(`review.${told.state}.closing`)
    must(await closeReview(scope, town.here.city, await getReview(scope, reviewId), { reason }))
  })

/** Opens a review of the call's proposals that are ready, and lets the committee work on it. */
export const makeReview = async (town: Town, told: ReviewTold): Promise<string> => {
  const { id: reviewId } = await open(town, told)
  for (const [who, interest] of [
    ['reviewer', 'none'],
    ['reviewer2', 'none'],
    ['recused', 'family'],
  ] as const)
    await declare(town, told, { reviewId, who, interest })
  await score(town, told, { reviewId, who: 'reviewer', points: '4' })
  if (told.state !== 'scoring') {
    await score(town, told, { reviewId, who: 'reviewer2', points: '5' })
    await close(town, told, reviewId)
  }
  put(town, { kind: 'review', state: told.state, params: { id: reviewId } })
  return reviewId
}

/** Decides on a proposal of a closed review. */
export const decide = (
  town: Town,
  given: {
    readonly reviewId: string
    readonly proposalId: string
    readonly day: string
    readonly outcome: DecisionDraft['outcome']
  },
): Promise<void> =>
  act(town, 'office', given.day, async (scope) => {
    const { say } = town
    const review = await getReview(scope, given.reviewId)
    const { outcome } = given
    const draft = {
      outcome,
      amount: outcome === 'not_selected' ? 0 : 76_543,
      reason: say(`decision.${outcome}.reason`),
      conditions: outcome === 'conditional' ? say('decision.conditions') : '',
      deviation: say(`decision.${outcome}.deviation`),
      early: say(`decision.${outcome}.early`),
    }
    const { reviewId, proposalId } = given
    const decided = {
      reviewId,
      proposalId,
      draft,
      hiddenComments: [],
      seen: seenOf(review.ranking),
    }
    must(await decideProposal(scope, town.here.city, decided))
  })

/** A proposal before the committee, with the papers that hang on it. */
export const putReviewed = async (
  town: Town,
  given: { readonly state: string; readonly reviewId: string; readonly proposalId: string },
): Promise<void> => {
  const params = { id: given.reviewId, proposal: given.proposalId }
  put(town, { kind: 'reviewed', state: given.state, params })
  await act(town, 'office', '2026-11-19', async (scope) => {
    for (const file of await listFiles(scope, { kind: 'proposal', id: given.proposalId })) {
      const [, field = file.purpose] = file.purpose.split('/')
      const state = `${given.state}-${field}`
      put(town, { kind: 'reviewed-file', state, params: { ...params, file: file.id } })
      if (field === 'notice') put(town, { kind: 'file', state, params: { id: file.id } })
    }
  })
}
