import { type SqlBool, sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { type DeskEntry, pageSize } from '../directory.ts'
import { groupKind } from '../group.ts'
import type { GroupState } from '../registration.ts'

/** What the desk may know of: everything that was sent, and what it entered from paper. */
const reached = sql<SqlBool>`(g.receipt_number IS NOT NULL OR g.channel <> 'web')`

/** Registrations in one state, the most urgent first. */
export const listDeskEntries = async (
  scope: Scope,
  asked: { readonly state: GroupState; readonly page: number },
): Promise<DeskEntry[]> => {
  const rows = await scope.db
    .selectFrom('groups as g')
    .select(['g.id', 'g.name', 'g.receipt_number', 'g.number', 'g.channel', 'g.updated_at'])
    .select('g.valid_until')
    .select(
      sql<string | null>`(SELECT min(t.due_on) FROM tasks t WHERE t.city_id = g.city_id
        AND t.subject_kind = ${groupKind} AND t.subject_id = g.id AND t.closed_at IS NULL)`.as(
        'due_on',
      ),
    )
    .where('g.city_id', '=', scope.city.id)
    .where('g.state', '=', asked.state)
    .where(reached)
    .orderBy(sql`due_on`, (order) => order.asc().nullsLast())
    .orderBy('g.updated_at', 'desc')
    .orderBy('g.id')
    .limit(pageSize)
    .offset((asked.page - 1) * pageSize)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    receiptNumber: row.receipt_number,
    number: row.number,
    channel: row.channel,
    updatedAt: row.updated_at,
    dueOn: row.due_on as PlainDate | null,
    validUntil: row.valid_until as PlainDate | null,
  }))
}

/** How many registrations the desk has in each state. */
export const countDeskEntries = async (scope: Scope): Promise<ReadonlyMap<string, number>> => {
  const rows = await scope.db
    .selectFrom('groups as g')
    .select(['g.state', (count) => count.fn.countAll<number>().as('n')])
    .where('g.city_id', '=', scope.city.id)
    .where(reached)
    .groupBy('g.state')
    .execute()
  return new Map(rows.map(({ state, n }) => [state, n]))
}
