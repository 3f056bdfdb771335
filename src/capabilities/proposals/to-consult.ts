import type { Scope } from '#data/scope.ts'
import { type Call, listCallsAhead } from '../programmes/index.ts'
import { countsFor } from './consultation.ts'
import type { Proposal } from './proposal.ts'
import { listConsultations } from './queries/consultations.ts'
import { listOwnProposals } from './queries/lists.ts'

/** A draft for which the compulsory consultation was not even asked for yet. */
export type ToConsult = { readonly proposal: Proposal; readonly call: Call }

/** Drafts of these groups that cannot be sent before somebody has asked for their consultation. 3 queries at most. */
export const listToConsult = async (
  scope: Scope,
  groups: readonly string[],
): Promise<readonly ToConsult[]> => {
  const own = await listOwnProposals(scope, {
    memberships: groups.map((groupId) => ({ groupId })),
  })
  const drafts = own.filter(({ state }) => state === 'draft')
  if (drafts.length === 0) return []
  const calls = (await listCallsAhead(scope)).filter(
    ({ consultation }) => consultation === 'required',
  )
  if (calls.length === 0) return []
  const asked = (await listConsultations(scope, { groups })).filter(
    ({ state }) => state !== 'cancelled',
  )
  return drafts.flatMap((proposal) => {
    const call = calls.find(({ id }) => id === proposal.callId)
    const done = asked.some((one) => one.groupId === proposal.groupId && countsFor(one, proposal))
    return call && !done ? [{ proposal, call }] : []
  })
}
