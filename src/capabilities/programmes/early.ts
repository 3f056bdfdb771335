import { tokyoDayOf } from '#kernel/calendar.ts'
import { type CalendarStep, type CallStep, findStep, stepStateOn } from './calendar.ts'

/**
 * The first of these steps that the call's calendar has still ahead. The calendar is public: what is done before its
 * day takes a reason, which stands in the history.
 */
export const stepAhead = (
  { calendar }: { readonly calendar: readonly CalendarStep[] },
  steps: readonly CallStep[],
  now: Date,
): CalendarStep | undefined =>
  steps
    .flatMap((step) => findStep(calendar, step) ?? [])
    .find((step) => stepStateOn(step, tokyoDayOf(now)) === 'next')
