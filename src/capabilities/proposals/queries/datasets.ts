import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { TallyQuery } from '#data/tally.ts'
import { datasetPartSize } from '#web/dataset.ts'
import { isPublicRow, selectProposals, toProposal } from './proposal-row.ts'

/** How many proposals everyone may know of. */
export const tallyOpenProposals = (scope: Scope): TallyQuery =>
  sql`SELECT count(*) AS n, max(p.updated_at) AS changed FROM proposals p
    WHERE p.city_id = ${scope.city.id} AND ${isPublicRow(scope)}`

/** The next proposals that everyone may know of. 1 query. */
export const listOpenProposals = async (scope: Scope, after: string | undefined) => {
  const rows = await selectProposals(scope)
    .where(isPublicRow(scope))
    .where('p.id', '>', after ?? '')
    .orderBy('p.id')
    .limit(datasetPartSize)
    .execute()
  return rows.map((row) => ({
    ...toProposal(row),
    // An issue that is not public is nobody's business here.
    issueId: ['published', 'closed'].includes(row.issue_state ?? '') ? row.issue_id : null,
  }))
}
