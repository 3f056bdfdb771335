import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { ok, type Result } from '#kernel/result.ts'
import { applyTransition, type TransitionProblem, type Workflow } from '#kernel/workflow.ts'
import { insertEvent } from './event-queries.ts'
import type { RoleCode } from './role.ts'
import type { NamedSubject } from './subject.ts'
import type { TaskDraft } from './task.ts'
import { replaceTasks } from './task-queries.ts'
import type { Channel } from './timeline.ts'

/** One step of a procedure: which, by whom, and who acts after it. */
export type Step<State extends string, Name extends string> = {
  readonly subject: NamedSubject
  readonly state: State
  readonly name: Name
  /** The workflow's roles that the actor holds towards this subject. */
  readonly roles: readonly string[]
  /** In which role the actor does it, as the timeline keeps it. */
  readonly role: RoleCode
  readonly reason?: string | undefined
  readonly documentNumber?: string | undefined
  readonly public?: boolean | undefined
  readonly channel?: Channel | undefined
  /** What happened, when the transition's own label does not say it well. */
  readonly title?: Bilingual | undefined
  /** Who acts next in the state reached. */
  readonly next: (to: State) => readonly TaskDraft[]
}

/**
 * Takes one step by the workflow's table and writes all that belongs to it: timeline, audit, and who acts
 * next. The caller stores the new state in its own table, in the same transaction, guarded by the old one.
 */
export const takeStep = async <State extends string, Name extends string>(
  scope: Scope,
  workflow: Workflow<State, Name>,
  step: Step<State, Name>,
): Promise<Result<State, TransitionProblem>> => {
  const taken = applyTransition(workflow, step.state, step.name, step.roles, {
    reason: step.reason,
  })
  if (!taken.ok) return taken
  const { to } = taken.value as { to: State }
  const label = workflow.transitions.find((one) => one.name === step.name)?.label
  const event = {
    step: step.name,
    title: step.title ?? label ?? { ja: step.name, en: step.name },
    role: step.role,
    from: step.state,
    to,
    reason: step.reason,
    documentNumber: step.documentNumber,
    public: step.public,
    channel: step.channel,
  }
  // They go to the database together: none needs another, but that what was open closes before more opens.
  await Promise.all([
    insertEvent(scope, step.subject, event),
    replaceTasks(scope, step.subject, step.next(to)),
    audit(scope, {
      action: `${step.subject.kind}.${step.name}`,
      subjectKind: step.subject.kind,
      subjectId: step.subject.id,
      before: { state: step.state },
      after: { state: to, ...(step.reason ? { reason: step.reason } : {}) },
    }),
  ])
  return ok(to)
}
