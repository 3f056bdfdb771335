import type { PlainDate } from '#kernel/calendar.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import { type CalendarStep, findStep } from './calendar.ts'
import { type CallHead, callStateAt } from './call.ts'

/** What is to be known of a call where somebody may be about to propose. */
export type ConsultedCall = Pick<
  CallHead,
  'id' | 'state' | 'opensOn' | 'closesOn' | 'closesAt' | 'calendar' | 'consultation'
>

/** The days on which the call's calendar takes consultations; undefined where it names none. */
export const consultationDays = (call: Pick<CallHead, 'calendar'>): CalendarStep | undefined =>
  findStep(call.calendar, 'consultation')

/** Whether somebody who wants to propose must still consult first: compulsory, and the call is not over. */
export const needsConsultation = (call: ConsultedCall, now: Date): boolean =>
  call.consultation === 'required' && callStateAt(call, now) !== 'closed'

/** The last day to consult: that of the calendar, or the call's own where it names none. */
export const consultationDeadline = (call: Pick<CallHead, 'calendar' | 'closesOn'>): PlainDate =>
  consultationDays(call)?.to ?? call.closesOn

/** Whether the calendar's days are over while the call still takes proposals. */
export const isConsultationLate = (
  call: Pick<CallHead, 'calendar' | 'closesOn'>,
  now: Date,
): boolean => countDaysLeft(consultationDeadline(call), now) < 0
