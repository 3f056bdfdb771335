import { cityHallDays, type OpenDays, type Roll, rollDay } from './business-day.ts'
import {
  addDays,
  addMonths,
  daysBetween,
  type PlainDate,
  splitDate,
  tokyoDayOf,
} from './calendar.ts'

/**
 * A deadline as cities write it: so many days or months, whether the first day counts (初日算入), and
 * what happens when the last day is closed.
 */
export type DeadlineRule = ({ readonly days: number } | { readonly months: number }) & {
  readonly inclusive: boolean
  readonly roll: Roll
}

/**
 * Months by the calendar (民法140条・143条): they end on the day before the day of the same number,
 * counted from the first day that counts; where the last month has no such day, on its last day.
 */
const endOfMonths = (firstCounted: PlainDate, months: number): PlainDate => {
  const corresponding = addMonths(firstCounted, months)
  const exists = splitDate(corresponding).day === splitDate(firstCounted).day
  return exists ? addDays(corresponding, -1) : corresponding
}

/**
 * The last day of a period that begins with an event on `start`.
 * @throws RangeError when rolling finds no open day within a year.
 */
export const findDeadline = (
  start: PlainDate,
  rule: DeadlineRule,
  isOpen: OpenDays = cityHallDays(),
): PlainDate => {
  const firstCounted = rule.inclusive ? start : addDays(start, 1)
  const last =
    'days' in rule ? addDays(firstCounted, rule.days - 1) : endOfMonths(firstCounted, rule.months)
  return rollDay(last, rule.roll, isOpen)
}

/** The day that comes last. */
export const latestOf = (first: PlainDate, ...others: readonly PlainDate[]): PlainDate =>
  [first, ...others].sort().at(-1)!

/** The day that comes first. */
export const earliestOf = (first: PlainDate, ...others: readonly PlainDate[]): PlainDate =>
  [first, ...others].sort()[0]!

/** Days left at an instant: 0 on the last day itself in Tokyo, negative when it is over. */
export const countDaysLeft = (deadline: PlainDate, now: Date): number =>
  daysBetween(tokyoDayOf(now), deadline)

/**
 * The last day of something that is to be done within so many days: the first day does not count, and a day
 * on which the city hall is closed gives way to the next working day. Every day that the product reckons by
 * itself comes from here, so that two pages never name two days for one thing.
 */
export const dueAfter = (start: PlainDate, days: number): PlainDate =>
  findDeadline(start, { days, inclusive: false, roll: 'next_business' })
