import {
  addDays,
  endOfFiscalYear,
  fiscalYearOf,
  isPlainDate,
  type PlainDate,
  splitDate,
  tokyoDayOf,
} from '#kernel/calendar.ts'
import { correctionDeadline, type RegistrationClass } from '../groups/index.ts'
import type { Revision } from './revision.ts'

/** 更新の受付: for registrations of one class that end with a fiscal year. */
export type Campaign = {
  readonly id: string
  readonly class: string
  readonly fiscalYear: number
  readonly opensOn: PlainDate
  readonly closesOn: PlainDate
  /** True when the office took it back before any group had answered. */
  readonly calledOff?: boolean
}

type Renewal = NonNullable<RegistrationClass['renewal']>

/** That month and day in a fiscal year; 29 February is the 28th where there is none. */
export const dayInFiscalYear = (monthDay: string, fiscalYear: number): PlainDate => {
  const year = monthDay >= '04-01' ? fiscalYear : fiscalYear + 1
  const day = `${year}-${monthDay}`
  if (isPlainDate(day)) return day
  const before = `${year}-${monthDay.slice(0, 3)}28`
  if (!isPlainDate(before)) throw new RangeError(`No such day: ${day}`)
  return before
}

/** The days that the city usually takes. */
export const usualDays = (renewal: Pick<Renewal, 'opens' | 'closes'>, fiscalYear: number) => ({
  opensOn: dayInFiscalYear(renewal.opens, fiscalYear),
  closesOn: dayInFiscalYear(renewal.closes, fiscalYear),
})

/** The fiscal year whose renewals are taken today. */
export const campaignYear = (today: PlainDate): number => fiscalYearOf(today)

/** The last day of the registrations that a campaign is for. */
export const lastDayOf = ({ fiscalYear }: Pick<Campaign, 'fiscalYear'>): PlainDate =>
  endOfFiscalYear(fiscalYear)

/**
 * The day of the latest reminder that is due, or undefined before the first one and after the last day. Who
 * was reminded on or after it is not reminded again, so a job that comes late or twice writes once.
 */
export const reminderDue = (
  campaign: Pick<Campaign, 'opensOn' | 'closesOn'>,
  reminders: readonly number[],
  today: PlainDate,
): PlainDate | undefined => {
  if (today > campaign.closesOn) return undefined
  const days = reminders.map((before) => addDays(campaign.closesOn, -before)).sort()
  return days.findLast((day) => day <= today && day > campaign.opensOn)
}

/** The last day on which a late renewal is taken of a registration that ended on `validUntil`. */
export const lastLateDay = (validUntil: PlainDate, lateDays: number): PlainDate =>
  addDays(validUntil, lateDays)

/**
 * Whether what was sent keeps the registration from lapsing: while the desk checks it, and as long as the
 * group has time to mend what it was asked to.
 */
export const holdsOff = (
  revision: Pick<Revision, 'state' | 'decidedAt'> | undefined,
  today: PlainDate,
): boolean => {
  if (revision?.state === 'sent') return true
  if (revision?.state !== 'returned' || !revision.decidedAt) return false
  return today <= correctionDeadline(tokyoDayOf(revision.decidedAt))
}

/** What became of a group in a campaign, as the list of the staff says it. */
export const outcomes = ['renewed', 'waiting', 'returned', 'unanswered', 'lapsed', 'ended'] as const
export type Outcome = (typeof outcomes)[number]

/** Groups whose registration ends, who may answer and have not. */
export type CampaignCounts = Readonly<Record<Outcome, number>>

/** True while no group has answered: none has sent anything, and for none has it ended. */
export const isUnanswered = (counts: CampaignCounts): boolean =>
  outcomes.every((outcome) => outcome === 'unanswered' || counts[outcome] === 0)

/** True when a day typed by the office fits: not after the day on which the registrations end. */
export const isFitting = (days: { readonly opensOn: PlainDate; readonly closesOn: PlainDate }) =>
  days.opensOn <= days.closesOn && splitDate(days.closesOn).year >= 2000
