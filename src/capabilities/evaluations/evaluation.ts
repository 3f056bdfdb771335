import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { defineWorkflow, type StateOf, type TransitionNameOf } from '#kernel/workflow.ts'
import type { ProgrammePreset } from '../programmes/index.ts'
import type { Side } from '../projects/index.ts'

const both = (ja: string, en: string): Bilingual => ({ ja, en })
const same = (ja: string, en: string) => ({ staff: both(ja, en), applicant: both(ja, en) })

/** 評価: each side by itself, both together, the committee, the city's answer. */
export const evaluationWorkflow = defineWorkflow({
  initial: 'self',
  states: {
    self: { ...same('自己評価', 'Self-evaluation'), waitsFor: ['group', 'department'] },
    mutual: {
      ...same('相互評価', 'Mutual evaluation'),
      waitsFor: ['group', 'department', 'office'],
    },
    third_party: {
      ...same('第三者評価', 'Third-party evaluation'),
      waitsFor: ['reviewer', 'office'],
    },
    answer: {
      staff: both('市の回答の作成', 'Answer to be written'),
      applicant: both('市の回答の準備中', 'The city prepares its answer'),
      waitsFor: 'office',
    },
    published: { ...same('公開', 'Published'), final: true },
  },
  transitions: [
    {
      name: 'submit',
      from: ['self'],
      to: 'self',
      by: ['group', 'department'],
      label: both('自己評価を提出', 'Self-evaluation handed in'),
    },
    {
      name: 'take-back',
      from: ['self'],
      to: 'self',
      by: ['group', 'department'],
      label: both('自己評価を取り戻して直す', 'Self-evaluation taken back'),
    },
    {
      name: 'submit-last',
      from: ['self'],
      to: 'mutual',
      by: ['group', 'department'],
      label: both('双方の自己評価がそろった', 'Both self-evaluations are in'),
    },
    {
      name: 'explain',
      from: ['mutual'],
      to: 'mutual',
      by: ['group', 'department', 'office'],
      label: both('違いの説明を記入', 'Differences explained'),
    },
    {
      name: 'confirm',
      from: ['mutual'],
      to: 'mutual',
      by: ['group', 'department'],
      label: both('相互評価を確認', 'Mutual evaluation confirmed by one side'),
    },
    {
      name: 'agree',
      from: ['mutual'],
      to: 'third_party',
      by: ['group', 'department'],
      label: both('相互評価を双方が確認', 'Mutual evaluation confirmed by both sides'),
    },
    {
      name: 'close-mutual',
      from: ['mutual'],
      to: 'third_party',
      by: ['office'],
      label: both('相互評価を事務局が締めた', 'Mutual evaluation closed by the office'),
      reasonRequired: true,
    },
    {
      name: 'assess',
      from: ['third_party'],
      to: 'third_party',
      by: ['reviewer'],
      label: both('委員が評価を記入', 'A committee member wrote an evaluation'),
    },
    {
      name: 'close-third-party',
      from: ['third_party'],
      to: 'answer',
      by: ['office'],
      label: both('第三者評価を締めた', 'Third-party evaluation closed'),
    },
    {
      name: 'skip-third-party',
      from: ['third_party'],
      to: 'answer',
      by: ['office'],
      label: both('第三者評価なしで進めた', 'Went on without a third-party evaluation'),
      reasonRequired: true,
    },
    {
      name: 'publish',
      from: ['answer'],
      to: 'published',
      by: ['office'],
      label: both('市の回答とともに評価を公開', 'Evaluation published with the city’s answer'),
    },
  ],
})

export type EvaluationState = StateOf<typeof evaluationWorkflow>
export type EvaluationStep = TransitionNameOf<typeof evaluationWorkflow>

/** The states in the order in which an evaluation passes through them. */
export const evaluationStates = Object.keys(evaluationWorkflow.states) as readonly EvaluationState[]

/** Items, scale and rules as they were when the evaluation was opened; a later change of the programme changes nothing. */
export type Definition = ProgrammePreset['evaluation'] & {
  readonly committee: Bilingual
  /** Whether the programme lets everyone read what members wrote, or only how many chose what. */
  readonly comments: boolean
}

export type Item = Definition['items'][number]

/** When and by whom a side handed in its self-evaluation. */
export type Submission = { readonly at: Date; readonly by: string | null }

export type Evaluation = {
  readonly projectId: string
  readonly state: EvaluationState
  readonly definition: Definition
  readonly openedAt: Date
  /** The last day of the self-evaluations. */
  readonly dueOn: PlainDate
  readonly submitted: Readonly<Record<Side, Submission | null>>
  /** Grows with each change of the explanations. */
  readonly mutualRevision: number
  /** The revision that each side confirmed. */
  readonly confirmed: Readonly<Record<Side, number | null>>
  readonly mutualClosedAt: Date | null
  readonly thirdPartyClosedAt: Date | null
  /** Comments that everyone else does not read, because they hold personal details. */
  readonly withheld: readonly string[]
  readonly cityAnswer: string | null
  readonly nextYear: string | null
  readonly publishedAt: Date | null
}

/** The kind under which timeline, tasks, files and letters know an evaluation; its id is the project's. */
export const evaluationKind = 'evaluation'

export const hasSubmitted = (evaluation: Pick<Evaluation, 'submitted'>, side: Side): boolean =>
  evaluation.submitted[side] !== null

/** True for a side that has confirmed the explanations as they are now. */
export const hasConfirmed = (
  evaluation: Pick<Evaluation, 'confirmed' | 'mutualRevision'>,
  side: Side,
): boolean => evaluation.confirmed[side] === evaluation.mutualRevision

/** Steps that everyone may follow: when it began, when both sides were in, when it was handed on. Never who thought what. */
export const publicSteps: ReadonlySet<EvaluationStep> = new Set([
  'submit-last',
  'agree',
  'close-mutual',
  'close-third-party',
  'skip-third-party',
  'publish',
])

/** Days that the steps after the self-evaluations take, where the programme's calendar says nothing. */
export const stepDays = { mutual: 21, third_party: 28, answer: 14 } as const

/** The least number of days between the opening and the last day of the self-evaluations. */
export const leastSelfDays = 14

/** Names of comments, under which the office withholds them. */
export const commentKey = {
  score: (side: Side, item: string) => `${side}:${item}`,
  explanation: (item: string) => `explanation:${item}`,
  assessment: (accountId: string) => `third:${accountId}`,
} as const
