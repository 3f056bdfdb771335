/**
 * A day of the calendar, `YYYY-MM-DD`, without time or zone; years 1000 to 9999. Two days compare as
 * text: `a < b` is earlier. Every city of the product keeps Tokyo time (UTC+9, no summer time).
 */
export type PlainDate = `${number}-${number}-${number}`

/** Month is 1–12. */
export type DateParts = { readonly year: number; readonly month: number; readonly day: number }

const tokyoOffset = 9 * 60 * 60 * 1000
const millisecondsOfDay = 24 * 60 * 60 * 1000

const midnightUtc = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`)

const dayAt = (milliseconds: number): PlainDate => {
  const date = new Date(milliseconds).toISOString().slice(0, 10)
  if (!isPlainDate(date)) throw new RangeError(`Outside the calendar: ${milliseconds}`)
  return date
}

/** True for a day that exists; `2026-02-29` and `2026-4-1` are not. */
export const isPlainDate = (value: string): value is PlainDate => {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(value)) return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

/** The day with these parts; undefined when it does not exist. */
export const composeDate = ({ year, month, day }: DateParts): PlainDate | undefined => {
  const pad = (part: number, length: number): string => String(part).padStart(length, '0')
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  return isPlainDate(date) ? date : undefined
}

/** Year, month (1–12) and day of a date. */
export const splitDate = (date: PlainDate): DateParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

/** @throws RangeError outside the years 1000–9999. */
export const addDays = (date: PlainDate, days: number): PlainDate =>
  dayAt(midnightUtc(date) + days * millisecondsOfDay)

/** The same day of another month, or its last day when it has no such day. */
export const addMonths = (date: PlainDate, months: number): PlainDate => {
  const { year, month, day } = splitDate(date)
  const first = dayAt(Date.UTC(year, month - 1 + months, 1))
  const last = endOfMonth(first)
  return day < splitDate(last).day ? addDays(first, day - 1) : last
}

/** Days from one date to another: 0 for the same day, negative backwards. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  (midnightUtc(to) - midnightUtc(from)) / millisecondsOfDay

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (date: PlainDate): number => new Date(midnightUtc(date)).getUTCDay()

export const startOfMonth = (date: PlainDate): PlainDate => addDays(date, 1 - splitDate(date).day)

export const endOfMonth = (date: PlainDate): PlainDate => {
  const { year, month } = splitDate(date)
  return dayAt(Date.UTC(year, month, 0))
}

/** 年度, named by the year it begins in: 1 April 2026 to 31 March 2027 is 2026. */
export const fiscalYearOf = (date: PlainDate): number => {
  const { year, month } = splitDate(date)
  return month < 4 ? year - 1 : year
}

export const startOfFiscalYear = (fiscalYear: number): PlainDate => `${fiscalYear}-04-01`

export const endOfFiscalYear = (fiscalYear: number): PlainDate => `${fiscalYear + 1}-03-31`

/** The day it is in Tokyo at an instant. */
export const tokyoDayOf = (instant: Date): PlainDate => dayAt(instant.getTime() + tokyoOffset)

/** The hour and minute it is in Tokyo at an instant, `09:05`. */
export const tokyoTimeOf = (instant: Date): string =>
  new Date(instant.getTime() + tokyoOffset).toISOString().slice(11, 16)

/**
 * The instant of an hour in Tokyo, `00:00` … `24:00` (the end of that day).
 * @throws RangeError for any other time.
 */
export const tokyoInstant = (date: PlainDate, time: string): Date => {
  if (!/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time)) throw new RangeError(`No such time: ${time}`)
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return new Date(midnightUtc(date) - tokyoOffset + minutes * 60_000)
}

/** The first instant after a day in Tokyo, its 24:00: what happens before it happens on that day. */
export const endOfTokyoDay = (date: PlainDate): Date => tokyoInstant(date, '24:00')
