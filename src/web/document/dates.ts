import type { Language } from '#kernel/bilingual.ts'
import { isPlainDate, type PlainDate, splitDate, tokyoDayOf } from '#kernel/calendar.ts'
import { eraYearOf, formatEraYear } from '#kernel/era.ts'

const months =
  'January February March April May June July August September October November December'.split(' ')

/** @throws RangeError when there is no such day */
const requireDay = (date: string): PlainDate => {
  if (!isPlainDate(date)) throw new RangeError(`not a calendar date: ${date}`)
  return date
}

const write = (date: PlainDate, lang: Language, year: string): string => {
  const { month, day } = splitDate(date)
  return lang === 'ja' ? `${year}${month}月${day}日` : `${day} ${months[month - 1]} ${year}`
}

/**
 * A day as a letter dates itself, without its weekday: 令和8年11月20日, 20 November 2026.
 * @throws RangeError when there is no such day
 */
export const formatDay = (date: string, lang: Language): string => {
  const day = requireDay(date)
  const { year } = splitDate(day)
  const era = eraYearOf(day)
  if (lang === 'en') return write(day, lang, String(year))
  return write(day, lang, era ? formatEraYear(era, lang) : `${year}年`)
}

/**
 * A day with both calendars, for what is kept for years: 令和9年（2027年）3月31日.
 * @throws RangeError when there is no such day
 */
export const formatLastingDay = (date: string, lang: Language): string => {
  const day = requireDay(date)
  const { year } = splitDate(day)
  const era = eraYearOf(day)
  if (lang === 'en' || !era) return formatDay(date, lang)
  return write(day, lang, `${formatEraYear(era, lang)}（${year}年）`)
}

/**
 * An instant in Japanese time to the second, wherever the server stands.
 * @param instant ISO 8601 with its offset or `Z`
 * @throws RangeError when it is no instant
 */
export const formatSecond = (instant: string, lang: Language): string => {
  if (!/T.*(Z|[+-]\d{2}:\d{2})$/.test(instant)) throw new RangeError(`no offset: ${instant}`)
  const moment = new Date(instant)
  const day = formatDay(tokyoDayOf(moment), lang)
  const clock = new Date(moment.getTime() + 9 * 3_600_000).toISOString().slice(11, 19)
  if (lang === 'en') return `${day}, ${clock} (Japan Standard Time)`
  const [hour, minute, second] = clock.split(':').map(Number)
  return `${day} ${hour}時${minute}分${second}秒`
}
