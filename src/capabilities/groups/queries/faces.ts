import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { GroupFacets } from '../facets.ts'
import type { PublicProfile } from '../profile.ts'

/** What everyone may know of a group, and what the directory finds it by. */
export type PublicFace = {
  readonly id: string
  readonly profile: PublicProfile
  readonly searchText: string
  readonly fields: readonly string[]
  readonly facets: GroupFacets
}

/** Replaces what everyone may know of these groups; at most a few hundred at once. 3 queries. */
export const savePublicFaces = async (
  scope: Scope,
  faces: readonly PublicFace[],
): Promise<void> => {
  if (faces.length === 0) return
  const rows = faces.map(({ id, profile, searchText, fields, facets }) => ({
    id,
    profile,
    search_text: searchText,
    fields: [...new Set(fields)],
    areas: facets.areas,
    days: facets.days,
    beginners: facets.beginners,
    public_members: facets.publicMembers,
  }))
  await sql`UPDATE groups g SET public_profile = f.profile, search_text = f.search_text, fields = f.fields,
      areas = f.areas, days = f.days, beginners = f.beginners, public_members = f.public_members,
      face_changed_at = ${scope.now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS f (id text, profile jsonb, search_text text,
      fields text[], areas text[], days text[], beginners boolean, public_members integer)
    WHERE g.city_id = ${scope.city.id} AND g.id = f.id`.execute(scope.db)
  await scope.db
    .deleteFrom('group_fields')
    .where('city_id', '=', scope.city.id)
    .where(
      'group_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const named = rows.flatMap(({ id, fields }) =>
    fields.map((field) => ({ city_id: scope.city.id, group_id: id, field })),
  )
  if (named.length > 0) await scope.db.insertInto('group_fields').values(named).execute()
}
