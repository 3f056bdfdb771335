import type { Call } from '#capabilities/programmes/index.ts'
import {
  type CallPlan,
  callStateAt,
  daysLeftOf,
  findOpenCalls,
  getCall,
  listCalls,
  listProgrammes,
  openCall,
  type Programme,
  planCall,
  publishCall,
} from '#capabilities/programmes/index.ts'
import type { Scope } from '#data/scope.ts'
import { addDays, daysBetween, fiscalYearOf, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { evaluatedToday, takenInTurn } from './calendars.ts'
import { onOfficeDay } from './days.ts'
import { marked } from './mark.ts'
import { must, type StoryCall } from './world.ts'

/** The least number of days that a call must have been open, and must stay open, for the story to be told in it. */
const daysOpen = 3

/** How long before today a call opens that is made only for trying out. */
const opensBefore = 21

const isOpenForStory = (call: Call, now: Date): boolean =>
  callStateAt(call, now) === 'open' &&
  daysBetween(call.opensOn, tokyoDayOf(now)) >= daysOpen &&
  daysLeftOf(call, now) >= daysOpen

/** Steps that keep the days of the fiscal year, whenever the call itself is. */
const yearly: ReadonlySet<string> = new Set([
  'project',
  'interim_review',
  'report',
  'report_meeting',
  'evaluation',
])

/** The plan of a call moved so that it opened three weeks before today. */
const movedToToday = (plan: CallPlan, now: Date): CallPlan => {
  const days = daysBetween(plan.opensOn, addDays(tokyoDayOf(now), -opensBefore))
  return {
    ...plan,
    opensOn: addDays(plan.opensOn, days),
    closesOn: addDays(plan.closesOn, days),
    calendar: plan.calendar.map((step) =>
      yearly.has(step.step)
        ? step
        : { ...step, from: addDays(step.from, days), to: addDays(step.to, days) },
    ),
  }
}

/** Opens and publishes a call of the story 40 days before its window. */
const makeCall = async (scope: Scope, plan: CallPlan): Promise<Call> => {
  const now = onOfficeDay(tokyoInstant(addDays(plan.opensOn, -40), '10:00'))
  const then: Scope = { ...scope, now }
  const title = { ja: marked(plan.title.ja), en: `${plan.title.en} (sample)` }
  const opened = await openCall(then, { plan: { ...plan, title }, sample: true })
  if (!opened.ok)
    throw new Error(
      `${formatFiscalYear(plan.fiscalYear, 'ja')}には市の募集がもうあるため、見本を入れられません。`,
    )
  const id = opened.value
  must(await publishCall(then, await getCall(scope, id)), `publish ${plan.fiscalYear}`)
  return getCall(scope, id)
}

/** The call in which proposals can be made today: the city's own where one is open, else one of the story's. */
const findCurrentCall = async (scope: Scope, programme: Programme): Promise<Call> => {
  const open = (await findOpenCalls(scope)).find(
    (call) => call.programmeId === programme.id && isOpenForStory(call, scope.now),
  )
  if (open) return open
  const calls = await listCalls(scope, { programmeId: programme.id })
  const newest = Math.max(0, ...calls.map((call) => call.fiscalYear))
  const year = Math.max(newest + 1, fiscalYearOf(tokyoDayOf(scope.now)))
  return makeCall(scope, movedToToday(planCall(programme.definition, year), scope.now))
}

/** How many fiscal years ago the past calls were: one whose evaluation is over, one whose project ended in March, last year's. */
const yearsAgo = { finished: 3, evaluating: 2, last: 1 } as const

/** The calls of the story; those of past years are made. @throws Error when the city has its own of those years */
export const makeCalls = async (
  scope: Scope,
  city: City,
): Promise<Readonly<Record<StoryCall, Call>>> => {
  const programme = (await listProgrammes(scope)).find(({ state }) => state === 'running')
  if (!programme) throw new Error(`${city.name.ja} has no running programme.`)
  const plan = (year: number): CallPlan => planCall(programme.definition, year)
  const today = fiscalYearOf(tokyoDayOf(scope.now))
  const current = await findCurrentCall(scope, programme)
  const finished = await makeCall(scope, plan(today - yearsAgo.finished))
  const evaluating = await makeCall(scope, plan(today - yearsAgo.evaluating))
  const last = await makeCall(scope, plan(today - yearsAgo.last))
  return {
    finished,
    evaluating: { ...evaluating, calendar: evaluatedToday(evaluating, scope.now) },
    last,
    current: { ...current, calendar: takenInTurn(current, scope.now) },
  }
}
