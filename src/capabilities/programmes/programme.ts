import { isDeepStrictEqual } from 'node:util'
import type { Bilingual } from '#kernel/bilingual.ts'
import { fiscalYearOf, tokyoDayOf } from '#kernel/calendar.ts'
import { type CalendarStep, findStep, resolveCalendar } from './calendar.ts'
import { type Call, callStateAt, titleOfCall } from './call.ts'
import type { ProgrammePreset } from './preset.ts'

/** 協働事業提案制度: the scheme itself, under whose rules calls are made. */
export type Programme = {
  readonly id: string
  readonly title: Bilingual
  readonly state: 'running' | 'ended'
  readonly definition: ProgrammePreset
}

/** One of the kinds of proposal that a programme takes. */
export type ProposalType = ProgrammePreset['types'][number]

/** The kind of proposal of that code. */
export const findType = (definition: ProgrammePreset, code: string): ProposalType | undefined =>
  definition.types.find((type) => type.code === code)

/** The kinds that answer a theme of a department. */
export const themedTypes = (definition: ProgrammePreset): readonly ProposalType[] =>
  definition.types.filter((type) => type.themed)

/** Everything of a new call that follows from the programme and the year. */
export type CallPlan = Pick<
  Call,
  | 'fiscalYear'
  | 'title'
  | 'opensOn'
  | 'closesOn'
  | 'calendar'
  | 'definition'
  | 'envelope'
  | 'consultation'
>

/** The call of a fiscal year by the programme's own calendar. */
export const planCall = (definition: ProgrammePreset, fiscalYear: number): CallPlan => {
  const calendar = resolveCalendar(definition.calendar, fiscalYear)
  const window = getCallStep(calendar)
  return {
    fiscalYear,
    title: titleOfCall(definition.title, fiscalYear),
    opensOn: window.from,
    closesOn: window.to,
    calendar,
    definition,
    envelope: definition.envelope,
    consultation: definition.consultation,
  }
}

/** The window in which proposals are taken; the shape of a programme demands that there is one. */
export const getCallStep = (calendar: readonly CalendarStep[]): CalendarStep => {
  const step = findStep(calendar, 'call')
  if (!step) throw new Error('A calendar without its call')
  return step
}

/**
 * True while loading the programme again may replace a call: it has not opened, so nobody can have begun
 * a proposal under its rules, and it still is what the programme it came from says, so nobody has changed
 * its dates by hand.
 */
export const isReplaceable = (call: Call, before: ProgrammePreset, now: Date): boolean => {
  const plan = planCall(before, call.fiscalYear)
  return (
    callStateAt(call, now) === 'planned' &&
    call.closesAt === null &&
    call.envelope === plan.envelope &&
    isDeepStrictEqual(call.calendar, plan.calendar) &&
    isDeepStrictEqual(call.definition, before)
  )
}

/** The year for which the office may open the next call: the one after the newest, at most one ahead of today's. */
export const nextCallYear = (
  calls: readonly Pick<Call, 'fiscalYear'>[],
  now: Date,
): number | undefined => {
  const today = fiscalYearOf(tokyoDayOf(now))
  const newest = Math.max(today - 1, ...calls.map((call) => call.fiscalYear))
  return newest <= today ? newest + 1 : undefined
}
