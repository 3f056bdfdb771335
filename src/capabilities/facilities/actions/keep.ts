import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type Facility, type FacilityFacts, facilityKind } from '../facility.ts'
import { publishFacilities } from '../publish.ts'
import {
  getFacility,
  holdFacilities,
  insertFacilities,
  moveFacility,
  updateFacility,
} from '../queries/facilities.ts'
import { listKinds, settleKinds } from '../queries/kinds.ts'

const publishOne = async (scope: Scope, id: string): Promise<void> =>
  publishFacilities(scope, [await getFacility(scope, id)], await listKinds(scope))

/** Enters a facility by hand. @returns its id */
export const addFacility = async (scope: Scope, facts: FacilityFacts): Promise<string> => {
  await settleKinds(scope)
  const [id = ''] = await insertFacilities(scope, [facts])
  await publishOne(scope, id)
  await audit(scope, {
    action: 'facilities.add',
    subjectKind: facilityKind,
    subjectId: id,
    after: facts,
  })
  return id
}

const changedFields = (before: FacilityFacts, after: FacilityFacts) => {
  const names = (Object.keys(after) as (keyof FacilityFacts)[]).filter(
    (name) => before[name] !== after[name],
  )
  const pick = (facts: FacilityFacts) =>
    Object.fromEntries(names.map((name) => [name, facts[name]]))
  return { names, before: pick(before), after: pick(after) }
}

/** Mends what is written of a facility. Nothing happens where nothing is different. */
export const changeFacility = async (
  scope: Scope,
  facility: Facility,
  facts: FacilityFacts,
): Promise<void> => {
  const { names, before, after } = changedFields(facility, facts)
  if (names.length === 0) return
  await settleKinds(scope)
  // A list may have been taken in since the page was read: only what was mended is written over it.
  await holdFacilities(scope, [facility.id])
  const now = await getFacility(scope, facility.id)
  await updateFacility(scope, facility.id, { ...now, ...after })
  await publishOne(scope, facility.id)
  await audit(scope, {
    action: 'facilities.change',
    subjectKind: facilityKind,
    subjectId: facility.id,
    before,
    after,
  })
}

/** Closes a facility from the day after `on`; its page stays readable and says so. */
export const closeFacility = async (
  scope: Scope,
  facility: Facility,
  closing: { readonly on: PlainDate; readonly reason: string },
): Promise<Result<'done', 'not-now'>> => {
  const moved = await moveFacility(scope, facility.id, { state: 'closed', closedOn: closing.on })
  if (!moved) return refuse('not-now')
  await publishOne(scope, facility.id)
  await audit(scope, {
    action: 'facilities.close',
    subjectKind: facilityKind,
    subjectId: facility.id,
    after: closing,
  })
  return ok('done')
}

/** Opens a closed facility again. */
export const reopenFacility = async (
  scope: Scope,
  facility: Facility,
): Promise<Result<'done', 'not-now'>> => {
  const moved = await moveFacility(scope, facility.id, { state: 'open', closedOn: null })
  if (!moved) return refuse('not-now')
  await publishOne(scope, facility.id)
  await audit(scope, {
    action: 'facilities.reopen',
    subjectKind: facilityKind,
    subjectId: facility.id,
  })
  return ok('done')
}
