import type { Scope } from '#data/scope.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { ImportOrigin, ImportRecord, ImportValue } from '#web/importer.ts'
import { emptyFacts, type FacilityFacts } from '../facility.ts'
import { publishFacilities, unpublishFacility } from '../publish.ts'
import {
  deleteFacilities,
  holdFacilities,
  insertFacilities,
  listFacilitiesById,
  updateFacilities,
} from '../queries/facilities.ts'
import { listKinds, settleKinds } from '../queries/kinds.ts'
import { listChangedSince } from '../queries/matching.ts'

const fieldNames = Object.keys(emptyFacts) as (keyof FacilityFacts)[]

const toRecord = (facts: FacilityFacts): ImportRecord =>
  Object.fromEntries(fieldNames.map((name) => [name, facts[name]]))

/** The facts with what a record says of them; null empties a field. */
const withRecord = (facts: FacilityFacts, record: ImportRecord): FacilityFacts => {
  const said = Object.fromEntries(
    fieldNames
      .filter((name) => name in record)
      .map((name): [string, ImportValue] => {
        const value = record[name] ?? null
        return [name, value === null ? emptyFacts[name] : value]
      }),
  )
  return { ...facts, ...said }
}

/** What the register holds of these facilities. */
export const loadRecords = async (
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ImportRecord>> =>
  new Map((await listFacilitiesById(scope, ids)).map((one) => [one.id, toRecord(one)]))

const publish = async (scope: Scope, ids: readonly string[]): Promise<void> =>
  publishFacilities(scope, await listFacilitiesById(scope, ids), await listKinds(scope))

/** Enters facilities of a list. */
export const createFrom = async (
  scope: Scope,
  records: readonly ImportRecord[],
  from: ImportOrigin,
): Promise<readonly string[]> => {
  await settleKinds(scope)
  const facts = records.map((record) =>
    withRecord({ ...emptyFacts, source: from.fileName }, record),
  )
  const ids = await insertFacilities(scope, facts)
  await publish(scope, ids)
  return ids
}

/** Writes what a list says of facilities that are there. */
export const writeChanges = async (
  scope: Scope,
  changes: readonly { readonly id: string; readonly record: ImportRecord }[],
): Promise<void> => {
  const ids = changes.map(({ id }) => id)
  // All facts are written again: held first, none that somebody mends meanwhile is lost.
  await holdFacilities(scope, ids)
  const held = new Map((await listFacilitiesById(scope, ids)).map((one) => [one.id, one]))
  await settleKinds(scope)
  const mended = changes.flatMap(({ id, record }) => {
    const facility = held.get(id)
    return facility ? [{ id, facts: withRecord(facility, record) }] : []
  })
  await updateFacilities(scope, mended)
  await publish(scope, ids)
}

const touched: Bilingual = both(
  '取り込んだあとに、職員が直しました。',
  'Staff have changed it since the import.',
)

/** Takes out facilities that a list brought, unless somebody has worked on them since. */
export const removeFrom = async (
  scope: Scope,
  ids: readonly string[],
  from: ImportOrigin,
): Promise<ReadonlyMap<string, Bilingual>> => {
  const changed = await listChangedSince(scope, ids, from.startedAt)
  const going = ids.filter((id) => !changed.has(id))
  await deleteFacilities(scope, going)
  for (const id of going) await unpublishFacility(scope, id)
  return new Map([...changed].map((id) => [id, touched]))
}
