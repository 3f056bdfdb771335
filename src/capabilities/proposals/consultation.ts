import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { defineWorkflow, type StateOf } from '#kernel/workflow.ts'
import type { ConsultationStage } from './conditions.ts'
import type { ProposalState } from './workflow.ts'

const both = (ja: string, en: string): Bilingual => ({ ja, en })

/** 事前相談: asked by a group, held by the centre or the office. */
export const consultationWorkflow = defineWorkflow({
  initial: 'asked',
  states: {
    asked: {
      staff: both('日程の調整と相談', 'To be held'),
      applicant: both('申込み済み（日程の連絡待ち）', 'Asked for; we will settle a day with you'),
      waitsFor: ['centre', 'office'],
    },
    held: { staff: both('相談済み', 'Held'), applicant: both('相談済み', 'Held') },
    cancelled: {
      staff: both('取りやめ', 'Cancelled'),
      applicant: both('取りやめ', 'Cancelled'),
      final: true,
    },
  },
  transitions: [
    {
      name: 'plan',
      from: ['asked'],
      to: 'asked',
      by: ['centre', 'office'],
      label: both('相談の日を提案', 'A day for the consultation proposed'),
    },
    {
      name: 'agree-plan',
      from: ['asked'],
      to: 'asked',
      by: ['applicant'],
      label: both('相談の日を決定', 'The day of the consultation agreed'),
    },
    {
      name: 'hold',
      from: ['asked'],
      to: 'held',
      by: ['centre', 'office'],
      label: both('相談を記録', 'Consultation recorded'),
    },
    {
      name: 'amend',
      from: ['held'],
      to: 'held',
      by: ['centre', 'office'],
      label: both('相談の記録を訂正', 'Record of the consultation mended'),
    },
    {
      name: 'cancel',
      from: ['asked'],
      to: 'cancelled',
      by: ['applicant', 'centre', 'office'],
      label: both('相談を取りやめ', 'Consultation cancelled'),
      reasonRequired: true,
    },
  ],
})

export type ConsultationState = StateOf<typeof consultationWorkflow>

/** When and where they are to meet. */
export type Appointment = {
  readonly on: PlainDate
  /** Time and place, as people say them. */
  readonly detail: string
  readonly agreedAt: Date | null
}

export type Consultation = {
  readonly id: string
  readonly groupId: string
  readonly groupName: string
  readonly callId: string | null
  /** The proposal it is about, once somebody has said so. */
  readonly proposalId: string | null
  readonly proposalState: ProposalState | null
  /** The city's theme it is about; null for a group's own idea, or while that is open. */
  readonly themeId: string | null
  readonly themeTitle: string | null
  /** Of the theme that the proposal answers: it owns what is talked about. */
  readonly department: string | null
  readonly state: ConsultationState
  readonly topic: string
  readonly askedAt: Date
  readonly appointment: Appointment | null
  readonly heldOn: PlainDate | null
  /** 助言 the staff wrote down. */
  readonly note: string | null
  /** Who gave the advice, as the group should know them. */
  readonly advisor: string | null
}

/** What staff write down after a consultation. */
export type ConsultationRecord = {
  readonly heldOn: PlainDate
  readonly advisor: string
  readonly note: string
}

/** How far the best of a group's consultations has come. */
export const stageOf = (
  consultations: readonly Pick<Consultation, 'state'>[],
): ConsultationStage => {
  if (consultations.some(({ state }) => state === 'held')) return 'held'
  return consultations.some(({ state }) => state === 'asked') ? 'asked' : 'none'
}

type About = Pick<Consultation, 'state' | 'proposalId' | 'proposalState' | 'callId' | 'themeId'>
type ProposalAbout = {
  readonly id: string
  readonly callId: string
  readonly themeId: string | null
}

/**
 * Whether it is this proposal's consultation: it names the proposal, or, while it names none, the very theme in the
 * very call. What a group has talked over about something else does not count.
 */
export const countsFor = (
  { proposalId, callId, themeId }: About,
  proposal: ProposalAbout,
): boolean =>
  proposalId === null
    ? callId === proposal.callId && themeId !== null && themeId === proposal.themeId
    : proposalId === proposal.id

/** Whether the group itself may say that it was about this proposal; what staff say goes beyond that. */
export const canBeClaimed = (consultation: About, proposal: ProposalAbout): boolean => {
  const { state, proposalId, proposalState, callId, themeId } = consultation
  if (state === 'cancelled' || countsFor(consultation, proposal)) return false
  const free = proposalId === null || proposalState === 'withdrawn'
  return (
    free &&
    (callId === null || callId === proposal.callId) &&
    (themeId === null || themeId === proposal.themeId)
  )
}

/** What people call its state: while it waits, also whether a day was named and agreed to. */
export type Standing = ConsultationState | 'proposed' | 'agreed'

export const standingOf = ({
  state,
  appointment,
}: Pick<Consultation, 'state' | 'appointment'>): Standing => {
  if (state !== 'asked' || !appointment) return state
  return appointment.agreedAt ? 'agreed' : 'proposed'
}

const waitingNames = {
  proposed: {
    staff: both('日の案に返事待ち', 'Waiting for an answer about the day'),
    applicant: both('日の案が届いています', 'A day was proposed to you'),
  },
  agreed: {
    staff: both('相談の日が決定', 'Day settled'),
    applicant: both('相談の日が決まりました', 'The day is settled'),
  },
} as const

/** That name, for those who asked or for those who advise. */
export const standingName = (standing: Standing, forStaff: boolean): Bilingual => {
  const names =
    standing === 'proposed' || standing === 'agreed'
      ? waitingNames[standing]
      : consultationWorkflow.states[standing]
  return names[forStaff ? 'staff' : 'applicant']
}
