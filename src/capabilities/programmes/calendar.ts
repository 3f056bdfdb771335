import type { Bilingual } from '#kernel/bilingual.ts'
import { composeDate, endOfMonth, type PlainDate } from '#kernel/calendar.ts'
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

const resolveStep = (rule: YearlyStep, fiscalYear: number): CalendarStep => {
  const year = fiscalYear + rule.yearOffset
  const from = dayOfFiscalYear(rule.from, year)
  const to = dayOfFiscalYear(rule.to, year)
  // A window over the turn of the fiscal year (20 March to 10 April) ends in the next one.
  const end = to < from ? dayOfFiscalYear(rule.to, year + 1) : to
  return { step: rule.step, name: rule.name, from, to: end }
}

/** The programme's yearly calendar as the days of one call. @throws RangeError for a day no year has */
export const resolveCalendar = (
  rules: readonly YearlyStep[],
  fiscalYear: number,
): readonly CalendarStep[] => rules.map((rule) => resolveStep(rule, fiscalYear))

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
