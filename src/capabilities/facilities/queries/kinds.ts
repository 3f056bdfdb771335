import type { Scope } from '#data/scope.ts'
import type { FacilityKind } from '../facility.ts'
import { type FacilitiesPreset, usualKinds } from '../kinds.ts'

const saveKinds = async (scope: Scope, kinds: readonly FacilityKind[]): Promise<void> => {
  await scope.db
    .insertInto('facility_kinds')
    .values(
      kinds.map(({ code, name }, position) => ({
        city_id: scope.city.id,
        code,
        name_ja: name.ja,
        name_en: name.en,
        position,
      })),
    )
    .onConflict((same) =>
      same.columns(['city_id', 'code']).doUpdateSet((old) => ({
        name_ja: old.ref('excluded.name_ja'),
        name_en: old.ref('excluded.name_en'),
        position: old.ref('excluded.position'),
      })),
    )
    .execute()
}

/** Writes the kinds of a preset. */
export const loadKinds = (scope: Scope, facts: FacilitiesPreset): Promise<void> =>
  saveKinds(scope, facts.kinds)

/** The city's kinds in their order, or the usual ones where it has named none. 1 query. */
export const listKinds = async (scope: Scope): Promise<readonly FacilityKind[]> => {
  const rows = await scope.db
    .selectFrom('facility_kinds')
    .select(['code', 'name_ja', 'name_en'])
    .where('city_id', '=', scope.city.id)
    .orderBy('position')
    .orderBy('code')
    .execute()
  return rows.length === 0
    ? usualKinds
    : rows.map(({ code, name_ja, name_en }) => ({ code, name: { ja: name_ja, en: name_en } }))
}

/** Before a facility names one: the usual kinds become the city's own where it has none. */
export const settleKinds = async (scope: Scope): Promise<void> => {
  const row = await scope.db
    .selectFrom('facility_kinds')
    .select('code')
    .where('city_id', '=', scope.city.id)
    .limit(1)
    .executeTakeFirst()
  if (!row) await saveKinds(scope, usualKinds)
}
