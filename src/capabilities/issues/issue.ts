import { addBusinessDays, cityHallDays } from '#kernel/business-day.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { findDeadline } from '#kernel/deadline.ts'
import { foldForSearch } from '#kernel/text.ts'
import { defineWorkflow, type StateOf, type TransitionNameOf } from '#kernel/workflow.ts'
import type { Channel } from '../procedures/index.ts'

/** 地域課題: what a resident raises, from the centre's check to the city's answer. */
export const issueWorkflow = defineWorkflow({
  initial: 'submitted',
  states: {
    submitted: {
      staff: { ja: '確認待ち', en: 'To be checked' },
      applicant: { ja: 'センターが確認しています', en: 'Being checked by the centre' },
      waitsFor: 'centre',
    },
    returned: {
      staff: { ja: '修正待ち', en: 'Waiting for changes' },
      applicant: { ja: '直してください', en: 'Please make changes' },
      waitsFor: 'author',
    },
    published: {
      staff: { ja: '公開中', en: 'Public' },
      applicant: { ja: '公開しています', en: 'Public' },
      waitsFor: ['department', 'office'],
    },
    declined: {
      staff: { ja: '公開しない', en: 'Declined' },
      applicant: { ja: '公開しないことになりました', en: 'Not published' },
      final: true,
    },
    withdrawn: {
      staff: { ja: '取下げ', en: 'Withdrawn' },
      applicant: { ja: '取り下げました', en: 'Withdrawn' },
      final: true,
    },
    closed: {
      staff: { ja: '回答済み・終了', en: 'Answered and closed' },
      applicant: { ja: '市の回答があり、終わりました', en: 'Answered by the city' },
      final: true,
    },
  },
  transitions: [
    {
      name: 'publish',
      from: ['submitted'],
      to: 'published',
      by: ['centre', 'office'],
      label: { ja: '確認して公開', en: 'Checked and published' },
    },
    {
      name: 'return',
      from: ['submitted'],
      to: 'returned',
      by: ['centre', 'office'],
      label: { ja: '修正のお願い', en: 'Changes asked for' },
      reasonRequired: true,
    },
    {
      name: 'resubmit',
      from: ['returned'],
      to: 'submitted',
      by: ['author'],
      label: { ja: '直して提出', en: 'Submitted again' },
    },
    {
      name: 'decline',
      from: ['submitted'],
      to: 'declined',
      by: ['centre', 'office'],
      label: { ja: '公開しないと決定', en: 'Decided not to publish' },
      reasonRequired: true,
    },
    {
      name: 'withdraw',
      from: ['submitted', 'returned', 'published'],
      to: 'withdrawn',
      by: ['author'],
      label: { ja: '取下げ', en: 'Withdrawn' },
    },
    {
      name: 'assign',
      from: ['published'],
      to: 'published',
      by: ['centre', 'office'],
      label: { ja: '担当課を決定', en: 'Department decided' },
    },
    {
      name: 'answer',
      from: ['published'],
      to: 'published',
      by: ['department', 'office'],
      label: { ja: '市の回答', en: 'Answer of the city' },
    },
    {
      name: 'close',
      from: ['published'],
      to: 'closed',
      by: ['department', 'office'],
      label: { ja: '市の回答をもって終了', en: 'Closed with the city’s answer' },
    },
    {
      name: 'unpublish',
      from: ['published'],
      to: 'returned',
      by: ['centre', 'office'],
      label: { ja: '公開を止めて修正のお願い', en: 'Taken off for changes' },
      reasonRequired: true,
    },
  ],
})
export type IssueState = StateOf<typeof issueWorkflow>
export type IssueStep = TransitionNameOf<typeof issueWorkflow>
export type IssueRole = 'author' | 'centre' | 'office' | 'department'

/** What somebody writes about a local issue. */
export type IssueText = {
  readonly title: string
  readonly body: string
  readonly place: string
  /** A code of the city's fields of activity, or null. */
  readonly field: string | null
  /** The name shown to everyone; empty means 市民. */
  readonly publicName: string
}

export type Issue = IssueText & {
  readonly id: string
  readonly state: IssueState
  readonly receiptNumber: string
  /** The department that answers. */
  readonly department: string | null
  /** Null when staff entered it for somebody without an account. */
  readonly authorAccount: string | null
  /** For staff only; what everyone sees is `publicName`. */
  readonly authorName: string
  readonly channel: Channel
  readonly cityAnswer: string | null
  readonly publishedAt: Date | null
  readonly createdAt: Date
}

/** The kind under which timeline, tasks, files and messages know an issue. */
export const issueKind = 'issue'

/** What the timeline and tasks call this issue. */
export const issueSubject = (issue: Pick<Issue, 'id' | 'title'>) => ({
  kind: issueKind,
  id: issue.id,
  title: issue.title,
})

/** True for what everyone may read. */
export const isPublicIssue = (issue: Pick<Issue, 'state'>): boolean =>
  issue.state === 'published' || issue.state === 'closed'

/** 5 working days of the city hall for the centre's check. */
export const checkDueOn = (now: Date): PlainDate =>
  addBusinessDays(tokyoDayOf(now), 5, cityHallDays())

/** 14 days for the author to mend what was asked, the next working day where the last one is closed. */
export const mendDueOn = (now: Date): PlainDate =>
  findDeadline(tokyoDayOf(now), { days: 14, inclusive: false, roll: 'next_business' })

/** 30 days for the department's answer, the next working day where the last one is closed. */
export const answerDueOn = (now: Date): PlainDate =>
  findDeadline(tokyoDayOf(now), { days: 30, inclusive: false, roll: 'next_business' })

/** What a public issue is found by. */
export const searchTextOf = (
  issue: Pick<Issue, 'title' | 'body' | 'place'> & { readonly cityAnswer?: string | null },
): string =>
  [issue.title, issue.body, issue.place, issue.cityAnswer ?? ''].map(foldForSearch).join('\n')
