import type { Bilingual } from '#kernel/bilingual.ts'
import { cityHallDays, rollDay } from '#kernel/business-day.ts'
import { addMonths, composeDate, endOfMonth, type PlainDate } from '#kernel/calendar.ts'
import type { ProgrammePreset } from './preset.ts'

/** A window of the year as the programme writes it: month and day, in the call's fiscal year or later. */
export type YearlyStep = ProgrammePreset['calendar'][number]

/** The steps a call can name, from the themes to the evaluation. */
export type CallStep = YearlyStep['step']

/** A step with real days; both are part of it. */
export type CalendarStep = {
  readonly step: CallStep
  readonly name: Bilingual
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The day of that month and number within a fiscal year; 29 February is the 28th where there is none. */
const dayOfFiscalYear = (monthDay: string, fiscalYear: number): PlainDate => {
  const [month = 0, day = 0] = monthDay.split('-').map(Number)
  const year = month < 4 ? fiscalYear + 1 : fiscalYear
  const found =
    composeDate({ year, month, day }) ??
    (monthDay === '02-29' ? endOfMonth(`${year}-02-01`) : undefined)
  if (!found) throw new RangeError(`No such day: ${monthDay}`)
  return found
}

/** Steps whose days stay on closed days: the year of the work, and meetings to which citizens come at weekends. */
const keepsItsDays: ReadonlySet<CallStep> = new Set(['project', 'presentation', 'report_meeting'])

/**
 * The window between days on which the city hall is open: its first day moves on to the next of them, its last
 * day back to the one before. A window that has none of them stays as it is.
 */
const onOpenDays = (from: PlainDate, to: PlainDate): Pick<CalendarStep, 'from' | 'to'> => {
  const isOpen = cityHallDays()
  const first = rollDay(from, 'next_business', isOpen)
  const last = rollDay(to, 'prev_business', isOpen)
  return first > last ? { from, to } : { from: first, to: last }
}

const resolveStep = (rule: YearlyStep, fiscalYear: number): CalendarStep => {
  const year = fiscalYear + rule.yearOffset
  const from = dayOfFiscalYear(rule.from, year)
  const to = dayOfFiscalYear(rule.to, year)
  // A window over the turn of the fiscal year (20 March to 10 April) ends in the next one.
  const end = to < from ? dayOfFiscalYear(rule.to, year + 1) : to
  const keeps = rule.roll === 'none' || keepsItsDays.has(rule.step)
  const window = keeps ? { from, to: end } : onOpenDays(from, end)
  return { step: rule.step, name: rule.name, ...window }
}

/**
 * The programme's yearly calendar as the days of one call; first and last days that fall on a closed day of the
 * city hall move into the window. @throws RangeError for a day no year has
 */
export const resolveCalendar = (
  rules: readonly YearlyStep[],
  fiscalYear: number,
): readonly CalendarStep[] => rules.map((rule) => resolveStep(rule, fiscalYear))

/** A call's days, and the programme's yearly windows that they came from. */
type DatedCall = {
  readonly fiscalYear: number
  readonly calendar: readonly CalendarStep[]
  readonly definition?: Pick<ProgrammePreset, 'calendar'>
}

const sameDayLater = (step: CalendarStep, years: number): CalendarStep => ({
  ...step,
  from: addMonths(step.from, 12 * years),
  to: addMonths(step.to, 12 * years),
})

/**
 * The steps of a call so many fiscal years later, for projects of several years: by the programme's windows of that
 * year, or on the same day where the office gave the step days of its own.
 */
export const calendarLater = (call: DatedCall, years: number): readonly CalendarStep[] => {
  if (years === 0) return call.calendar
  const rules = call.definition?.calendar ?? []
  const planned = resolveCalendar(rules, call.fiscalYear)
  const later = resolveCalendar(rules, call.fiscalYear + years)
  return call.calendar.map((step) => {
    const at = planned.findIndex(
      (one) => one.step === step.step && one.from === step.from && one.to === step.to,
    )
    return later[at] ?? sameDayLater(step, years)
  })
}

/** The first step of that kind. */
export const findStep = (
  calendar: readonly CalendarStep[],
  step: CallStep,
): CalendarStep | undefined => calendar.find((one) => one.step === step)

/** Whether a step is over, under way or still to come on a day in Tokyo. */
export const stepStateOn = (
  { from, to }: CalendarStep,
  day: PlainDate,
): 'done' | 'now' | 'next' => {
  if (day > to) return 'done'
  return day < from ? 'next' : 'now'
}
