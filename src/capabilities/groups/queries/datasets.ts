import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { TallyQuery } from '#data/tally.ts'
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

/** The next registered groups, with nothing but what they made public. 1 query. */
export const listOpenGroups = (scope: Scope, after: string | undefined) =>
  scope.db
    .selectFrom('groups as g')
    .select(['g.id', 'g.number', 'g.name', 'g.name_kana', 'g.legal_form', 'g.recruiting'])
    .select(['g.registered_on', 'g.valid_until', 'g.public_profile', 'g.members', 'g.sample'])
    .select([
      'g.updated_at',
      sql<
        string[] | null
      >`(SELECT s.definition #> '{visibility,alwaysPrivate}' FROM registration_settings s
        WHERE s.city_id = g.city_id)`.as('always_private'),
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
