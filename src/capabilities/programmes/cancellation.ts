import type { Scope } from '#data/scope.ts'
import { listEvents } from '../procedures/index.ts'
import { type CallHead, isCancelled } from './call.ts'

/** Why a call was called off; undefined for every other. 1 query for those that were. */
export const findCancellation = async (
  scope: Scope,
  call: Pick<CallHead, 'id' | 'state'>,
): Promise<string | undefined> => {
  if (!isCancelled(call)) return undefined
  const events = await listEvents(scope, [{ kind: 'call', id: call.id }], { publicOnly: true })
  return events.find(({ step }) => step === 'cancel')?.reason ?? ''
}
