import { deleteRows, holdRows } from '#data/rows-by-id.ts'
import type { Scope } from '#data/scope.ts'
import { updateRows } from '#data/update-rows.ts'
import { accountOf } from '#kernel/actor.ts'
import { isId, newId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Facility, FacilityFacts } from '../facility.ts'
import { selectFacilities, toColumns, toFacility } from './facility-row.ts'

/** The facility, open or closed. @throws NotFound */
export const getFacility = async (scope: Scope, id: string): Promise<Facility> => {
  const row = isId(id)
    ? await selectFacilities(scope).where('id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('facility')
  return toFacility(row)
}

/** These facilities, in no order; ids that are not there are left out. */
export const listFacilitiesById = async (
  scope: Scope,
  ids: readonly string[],
): Promise<readonly Facility[]> => {
  if (ids.length === 0) return []
  const rows = await selectFacilities(scope)
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(toFacility)
}

/** Writes new facilities, at most a few hundred at once. @returns their ids, in order */
export const insertFacilities = async (
  scope: Scope,
  facts: readonly FacilityFacts[],
): Promise<string[]> => {
  if (facts.length === 0) return []
  const rows = facts.map((one) => ({
    city_id: scope.city.id,
    id: newId(),
    ...toColumns(one),
    created_by: accountOf(scope.actor),
    created_at: scope.now,
    updated_at: scope.now,
  }))
  await scope.db.insertInto('facilities').values(rows).execute()
  return rows.map(({ id }) => id)
}

export const updateFacility = async (
  scope: Scope,
  id: string,
  facts: FacilityFacts,
): Promise<void> => {
  await scope.db
    .updateTable('facilities')
    .set({ ...toColumns(facts), updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

/** Writes all that is known of several facilities. 1 query. */
export const updateFacilities = (
  scope: Scope,
  facilities: readonly { readonly id: string; readonly facts: FacilityFacts }[],
): Promise<void> =>
  updateRows(
    scope,
    'facilities',
    facilities.map(({ id, facts }) => ({ id, ...toColumns(facts), updated_at: scope.now })),
  )

/** Holds these facilities until the transaction ends: nobody else writes into them meanwhile. */
export const holdFacilities = (scope: Scope, ids: readonly string[]): Promise<void> =>
  holdRows(scope, 'facilities', ids)

/** Closes a facility, or opens it again. @returns false when somebody was faster */
export const moveFacility = async (
  scope: Scope,
  id: string,
  to: { readonly state: 'open' | 'closed'; readonly closedOn: string | null },
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('facilities')
    .set({ state: to.state, closed_on: to.closedOn, updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('state', '<>', to.state)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Deletes facilities for good: those that a list brought by mistake. */
export const deleteFacilities = (scope: Scope, ids: readonly string[]): Promise<void> =>
  deleteRows(scope, 'facilities', ids)
