import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Channel } from '../../procedures/index.ts'
import type { Group } from '../group.ts'
import { emptyIntroduction, type Introduction } from '../introduction.ts'
import { emptyProfile, type PublicProfile } from '../profile.ts'
import type { GroupState } from '../registration.ts'

/** Every query of whole groups begins with these columns. */
export const selectGroups = (scope: Scope) =>
  scope.db
    .selectFrom('groups as g')
    .select([
      'g.id',
      'g.state',
      'g.class',
      'g.receipt_number',
      'g.number',
      'g.name',
      'g.name_kana',
      'g.legal_form',
      'g.public_legal_form',
      'g.members',
      'g.recruiting',
      'g.public_profile',
      'g.introduction',
      'g.registered_on',
      'g.valid_until',
      'g.channel',
      'g.received_on',
      'g.corporate_number',
      'g.merged_into',
      'g.updated_at',
    ])
    .select([
      // Read with every group, so that the city's word counts at once, whatever was stored before it.
      sql<
        string[] | null
      >`(SELECT s.definition #> '{visibility,alwaysPrivate}' FROM registration_settings s
        WHERE s.city_id = g.city_id)`.as('always_private'),
      sql<string[]>`ARRAY(SELECT f.field FROM group_fields f
        WHERE f.city_id = g.city_id AND f.group_id = g.id ORDER BY f.field)`.as('fields'),
      sql<boolean>`EXISTS (SELECT FROM memberships m WHERE m.city_id = g.city_id AND m.group_id = g.id
        AND m.role = 'representative' AND m.until IS NULL)`.as('has_representative'),
    ])
    .where('g.city_id', '=', scope.city.id)

type GroupRow = Awaited<ReturnType<ReturnType<typeof selectGroups>['executeTakeFirstOrThrow']>>

/** What everyone may know, without what the city never publishes. */
export const toProfile = (
  stored: unknown,
  alwaysPrivate: readonly string[] | null,
): PublicProfile => {
  const profile = { ...emptyProfile, ...(stored as Partial<PublicProfile>) }
  return {
    ...profile,
    entries: profile.entries.filter(({ code }) => !alwaysPrivate?.includes(code)),
  }
}

/** Also for lists that read the column themselves. */
export const toIntroduction = (stored: unknown): Introduction | null =>
  stored === null ? null : { ...emptyIntroduction, ...(stored as Partial<Introduction>) }

export const toGroup = (row: GroupRow): Group => ({
  id: row.id,
  state: row.state as GroupState,
  class: row.class,
  receiptNumber: row.receipt_number,
  number: row.number,
  name: row.name,
  nameKana: row.name_kana,
  legalForm: row.legal_form,
  publicLegalForm: row.always_private?.includes('legal_form') ? '' : row.public_legal_form,
  members: row.members,
  recruiting: row.recruiting && !row.always_private?.includes('recruiting'),
  profile: toProfile(row.public_profile, row.always_private),
  introduction: toIntroduction(row.introduction),
  fields: row.always_private?.includes('fields') ? [] : row.fields,
  registeredOn: row.registered_on as PlainDate | null,
  validUntil: row.valid_until as PlainDate | null,
  channel: row.channel as Channel,
  receivedOn: row.received_on as PlainDate | null,
  corporateNumber: row.corporate_number,
  mergedInto: row.merged_into,
  hasRepresentative: row.has_representative,
  updatedAt: row.updated_at,
})
