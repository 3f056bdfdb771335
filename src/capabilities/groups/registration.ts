import type { Bilingual } from '#kernel/bilingual.ts'
import { addBusinessDays, cityHallDays } from '#kernel/business-day.ts'
import { addDays, endOfFiscalYear, fiscalYearOf, type PlainDate } from '#kernel/calendar.ts'
import { findDeadline } from '#kernel/deadline.ts'
import { defineWorkflow, type StateOf, type TransitionNameOf } from '#kernel/workflow.ts'
import type { RegistrationClass } from './preset.ts'

const group = ['representative', 'manager'] as const
const desk = ['centre', 'office'] as const

/** 団体登録 as a table. */
export const registration = defineWorkflow({
  initial: 'draft',
  states: {
    draft: {
      staff: { ja: '下書き', en: 'Draft' },
      applicant: { ja: '書いている途中', en: 'Being written' },
      waitsFor: group,
    },
    submitted: {
      staff: { ja: '確認待ち', en: 'To be checked' },
      applicant: { ja: '確認中', en: 'Being checked' },
      waitsFor: desk,
    },
    returned: {
      staff: { ja: '補正待ち', en: 'Correction asked' },
      applicant: { ja: '直しのお願い', en: 'Please correct' },
      waitsFor: group,
    },
    provisional: {
      staff: { ja: '仮登録（来所待ち）', en: 'Provisional (visit awaited)' },
      applicant: { ja: '仮登録', en: 'Provisional' },
      waitsFor: desk,
    },
    approved: {
      staff: { ja: '登録済み', en: 'Registered' },
      applicant: { ja: '登録済み', en: 'Registered' },
    },
    rejected: {
      staff: { ja: '登録不可', en: 'Refused' },
      applicant: { ja: '登録できませんでした', en: 'Not registered' },
      final: true,
    },
    withdrawn: {
      staff: { ja: '取り下げ・抹消', en: 'Withdrawn' },
      applicant: { ja: '取り下げました', en: 'Withdrawn' },
      final: true,
    },
    suspended: {
      staff: { ja: '停止中', en: 'Suspended' },
      applicant: { ja: '止まっています', en: 'Suspended' },
    },
    lapsed: {
      staff: { ja: '失効', en: 'Lapsed' },
      applicant: { ja: '期限が切れました', en: 'Lapsed' },
    },
    revoked: {
      staff: { ja: '取消し', en: 'Revoked' },
      applicant: { ja: '取り消されました', en: 'Revoked' },
      final: true,
    },
  },
  transitions: [
    {
      name: 'submit',
      from: ['draft', 'returned'],
      to: 'submitted',
      by: [...group, ...desk],
      label: { ja: '登録を申請する', en: 'Send the registration' },
    },
    {
      name: 'accept',
      from: ['submitted'],
      to: 'provisional',
      by: desk,
      label: { ja: '仮登録にして、来所をお願いする', en: 'Accept for now and ask for a visit' },
    },
    {
      name: 'approve',
      from: ['submitted', 'provisional'],
      to: 'approved',
      by: desk,
      label: { ja: '登録する', en: 'Register the group' },
    },
    {
      name: 'return',
      from: ['submitted', 'provisional'],
      to: 'returned',
      by: desk,
      label: { ja: '補正をお願いする', en: 'Ask for a correction' },
      reasonRequired: true,
    },
    {
      name: 'reject',
      from: ['submitted', 'provisional'],
      to: 'rejected',
      by: desk,
      label: { ja: '登録できないと伝える', en: 'Refuse the registration' },
      reasonRequired: true,
    },
    {
      name: 'withdraw',
      from: ['draft', 'submitted', 'returned', 'provisional', 'approved', 'suspended'],
      to: 'withdrawn',
      by: ['representative'],
      label: { ja: '取り下げる', en: 'Withdraw' },
    },
    {
      name: 'withdraw',
      from: ['draft', 'submitted', 'returned', 'provisional', 'approved', 'suspended'],
      to: 'withdrawn',
      by: desk,
      label: { ja: '届けを受けて取り下げる', en: 'Withdraw on request of the group' },
      reasonRequired: true,
    },
    {
      name: 'suspend',
      from: ['approved'],
      to: 'suspended',
      by: desk,
      label: { ja: '登録を止める', en: 'Suspend' },
      reasonRequired: true,
    },
    {
      name: 'lapse',
      from: ['approved', 'suspended'],
      to: 'lapsed',
      by: [...desk, 'system'],
      label: { ja: '期限切れにする', en: 'Let it lapse' },
      reasonRequired: true,
    },
    {
      name: 'resume',
      from: ['suspended', 'lapsed'],
      to: 'approved',
      by: desk,
      label: { ja: '登録を元にもどす', en: 'Resume' },
      reasonRequired: true,
    },
    {
      name: 'renew',
      from: ['lapsed'],
      to: 'approved',
      by: desk,
      label: { ja: '遅れた更新を受ける', en: 'Take a late renewal' },
    },
    {
      name: 'revoke',
      from: ['approved', 'suspended'],
      to: 'revoked',
      by: ['office'],
      label: { ja: '登録を取り消す', en: 'Revoke' },
      reasonRequired: true,
    },
  ],
})

export type GroupState = StateOf<typeof registration>
export type RegistrationStep = TransitionNameOf<typeof registration>

/** Places that a person can have towards a registration. */
export type RegistrationRole = 'representative' | 'manager' | 'centre' | 'office' | 'system'

/** What the timeline says was done. */
export const happened: Readonly<Record<RegistrationStep | 'start', Bilingual>> = {
  start: { ja: '登録の下書きを始めました', en: 'The registration was begun' },
  submit: { ja: '登録を申請しました', en: 'The registration was sent' },
  accept: { ja: '仮登録にしました', en: 'The registration was accepted for now' },
  approve: { ja: '団体を登録しました', en: 'The group was registered' },
  return: { ja: '補正をお願いしました', en: 'A correction was asked for' },
  reject: { ja: '登録できないと決めました', en: 'The registration was refused' },
  withdraw: { ja: '登録を取り下げました', en: 'The registration was withdrawn' },
  suspend: { ja: '登録を止めました', en: 'The registration was suspended' },
  lapse: { ja: '登録の期限が切れました', en: 'The registration lapsed' },
  resume: { ja: '登録を元にもどしました', en: 'The registration was resumed' },
  renew: { ja: '登録を更新しました', en: 'The registration was renewed' },
  revoke: { ja: '登録を取り消しました', en: 'The registration was revoked' },
}

/** A registration that stood is not taken back but ended: 抹消. */
export const erased: Bilingual = {
  ja: '届けを受けて、登録を抹消しました',
  en: 'The registration was ended at the group’s request',
}

/** Days that a group has to mend what it was asked to. */
export const correctionDays = 14

/** The day by which the group mends; a closed day moves it to the next open one. */
export const correctionDeadline = (asked: PlainDate): PlainDate =>
  findDeadline(asked, { days: correctionDays, inclusive: false, roll: 'next_business' })

/** The day by which the centre aims to answer, in working days after the day of receipt. */
export const reviewDeadline = (received: PlainDate, reviewDays: number): PlainDate =>
  addBusinessDays(received, reviewDays, cityHallDays())

/** The same as a group is told it: paper that lay for long is promised no day that is over. */
export const answerDay = (received: PlainDate, reviewDays: number, today: PlainDate): PlainDate => {
  const day = reviewDeadline(received, reviewDays)
  return day < today ? today : day
}

/** The last day on which a registration held that lapses today: its last valid day, or today when that is still to come. */
export const lastDayHeld = (validUntil: PlainDate | null, today: PlainDate): PlainDate =>
  validUntil !== null && validUntil < today ? validUntil : today

/** The day on which a renewed period begins: right after the last one, or today where that never ends. */
export const beginOfRenewal = (validUntil: PlainDate | null, today: PlainDate): PlainDate =>
  validUntil === null ? today : addDays(validUntil, 1)

/** The last day of a registration that begins on `day`: the end of its Nth fiscal year, or none. */
export const lastValidDay = (
  validity: RegistrationClass['validity'],
  day: PlainDate,
): PlainDate | null =>
  validity.kind === 'unlimited'
    ? null
    : endOfFiscalYear(fiscalYearOf(day) + (validity.years ?? 1) - 1)
