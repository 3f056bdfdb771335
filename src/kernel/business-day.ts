import holidayJp from '@holiday-jp/holiday_jp'
import type { Bilingual } from './bilingual.ts'
import { addDays, type PlainDate, weekdayOf } from './calendar.ts'

/** Tells on which days a place is open: a city hall, or a facility with its own closing days. */
export type OpenDays = (date: PlainDate) => boolean

const holidays: Readonly<Record<string, { name: string; name_en: string } | undefined>> =
  holidayJp.holidays

/** The national holiday on a day. The list covers 1970–2050; outside it no day is a holiday. */
export const findHoliday = (date: PlainDate): Bilingual | undefined => {
  const holiday = holidays[date]
  return holiday && { ja: holiday.name, en: holiday.name_en }
}

/** 年末年始: 29 December to 3 January. */
export const isYearEnd = (date: PlainDate): boolean => {
  const day = date.slice(5)
  return day >= '12-29' || day <= '01-03'
}

/**
 * Monday to Friday, but not national holidays, 年末年始 or the further closing days given (a city's
 * anniversary, a move of offices).
 */
export const cityHallDays = (closed: Iterable<PlainDate> = []): OpenDays => {
  const closedDays = new Set(closed)
  return (date) => {
    const weekday = weekdayOf(date)
    const working = weekday !== 0 && weekday !== 6
    return working && !findHoliday(date) && !isYearEnd(date) && !closedDays.has(date)
  }
}

/** What becomes of a deadline on a closed day. Ends of windows roll back, their beginnings forward. */
export const rolls = ['none', 'next_business', 'prev_business'] as const
export type Roll = (typeof rolls)[number]

/**
 * The day itself when it is open or nothing rolls, otherwise the nearest open day after or before it.
 * @throws RangeError when no day within a year is open.
 */
export const rollDay = (date: PlainDate, roll: Roll, isOpen: OpenDays): PlainDate => {
  if (roll === 'none') return date
  const step = roll === 'next_business' ? 1 : -1
  for (let days = 0; days <= 366; days += 1) {
    const candidate = addDays(date, days * step)
    if (isOpen(candidate)) return candidate
  }
  throw new RangeError(`No open day within a year of ${date}`)
}

/**
 * The day so many open days after a date, the date itself not counted (5営業日以内).
 * @throws RangeError when no day within a year is open.
 */
export const addBusinessDays = (date: PlainDate, count: number, isOpen: OpenDays): PlainDate => {
  let day = date
  for (let i = 0; i < count; i += 1) day = rollDay(addDays(day, 1), 'next_business', isOpen)
  return day
}
