import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { getCall } from '../../programmes/index.ts'
import { rolesTowards } from '../policy.ts'
import {
  type Outcome,
  type Proposal,
  type ProposalStep,
  proposalWorkflow,
  stepOfOutcome,
} from '../proposal.ts'
import { lockProposal } from '../queries/proposals.ts'
import { announceProposal, takeProposalStep } from './step.ts'

/** How the timeline names those who open a review and decide. */
const officeRole = 'office'
const groupRole = 'group'

/** Why one of the proposals keeps a review from opening. */
export type ReviewRefusal = { readonly proposalId: string; readonly problem: TransitionProblem }

/** Brings proposals before the committee: all of them, or none. */
export const startReview = async (
  scope: Scope,
  proposalIds: readonly string[],
): Promise<Result<readonly Proposal[], ReviewRefusal>> => {
  const started: Proposal[] = []
  // In one order, so that two openings at once wait for each other and never for themselves.
  for (const id of proposalIds.toSorted()) {
    const proposal = await lockProposal(scope, id)
    const call = await getCall(scope, proposal.callId)
    const taken = await takeProposalStep(scope, {
      proposal,
      call,
      name: 'open-review',
      role: officeRole,
    })
    if (!taken.ok) return refuse({ proposalId: id, problem: taken.error })
    started.push(taken.value)
  }
  return ok(started)
}

/** What goes with a decision into history and event. */
export type DecisionFacts = {
  readonly documentNumber?: string | undefined
  /** Yen granted, for later capabilities. */
  readonly amount?: number | undefined
  /** Why it comes before the days of the calendar; stands in the history. */
  readonly early?: string | undefined
}

/** A reserve is settled by the office, or by the group's own answer to an offer. */
const stepFor = (scope: Scope, proposal: Proposal, outcome: Outcome): ProposalStep => {
  const own = !rolesTowards(scope.actor, proposal).includes('office')
  if (proposal.state === 'reserve' && own)
    return outcome === 'not_selected' ? 'decline-offer' : 'accept-offer'
  return stepOfOutcome[outcome]
}

/** So that nobody takes the reason for being early for the reason of the decision. */
const earlyTitle = (name: ProposalStep): Bilingual | undefined => {
  const label = proposalWorkflow.transitions.find((one) => one.name === name)?.label
  return (
    label && {
      ja: `${label.ja}（日程より早く決定）`,
      en: `${label.en} (decided before the days of the calendar)`,
    }
  )
}

/**
 * Keeps the outcome of a review, or what became of a reserve, and tells later capabilities. Letters and
 * reasons belong to the review.
 */
export const recordOutcome = async (
  scope: Scope,
  proposal: Pick<Proposal, 'id'>,
  outcome: Outcome,
  facts: DecisionFacts = {},
): Promise<Result<Proposal, TransitionProblem>> => {
  const current = await lockProposal(scope, proposal.id)
  const call = await getCall(scope, current.callId)
  const name = stepFor(scope, current, outcome)
  const taken = await takeProposalStep(scope, {
    proposal: current,
    call,
    name,
    role: name === 'accept-offer' || name === 'decline-offer' ? groupRole : officeRole,
    documentNumber: facts.documentNumber,
    ...(facts.early ? { reason: facts.early, title: earlyTitle(name) } : {}),
  })
  if (!taken.ok) return taken
  await announceProposal(scope, 'decided', taken.value, {
    outcome: taken.value.state,
    from: current.state,
    ...(facts.amount === undefined ? {} : { amount: facts.amount }),
  })
  return taken
}
