import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import type { Result } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { type Channel, roleCodeOf } from '../../procedures/index.ts'
import { type Call, lockCall } from '../../programmes/index.ts'
import type { Proposal, ProposalState } from '../proposal.ts'
import { insertWithdrawal } from '../queries/withdrawals.ts'
import { writeToDepartment, writeToGroup } from './letters.ts'
import { announceProposal, takeProposalStep } from './step.ts'

/** States in which the department has been told of the proposal. */
const knownToDepartment: readonly ProposalState[] = ['negotiating', 'ready', 'reviewing']

/** Takes a proposal back before it is decided. What was written stays on record for those concerned. */
export const withdrawProposal = async (
  scope: Scope,
  city: City,
  given: {
    readonly proposal: Proposal
    readonly call: Call
    readonly reason: string
    /** How the letter came when the office enters it for the group. */
    readonly channel: Channel
  },
): Promise<Result<Proposal, TransitionProblem>> => {
  const { proposal, call, reason, channel } = given
  // A review may end with this: the call is held before the proposal, as by those who decide.
  await lockCall(scope, call.id)
  const taken = await takeProposalStep(scope, {
    proposal,
    call,
    name: 'withdraw',
    role: roleCodeOf(scope.actor),
    reason,
    channel,
    facts: { correction_due: null },
  })
  if (!taken.ok) return taken
  await insertWithdrawal(scope, proposal.id, { reason, fromState: proposal.state })
  if (proposal.submittedAt) {
    await writeToGroup(scope, city, { kind: 'withdrawn', proposal, reason })
    if (knownToDepartment.includes(proposal.state))
      await writeToDepartment(scope, city, { kind: 'withdrawn', proposal, reason })
  }
  await announceProposal(scope, 'withdrawn', taken.value, { from: proposal.state })
  return taken
}
