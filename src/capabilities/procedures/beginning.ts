import { type AuditEntry, audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { insertEvent } from './event-queries.ts'
import type { NamedSubject } from './subject.ts'
import type { TaskDraft } from './task.ts'
import { insertTasks } from './task-queries.ts'
import type { EventDraft } from './timeline.ts'

/**
 * Writes all that belongs to the first step of a procedure: timeline, who acts next, audit. None of them
 * needs another, so they go to the database together.
 */
export const recordBeginning = async (
  scope: Scope,
  subject: NamedSubject,
  begun: {
    readonly event: EventDraft
    readonly next: readonly TaskDraft[]
    readonly audit: Pick<AuditEntry, 'action' | 'after'>
  },
): Promise<void> => {
  const { kind, id } = subject
  await Promise.all([
    insertEvent(scope, subject, begun.event),
    insertTasks(scope, subject, begun.next),
    audit(scope, { ...begun.audit, subjectKind: kind, subjectId: id }),
  ])
}
