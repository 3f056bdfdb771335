import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { Yen } from '#kernel/money.ts'
import type { CalendarStep } from './calendar.ts'
import { type Call, callStateAt } from './call.ts'
import { getCallStep } from './programme.ts'

/** New dates and money of a call, as the office wants them. */
export type Schedule = {
  readonly calendar: readonly CalendarStep[]
  readonly closesAt: string | null
  readonly envelope: Yen | null
}

/** Why dates cannot be taken; `at` is the step's place in the calendar. */
export type ScheduleProblem = {
  readonly at: number
  readonly kind: 'ends-before-start' | 'opening-fixed' | 'closing-earlier' | 'closing-past' | 'over'
}

/** The last instant of a window as text that compares: a day without an hour lasts until 24:00. */
const closing = (day: PlainDate, time: string | null): string => `${day}T${time ?? '24:00'}`

const checkWindow = (
  call: Call,
  wanted: Schedule,
  now: Date,
): ScheduleProblem['kind'] | undefined => {
  const { from, to } = getCallStep(wanted.calendar)
  const opening = from !== call.opensOn
  const before = closing(call.closesOn, call.closesAt)
  const after = closing(to, wanted.closesAt)
  const state = callStateAt(call, now)
  if (state === 'closed') return opening || before !== after ? 'over' : undefined
  if (to < tokyoDayOf(now)) return 'closing-past'
  if (state === 'planned') return undefined
  // People have planned with the days that were announced: once open, a call can only get longer.
  if (opening) return 'opening-fixed'
  return after < before ? 'closing-earlier' : undefined
}

/** Everything that speaks against the new dates; empty when they can be taken. */
export const checkSchedule = (
  call: Call,
  wanted: Schedule,
  now: Date,
): readonly ScheduleProblem[] => {
  const reversed = wanted.calendar.flatMap(({ from, to }, at): ScheduleProblem[] =>
    to < from ? [{ at, kind: 'ends-before-start' }] : [],
  )
  const at = wanted.calendar.findIndex(({ step }) => step === 'call')
  const kind = checkWindow(call, wanted, now)
  return kind && !reversed.some((problem) => problem.at === at)
    ? [...reversed, { at, kind }]
    : reversed
}

/** True when the new dates say something else than the old ones. */
export const isChanged = (call: Call, wanted: Schedule): boolean =>
  call.closesAt !== wanted.closesAt ||
  call.envelope !== wanted.envelope ||
  call.calendar.some((step, at) => {
    const other = wanted.calendar[at]
    return step.from !== other?.from || step.to !== other.to
  })
