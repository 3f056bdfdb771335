import type { Person } from '#kernel/actor.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import { pageAsked } from '#web/paging.ts'
import type { Task } from '../procedures/index.ts'
import { reviewedStep } from '../proposals/index.ts'

export const dueChoices = ['', 'overdue', 'week'] as const
export type DueChoice = (typeof dueChoices)[number]

/** How the desk is narrowed. Empty texts ask for nothing. */
export type DeskAsked = {
  readonly role: string
  readonly kind: string
  readonly due: DueChoice
  /** From 1. */
  readonly page: number
}

export const deskPageSize = 50

/** Reads what the address of the desk asks for. */
export const readDeskAsked = (query: URLSearchParams): DeskAsked => {
  const word = (name: string): string => {
    const value = query.get(name) ?? ''
    return /^[a-z_-]{1,40}$/.test(value) ? value : ''
  }
  return {
    role: word('role'),
    kind: word('kind'),
    due: dueChoices.find((one) => one === query.get('due')) ?? '',
    page: pageAsked(query),
  }
}

/** Kinds whose tasks name the committee member, because each has a sheet of their own. */
const committeeKinds: readonly string[] = ['review', 'evaluation']

/** In which role of the city a task waits for the person; undefined when it waits for them privately. */
export const workRoleOf = (task: Task, person: Pick<Person, 'roles'>): string | undefined => {
  if (task.role !== null) return task.role
  const isCommittee = task.accountId !== null && committeeKinds.includes(task.subject.kind)
  return isCommittee && person.roles.includes('reviewer') ? 'reviewer' : undefined
}

/**
 * Whether a task is an entry of its own on the desk. Proposals under review are worked on as one round,
 * which its review puts there once, when it is time.
 */
export const isOwnEntry = ({ subject, step }: Pick<Task, 'subject' | 'step'>): boolean =>
  !(subject.kind === 'proposal' && step === reviewedStep)

const daysOf = (task: Task, now: Date): number =>
  task.dueOn === null ? Number.POSITIVE_INFINITY : countDaysLeft(task.dueOn, now)

export const isOverdue = (task: Task, now: Date): boolean => daysOf(task, now) < 0

export const isDueWithinWeek = (task: Task, now: Date): boolean => {
  const days = daysOf(task, now)
  return days >= 0 && days <= 7
}

/** Overdue first, the longest overdue at the head; then the soonest; what has no deadline last, oldest first. */
export const sortByUrgency = (tasks: readonly Task[], now: Date): readonly Task[] =>
  tasks.toSorted((a, b) => {
    const [left, right] = [daysOf(a, now), daysOf(b, now)]
    return left === right ? a.openedAt.getTime() - b.openedAt.getTime() : left - right
  })

/** The tasks that fit what was asked. */
export const narrow = (
  tasks: readonly Task[],
  asked: DeskAsked,
  { person, now }: { readonly person: Pick<Person, 'roles'>; readonly now: Date },
): readonly Task[] =>
  tasks.filter(
    (task) =>
      (asked.role === '' || workRoleOf(task, person) === asked.role) &&
      (asked.kind === '' || task.subject.kind === asked.kind) &&
      (asked.due !== 'overdue' || isOverdue(task, now)) &&
      (asked.due !== 'week' || isDueWithinWeek(task, now)),
  )
