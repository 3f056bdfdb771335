import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { dueAfter } from '#kernel/deadline.ts'
import { type Evaluation, stepDays } from './evaluation.ts'

/** Until when the step that is under way is expected to last, and the whole to be public. */
export type Expected = { readonly stepUntil: PlainDate; readonly publishedBy: PlainDate }

const stages = ['mutual', 'third_party', 'answer'] as const

const latestDay = (moments: readonly (Date | null | undefined)[]): PlainDate | undefined =>
  moments
    .flatMap((moment) => (moment ? [tokyoDayOf(moment)] : []))
    .toSorted()
    .at(-1)

/** The day from which the days of the present step count, whoever does their part of it meanwhile. */
export const beganOn = ({
  state,
  submitted,
  mutualClosedAt,
  thirdPartyClosedAt,
}: Pick<Evaluation, 'state' | 'submitted' | 'mutualClosedAt' | 'thirdPartyClosedAt'>):
  | PlainDate
  | undefined => {
  if (state === 'mutual') return latestDay([submitted.group?.at, submitted.city?.at])
  return latestDay([state === 'third_party' ? mutualClosedAt : thirdPartyClosedAt])
}

/** What can be said today of when an evaluation is public; nothing once it is, or once its days have passed. */
export const expectedDays = (evaluation: Evaluation, today: PlainDate): Expected | undefined => {
  const { state } = evaluation
  if (state === 'published') return undefined
  const at = state === 'self' ? -1 : stages.indexOf(state)
  const began = state === 'self' ? evaluation.dueOn : beganOn(evaluation)
  if (!began) return undefined
  const stepUntil = state === 'self' ? began : dueAfter(began, stepDays[state])
  if (stepUntil < today) return undefined
  // Each of the steps to come has its own last day, as the tasks will name it.
  const later = stages.slice(at + 1)
  return {
    stepUntil,
    publishedBy: later.reduce((day, stage) => dueAfter(day, stepDays[stage]), stepUntil),
  }
}
