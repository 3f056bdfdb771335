import type { Call, CallStep } from '#capabilities/programmes/index.ts'
import { findStep } from '#capabilities/programmes/index.ts'
import { cityHallDays, type Roll, rollDay } from '#kernel/business-day.ts'
import {
  addDays,
  daysBetween,
  fiscalYearOf,
  isPlainDate,
  type PlainDate,
  tokyoDayOf,
  tokyoInstant,
  tokyoTimeOf,
} from '#kernel/calendar.ts'

/** The day at that share (0 the first, 1 the last) of the way between two days. */
const between = (from: PlainDate, to: PlainDate, share: number): PlainDate =>
  addDays(from, Math.floor(share * Math.max(0, daysBetween(from, to))))

/** The steps that stand in for one that a programme's calendar does not have. */
const standIns: Partial<Record<CallStep, CallStep>> = {
  screening: 'presentation',
  presentation: 'screening',
  interim_review: 'project',
  report_meeting: 'report',
}

/** The window of a call's step. @throws Error when the calendar has neither it nor its stand-in */
const windowOf = (call: Call, step: CallStep): { from: PlainDate; to: PlainDate } => {
  const standIn = standIns[step]
  const found = findStep(call.calendar, step) ?? (standIn && findStep(call.calendar, standIn))
  if (!found) throw new Error(`The call ${call.title.ja} has no ${step}.`)
  return found
}

/** The day at that share of a step's window. */
export const dayIn = (call: Call, step: CallStep, share: number): PlainDate => {
  const { from, to } = windowOf(call, step)
  return between(from, to, share)
}

/** A moment in a step's window: the day at that share of it, and an hour in Tokyo. */
export const momentIn = (call: Call, step: CallStep, share: number, time: string): Date =>
  tokyoInstant(dayIn(call, step, share), time)

/** The days since the call opened on which the city hall was open, without today; all days when it never was. */
const daysSoFar = (call: Call, now: Date): readonly PlainDate[] => {
  const count = Math.max(1, daysBetween(call.opensOn, tokyoDayOf(now)))
  const days = Array.from({ length: count }, (_, at) => addDays(call.opensOn, at))
  const open = days.filter(cityHallDays())
  return open.length > 0 ? open : days
}

/** The day at that share (0 … 0.99) of the days since the call opened, before today. */
export const daySoFar = (call: Call, now: Date, share: number): PlainDate => {
  const days = daysSoFar(call, now)
  return days[Math.floor(share * days.length)] ?? call.opensOn
}

/** A moment since the call opened, on a day before today: `share` is 0 … 0.99 of the days so far. */
export const momentSoFar = (call: Call, now: Date, share: number, time: string): Date =>
  tokyoInstant(daySoFar(call, now, share), time)

/** The day of that month and number in a fiscal year. @throws RangeError for a day it does not have */
export const dayOfYear = (fiscalYear: number, monthDay: string): PlainDate => {
  const year = Number(monthDay.slice(0, 2)) < 4 ? fiscalYear + 1 : fiscalYear
  const day = `${year}-${monthDay}`
  if (!isPlainDate(day)) throw new RangeError(`No such day: ${day}`)
  return day
}

/** The fiscal year in which a call's projects begin. */
export const projectYearOf = (call: Call): number => fiscalYearOf(windowOf(call, 'project').from)

/** The same hour on that day, or on the next (or the last) on which the city hall is open. */
export const onOfficeDay = (at: Date, roll: Roll = 'next_business'): Date =>
  tokyoInstant(rollDay(tokyoDayOf(at), roll, cityHallDays()), tokyoTimeOf(at))
