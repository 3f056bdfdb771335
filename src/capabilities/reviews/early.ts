import { tokyoDayOf } from '#kernel/calendar.ts'
import { type CalendarStep, type Call, findStep, stepStateOn } from '../programmes/index.ts'

/** Steps of a call's calendar that come before its decision. */
const before = ['presentation', 'screening'] as const

/** The step before the decision that the calendar still has ahead; undefined where all are over or under way. */
export const stepStillAhead = (
  { calendar }: Pick<Call, 'calendar'>,
  now: Date,
): CalendarStep | undefined =>
  before
    .flatMap((step) => findStep(calendar, step) ?? [])
    .find((step) => stepStateOn(step, tokyoDayOf(now)) === 'next')
