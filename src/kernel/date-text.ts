import type { Language } from './bilingual.ts'
import { type PlainDate, splitDate, tokyoDayOf, tokyoTimeOf, weekdayOf } from './calendar.ts'
import { parseDate } from './date-input.ts'
import { eraYearOf, formatEraYear } from './era.ts'

const weekdays = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const
const months =
  'January February March April May June July August September October November December'.split(' ')

/** `金`, `Fri`. */
export const formatWeekday = (date: PlainDate, language: Language): string =>
  weekdays[language][weekdayOf(date)]!

/** Without the year, for lists of one season: `11月20日（金）`, `20 November (Fri)`. */
export const formatMonthDay = (date: PlainDate, language: Language): string => {
  const { month, day } = splitDate(date)
  const weekday = formatWeekday(date, language)
  return language === 'ja'
    ? `${month}月${day}日（${weekday}）`
    : `${day} ${months[month - 1]} (${weekday})`
}

/** `令和8年11月20日（金）`, `20 November 2026 (Fri)`. Days before 明治6 are given in 西暦 only. */
export const formatDate = (date: PlainDate, language: Language): string => {
  const { year, month, day } = splitDate(date)
  if (language === 'en')
    return `${day} ${months[month - 1]} ${year} (${formatWeekday(date, language)})`
  const era = eraYearOf(date)
  return `${era ? formatEraYear(era, 'ja') : `${year}年`}${formatMonthDay(date, 'ja')}`
}

/** As one writes it into a field: `令和8年11月20日`, `2026-11-20`. What does not stand for a day stays as it is. */
export const formatDateToWrite = (written: string, language: Language): string => {
  const read = /^\d{4}-\d{2}-\d{2}$/.test(written) ? parseDate(written) : undefined
  if (language === 'en' || !read?.ok) return written
  const era = eraYearOf(read.value)
  const { month, day } = splitDate(read.value)
  return era ? `${formatEraYear(era, 'ja')}${month}月${day}日` : written
}

/** The year in both calendars: `令和8年（2026年）`, `2026 (Reiwa 8)`; the day tells which era. */
export const formatYear = (date: PlainDate, language: Language): string => {
  const { year } = splitDate(date)
  const era = eraYearOf(date)
  if (language === 'en') return era ? `${year} (${formatEraYear(era, 'en')})` : String(year)
  return era ? `${formatEraYear(era, 'ja')}（${year}年）` : `${year}年`
}

/** The month of a year: `令和4年4月`, `April 2022`. */
export const formatMonth = (date: PlainDate, language: Language): string => {
  const { year, month } = splitDate(date)
  if (language === 'en') return `${months[month - 1]} ${year}`
  const era = eraYearOf(date)
  return `${era ? formatEraYear(era, 'ja') : `${year}年`}${month}月`
}

/** Both calendars together: `令和8年（2026年）11月20日（金）`, `20 November 2026 (Fri), Reiwa 8`. */
export const formatDateInBothEras = (date: PlainDate, language: Language): string => {
  const era = eraYearOf(date)
  if (language === 'ja') return `${formatYear(date, 'ja')}${formatMonthDay(date, 'ja')}`
  return `${formatDate(date, 'en')}${era ? `, ${formatEraYear(era, 'en')}` : ''}`
}

/** An instant as Tokyo reads it: `令和8年11月20日（金）17:00`, `20 November 2026 (Fri) 17:00`. */
export const formatInstant = (instant: Date, language: Language): string =>
  `${formatDate(tokyoDayOf(instant), language)}${language === 'ja' ? '' : ' '}${tokyoTimeOf(instant)}`
