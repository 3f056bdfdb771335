import type { Scope } from '#data/scope.ts'
import type { ProjectState } from '../project.ts'

/** A joint project of one's own group. */
export type OwnProject = {
  readonly id: string
  readonly title: string
  readonly state: ProjectState
  readonly groupName: string
}

/** Joint projects of these groups, those touched last first, 50 at most. 1 query. */
export const listProjectsOfGroups = async (
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

/** How many joint projects a group has or had. */
export const countProjectsOf = async (scope: Scope, groupId: string): Promise<number> => {
  const row = await scope.db
    .selectFrom('projects')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
    .executeTakeFirstOrThrow()
  return row.n
}
