import {
  getCall,
  isChanged,
  restoreSchedule,
  type Schedule,
} from '#capabilities/programmes/index.ts'
import type { Scope } from '#data/scope.ts'
import { listed, type Samples } from './found-queries.ts'
import { deleteReschedules, listScheduleChanges } from './removal-queries.ts'

/**
 * Gives the city's own calls back the days that they had before sample people changed them. A call whose days
 * somebody real has changed since keeps them.
 */
export const restoreCalendars = async (scope: Scope, samples: Samples): Promise<void> => {
  const changes = await listScheduleChanges(scope, samples)
  for (const callId of new Set(changes.map((change) => change.callId))) {
    const ofCall = changes.filter((change) => change.callId === callId)
    const before = ofCall[0]?.before as Schedule
    const after = ofCall.at(-1)?.after as Schedule
    const call = await getCall(scope, callId)
    if (!isChanged(call, after)) await restoreSchedule(scope, call, before)
    await deleteReschedules(scope, callId, listed(samples.accounts))
  }
}
