import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Moderation } from '../moderation.ts'
import type { Direction, OfferOfGroup, Outcome, Resource } from '../offer.ts'

/** Every query of offers begins with these columns. */
export const selectOffers = (scope: Scope) =>
  scope.db
    .selectFrom('group_offers as o')
    .innerJoin('groups as g', (on) =>
      on.onRef('g.city_id', '=', 'o.city_id').onRef('g.id', '=', 'o.group_id'),
    )
    .select([
      'o.id',
      'o.group_id',
      'o.direction',
      'o.resource',
      'o.field',
      'o.title',
      'o.body',
      'o.open_until',
      'o.published_at',
      'o.closed_at',
      'o.outcome',
      'o.updated_at',
      'o.moderation',
      'o.hidden_reason',
      'g.name as group_name',
      'g.state as group_state',
    ])
    .select(
      sql<boolean>`EXISTS (SELECT FROM memberships m WHERE m.city_id = g.city_id AND m.group_id = g.id
        AND m.role IN ('representative', 'manager') AND m.until IS NULL)`.as('has_people'),
    )
    .where('o.city_id', '=', scope.city.id)

type OfferRow = Awaited<ReturnType<ReturnType<typeof selectOffers>['executeTakeFirstOrThrow']>>

export const toOffer = (row: OfferRow): OfferOfGroup => ({
  id: row.id,
  groupId: row.group_id,
  direction: row.direction as Direction,
  resource: row.resource as Resource | null,
  field: row.field,
  title: row.title,
  body: row.body,
  openUntil: row.open_until as PlainDate | null,
  publishedAt: row.published_at,
  closedAt: row.closed_at,
  outcome: row.outcome as Outcome | null,
  updatedAt: row.updated_at,
  moderation: row.moderation as Moderation,
  hiddenReason: row.hidden_reason,
  groupName: row.group_name,
  groupRegistered: row.group_state === 'approved',
  groupHasPeople: row.has_people,
})

/** True for rows of `alias` that can be answered on that day. */
export const isOpenOn = (alias: string, today: PlainDate) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql<boolean>`(${column('published_at')} IS NOT NULL AND ${column('closed_at')} IS NULL
    AND ${column('moderation')} = 'shown'
    AND (${column('open_until')} IS NULL OR ${column('open_until')} >= ${today}))`
}

/** How many other registered groups have the opposite of the same kind on that day. */
export const matchesOn = (today: PlainDate) =>
  sql<number>`(SELECT count(DISTINCT m.group_id)::int FROM group_offers m
    JOIN groups mg ON mg.city_id = m.city_id AND mg.id = m.group_id AND mg.state = 'approved'
    WHERE m.city_id = o.city_id AND m.resource = o.resource AND m.direction <> o.direction
      AND m.group_id <> o.group_id AND ${isOpenOn('m', today)})`
