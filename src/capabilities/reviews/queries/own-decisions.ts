import type { Scope } from '#data/scope.ts'
import { addDays, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import type { DecidedOutcome } from '../decision.ts'

/** What was decided on a proposal of one's own group, with the letter that says so. */
export type OwnDecision = {
  readonly proposalId: string
  readonly title: string
  readonly outcome: DecidedOutcome
  readonly documentNumber: string
  readonly fileId: string
}

/** How long a decision is news on one's own page, in days. */
const newsDays = 60

/** Decisions of the last two months on proposals of these groups, the newest first, 10 at most. 1 query. */
export const listOwnDecisions = async (
  scope: Scope,
  groupIds: readonly string[],
): Promise<OwnDecision[]> => {
  if (groupIds.length === 0) return []
  const rows = await scope.db
    .selectFrom('decisions as d')
    .innerJoin('proposals as p', (on) =>
      on.onRef('p.city_id', '=', 'd.city_id').onRef('p.id', '=', 'd.proposal_id'),
    )
    .innerJoin('notices as n', (on) =>
      on.onRef('n.city_id', '=', 'd.city_id').onRef('n.id', '=', 'd.notice_id'),
    )
    .select(['p.id', 'p.title', 'd.outcome', 'd.document_number', 'n.file_id'])
    .where('d.city_id', '=', scope.city.id)
    .where('p.group_id', 'in', [...groupIds])
    .where('d.decided_at', '>=', tokyoInstant(addDays(tokyoDayOf(scope.now), -newsDays), '00:00'))
    .orderBy('d.decided_at', 'desc')
    .orderBy('p.id')
    .limit(10)
    .execute()
  return rows.map((row) => ({
    proposalId: row.id,
    title: row.title,
    outcome: row.outcome as DecidedOutcome,
    documentNumber: row.document_number,
    fileId: row.file_id,
  }))
}
