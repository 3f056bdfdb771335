import { type SqlBool, sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { type RevisionKind, type RevisionState, revisionKind } from '../revision.ts'

export const pageSize = 50

/** One line of the desk's list. */
export type DeskRevision = {
  readonly id: string
  readonly kind: RevisionKind
  readonly groupName: string
  readonly receiptNumber: string | null
  readonly sentAt: Date | null
  readonly dueOn: PlainDate | null
}

export type DeskFilter = {
  readonly kind: RevisionKind | ''
  readonly state: RevisionState
  readonly page: number
}

/** What the desk may know of: what was sent, what it enters, and the renewals it asked for. */
const reached = sql<SqlBool>`(r.receipt_number IS NOT NULL OR r.kind = 'renewal' OR r.on_paper)`

const matching = (scope: Scope, kind: DeskFilter['kind']) => {
  const query = scope.db
    .selectFrom('revisions as r')
    .where('r.city_id', '=', scope.city.id)
    .where(reached)
  return kind === '' ? query : query.where('r.kind', '=', kind)
}

/** Revisions in one state, the most urgent first. */
export const listDeskRevisions = async (
  scope: Scope,
  filter: DeskFilter,
): Promise<readonly DeskRevision[]> => {
  const rows = await matching(scope, filter.kind)
    .innerJoin('groups as g', (on) =>
      on.onRef('g.city_id', '=', 'r.city_id').onRef('g.id', '=', 'r.group_id'),
    )
    .select(['r.id', 'r.kind', 'g.name', 'r.receipt_number', 'r.sent_at'])
    .select(
      sql<PlainDate | null>`(SELECT min(t.due_on) FROM tasks t WHERE t.city_id = r.city_id
        AND t.subject_kind = ${revisionKind} AND t.subject_id = r.id AND t.closed_at IS NULL)`.as(
        'due_on',
      ),
    )
    .where('r.state', '=', filter.state)
    .orderBy(sql`due_on`, (order) => order.asc().nullsLast())
    .orderBy('r.updated_at', 'desc')
    .orderBy('r.id')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as RevisionKind,
    groupName: row.name,
    receiptNumber: row.receipt_number,
    sentAt: row.sent_at,
    dueOn: row.due_on,
  }))
}

/** How many there are in each state. */
export const countDeskRevisions = async (
  scope: Scope,
  kind: DeskFilter['kind'],
): Promise<ReadonlyMap<string, number>> => {
  const rows = await matching(scope, kind)
    .select(['r.state', (count) => count.fn.countAll<number>().as('n')])
    .groupBy('r.state')
    .execute()
  return new Map(rows.map(({ state, n }) => [state, n]))
}
