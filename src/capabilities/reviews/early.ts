import { type CalendarStep, type Call, stepAhead } from '../programmes/index.ts'

/** The step of the calendar that a decision would come before: one that precedes it, or its own days. */
export const stepStillAhead = (call: Pick<Call, 'calendar'>, now: Date): CalendarStep | undefined =>
  stepAhead(call, ['presentation', 'screening', 'decision'], now)
