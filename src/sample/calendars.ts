import type { CalendarStep, Call } from '#capabilities/programmes/index.ts'
import { findStep } from '#capabilities/programmes/index.ts'
import { cityHallDays, rollDay } from '#kernel/business-day.ts'
import { addDays, type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { daySoFar } from './days.ts'

type Calendar = readonly CalendarStep[]
type Step = CalendarStep['step']

const changed = (
  calendar: Calendar,
  change: (step: CalendarStep) => Partial<Pick<CalendarStep, 'from' | 'to'>>,
): Calendar => calendar.map((step) => ({ ...step, ...change(step) }))

/**
 * The calendar of today's call when proposals go on as they come in, so that every part of the work can be tried
 * out: the checks, the talks and the committee's reading begin before the call closes, and end when they would have.
 */
export const takenInTurn = (call: Call, now: Date): Calendar => {
  const reading: Step = findStep(call.calendar, 'screening') ? 'screening' : 'presentation'
  const begins: Partial<Record<Step, PlainDate>> = {
    formal_check: call.opensOn,
    negotiation: daySoFar(call, now, 0.5),
    [reading]: daySoFar(call, now, 0.75),
  }
  return changed(call.calendar, ({ step, from }) => {
    const begin = begins[step]
    return begin && begin < from ? { from: begin } : {}
  })
}

/** Days of an evaluation before today, and after it. */
const halfOfEvaluation = 21

/** The calendar of a past call whose evaluation is half way today; its own while the reports are not yet in. */
export const evaluatedToday = (call: Call, now: Date): Calendar => {
  const today = tokyoDayOf(now)
  const isOpen = cityHallDays()
  const from = rollDay(addDays(today, -halfOfEvaluation), 'next_business', isOpen)
  const to = rollDay(addDays(today, halfOfEvaluation), 'prev_business', isOpen)
  const reports = findStep(call.calendar, 'report')?.to
  if (!reports || from <= reports) return call.calendar
  return changed(call.calendar, ({ step }) => (step === 'evaluation' ? { from, to } : {}))
}
