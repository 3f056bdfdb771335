import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { TallyQuery } from '#data/tally.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { datasetPartSize } from '#web/dataset.ts'

// What everyone may know: groups whose registration stands.
const registered = (scope: Scope) => sql`g.city_id = ${scope.city.id} AND g.state = 'approved'`

/** How many groups are registered. */
export const tallyOpenGroups = (scope: Scope): TallyQuery =>
  sql`SELECT count(*) AS n, max(g.updated_at) AS changed FROM groups g WHERE ${registered(scope)}`

/** How many fields they named in all. */
export const tallyOpenFields = (scope: Scope): TallyQuery =>
  sql`SELECT count(*) AS n, max(g.updated_at) AS changed FROM groups g
    JOIN group_fields f ON f.city_id = g.city_id AND f.group_id = g.id WHERE ${registered(scope)}`

/** What is open to everyone and to be had now, parted as several values of a cell are. */
const linesOf = (scope: Scope, direction: 'offer' | 'want') =>
  sql<
    string | null
  >`(SELECT string_agg(o.title, ';' ORDER BY o.created_at, o.id) FROM group_offers o
    WHERE o.city_id = g.city_id AND o.group_id = g.id AND o.direction = ${direction} AND o.published_at IS NOT NULL
      AND o.closed_at IS NULL AND o.moderation = 'shown'
      AND (o.open_until IS NULL OR o.open_until >= ${tokyoDayOf(scope.now)}))`

/** The next registered groups, with nothing but what they made public. 1 query. */
export const listOpenGroups = (scope: Scope, after: string | undefined) =>
  scope.db
    .selectFrom('groups as g')
    .select(['g.id', 'g.number', 'g.name', 'g.name_kana', 'g.public_legal_form', 'g.recruiting'])
    .select(['g.registered_on', 'g.valid_until', 'g.public_profile', 'g.members', 'g.sample'])
    .select([
      'g.updated_at',
      sql<
        string[] | null
      >`(SELECT s.definition #> '{visibility,alwaysPrivate}' FROM registration_settings s
        WHERE s.city_id = g.city_id)`.as('always_private'),
      linesOf(scope, 'offer').as('offers'),
      linesOf(scope, 'want').as('needs'),
    ])
    .where(sql<boolean>`${registered(scope)}`)
    .where('g.id', '>', after ?? '')
    .orderBy('g.id')
    .limit(datasetPartSize)
    .execute()

/** The next pairs of a registered group and a field; `after` is `group/field`. 1 query. */
export const listOpenFields = (scope: Scope, after: string | undefined) => {
  const [group = '', field = ''] = after?.split('/') ?? []
  return scope.db
    .selectFrom('groups as g')
    .innerJoin('group_fields as f', (on) =>
      on.onRef('f.city_id', '=', 'g.city_id').onRef('f.group_id', '=', 'g.id'),
    )
    .select(['g.id', 'g.name', 'f.field'])
    .where(sql<boolean>`${registered(scope)}`)
    .where(sql<boolean>`(g.id, f.field) > (${group}, ${field})`)
    .orderBy('g.id')
    .orderBy('f.field')
    .limit(datasetPartSize)
    .execute()
}
