import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { defineWorkflow, type StateOf } from '#kernel/workflow.ts'
import type { ConsultationStage } from './conditions.ts'

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
  readonly proposalId: string | null
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
