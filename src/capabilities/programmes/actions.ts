import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { fiscalYearOf, tokyoDayOf } from '#kernel/calendar.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import {
  insertEvent,
  insertTask,
  roleCodeOf,
  type TaskDraft,
  takeStep,
} from '../procedures/index.ts'
import { type Call, type CallAction, callStateAt, callWorkflow, describeChange } from './call.ts'
import { paths } from './paths.ts'
import type { ProgrammePreset } from './preset.ts'
import { taskTitles } from './problem-texts.ts'
import {
  type CallPlan,
  getCallStep,
  isReplaceable,
  nextCallYear,
  type Programme,
  planCall,
} from './programme.ts'
import { publishCallEntry, publishProgramme, withdrawCallEntry } from './publish.ts'
import { insertCall, moveCall, replaceCall, updateSchedule } from './queries/call-changes.ts'
import { findCallOfYear, getCall, listCalls } from './queries/calls.ts'
import { findProgramme, saveProgramme } from './queries/programmes.ts'
import type { Schedule } from './schedule.ts'

/** Why a step with a call was refused. */
export type CallProblem = TransitionProblem | 'already-open' | 'still-open' | 'no-next-year'

const callSubject = (call: { readonly id: string; readonly title: Bilingual }) => ({
  kind: 'call',
  id: call.id,
  title: call.title.ja,
  titleEn: call.title.en,
})

const insertFirstCall = async (scope: Scope, plan: CallPlan): Promise<void> => {
  const id = await insertCall(scope, plan.definition.code, { ...plan, state: 'published' })
  if (!id) return
  // One that had opened before the city began here was published elsewhere, on a day that nobody told us.
  if (tokyoDayOf(scope.now) < plan.opensOn)
    await insertEvent(scope, callSubject({ id, title: plan.title }), {
      step: 'publish',
      title: taskTitles.published,
      role: roleCodeOf(scope.actor),
      to: 'published',
      public: true,
    })
  await publishCallEntry(scope, { ...plan, id })
}

/** Writes the current year's call, unless one stands that must not change any more. */
const loadCall = async (
  scope: Scope,
  loaded: { readonly facts: ProgrammePreset; readonly before: ProgrammePreset | undefined },
): Promise<void> => {
  const { facts, before } = loaded
  const plan = planCall(facts, fiscalYearOf(tokyoDayOf(scope.now)))
  const existing = await findCallOfYear(scope, facts.code, plan.fiscalYear)
  if (!existing) return insertFirstCall(scope, plan)
  if (!before || !isReplaceable(existing, before, scope.now)) return
  await replaceCall(scope, existing.id, plan)
  if (existing.state === 'published') await publishCallEntry(scope, { ...existing, ...plan })
}

/**
 * Loads a programme of a preset and makes the call of today's fiscal year from its calendar. Loaded again
 * it replaces the programme; a call that has opened, or that the office has changed, stays as it is.
 */
export const loadProgramme = async (scope: Scope, facts: ProgrammePreset): Promise<void> => {
  const before = await findProgramme(scope, facts.code)
  await saveProgramme(scope, facts)
  await publishProgramme(scope, facts)
  await loadCall(scope, { facts, before: before?.definition })
}

const publishTask = (scope: Scope, call: Pick<Call, 'id' | 'opensOn'>): TaskDraft => ({
  step: 'publish',
  title: taskTitles.publish,
  assignee: { role: 'office' },
  url: paths.settings(scope.city.slug, call.id),
  dueOn: call.opensOn,
})

/** A call about to be prepared. Those of the sample world carry a mark and may have another plan. */
export type CallToOpen = { readonly plan: CallPlan; readonly sample?: boolean }

/** Prepares the call of any year that has none; the public sees it once published. */
export const openCall = async (
  scope: Scope,
  { plan, sample = false }: CallToOpen,
): Promise<Result<string, CallProblem>> => {
  const programmeId = plan.definition.code
  const id = await insertCall(scope, programmeId, { ...plan, state: 'planned', sample })
  if (!id) return refuse('no-next-year')
  const subject = callSubject({ id, title: plan.title })
  await insertEvent(scope, subject, {
    step: 'open',
    title: taskTitles.opened,
    role: roleCodeOf(scope.actor),
    to: 'planned',
  })
  await insertTask(scope, subject, publishTask(scope, { id, opensOn: plan.opensOn }))
  await audit(scope, {
    action: 'call.open',
    subjectKind: 'call',
    subjectId: id,
    after: { programme: programmeId, fiscalYear: plan.fiscalYear },
  })
  return ok(id)
}

/** Prepares the next year's call under the programme's rules of today. */
export const openNextCall = async (
  scope: Scope,
  programme: Programme,
): Promise<Result<string, CallProblem>> => {
  const calls = await listCalls(scope, { programmeId: programme.id })
  const year = nextCallYear(calls, scope.now)
  if (year === undefined) return refuse('no-next-year')
  return openCall(scope, { plan: planCall(programme.definition, year) })
}

/** Takes one step of a call's table and stores the state reached. */
const step = async (
  scope: Scope,
  taken: {
    readonly call: Call
    readonly name: CallAction
    readonly reason?: string | undefined
    readonly title?: Bilingual | undefined
  },
): Promise<Result<Call['state'], CallProblem>> => {
  const { call, name, reason, title } = taken
  const done = await takeStep(scope, callWorkflow, {
    subject: callSubject(call),
    state: call.state,
    name,
    roles: ['office'],
    role: roleCodeOf(scope.actor),
    reason,
    title,
    public: call.state !== 'planned' || name === 'publish',
    next: (to) => (to === 'planned' ? [publishTask(scope, call)] : []),
  })
  if (!done.ok) return done
  return (await moveCall(scope, call, done.value)) ? done : refuse('not-from-here')
}

const announceCall = (scope: Scope, call: Pick<Call, 'id'>, name: string): Promise<void> =>
  scope.outside.announce(scope, { name, subjectKind: 'call', subjectId: call.id })

/** Makes a prepared call public. */
export const publishCall = async (
  scope: Scope,
  call: Call,
): Promise<Result<Call['state'], CallProblem>> => {
  const done = await step(scope, { call, name: 'publish' })
  if (!done.ok) return done
  await publishCallEntry(scope, call)
  await announceCall(scope, call, 'call.published')
  return done
}

/** Stores new dates with their reason; before the public knows a call no reason is asked. */
export const rescheduleCall = async (
  scope: Scope,
  change: { readonly call: Call; readonly wanted: Schedule; readonly reason: string },
): Promise<Result<Call['state'], CallProblem>> => {
  const { call, wanted, reason } = change
  const window = getCallStep(wanted.calendar)
  const moved = { ...call, ...wanted, opensOn: window.from, closesOn: window.to }
  const title = describeChange(call, moved)
  const done = await step(scope, { call: moved, name: 'reschedule', reason, title })
  if (!done.ok) return done
  if (!(await updateSchedule(scope, call, wanted))) return refuse('not-from-here')
  if (call.state === 'published') await publishCallEntry(scope, moved)
  await audit(scope, {
    action: 'call.set-dates',
    subjectKind: 'call',
    subjectId: call.id,
    before: { calendar: call.calendar, closesAt: call.closesAt, envelope: call.envelope },
    after: wanted,
  })
  await announceCall(scope, call, 'call.rescheduled')
  return done
}

/** Puts dates and money back to what they were before people tried out changing them; no step of the call's own. */
export const restoreSchedule = async (
  scope: Scope,
  call: Call,
  before: Schedule,
): Promise<void> => {
  if (!(await updateSchedule(scope, call, before))) return
  const { from, to } = getCallStep(before.calendar)
  if (call.state === 'published')
    await publishCallEntry(scope, { ...call, ...before, opensOn: from, closesOn: to })
}

/** Cancels a call that has not opened; once people have proposed it must be decided. */
export const cancelCall = async (
  scope: Scope,
  given: { readonly call: Call; readonly reason: string },
): Promise<Result<Call['state'], CallProblem>> => {
  if (callStateAt(given.call, scope.now) !== 'planned') return refuse('already-open')
  const done = await step(scope, { ...given, name: 'cancel' })
  if (!done.ok) return done
  await withdrawCallEntry(scope, given.call.id)
  await announceCall(scope, given.call, 'call.cancelled')
  return done
}

/**
 * Records that the results of the whole call stand: told by its reviews. While it takes proposals, or will,
 * they cannot. `title` is what the history says where there was nothing to review.
 */
export const decideCall = async (
  scope: Scope,
  callId: string,
  title?: Bilingual,
): Promise<Result<Call['state'], CallProblem>> => {
  const call = await getCall(scope, callId)
  if (callStateAt(call, scope.now) !== 'closed') return refuse('still-open')
  return step(scope, { call, name: 'decide', title })
}

/** Closes the year of a call whose results stand. */
export const endCall = (scope: Scope, call: Call): Promise<Result<Call['state'], CallProblem>> =>
  step(scope, { call, name: 'end' })
