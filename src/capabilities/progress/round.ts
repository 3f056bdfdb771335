import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Scale } from '#kernel/scale.ts'
import { defineWorkflow, type StateOf, type TransitionNameOf } from '#kernel/workflow.ts'

const same = (ja: string, en: string) => ({ staff: both(ja, en), applicant: both(ja, en) })

/** 年度の進捗報告: departments report, the committee comments, the city answers, everyone reads. */
export const roundWorkflow = defineWorkflow({
  initial: 'reporting',
  states: {
    reporting: { ...same('報告を集めている', 'Departments report'), waitsFor: 'office' },
    committee: {
      ...same('委員会の意見', 'The committee comments'),
      waitsFor: ['reviewer', 'office'],
    },
    answering: { ...same('市の回答', 'The city answers'), waitsFor: 'office' },
    published: { ...same('公開', 'Published'), final: true },
  },
  transitions: [
    {
      name: 'change-due',
      from: ['reporting'],
      to: 'reporting',
      by: ['office'],
      label: both('期限を変更', 'Deadline changed'),
      reasonRequired: true,
    },
    {
      name: 'ask-committee',
      from: ['reporting'],
      to: 'committee',
      by: ['office'],
      label: both('委員会に意見を求めた', 'Committee asked for its comments'),
    },
    {
      name: 'skip-committee',
      from: ['reporting'],
      to: 'answering',
      by: ['office'],
      label: both('委員会の意見なしで進めた', 'Went on without the committee'),
      reasonRequired: true,
    },
    {
      name: 'comment',
      from: ['committee'],
      to: 'committee',
      by: ['reviewer'],
      label: both('委員が意見を記入', 'A committee member commented'),
    },
    {
      name: 'close-committee',
      from: ['committee'],
      to: 'answering',
      by: ['office'],
      label: both('委員会の意見を締めた', 'Comments of the committee closed'),
    },
    {
      name: 'publish',
      from: ['answering'],
      to: 'published',
      by: ['office'],
      label: both('年度の報告を公開', 'The year’s report published'),
    },
  ],
})
export type RoundState = StateOf<typeof roundWorkflow>
export type RoundStep = TransitionNameOf<typeof roundWorkflow>

/** A department's share: written, sent all at once, checked item by item. */
export const partWorkflow = defineWorkflow({
  initial: 'writing',
  states: {
    writing: { ...same('記入中', 'Being written'), waitsFor: 'department' },
    sent: { ...same('提出ずみ', 'Sent'), waitsFor: 'office' },
    returned: { ...same('修正を依頼', 'Corrections asked for'), waitsFor: 'department' },
    accepted: { ...same('確認ずみ', 'Accepted'), final: true },
  },
  transitions: [
    {
      name: 'send',
      from: ['writing', 'returned'],
      to: 'sent',
      by: ['department', 'office'],
      label: both('進捗を報告', 'Progress reported'),
    },
    {
      name: 'return',
      from: ['sent'],
      to: 'returned',
      by: ['office'],
      label: both('修正を依頼', 'Corrections asked for'),
      reasonRequired: true,
    },
    {
      name: 'accept',
      from: ['sent'],
      to: 'accepted',
      by: ['office'],
      label: both('報告を確認', 'Report accepted'),
    },
  ],
})
export type PartState = StateOf<typeof partWorkflow>
export type PartStep = TransitionNameOf<typeof partWorkflow>

export const roundKind = 'progress-round'
export const partKind = 'progress-part'

export type Round = {
  readonly id: string
  readonly planId: string
  readonly fiscalYear: number
  readonly state: RoundState
  readonly dueOn: PlainDate
  readonly planTitle: Bilingual
  readonly scale: Scale
  readonly openedAt: Date
  readonly publishedAt: Date | null
  readonly sample: boolean
}

/** A department's share of a round, with how far it has come. */
export type Part = {
  readonly id: string
  readonly roundId: string
  readonly department: string
  readonly state: PartState
  readonly sentAt: Date | null
}

/** The days at least that departments are given. */
export const shortestDays = 1

/** Years for which a plan can be reported: those that have begun, not before the product's time of four decades. */
export const isReportable = (fiscalYear: number, thisFiscalYear: number): boolean =>
  Number.isInteger(fiscalYear) && fiscalYear >= 1990 && fiscalYear <= thisFiscalYear
