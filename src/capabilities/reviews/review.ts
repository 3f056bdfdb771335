import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Yen } from '#kernel/money.ts'
import { defineWorkflow, type StateOf } from '#kernel/workflow.ts'
import type { FrozenRanking } from './ranking.ts'
import type { Rubric } from './scoring.ts'

/** 審査: from the day the committee is asked to the last decision. Nothing leads back into scoring. */
export const reviewWorkflow = defineWorkflow({
  initial: 'scoring',
  states: {
    scoring: {
      staff: { ja: '採点中', en: 'Scoring' },
      applicant: { ja: '審査中', en: 'Under review' },
      waitsFor: ['reviewer', 'office'],
    },
    closed: {
      staff: { ja: '採点終了・決定待ち', en: 'Scoring closed, awaiting decisions' },
      applicant: { ja: '審査中', en: 'Under review' },
      waitsFor: 'office',
    },
    decided: {
      staff: { ja: '決定済み', en: 'Decided' },
      applicant: { ja: '決定済み', en: 'Decided' },
      final: true,
    },
  },
  transitions: [
    {
      name: 'declare',
      from: ['scoring'],
      to: 'scoring',
      by: ['reviewer'],
      label: { ja: '利害関係を申告する', en: 'Declare interests' },
    },
    {
      name: 'submit',
      from: ['scoring'],
      to: 'scoring',
      by: ['reviewer'],
      label: { ja: '評点票を提出する', en: 'Submit a score sheet' },
    },
    {
      name: 'close',
      from: ['scoring'],
      to: 'closed',
      by: ['office'],
      label: { ja: '採点を締め切る', en: 'Close scoring' },
    },
    {
      name: 'finish',
      from: ['closed'],
      to: 'decided',
      by: ['office'],
      label: { ja: 'すべての提案を決定した', en: 'All proposals decided' },
    },
  ],
})
export type ReviewState = StateOf<typeof reviewWorkflow>

/** A call's title, with the round from the second review on. */
export const titleOfReview = (call: Bilingual, round: number): Bilingual =>
  round === 1
    ? call
    : { ja: `${call.ja}（第${round}回の審査）`, en: `${call.en} (review ${round})` }

/** One review: a call's proposals before one committee, by one frozen rubric. */
export type Review = {
  readonly id: string
  readonly callId: string
  readonly programmeId: string
  /** 1 for the first review of its call, 2 for the one of what came after that was decided. */
  readonly round: number
  readonly title: Bilingual
  readonly fiscalYear: number
  readonly state: ReviewState
  readonly rubric: Rubric
  readonly openedAt: Date
  readonly dueOn: PlainDate
  readonly closedAt: Date | null
  readonly decidedAt: Date | null
  readonly ranking: FrozenRanking | null
  /** What the call can give in all; null when it is not bounded. */
  readonly envelope: Yen | null
}

/** True for a review that is not decided yet: a call has one at most. */
export const isUnderWay = <R extends Pick<Review, 'state'>>(review: R | undefined): review is R =>
  review !== undefined && review.state !== 'decided'

/** A proposal as a committee and its office see it in lists. */
export type ReviewedProposal = {
  readonly id: string
  readonly position: number
  readonly receiptNumber: string
  readonly title: string
  readonly summary: string
  readonly groupId: string
  readonly groupName: string
  readonly state: string
  /** 提案の区分, a code of the call's definition. */
  readonly type: string
  readonly requested: Yen
  /** The limit that its theme sets, where it answers one. */
  readonly themeCap: Yen | null
}

/** True while the proposal still takes part: it was neither withdrawn nor decided. */
export const isUnderReview = (proposal: Pick<ReviewedProposal, 'state'>): boolean =>
  proposal.state === 'reviewing'

/** Rubric of the call with the money that the call really has for this review. */
export const rubricFor = (rubric: Rubric, money: Yen | null): Rubric =>
  rubric.budget && money !== null
    ? { ...rubric, budget: { ...rubric.budget, total: money } }
    : rubric

export type OpeningProblem =
  | 'reason-before-closing'
  | 'no-proposals'
  | 'no-committee'
  | 'committee-too-small'
  | 'due-date'
  | 'due-past'
  | 'rubric-unsound'
  | 'opened-already'
  | 'own-group'
  | 'proposals-moved'

/** What must be right before a committee is asked. */
export const findOpeningProblem = (given: {
  readonly today: PlainDate
  readonly callClosed: boolean
  readonly reason: string
  readonly dueOn: PlainDate | undefined
  readonly proposals: number
  readonly members: number
  readonly quorum: number
}): OpeningProblem | undefined => {
  if (given.proposals === 0) return 'no-proposals'
  if (given.members === 0) return 'no-committee'
  if (given.members < given.quorum) return 'committee-too-small'
  if (given.dueOn === undefined) return 'due-date'
  if (given.dueOn < given.today) return 'due-past'
  return !given.callClosed && given.reason.trim() === '' ? 'reason-before-closing' : undefined
}
