import { composeDate, type PlainDate } from './calendar.ts'
import { type Era, eras, eraYearOf, yearBefore } from './era.ts'
import { ok, type Result, refuse } from './result.ts'
import { normalizeCode } from './text.ts'

/** Why a typed date or fiscal year cannot be taken. */
export type DateProblem =
  | 'empty'
  /** Not a form of date that is known here. */
  | 'unreadable'
  /** Month and day only. */
  | 'no-year'
  /** A year, or a year and a month. */
  | 'no-day'
  /** `8/4/1`: an era without its name, or 西暦 cut short. */
  | 'no-era'
  /** 2月30日, 13月. */
  | 'no-such-day'
  /** 平成31年5月1日, 昭和70年: the era had ended or not begun. */
  | 'outside-era'
  /** 明治5年 and before: days of the old calendar. */
  | 'old-calendar'
  /** 令和8年（2025年）: the two years written do not agree. */
  | 'years-differ'

const eraShape = '(明治?|大正?|昭和?|平成?|令和?|[MTSHR])(元|\\d{1,2})'
const monthAndDay = '[年./・-](\\d{1,2})[月./・-](\\d{1,2})日?$'
const western = [new RegExp(`^(?:西暦)?(\\d{4})${monthAndDay}`), /^(\d{4})(\d{2})(\d{2})$/]
const japanese = [new RegExp(`^${eraShape}${monthAndDay}`), /^([MTSHR])(\d{2})(\d{2})(\d{2})$/]
const twoYears = /^(.+?)年?\((.+?)年?\)年?(.+)$/
const monthNames =
  'JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER'.split(' ')
const monthShape = `(${monthNames.map((name) => `${name}|${name.slice(0, 3)}`).join('|')})\\.?`
const ordinal = '(\\d{1,2})(?:ST|ND|RD|TH)?'
const english = [
  new RegExp(`^${ordinal}${monthShape},?(\\d{4})$`),
  new RegExp(`^${monthShape}${ordinal},?(\\d{4})$`),
] as const
const englishWeekday =
  /^(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY,?|,?\((?:MON|TUE|WED|THU|FRI|SAT|SUN)\)$/
const withoutEra = new RegExp(`^\\d{1,2}${monthAndDay}`)
const withoutYear = /^\d{1,2}[月./・-]\d{1,2}日?$/
const withoutDay = new RegExp(`^(?:(?:西暦)?\\d{4}|${eraShape})(?:年?|[年./・-]\\d{1,2}月?)$`)
const longest = 40

/** 二十五 → 25, only between the marks of a date. */
const readKanjiNumbers = (text: string): string =>
  text.replace(/[〇一二三四五六七八九十]+/g, (run) => {
    const digits = run.replace(/[〇一二三四五六七八九]/g, (d) =>
      String('〇一二三四五六七八九'.indexOf(d)),
    )
    const tens = /^(\d?)十(\d?)$/.exec(digits)
    return tens ? String(Number(tens[1] || 1) * 10 + Number(tens[2] || 0)) : digits
  })

/** One width, one case, digits for kanji numbers, no weekday at the end. */
const prepare = (input: string): string =>
  readKanjiNumbers(normalizeCode(input).toUpperCase()).replace(
    /\(?[日月火水木金土]曜日?\)?$|\([日月火水木金土](・?祝)?\)$/,
    '',
  )

const matchAny = (shapes: readonly RegExp[], text: string): RegExpExecArray | undefined =>
  shapes.map((shape) => shape.exec(text)).find((match) => match !== null) ?? undefined

const findEra = (name: string): Era =>
  eras.find((era) => era.letter === name || era.name.ja.startsWith(name))!

const readEraYear = (text: string): number => (text === '元' ? 1 : Number(text))

const toDate = (year: number, month: string, day: string): Result<PlainDate, DateProblem> => {
  const date = composeDate({ year, month: Number(month), day: Number(day) })
  return date ? ok(date) : refuse('no-such-day')
}

const toEraDate = (match: RegExpExecArray): Result<PlainDate, DateProblem> => {
  const [, name = '', written = '', month = '', day = ''] = match
  const era = findEra(name)
  const eraYear = readEraYear(written)
  const date = toDate(yearBefore(era) + eraYear, month, day)
  if (!date.ok) return date
  if (era.letter === 'M' && eraYear > 0 && date.value < era.from) return refuse('old-calendar')
  return eraYear > 0 && eraYearOf(date.value)?.era === era ? date : refuse('outside-era')
}

const monthOf = (name = ''): string =>
  String(monthNames.findIndex((full) => full.startsWith(name.slice(0, 3))) + 1)

/** `20 November 2026 (Fri)`, `Nov 20, 2026`: what the English pages print can be sent back. */
const parseEnglish = (text: string): Result<PlainDate, DateProblem> | undefined => {
  const plain = text.replace(englishWeekday, '')
  const [dayFirst, monthFirst] = english.map((shape) => shape.exec(plain))
  if (dayFirst) return toDate(Number(dayFirst[3]), monthOf(dayFirst[2]), dayFirst[1]!)
  if (monthFirst) return toDate(Number(monthFirst[3]), monthOf(monthFirst[1]), monthFirst[2]!)
  return undefined
}

const parsePrepared = (text: string): Result<PlainDate, DateProblem> => {
  const plain = matchAny(western, text)
  if (plain) return toDate(Number(plain[1]), plain[2]!, plain[3]!)
  const era = matchAny(japanese, text)
  if (era) return toEraDate(era)
  if (withoutYear.test(text)) return refuse('no-year')
  if (withoutDay.test(text)) return refuse('no-day')
  return refuse(withoutEra.test(text) ? 'no-era' : 'unreadable')
}

/**
 * Reads a day as people type it: `R8.4.1`, `令8.4.1`, `令和８年４月１日（水）`, `令和8年（2026年）4月1日`,
 * `2026/4/1`, `20260401`, `R080401`, `1 April 2026 (Wed)`, full-width and 漢数字 too. Whether the day makes sense for the
 * question is the caller's rule.
 */
export const parseDate = (input: string): Result<PlainDate, DateProblem> => {
  const text = prepare(input)
  if (text === '') return refuse('empty')
  if (text.length > longest) return refuse('unreadable')
  const inEnglish = parseEnglish(text)
  if (inEnglish) return inEnglish
  const two = twoYears.exec(text)
  if (!two) return parsePrepared(text)
  const [first, second] = [two[1], two[2]].map((year) => parsePrepared(`${year}年${two[3]}`))
  if (!first!.ok || !second!.ok) return first!.ok ? second! : first!
  return first!.value === second!.value ? first! : refuse('years-differ')
}

const parseYearName = (text: string): Result<number, DateProblem> => {
  const plain = /^(?:FY|西暦)?([1-9]\d{3})$/.exec(text)
  if (plain) return ok(Number(plain[1]))
  const era = new RegExp(`^${eraShape}$`).exec(text)
  if (!era) return refuse(/^\d{1,2}$/.test(text) ? 'no-era' : 'unreadable')
  const eraYear = readEraYear(era[2]!)
  return eraYear > 0 ? ok(yearBefore(findEra(era[1]!)) + eraYear) : refuse('outside-era')
}

/**
 * Reads a fiscal year: `令和8年度`, `R8`, `H31年度`, `2026年度`, `FY2026`, `令和8年度（2026年度）`; gives the
 * year it begins in. An era that has ended is taken as written (平成32年度 is 2020), because plans
 * printed before a change of era name the years after it so.
 */
export const parseFiscalYear = (input: string): Result<number, DateProblem> => {
  const text = prepare(input)
  if (text === '') return refuse('empty')
  if (text.length > longest) return refuse('unreadable')
  const names = text.split(/[()・]/).filter((name) => name !== '')
  const years = names.map((name) => parseYearName(name.replace(/年度?$/, '')))
  const [first = refuse('unreadable')] = years
  if (!first.ok) return first
  const other = years.find((year) => !year.ok || year.value !== first.value)
  return other ? (other.ok ? refuse('years-differ') : other) : first
}
