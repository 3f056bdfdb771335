import { type Call, getCall } from '#capabilities/programmes/index.ts'
import {
  addCommitteeMember,
  closeReview,
  type DecisionDraft,
  decideProposal,
  declareInterests,
  getReview,
  listReviewedProposals,
  openReview,
  readScores,
  saveScores,
  scoreField,
  seenOf,
} from '#capabilities/reviews/index.ts'
import type { Scope } from '#data/scope.ts'
import { addDays, tokyoDayOf } from '#kernel/calendar.ts'
import { formOf } from '#web/form-data.ts'
import { dayIn, momentIn, momentSoFar, onOfficeDay } from '../days.ts'
import type { Deed, Moment } from '../moment.ts'
import type { StoryPart, StoryProposal } from '../story.ts'
import {
  actingPerson,
  firstWith,
  idOf,
  must,
  reviewersOf,
  type StoryCall,
  setId,
  type World,
} from '../world.ts'

/** Days that the committee of today's call still has. */
const daysToScore = 14

/** Why a review opens before its call has closed. */
const earlyReason =
  '協議がまとまった提案から順に審査委員に読んでいただくため。募集の締切までに協議がまとまった提案は、後から加えます。'

/** Puts the story's reviewers on the committee of the programme. */
export const seatCommittee = async (scope: Scope, world: World): Promise<void> => {
  const { programmeId } = world.calls.current
  for (const { key } of reviewersOf(world.story)) {
    const accountId = idOf(world, 'person', key)
    must(await addCommitteeMember(scope, programmeId, accountId), `committee: ${key}`)
  }
}

const reviewedIn = ({ story }: World, call: StoryCall): readonly StoryProposal[] =>
  story.proposals.filter(
    (told) => told.call === call && ['reviewing', 'reviewed'].includes(told.reach),
  )

const open =
  (name: StoryCall): Deed =>
  async (scope, world) => {
    const call = await getCall(scope, world.calls[name].id)
    const draft =
      name === 'current'
        ? { dueOn: addDays(tokyoDayOf(world.now), daysToScore), reason: earlyReason }
        : { dueOn: dayIn(call, 'presentation', 1), reason: '' }
    const review = must(await openReview(scope, world.city, { call, draft }), `review of ${name}`)
    setId(world, 'review', name, review.id)
  }

const interestOf = (part: StoryPart | undefined) =>
  part && 'interest' in part
    ? { interest: part.interest, note: part.note }
    : { interest: 'none', note: '' }

const declare =
  (name: StoryCall, reviewer: string): Deed =>
  async (scope, world) => {
    const review = await getReview(scope, idOf(world, 'review', name))
    const given = new Map(
      reviewedIn(world, name).map((told) => [
        idOf(world, 'proposal', told.key),
        interestOf(told.sheets[reviewer]),
      ]),
    )
    const done = await declareInterests(scope, review, actingPerson(scope), given)
    must(done, `declaration of ${reviewer}`)
  }

const score =
  (name: StoryCall, told: StoryProposal, part: Extract<StoryPart, { scores: unknown }>): Deed =>
  async (scope, world) => {
    const review = await getReview(scope, idOf(world, 'review', name))
    const id = idOf(world, 'proposal', told.key)
    const proposal = (await listReviewedProposals(scope, review.id)).find((one) => one.id === id)
    if (!proposal) throw new Error(`The review has no proposal ${told.key}.`)
    const points = review.rubric.criteria.map(
      ({ code }, at) => [scoreField(code), String(part.scores[at] ?? '')] as const,
    )
    const sent = formOf({ ...Object.fromEntries(points), comment: part.comment })
    const given = {
      review,
      proposal,
      member: actingPerson(scope),
      reading: readScores(review.rubric, sent),
      submit: part.submit,
    }
    must(await saveScores(scope, given), `scores for ${told.key}`)
  }

const close =
  (name: StoryCall): Deed =>
  async (scope, world) => {
    const review = await getReview(scope, idOf(world, 'review', name))
    must(await closeReview(scope, world.city, review, { reason: '' }), `close ${name}`)
  }

const decide =
  (name: StoryCall, told: StoryProposal, draft: DecisionDraft): Deed =>
  async (scope, world) => {
    const review = await getReview(scope, idOf(world, 'review', name))
    const given = {
      reviewId: review.id,
      proposalId: idOf(world, 'proposal', told.key),
      draft,
      hiddenComments: [],
      seen: seenOf(review.ranking),
    }
    must(await decideProposal(scope, world.city, given), `decide ${told.key}`)
  }

type Times = { readonly declared: Date; readonly scored: Date }

const partMoments = (world: World, name: StoryCall, { declared, scored }: Times): Moment[] => {
  const told = reviewedIn(world, name)
  return reviewersOf(world.story).flatMap(({ key }): Moment[] => {
    const parts = told.map((one) => one.sheets[key])
    if (parts.every((part) => part === undefined)) return []
    return [
      { at: declared, by: key, deed: declare(name, key) },
      ...told.flatMap((one): Moment[] => {
        const part = one.sheets[key]
        return part && 'scores' in part
          ? [{ at: scored, by: key, deed: score(name, one, part) }]
          : []
      }),
    ]
  })
}

/** On the last day of the meeting's window on which the city hall is open, when all sheets are in. */
const closedAt = (call: Call): Date =>
  onOfficeDay(momentIn(call, 'presentation', 1, '17:00'), 'prev_business')

const pastReview = (world: World, name: Exclude<StoryCall, 'current'>): Moment[] => {
  const call = world.calls[name]
  const office = firstWith(world.story, 'office')
  const times = {
    declared: momentIn(call, 'presentation', 0.5, '20:00'),
    scored: momentIn(call, 'presentation', 0.55, '21:10'),
  }
  return [
    { at: momentIn(call, 'screening', 0, '09:30'), by: office, deed: open(name) },
    ...partMoments(world, name, times),
    { at: closedAt(call), by: office, deed: close(name) },
    ...reviewedIn(world, name).flatMap(({ decision }, at): Moment[] => {
      const one = reviewedIn(world, name)[at]
      return decision && one
        ? [
            {
              at: momentIn(call, 'decision', 0.5, '10:00'),
              by: office,
              deed: decide(name, one, decision),
            },
          ]
        : []
    }),
  ]
}

/** The review of today's call opened early, so that whoever tries the committee's part has work to do. */
const presentReview = (world: World): Moment[] => {
  const { calls, now, story } = world
  const at = (share: number, time: string): Date => momentSoFar(calls.current, now, share, time)
  return [
    { at: at(0.75, '18:10'), by: firstWith(story, 'office'), deed: open('current') },
    ...partMoments(world, 'current', {
      declared: at(0.8, '20:00'),
      scored: at(0.9, '21:10'),
    }),
  ]
}

/** The committee at work: the reviews of past calls, and one that scores today. */
export const reviewMoments = (world: World): Moment[] => [
  ...pastReview(world, 'finished'),
  ...pastReview(world, 'evaluating'),
  ...pastReview(world, 'last'),
  ...presentReview(world),
]
