import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { defineWorkflow, type StateOf, type TransitionNameOf } from '#kernel/workflow.ts'
import type { Answers } from '../forms/index.ts'
import type { Channel } from '../procedures/index.ts'

/** 変更届, 更新, and the registration of a registered group in another class. */
export const revisionKinds = ['change', 'renewal', 'addition'] as const
export type RevisionKind = (typeof revisionKinds)[number]

const desk = ['centre', 'office'] as const

/** A registration is asked to be revised: written, sent, checked, applied. */
export const revisionWorkflow = defineWorkflow({
  initial: 'draft',
  states: {
    draft: {
      staff: { ja: '未提出', en: 'Not sent yet' },
      applicant: { ja: '書いている途中', en: 'Being written' },
      waitsFor: 'group',
    },
    sent: {
      staff: { ja: '確認待ち', en: 'To be checked' },
      applicant: { ja: '確認中', en: 'Being checked' },
      waitsFor: desk,
    },
    returned: {
      staff: { ja: '補正待ち', en: 'Correction asked' },
      applicant: { ja: '直しのお願い', en: 'Please correct' },
      waitsFor: 'group',
    },
    applied: {
      staff: { ja: '反映済み', en: 'Applied' },
      applicant: { ja: '反映しました', en: 'Applied' },
      final: true,
    },
    refused: {
      staff: { ja: '認めず', en: 'Refused' },
      applicant: { ja: '認められませんでした', en: 'Not accepted' },
      final: true,
    },
    withdrawn: {
      staff: { ja: '取り下げ', en: 'Withdrawn' },
      applicant: { ja: '取り下げました', en: 'Withdrawn' },
      final: true,
    },
    expired: {
      staff: { ja: '期限切れ', en: 'Out of time' },
      applicant: { ja: '期限が過ぎました', en: 'Out of time' },
      final: true,
    },
  },
  transitions: [
    {
      name: 'submit',
      from: ['draft', 'returned'],
      to: 'sent',
      by: ['group', ...desk],
      label: { ja: '送る', en: 'Send' },
    },
    {
      name: 'take',
      from: ['draft', 'returned'],
      to: 'applied',
      by: ['group', ...desk],
      label: { ja: '届け出る', en: 'Notify' },
    },
    {
      name: 'approve',
      from: ['sent'],
      to: 'applied',
      by: desk,
      label: { ja: '認めて反映する', en: 'Accept and apply' },
    },
    {
      name: 'return',
      from: ['sent'],
      to: 'returned',
      by: desk,
      label: { ja: '補正をお願いする', en: 'Ask for a correction' },
      reasonRequired: true,
    },
    {
      name: 'refuse',
      from: ['sent'],
      to: 'refused',
      by: desk,
      label: { ja: '認められないと伝える', en: 'Refuse' },
      reasonRequired: true,
    },
    {
      name: 'withdraw',
      from: ['draft', 'sent', 'returned'],
      to: 'withdrawn',
      // By itself where the office calls the campaign off.
      by: ['group', ...desk, 'system'],
      label: { ja: '取り下げる', en: 'Withdraw' },
    },
    {
      name: 'reopen',
      from: ['sent'],
      to: 'draft',
      by: ['group', ...desk],
      label: { ja: '取り戻して書き足す', en: 'Take it back and add to it' },
    },
    {
      name: 'expire',
      from: ['draft', 'sent', 'returned'],
      to: 'expired',
      by: ['system'],
      label: { ja: '期限切れにする', en: 'Let it run out' },
    },
  ],
})

export type RevisionState = StateOf<typeof revisionWorkflow>
export type RevisionStep = TransitionNameOf<typeof revisionWorkflow>
export type RevisionRole = 'group' | 'centre' | 'office' | 'system'

/** One change notice, renewal or further registration. */
export type Revision = {
  readonly id: string
  readonly groupId: string
  readonly kind: RevisionKind
  /** The class of registration that it is about. */
  readonly class: string
  readonly campaignId: string | null
  readonly state: RevisionState
  readonly receiptNumber: string | null
  readonly channel: Channel
  /** The day on which the paper came, where staff entered it. */
  readonly receivedOn: PlainDate | null
  /** Written by staff from paper, on a sheet of its own. */
  readonly onPaper: boolean
  /** The answers and the files as they were sent last; what is written since then is the group's own. */
  readonly sentAnswers: Answers | null
  readonly sentFiles: readonly string[]
  /** Fields whose new answers have taken effect. */
  readonly applied: readonly string[]
  /** Fields whose new answers wait for the desk. */
  readonly waiting: readonly string[]
  /** What those answers were before. */
  readonly before: Answers
  readonly createdAt: Date
  readonly sentAt: Date | null
  readonly decidedAt: Date | null
}

/** The kind under which timeline, tasks, files and messages know a revision. */
export const revisionKind = 'revision'

/** What a revision is called, by kind. */
export const kindNames: Readonly<Record<RevisionKind, Bilingual>> = {
  change: { ja: '変更届', en: 'Change notice' },
  renewal: { ja: '登録の更新', en: 'Renewal' },
  addition: { ja: '別の区分の登録', en: 'Further registration' },
}

/** What timeline and tasks call it: by the name of its group. */
export const subjectOf = (revision: Pick<Revision, 'id'>, group: { readonly name: string }) => ({
  kind: revisionKind,
  id: revision.id,
  title: group.name,
})

/** The key of the sheet that holds the new answers. */
export const sheetKeyOf = ({ id, kind, onPaper }: Pick<Revision, 'id' | 'kind' | 'onPaper'>) =>
  ({ kind: revisionKind, id, purpose: onPaper ? `${kind}-paper` : kind }) as const

/** True for a group's own renewal that staff enter from paper now; what the group has written waits. */
export const isTakenOver = ({ onPaper, channel }: Pick<Revision, 'onPaper' | 'channel'>): boolean =>
  onPaper && channel === 'web'

/** True while it may still be written or checked. */
export const isOpen = ({ state }: Pick<Revision, 'state'>): boolean =>
  revisionWorkflow.states[state].final !== true

/** Receipt numbers are the product's own. */
export const receiptPatterns: Readonly<Record<RevisionKind, string>> = {
  change: '団変{fy}-{nnnn}',
  renewal: '団更{fy}-{nnnn}',
  addition: '団追{fy}-{nnnn}',
}

/** What the timeline says was done. */
export const happened: Readonly<Record<RevisionStep | 'start', Bilingual>> = {
  start: { ja: '書きはじめました', en: 'Begun' },
  submit: { ja: '送りました', en: 'Sent' },
  take: { ja: '届け出て、すぐに反映しました', en: 'Notified and applied at once' },
  approve: { ja: '認めて反映しました', en: 'Accepted and applied' },
  return: { ja: '補正をお願いしました', en: 'A correction was asked for' },
  refuse: { ja: '認められないと決めました', en: 'Refused' },
  withdraw: { ja: '取り下げました', en: 'Withdrawn' },
  reopen: { ja: '確認の前に取り戻しました', en: 'Taken back before the check' },
  expire: { ja: '期限が過ぎました', en: 'It ran out of time' },
}
