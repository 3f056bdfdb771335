import { type Capability, presetPart } from '#web/capability.ts'
import { loadProgramme } from './actions.ts'
import { programmeCounters } from './counters.ts'
import { callsDataset, programmesDataset } from './datasets.ts'
import { programmePreset } from './preset.ts'
import { programmeRoutes } from './routes.tsx'

export {
  cancelCall,
  decideCall,
  endCall,
  openCall,
  openNextCall,
  publishCall,
  rescheduleCall,
  restoreSchedule,
} from './actions.ts'
export {
  type CalendarStep,
  type CallStep,
  calendarLater,
  findStep,
  stepStateOn,
} from './calendar.ts'
export {
  type Call,
  type CallHead,
  type CallMoment,
  type CallState,
  callStateAt,
  callWindow,
  currentSteps,
  daysLeftOf,
  deadlineOfStep,
  isCancelled,
} from './call.ts'
export { findCancellation } from './cancellation.ts'
export { type ConsultedCall, needsConsultation } from './consultation.ts'
export { stepAhead } from './early.ts'
export { paths as programmePaths } from './paths.ts'
export { canSeeCall } from './policy.ts'
export type { ProgrammePreset, RubricPreset } from './preset.ts'
export {
  type CallPlan,
  findType,
  type Programme,
  type ProposalType,
  planCall,
  themedTypes,
} from './programme.ts'
export {
  findCall,
  findOpenCalls,
  getCall,
  listCalls,
  listCallsAhead,
  lockCall,
} from './queries/calls.ts'
export { getProgramme, listProgrammes } from './queries/programmes.ts'
export { isChanged, type Schedule } from './schedule.ts'
export { CalendarSteps } from './views/calendar-steps.tsx'
export { CallCancelled } from './views/call-cancelled.tsx'
export { CallChips, CallDeadline, LastDay } from './views/call-labels.tsx'
export { ConsultationWay } from './views/consultation-way.tsx'
export { bothEras, Period } from './views/days.tsx'

/** 協働事業提案制度と募集: schemes, their yearly calls, what is open and until when. */
export const programmes: Capability = {
  name: 'programmes',
  datasets: [programmesDataset, callsDataset],
  counters: programmeCounters,
  routesWith: ({ panels }) => programmeRoutes(panels),
  presets: [
    presetPart({ path: 'programmes/*.json', schema: programmePreset, load: loadProgramme }),
  ],
}
