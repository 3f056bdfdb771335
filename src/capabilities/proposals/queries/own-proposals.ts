import type { Scope } from '#data/scope.ts'
import type { ProposalState } from '../proposal.ts'

/** A proposal of one's own group. */
export type OwnProposal = {
  readonly id: string
  readonly title: string
  readonly state: ProposalState
  readonly groupName: string
  readonly updatedAt: Date
}

/** Proposals of these groups in whatever state, those touched last first, 50 at most. 1 query. */
export const listProposalsOfGroups = async (
  scope: Scope,
  groupIds: readonly string[],
): Promise<OwnProposal[]> => {
  if (groupIds.length === 0) return []
  const rows = await scope.db
    .selectFrom('proposals as p')
    .innerJoin('groups as g', (on) =>
      on.onRef('g.city_id', '=', 'p.city_id').onRef('g.id', '=', 'p.group_id'),
    )
    .select(['p.id', 'p.title', 'p.state', 'p.updated_at', 'g.name'])
    .where('p.city_id', '=', scope.city.id)
    .where('p.group_id', 'in', [...groupIds])
    .orderBy('p.updated_at', 'desc')
    .orderBy('p.id')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    state: row.state as ProposalState,
    groupName: row.name,
    updatedAt: row.updated_at,
  }))
}
