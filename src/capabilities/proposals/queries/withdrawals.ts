import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import type { ProposalState, Withdrawal } from '../proposal.ts'

export const insertWithdrawal = async (
  scope: Scope,
  proposalId: string,
  given: { readonly reason: string; readonly fromState: ProposalState },
): Promise<void> => {
  await scope.db
    .insertInto('proposal_withdrawals')
    .values({
      city_id: scope.city.id,
      proposal_id: proposalId,
      at: scope.now,
      account_id: accountOf(scope.actor),
      reason: given.reason,
      from_state: given.fromState,
    })
    .execute()
}

/** Why and when a proposal was taken back. */
export const findWithdrawal = async (
  scope: Scope,
  proposalId: string,
): Promise<Withdrawal | undefined> => {
  const row = await scope.db
    .selectFrom('proposal_withdrawals')
    .select(['at', 'reason', 'from_state'])
    .where('city_id', '=', scope.city.id)
    .where('proposal_id', '=', proposalId)
    .executeTakeFirst()
  return row && { at: row.at, reason: row.reason, fromState: row.from_state as ProposalState }
}
