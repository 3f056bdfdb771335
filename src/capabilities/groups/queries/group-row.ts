import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Channel } from '../../procedures/index.ts'
import type { Group } from '../group.ts'
import { emptyProfile, type PublicProfile } from '../profile.ts'
import type { GroupState } from '../registration.ts'

/** Every query of whole groups begins with these columns. */
export const selectGroups = (scope: Scope) =>
  scope.db
    .selectFrom('groups as g')
    .select([
      'g.id',
      'g.state',
      'g.receipt_number',
      'g.number',
      'g.name',
      'g.name_kana',
      'g.legal_form',
      'g.members',
      'g.recruiting',
      'g.public_profile',
      'g.registered_on',
      'g.valid_until',
      'g.channel',
      'g.updated_at',
    ])
    .select([
      sql<string[]>`ARRAY(SELECT f.field FROM group_fields f
        WHERE f.city_id = g.city_id AND f.group_id = g.id ORDER BY f.field)`.as('fields'),
      sql<boolean>`EXISTS (SELECT FROM memberships m WHERE m.city_id = g.city_id AND m.group_id = g.id
        AND m.role = 'representative' AND m.until IS NULL)`.as('has_representative'),
    ])
    .where('g.city_id', '=', scope.city.id)

type GroupRow = Awaited<ReturnType<ReturnType<typeof selectGroups>['executeTakeFirstOrThrow']>>

const toProfile = (stored: unknown): PublicProfile => {
  const profile = stored as Partial<PublicProfile>
  return { ...emptyProfile, ...profile }
}

export const toGroup = (row: GroupRow): Group => ({
  id: row.id,
  state: row.state as GroupState,
  receiptNumber: row.receipt_number,
  number: row.number,
  name: row.name,
  nameKana: row.name_kana,
  legalForm: row.legal_form,
  members: row.members,
  recruiting: row.recruiting,
  profile: toProfile(row.public_profile),
  fields: row.fields,
  registeredOn: row.registered_on as PlainDate | null,
  validUntil: row.valid_until as PlainDate | null,
  channel: row.channel as Channel,
  hasRepresentative: row.has_representative,
  updatedAt: row.updated_at,
})
