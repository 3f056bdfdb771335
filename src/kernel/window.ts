import type { Language } from './bilingual.ts'
import { endOfTokyoDay, type PlainDate, tokyoInstant } from './calendar.ts'
import { formatDate } from './date-text.ts'

/** A day, or an hour of it in Tokyo (`17:00`). */
export type Moment = { readonly day: PlainDate; readonly time?: string | undefined }

/**
 * When something can be done. It opens at 00:00 of its first day and closes at 24:00 of its last one
 * unless an hour is given; a side that is absent is open for ever.
 */
export type OpenWindow = {
  readonly opens?: Moment | undefined
  readonly closes?: Moment | undefined
}

export type WindowState = 'not-yet' | 'open' | 'closed'

/** The first instant at which it is open. */
export const openingInstant = (opens: Moment): Date =>
  tokyoInstant(opens.day, opens.time ?? '00:00')

/** The first instant at which it is closed: what arrives at 17:00:00 is late for 17:00. */
export const closingInstant = (closes: Moment): Date =>
  closes.time === undefined ? endOfTokyoDay(closes.day) : tokyoInstant(closes.day, closes.time)

/** Whether it is open at an instant. A window that closes before it opens is never open. */
export const windowStateAt = (window: OpenWindow, now: Date): WindowState => {
  if (window.closes && now >= closingInstant(window.closes)) return 'closed'
  return window.opens && now < openingInstant(window.opens) ? 'not-yet' : 'open'
}

export const isOpenAt = (window: OpenWindow, now: Date): boolean =>
  windowStateAt(window, now) === 'open'

/** `令和8年11月20日（金）17:00`, or the day alone; never the next day's 00:00 for 24:00. */
export const formatMoment = ({ day, time }: Moment, language: Language): string =>
  time === undefined
    ? formatDate(day, language)
    : `${formatDate(day, language)}${language === 'ja' ? '' : ' '}${time}`
