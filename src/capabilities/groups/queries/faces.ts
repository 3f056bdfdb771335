import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { GroupFacets } from '../facets.ts'
import type { PublicProfile } from '../profile.ts'

/** What everyone may know of a group, and what the directory finds it by. */
export type PublicFace = {
  readonly id: string
  readonly profile: PublicProfile
  readonly facets: GroupFacets
}

/** What of a face stands in which column of `groups`, with the name of its type. */
const faceColumnTypes = {
  public_profile: 'jsonb',
  fields: 'text[]',
  recruiting: 'boolean',
  areas: 'text[]',
  days: 'text[]',
  beginners: 'boolean',
  public_members: 'integer',
  public_legal_form: 'text',
} as const

type FaceColumn = keyof typeof faceColumnTypes

/** The row of a face, as JSON tells it to {@link faceTypes}. */
export const columnsOfFace = ({
  id,
  profile,
  facets,
}: PublicFace): Readonly<Record<FaceColumn | 'id', unknown>> => ({
  id,
  public_profile: profile,
  fields: facets.fields,
  recruiting: facets.recruiting,
  areas: facets.areas,
  days: facets.days,
  beginners: facets.beginners,
  public_members: facets.publicMembers,
  public_legal_form: facets.legalForm,
})

const names = Object.keys(faceColumnTypes) as FaceColumn[]

export const faceColumns = sql.raw(names.join(', '))
export const faceTypes = sql.raw(names.map((name) => `${name} ${faceColumnTypes[name]}`).join(', '))

/** Replaces what everyone may know of these groups; at most a few hundred at once. 3 queries. */
export const savePublicFaces = async (
  scope: Scope,
  faces: readonly PublicFace[],
): Promise<void> => {
  if (faces.length === 0) return
  const told = JSON.stringify(faces.map(columnsOfFace))
  await sql`UPDATE groups g SET ${sql.raw(names.map((name) => `${name} = f.${name}`).join(', '))},
      face_changed_at = ${scope.now}
    FROM jsonb_to_recordset(${told}::jsonb) AS f (id text, ${faceTypes})
    WHERE g.city_id = ${scope.city.id} AND g.id = f.id`.execute(scope.db)
  await scope.db
    .deleteFrom('group_fields')
    .where('city_id', '=', scope.city.id)
    .where(
      'group_id',
      'in',
      faces.map(({ id }) => id),
    )
    .execute()
  const named = faces.flatMap(({ id, facets }) =>
    facets.fields.map((field) => ({ city_id: scope.city.id, group_id: id, field })),
  )
  if (named.length > 0) await scope.db.insertInto('group_fields').values(named).execute()
}

/** Columns of the directory by the answer they repeat, with the value that says nothing. */
const closed = {
  fields: { fields: [] },
  recruiting: { recruiting: false },
  areas: { areas: [] },
  day_kinds: { days: [] },
  beginners: { beginners: false },
  members: { public_members: null },
  legal_form: { public_legal_form: '' },
} satisfies Readonly<Record<string, object>>

const isFacet = (code: string): code is keyof typeof closed => Object.hasOwn(closed, code)

/**
 * Takes out of the directory what the city publishes no longer, in the transaction in which it says so; what a
 * group tells elsewhere of the same (its introduction) comes back when it is shown anew. 2 queries at most.
 */
export const closeFacets = async (scope: Scope, codes: readonly string[]): Promise<void> => {
  const facets = codes.filter(isFacet)
  if (facets.length === 0) return
  await scope.db
    .updateTable('groups')
    .set(Object.assign({}, ...facets.map((code) => closed[code])))
    .where('city_id', '=', scope.city.id)
    .execute()
  if (facets.includes('fields'))
    await scope.db.deleteFrom('group_fields').where('city_id', '=', scope.city.id).execute()
}
