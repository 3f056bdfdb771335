import type { CityRole } from '#kernel/actor.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { SubjectRef } from './subject.ts'

/** Who must act: a role (of one department, where that is given), a group, or one person (in a role). */
export type Assignee =
  | { readonly role: CityRole; readonly department?: string }
  | { readonly groupId: string }
  | { readonly accountId: string; readonly role?: CityRole }

/** One thing somebody must do next, and until when. */
export type TaskDraft = {
  readonly step: string
  readonly title: Bilingual
  readonly assignee: Assignee
  readonly url: string
  readonly dueOn?: PlainDate | undefined
}

export type Task = {
  readonly id: string
  readonly subject: SubjectRef
  readonly step: string
  readonly title: Bilingual
  readonly subjectTitle: Bilingual
  readonly url: string
  readonly role: CityRole | null
  readonly department: string | null
  readonly groupId: string | null
  readonly accountId: string | null
  readonly dueOn: PlainDate | null
  readonly openedAt: Date
}

/** True when any holder of a role of the whole city may do it. */
const isOfRole = (task: Task): boolean =>
  task.role !== null && !task.department && !task.groupId && !task.accountId

/**
 * What tells one thing to do from another. The same step that waits for two roles (センターか事務局) is one
 * thing: whoever comes first does it.
 */
export const keyOfTask = (task: Task): string =>
  isOfRole(task)
    ? [task.subject.kind, task.subject.id, task.step, task.title.ja, task.url, task.dueOn].join(' ')
    : task.id
