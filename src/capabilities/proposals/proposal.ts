import type { PlainDate } from '#kernel/calendar.ts'
import type { ProposalState, ProposalStep } from './workflow.ts'

export { type ProposalState, type ProposalStep, proposalWorkflow } from './workflow.ts'

/** How a proposal reached the city; all but `web` were entered by the office for the group. */
export type ProposalChannel = 'web' | 'counter' | 'post' | 'phone' | 'mail'

export type Proposal = {
  readonly id: string
  readonly callId: string
  readonly groupId: string
  readonly groupName: string
  /** False while its first registration is not settled: nobody else has a page of it. */
  readonly groupHasPage: boolean
  readonly type: string
  readonly themeId: string | null
  readonly themeTitle: string | null
  /** The theme's own limit in yen. */
  readonly themeCap: number | null
  readonly issueId: string | null
  readonly issueTitle: string | null
  readonly state: ProposalState
  readonly receiptNumber: string | null
  readonly title: string
  readonly summary: string
  readonly requestedAmount: number | null
  readonly years: number | null
  /** The department that negotiates. */
  readonly department: string | null
  readonly submittedAt: Date | null
  /** The last day of a correction that was asked for. */
  readonly correctionDue: PlainDate | null
  readonly createdBy: string | null
  readonly channel: ProposalChannel
  readonly sample: boolean
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** What a decision says. */
export const outcomes = ['selected', 'conditional', 'reserve', 'not_selected'] as const
export type Outcome = (typeof outcomes)[number]

/** The step that leads to each outcome. */
export const stepOfOutcome = {
  selected: 'select',
  conditional: 'select-on-conditions',
  reserve: 'put-in-reserve',
  not_selected: 'decline',
} as const satisfies Record<Outcome, ProposalStep>

/** States in which the group may write its proposal. */
export const isEditable = (state: ProposalState): boolean =>
  state === 'draft' || state === 'returned'

/** What the programme makes public of proposals. */
export type Publishing = {
  readonly submitted: boolean
  readonly notSelected: 'none' | 'count' | 'names'
}

const underWay: readonly ProposalState[] = [
  'submitted',
  'returned',
  'negotiating',
  'ready',
  'reviewing',
]

/**
 * Whether everyone may read the public answers. Drafts, withdrawn and ineligible proposals never are
 * public; those under way when the programme says so; reserves and those not selected when it names them.
 */
export const isPublic = (state: ProposalState, publish: Publishing): boolean => {
  if (underWay.includes(state)) return publish.submitted
  if (state === 'not_selected' || state === 'reserve') return publish.notSelected === 'names'
  return state === 'selected' || state === 'conditional'
}

const ended: readonly ProposalState[] = ['ineligible', 'withdrawn', 'not_selected', 'reserve']

/** Whether everyone could read it while it was under way, and no longer can now that it is over. */
export const wasPublic = (
  { state, submittedAt }: Pick<Proposal, 'state' | 'submittedAt'>,
  publish: Publishing,
): boolean =>
  submittedAt !== null && publish.submitted && ended.includes(state) && !isPublic(state, publish)

/** The name under which lists, mails and tasks know a proposal whose title is not written yet. */
export const titleOf = (proposal: Pick<Proposal, 'title'>): string =>
  proposal.title === '' ? '（題名のない提案）' : proposal.title

/** A withdrawal: when, from which state, and why. */
export type Withdrawal = {
  readonly at: Date
  readonly reason: string
  readonly fromState: ProposalState
}

/** Days a group has to correct its papers when the office names no other date. */
export const correctionDays = 7
