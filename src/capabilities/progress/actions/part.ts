import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { newId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { departmentRole, type RoleCode, recordBeginning, takeStep } from '../../procedures/index.ts'
import { partSubject, placeOf, tasksOfPart } from '../next-tasks.ts'
import { paths } from '../paths.ts'
import { rolesOnPart } from '../policy.ts'
import { findPart, insertParts, movePart } from '../queries/parts.ts'
import { insertReports, listTasks, writeReport, writeVerdict } from '../queries/reports.ts'
import { type Found, isFinished, isOpen, type Report, sameDraft, type Typed } from '../report.ts'
import {
  type Part,
  type PartState,
  type PartStep,
  partKind,
  partWorkflow,
  type Round,
} from '../round.ts'
import { writeToDepartment } from './letters.ts'

/** A department's share as one request works on it, held until it ends. */
export type Held = { readonly round: Round; readonly part: Part }

const roleOf = (scope: Scope, part: Part): RoleCode =>
  rolesOnPart(scope.actor, part).includes('department') ? departmentRole(part.department) : 'office'

const step = async (
  scope: Scope,
  city: City,
  given: Held & { readonly name: PartStep; readonly reason?: string | undefined },
): Promise<Result<PartState, TransitionProblem>> => {
  const { round, part, name, reason } = given
  const taken = await takeStep<PartState, PartStep>(scope, partWorkflow, {
    subject: partSubject(round, part),
    state: part.state,
    name,
    roles: rolesOnPart(scope.actor, part),
    role: name === 'send' ? roleOf(scope, part) : 'office',
    reason,
    next: (to) => tasksOfPart(round, { ...part, state: to }, { city: city.slug, now: scope.now }),
  })
  if (!taken.ok) return taken
  return (await movePart(scope, part, taken.value)) ? taken : refuse('not-from-here')
}

/** What became of what was typed: items written, and those that somebody else has written meanwhile. */
export type Saved = { readonly written: readonly string[]; readonly conflicts: readonly string[] }

const needsWriting = (typed: Typed, stored: Report): boolean =>
  typed.touched && !sameDraft(typed.draft, stored)

/**
 * Keeps what was typed, item by item. An item that somebody else has written since it was shown stays as it is,
 * and is told of: nobody's text is lost without a word.
 */
export const saveDrafts = async (
  scope: Scope,
  { part }: Held,
  typed: readonly Typed[],
): Promise<Saved> => {
  const stored = new Map((await listTasks(scope, part.id)).map(({ report }) => [report.no, report]))
  const written: string[] = []
  const conflicts: string[] = []
  for (const one of typed) {
    const report = stored.get(one.no)
    if (!report || !isOpen(part, report) || !needsWriting(one, report)) continue
    const kept = await writeReport(
      scope,
      { partId: part.id, no: one.no, version: one.version },
      one.draft,
    )
    if (kept) written.push(one.no)
    else conflicts.push(one.no)
  }
  if (written.length > 0)
    await audit(scope, {
      action: 'progress-part.save',
      subjectKind: partKind,
      subjectId: part.id,
      after: { items: written },
    })
  return { written, conflicts }
}

/** Sends everything of a department in at once. Refused while an item is unfinished. */
export const sendPart = async (
  scope: Scope,
  city: City,
  held: Held,
): Promise<Result<PartState, TransitionProblem | 'unfinished'>> => {
  const tasks = await listTasks(scope, held.part.id)
  if (tasks.some((task) => !isFinished(task, held.round.scale))) return refuse('unfinished')
  return step(scope, city, { ...held, name: 'send' })
}

/** Keeps what the office has found so far; nobody is told yet. */
export const saveVerdicts = async (
  scope: Scope,
  { part }: Held,
  found: readonly Found[],
): Promise<void> => {
  for (const { no, verdict, reason } of found)
    await writeVerdict(scope, { partId: part.id, no }, { verdict, reason })
}

const tellOfReturn = (
  scope: Scope,
  city: City,
  { round, part, reason }: Held & { readonly reason: string },
): Promise<void> => {
  const again = { ...part, state: 'returned' } as const
  const [task] = tasksOfPart(round, again, { city: city.slug, now: scope.now })
  return writeToDepartment(scope, city, {
    department: part.department,
    letter: { kind: 'returned', round, path: task?.url ?? '', reason, day: task?.dueOn },
  })
}

/**
 * Ends the check of a department's share: accepted when every item is, sent back with the reasons when one
 * is to be mended. Refused while an item has not been looked at.
 */
export const finishCheck = async (
  scope: Scope,
  city: City,
  held: Held,
): Promise<Result<PartState, TransitionProblem | 'unchecked'>> => {
  const tasks = await listTasks(scope, held.part.id)
  const reports = tasks.map(({ report }) => report)
  if (reports.some(({ verdict }) => verdict === '')) return refuse('unchecked')
  const wrong = reports.filter(({ verdict }) => verdict === 'correct')
  if (wrong.length === 0) return step(scope, city, { ...held, name: 'accept' })
  const reason = wrong.map(({ no, verdictReason }) => `${no}：${verdictReason}`).join('\n')
  const returned = await step(scope, city, { ...held, name: 'return', reason })
  if (returned.ok) await tellOfReturn(scope, city, { ...held, reason })
  return returned
}

/** Puts an item before one more department: 関係課 that the plan does not name. */
export const addDepartment = async (
  scope: Scope,
  city: City,
  given: { readonly round: Round; readonly no: string; readonly department: string },
): Promise<Result<Part, 'has-it' | 'has-sent'>> => {
  const { round, no, department } = given
  const known = await findPart(scope, round.id, department)
  if (known && known.state !== 'writing') return refuse('has-sent')
  if (known && (await listTasks(scope, known.id)).some(({ item }) => item.no === no))
    return refuse('has-it')
  const part: Part = known ?? {
    id: newId(),
    roundId: round.id,
    department,
    state: 'writing',
    sentAt: null,
  }
  const subject = partSubject(round, part)
  if (!known) {
    await insertParts(scope, [part])
    const title = { ja: '年度の進捗報告を始めた', en: 'The year’s report was opened' }
    await recordBeginning(scope, subject, {
      event: { step: 'open', title, role: 'office', to: 'writing' },
      next: tasksOfPart(round, part, { city: city.slug, now: scope.now }),
      audit: { action: 'progress-part.open', after: { department } },
    })
  }
  await insertReports(scope, round.id, [{ partId: part.id, no, leads: false }])
  await writeToDepartment(scope, city, {
    department,
    letter: {
      kind: known ? 'item-added' : 'opened',
      round,
      path: paths.report(placeOf(city.slug, round), department),
      count: 1,
      day: round.dueOn,
    },
  })
  await audit(scope, {
    action: 'progress-part.add-item',
    subjectKind: partKind,
    subjectId: part.id,
    after: { item: no, department },
  })
  return ok(part)
}
