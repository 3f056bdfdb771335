import { recountFiles } from '#capabilities/procedures/index.ts'
import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findEntangled } from './entangled-queries.ts'
import { findSamples } from './found-queries.ts'
import { deleteIndicators } from './indicator-queries.ts'
import { sampleSubject } from './mark-queries.ts'
import { deletePlanDrafts } from './plan-queries.ts'
import { deleteRegisters } from './register-queries.ts'
import {
  deleteChain,
  deleteOfPeople,
  deleteRoots,
  deleteTraces,
  listReviewedCalls,
  reopenEmptyCalls,
} from './removal-queries.ts'
import { restoreCalendars } from './restore-calendars.ts'

/** How much was removed. */
export type Removed = {
  readonly people: number
  readonly groups: number
  readonly proposals: number
  readonly projects: number
}

/**
 * Removes the sample world of the city: everything that is marked as a sample, and everything that was
 * made with it while trying out. What the audit says of it stays.
 * @returns the titles of real things that samples have a part in, when there are any: nothing is removed then
 */
export const removeSamples = async (scope: Scope): Promise<Result<Removed, readonly string[]>> => {
  const samples = await findSamples(scope)
  const entangled = await findEntangled(scope, samples)
  if (entangled.length > 0) return refuse(entangled)
  const calls = await listReviewedCalls(scope, samples.reviews)
  await deleteChain(scope, samples)
  await reopenEmptyCalls(scope, calls)
  await restoreCalendars(scope, samples)
  await deleteTraces(scope, samples)
  await deleteRegisters(scope, samples.accounts)
  await deleteIndicators(scope, samples.accounts)
  await deletePlanDrafts(scope, samples.accounts)
  await recountFiles(scope)
  await deleteOfPeople(scope, samples)
  await deleteRoots(scope, samples)
  const removed = {
    people: samples.accounts.length,
    groups: samples.groups.length,
    proposals: samples.proposals.length,
    projects: samples.projects.length,
  }
  if (removed.people > 0)
    await audit(scope, {
      action: 'sample.remove',
      ...sampleSubject,
      after: removed,
    })
  return ok(removed)
}
