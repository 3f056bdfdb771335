import { addDays, type PlainDate } from '../calendar.ts'
import { parseDate } from '../date-input.ts'
import {
  addRemarks,
  type CellReader,
  found,
  problem,
  type Reading,
  readShort,
  remark,
} from './cell-reading.ts'

/** Day 0 of spreadsheet programs that count from 1900, for every day after February 1900. */
const dayZero: PlainDate = '1899-12-30'
const lastSerial = 99_999

/** The day of a serial number; undefined below 61 (1 March 1900), where programs disagree. */
export const dayOfSerial = (serial: number): PlainDate | undefined =>
  serial >= 61 && serial <= lastSerial ? addDays(dayZero, Math.floor(serial)) : undefined

/** `(aaa)`: the weekday that a program wrote as its own format instead of a name. */
const lostWeekday = /[(（]a{3,4}[)）]/gi
const timeBehind = /[\sT　]+((\d{1,2}:\d{2})(:\d{2}(\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/i
const shortDay = /\d{1,2}[月/.]\s*\d{1,2}日?/g

/** 「9月7日～11月4日」 and 「10月4日、11日」 are no single day. */
const listsSeveral = (text: string): 'range' | 'several-days' | undefined => {
  if (/[～〜~]|から/.test(text) && /\d\s*[日月)）]?/.test(text)) return 'range'
  if ((text.match(shortDay) ?? []).length > 1 || /日[、,・]\s*\d{1,2}日/.test(text))
    return 'several-days'
  return undefined
}

const readPrepared = (text: string, cell: string): Reading<PlainDate> => {
  const day = parseDate(text)
  if (day.ok) return found(day.value)
  return problem(
    day.error === 'unreadable' ? (listsSeveral(text) ?? 'not-a-date') : day.error,
    cell,
  )
}

/**
 * A day: ISO, with slashes, 和暦 in its writings (`R6.4.1`, 令和元年, ㋿), a spreadsheet's serial number.
 * A day without its year, a span, and prose such as 毎週日曜 are problems that keep the words.
 */
export const readDate: CellReader<PlainDate> = (cell) =>
  readShort(cell, (text) => {
    const plain = text.normalize('NFKC')
    if (/^\d{5}(\.\d+)?$/.test(plain)) {
      const day = dayOfSerial(Number(plain))
      return day ? found(day, remark('serial-number', text)) : problem('not-a-date', cell)
    }
    const prepared = plain.replace(lostWeekday, '')
    const time = timeBehind.exec(prepared)
    if (!time) return readPrepared(prepared, cell)
    const day = readPrepared(prepared.slice(0, time.index), cell)
    return /^0?0:00$/.test(time[2]!) ? day : addRemarks(day, remark('time-dropped', time[1]!))
  })

const clock =
  /^(?:(午前|午後|AM|PM))?(\d{1,2})(?::(\d{2})(?::\d{2})?|時(?:(\d{1,2})分?|(半))?)(AM|PM)?$/
const besides = /^([^(（]+)[(（](.+)[)）]$/s
const minutesOfDay = 24 * 60

const foldClock = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/\s/g, '')

const formatMinutes = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const readClock = (match: RegExpExecArray, cell: string): Reading<string> => {
  const half = match[1] ?? match[6]
  const isLate = half === '午後' || half === 'PM'
  const hour = Number(match[2])
  const minute = match[5] ? 30 : Number(match[3] ?? match[4] ?? 0)
  if (hour > (half ? 12 : 24) || minute > 59) return problem('no-such-time', cell)
  const early = half && hour === 12 ? 0 : hour
  const minutes = (isLate ? early + 12 : early) * 60 + minute
  return minutes > minutesOfDay ? problem('no-such-time', cell) : found(formatMinutes(minutes))
}

/**
 * A time of day as `HH:MM`, `00:00` to `24:00`: `9:00`, `９時半`, `午後1時30分`, `13:00:00`, and the part
 * of a day that spreadsheets keep (0.375). Words in brackets behind it are kept as a remark.
 */
export const readTime: CellReader<string> = (cell) =>
  readShort(cell, (text) => {
    const plain = foldClock(text)
    if (/^0?\.\d+$|^0$/.test(plain))
      return found(
        formatMinutes(Math.round(Number(plain) * minutesOfDay)),
        remark('serial-number', text),
      )
    const whole = clock.exec(plain)
    if (whole) return readClock(whole, cell)
    const marked = besides.exec(text)
    const time = marked && clock.exec(foldClock(marked[1]!))
    if (time) return addRemarks(readClock(time, cell), remark('words-beside', marked[2]!))
    return problem(/\d.*[~〜]|\dから/.test(plain) ? 'range' : 'not-a-time', cell)
  })
