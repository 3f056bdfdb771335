import type { Scope } from '#data/scope.ts'
import type { ProjectState } from '../projects/index.ts'
import type { ProposalState } from '../proposals/index.ts'
import type { EntryKind } from '../publishing/index.ts'

/** How many things of each kind everyone can find in the city now. 1 query. */
export const countEntries = async (scope: Scope): Promise<ReadonlyMap<EntryKind, number>> => {
  const rows = await scope.db
    .selectFrom('public_entries')
    .select(['kind', (count) => count.fn.countAll<number>().as('n')])
    .where('city_id', '=', scope.city.id)
    .groupBy('kind')
    .execute()
  return new Map(rows.map((row) => [row.kind as EntryKind, row.n]))
}

/** A proposal of one's own group. */
export type OwnProposal = {
  readonly id: string
  readonly title: string
  readonly state: ProposalState
  readonly groupName: string
  readonly updatedAt: Date
}

/** Proposals of these groups, those touched last first. 1 query. */
export const listProposalsOf = async (
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

/** A joint project of one's own group. */
export type OwnProject = {
  readonly id: string
  readonly title: string
  readonly state: ProjectState
  readonly groupName: string
}

/** Joint projects of these groups, those touched last first. 1 query. */
export const listProjectsOf = async (
  scope: Scope,
  groupIds: readonly string[],
): Promise<OwnProject[]> => {
  if (groupIds.length === 0) return []
  const rows = await scope.db
    .selectFrom('projects as p')
    .innerJoin('groups as g', (on) =>
      on.onRef('g.city_id', '=', 'p.city_id').onRef('g.id', '=', 'p.group_id'),
    )
    .select(['p.id', 'p.title', 'p.state', 'g.name'])
    .where('p.city_id', '=', scope.city.id)
    .where('p.group_id', 'in', [...groupIds])
    .orderBy('p.updated_at', 'desc')
    .orderBy('p.id')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    state: row.state as ProjectState,
    groupName: row.name,
  }))
}
