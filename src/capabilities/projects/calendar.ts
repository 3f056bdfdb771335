import {
  addDays,
  addMonths,
  endOfFiscalYear,
  fiscalYearOf,
  type PlainDate,
  startOfFiscalYear,
  tokyoDayOf,
} from '#kernel/calendar.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import {
  type CallHead,
  calendarLater,
  deadlineOfStep,
  findStep,
  type ProgrammePreset,
} from '../programmes/index.ts'
import type { Period } from './project.ts'

/** A call with the rules it was made under; lists know only its days. */
type Dated = Pick<CallHead, 'calendar' | 'fiscalYear'> & {
  readonly definition?: Pick<ProgrammePreset, 'calendar' | 'interim'>
}

/**
 * The fiscal years of a project: the first is that of the call's project step, and there are as many as were
 * asked for, at least one and no more than the programme allows.
 */
export const planYears = (
  call: Dated,
  wanted: { readonly years: number | null; readonly maxYears: number },
): { readonly first: number; readonly last: number } => {
  const step = findStep(call.calendar, 'project')
  const first = step ? fiscalYearOf(step.from) : call.fiscalYear + 1
  const count = Math.min(Math.max(wanted.years ?? 1, 1), Math.max(wanted.maxYears, 1))
  return { first, last: first + count - 1 }
}

/** The days on which the work begins and ends: the call's own in a first or last year that has them. */
export const periodOf = (
  call: Dated,
  years: { readonly first: number; readonly last: number },
): Period => {
  const step = findStep(call.calendar, 'project')
  return {
    from: step?.from ?? startOfFiscalYear(years.first),
    to: step ? addMonths(step.to, 12 * (years.last - years.first)) : endOfFiscalYear(years.last),
  }
}

/** Until when things are due; undefined where the programme's calendar has no such step. */
export type DueDays = {
  readonly agreement: PlainDate | undefined
  readonly interim: PlainDate | undefined
  readonly report: PlainDate | undefined
  readonly evaluation: PlainDate | undefined
  /** The first day of the evaluation. */
  readonly evaluationFrom: PlainDate | undefined
  /** The first day on which a report of the year is awaited: before it the year's work is not over. */
  readonly reportFrom: PlainDate
}

/** The call's days, and those of the same steps in each further year of the project. */
export const dueDaysOf = (call: Dated, firstFiscalYear: number, fiscalYear: number): DueDays => {
  const calendar = calendarLater(call, fiscalYear - firstFiscalYear)
  return {
    agreement: deadlineOfStep(call, 'agreement'),
    interim: findStep(calendar, 'interim_review')?.to,
    report: findStep(calendar, 'report')?.to,
    evaluation: findStep(calendar, 'evaluation')?.to,
    evaluationFrom: findStep(calendar, 'evaluation')?.from,
    reportFrom:
      findStep(calendar, 'report')?.from ??
      addDays(findStep(calendar, 'project')?.to ?? endOfFiscalYear(fiscalYear), 1),
  }
}

/** Where a programme does not say after how many days of work an interim review makes sense. */
const usualInterimAfterDays = 60

type Begun = {
  readonly firstFiscalYear: number
  readonly lastFiscalYear: number
  readonly agreement: { readonly signedAt: Date | null }
}

/** The first day on which there was work: the period's own, or that of the agreement where it came later. */
const workFrom = (call: Dated, project: Begun): PlainDate => {
  const { from } = periodOf(call, { first: project.firstFiscalYear, last: project.lastFiscalYear })
  const { signedAt } = project.agreement
  return signedAt && tokyoDayOf(signedAt) > from ? tokyoDayOf(signedAt) : from
}

/** {@link dueDaysOf} for a project: without an interim review in a year whose work began too late for one. */
export const dueDaysFor = (call: Dated, project: Begun, fiscalYear: number): DueDays => {
  const due = dueDaysOf(call, project.firstFiscalYear, fiscalYear)
  const afterDays = call.definition?.interim?.afterDays ?? usualInterimAfterDays
  const tooLate = due.interim && addDays(workFrom(call, project), afterDays) > due.interim
  return tooLate ? { ...due, interim: undefined } : due
}

/** True where the calendar has an interim review that this year of the project is not asked for. */
export const isInterimSpared = (call: Dated, project: Begun, fiscalYear: number): boolean =>
  dueDaysOf(call, project.firstFiscalYear, fiscalYear).interim !== undefined &&
  dueDaysFor(call, project, fiscalYear).interim === undefined

/** True before the first day on which something is awaited, in Tokyo. */
export const isEarly = (from: PlainDate, now: Date): boolean => tokyoDayOf(now) < from

/** Whole days by which something is late: 0 until its last day is over in Tokyo. */
export const daysLate = (dueOn: PlainDate | null | undefined, now: Date): number =>
  dueOn ? Math.max(0, -countDaysLeft(dueOn, now)) : 0
