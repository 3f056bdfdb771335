import type { Bilingual, Language } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import type { Yen } from '#kernel/money.ts'
import { formatMoment, type OpenWindow, windowStateAt } from '#kernel/window.ts'
import { defineWorkflow, type StateOf, type TransitionNameOf } from '#kernel/workflow.ts'
import { type CalendarStep, type CallStep, findStep } from './calendar.ts'
import type { ProgrammePreset } from './preset.ts'

/** 募集の段階. Whether proposals are taken at a moment follows from the dates, not from the state. */
export const callWorkflow = defineWorkflow({
  // The first call of a programme is published with it; later ones are prepared by the office.
  initial: ['planned', 'published'],
  states: {
    planned: {
      staff: { ja: '公開前', en: 'Not yet public' },
      applicant: { ja: '準備中', en: 'In preparation' },
      waitsFor: 'office',
    },
    published: {
      staff: { ja: '公開中', en: 'Public' },
      applicant: { ja: '公開中', en: 'Public' },
    },
    decided: {
      staff: { ja: '結果決定', en: 'Decided' },
      applicant: { ja: '結果が決まりました', en: 'Results are out' },
    },
    ended: {
      staff: { ja: '終了', en: 'Ended' },
      applicant: { ja: '終了', en: 'Ended' },
      final: true,
    },
    cancelled: {
      staff: { ja: '中止', en: 'Cancelled' },
      applicant: { ja: '中止', en: 'Cancelled' },
      final: true,
    },
  },
  transitions: [
    {
      name: 'publish',
      from: ['planned'],
      to: 'published',
      by: ['office'],
      label: { ja: '募集を公開', en: 'Call published' },
    },
    {
      name: 'reschedule',
      from: ['planned'],
      to: 'planned',
      by: ['office'],
      label: { ja: '日程を変更', en: 'Dates changed' },
    },
    {
      name: 'reschedule',
      from: ['published'],
      to: 'published',
      by: ['office'],
      label: { ja: '日程を変更', en: 'Dates changed' },
      reasonRequired: true,
    },
    {
      name: 'reschedule',
      from: ['decided'],
      to: 'decided',
      by: ['office'],
      label: { ja: '日程を変更', en: 'Dates changed' },
      reasonRequired: true,
    },
    {
      name: 'cancel',
      from: ['planned', 'published'],
      to: 'cancelled',
      by: ['office'],
      label: { ja: '募集を中止', en: 'Call cancelled' },
      reasonRequired: true,
    },
    {
      name: 'decide',
      from: ['published'],
      to: 'decided',
      by: ['office'],
      label: { ja: '審査の結果を決定', en: 'Results decided' },
    },
    {
      name: 'end',
      from: ['decided'],
      to: 'ended',
      by: ['office'],
      label: { ja: 'この年の募集を終了', en: 'Call of the year ended' },
    },
  ],
})
export type CallState = StateOf<typeof callWorkflow>
export type CallAction = TransitionNameOf<typeof callWorkflow>

/** What lists need of a call. */
export type CallHead = {
  readonly id: string
  readonly programmeId: string
  /** The year of the call; its projects usually run in the following one. */
  readonly fiscalYear: number
  readonly title: Bilingual
  readonly state: CallState
  readonly opensOn: PlainDate
  readonly closesOn: PlainDate
  /** `17:00` where the last day ends earlier than 24:00. */
  readonly closesAt: string | null
  readonly calendar: readonly CalendarStep[]
  readonly envelope: Yen | null
  /** Whether one must, should or need not consult before proposing. */
  readonly consultation: ProgrammePreset['consultation']
}

/** 募集: one year's call. Its definition is frozen, so a later change of the programme changes no rule under way. */
export type Call = CallHead & { readonly definition: ProgrammePreset }

/** When proposals are taken. */
export const callWindow = (
  call: Pick<CallHead, 'opensOn' | 'closesOn' | 'closesAt'>,
): OpenWindow => ({
  opens: { day: call.opensOn },
  closes: { day: call.closesOn, ...(call.closesAt ? { time: call.closesAt } : {}) },
})

/** Whether proposals are taken: not yet, now, or no longer. */
export type CallMoment = 'planned' | 'open' | 'closed'

/** What a call is at an instant, Tokyo time; the last day counts until 24:00 or the hour given. */
export const callStateAt = (
  call: Pick<CallHead, 'state' | 'opensOn' | 'closesOn' | 'closesAt'>,
  now: Date,
): CallMoment => {
  if (call.state === 'planned') return 'planned'
  if (call.state !== 'published') return 'closed'
  const state = windowStateAt(callWindow(call), now)
  return state === 'not-yet' ? 'planned' : state
}

/** True for a call that was called off before it opened: it is closed, but it never took place. */
export const isCancelled = (call: Pick<CallHead, 'state'>): boolean => call.state === 'cancelled'

/** Whole days until the last day: 0 on that day, negative afterwards. */
export const daysLeftOf = (call: Pick<CallHead, 'closesOn'>, now: Date): number =>
  countDaysLeft(call.closesOn, now)

/** The last day of a step; undefined when the call has no such step. */
export const deadlineOfStep = (
  call: Pick<CallHead, 'calendar'>,
  step: CallStep,
): PlainDate | undefined => findStep(call.calendar, step)?.to

/** The steps under way on the day of an instant. */
export const currentSteps = (
  call: Pick<CallHead, 'calendar'>,
  now: Date,
): readonly CalendarStep[] => {
  const today = tokyoDayOf(now)
  return call.calendar.filter(({ from, to }) => from <= today && today <= to)
}

/** The programme's name for the call of a year. */
export const titleOfCall = (programme: Bilingual, fiscalYear: number): Bilingual => ({
  ja: `${formatFiscalYear(fiscalYear, 'ja')} ${programme.ja}の募集`,
  en: `${programme.en}: call of ${formatFiscalYear(fiscalYear, 'en')}`,
})

type Closing = Pick<CallHead, 'opensOn' | 'closesOn' | 'closesAt'>

const closingText = (call: Closing, language: Language): string =>
  formatMoment({ day: call.closesOn, time: call.closesAt ?? undefined }, language)

/** How the history names a change of dates: with both deadlines where the deadline moved. */
export const describeChange = (before: Closing, after: Closing): Bilingual | undefined => {
  if (closingText(before, 'ja') === closingText(after, 'ja')) return undefined
  return {
    ja: `締切を変更（${closingText(before, 'ja')} → ${closingText(after, 'ja')}）`,
    en: `Deadline changed (${closingText(before, 'en')} → ${closingText(after, 'en')})`,
  }
}
