import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

/** A facility as far as rows of a list are compared with it. */
export type Known = {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly name_key: string
  readonly address_key: string
  readonly source_id: string | null
  readonly municipal_code: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

/** Facilities that bear one of these names or one of these numbers (without leading zeros). 1 query. */
export const listKnown = async (
  scope: Scope,
  names: readonly string[],
  ids: readonly string[],
): Promise<readonly Known[]> => {
  const { rows } = await sql<Known>`
    SELECT id, name, address, name_key, address_key, source_id, municipal_code, latitude, longitude
    FROM facilities WHERE city_id = ${scope.city.id} AND name_key = ANY (${names}::text[])
    UNION
    SELECT id, name, address, name_key, address_key, source_id, municipal_code, latitude, longitude
    FROM facilities WHERE city_id = ${scope.city.id} AND source_id IS NOT NULL
      AND ltrim(source_id, '0') = ANY (${ids}::text[])`.execute(scope.db)
  return rows
}

/** Changes these facilities underwent after a moment, whoever made them. */
export const listChangedSince = async (
  scope: Scope,
  ids: readonly string[],
  since: Date,
): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ subject_id: string }>`
    SELECT DISTINCT subject_id FROM audit_entries WHERE city_id = ${scope.city.id}
      AND subject_kind = 'facility' AND subject_id = ANY (${ids}::text[]) AND at >= ${since}`.execute(
    scope.db,
  )
  return new Set(rows.map((row) => row.subject_id))
}
