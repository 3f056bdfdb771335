import type { Scope } from '#data/scope.ts'
import type { CityRole, Person } from '#kernel/actor.ts'
import { cityHallDays, rollDay } from '#kernel/business-day.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'
import type { NamedSubject, SubjectRef } from './subject.ts'
import { keyOfTask, type Task, type TaskDraft } from './task.ts'

/** The desk's own work is done on working days; what a group has been told keeps its day. */
const dayOf = ({ assignee, dueOn }: TaskDraft): PlainDate | null => {
  if (!dueOn) return null
  const ofDesk = 'role' in assignee && assignee.role === 'office' && !('accountId' in assignee)
  return ofDesk ? rollDay(dueOn, 'next_business', cityHallDays()) : dueOn
}

const rowOf = (scope: Scope, subject: NamedSubject, task: TaskDraft) => {
  const { assignee } = task
  return {
    city_id: scope.city.id,
    id: newId(),
    subject_kind: subject.kind,
    subject_id: subject.id,
    subject_title: subject.title,
    subject_title_en: subject.titleEn ?? null,
    step: task.step,
    title_ja: task.title.ja,
    title_en: task.title.en,
    url: task.url,
    role: 'role' in assignee ? (assignee.role ?? null) : null,
    department: 'department' in assignee ? (assignee.department ?? null) : null,
    group_id: 'groupId' in assignee ? assignee.groupId : null,
    account_id: 'accountId' in assignee ? assignee.accountId : null,
    due_on: dayOf(task),
    opened_at: scope.now,
  }
}

/** Puts everything that is to be done next before those who do it, in one statement. */
export const insertTasks = async (
  scope: Scope,
  subject: NamedSubject,
  tasks: readonly TaskDraft[],
): Promise<void> => {
  if (tasks.length === 0) return
  await scope.db
    .insertInto('tasks')
    .values(tasks.map((task) => rowOf(scope, subject, task)))
    .execute()
}

export const insertTask = (scope: Scope, subject: NamedSubject, task: TaskDraft): Promise<void> =>
  insertTasks(scope, subject, [task])

/** Gives open tasks the name that their subject has by now. */
export const renameTasks = async (scope: Scope, subject: NamedSubject): Promise<void> => {
  await scope.db
    .updateTable('tasks')
    .set({ subject_title: subject.title, subject_title_en: subject.titleEn ?? null })
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('closed_at', 'is', null)
    .execute()
}

/** Closes what was open for the subject: all of it, one step, or one person's part of a step. */
export const closeTasks = async (
  scope: Scope,
  subject: SubjectRef,
  only: { readonly step?: string; readonly accountId?: string; readonly groupId?: string } = {},
): Promise<void> => {
  let query = scope.db
    .updateTable('tasks')
    .set({ closed_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('closed_at', 'is', null)
  if (only.step) query = query.where('step', '=', only.step)
  if (only.accountId) query = query.where('account_id', '=', only.accountId)
  if (only.groupId) query = query.where('group_id', '=', only.groupId)
  await query.execute()
}

/** Closes all that was open for the subject, and then opens what is to be done next. */
export const replaceTasks = async (
  scope: Scope,
  subject: NamedSubject,
  tasks: readonly TaskDraft[],
): Promise<void> => {
  await closeTasks(scope, subject)
  await insertTasks(scope, subject, tasks)
}

const columns = [
  'id',
  'subject_kind',
  'subject_id',
  'subject_title',
  'subject_title_en',
  'step',
  'title_ja',
  'title_en',
  'url',
  'role',
  'department',
  'group_id',
  'account_id',
  'due_on',
  'opened_at',
] as const

type Row = {
  id: string
  subject_kind: string
  subject_id: string
  subject_title: string
  subject_title_en: string | null
  step: string
  title_ja: string
  title_en: string
  url: string
  role: string | null
  department: string | null
  group_id: string | null
  account_id: string | null
  due_on: string | null
  opened_at: Date
}

const toTask = (row: Row): Task => ({
  id: row.id,
  subject: { kind: row.subject_kind, id: row.subject_id },
  subjectTitle: { ja: row.subject_title, en: row.subject_title_en ?? row.subject_title },
  step: row.step,
  title: { ja: row.title_ja, en: row.title_en },
  url: row.url,
  role: row.role as CityRole | null,
  department: row.department,
  groupId: row.group_id,
  accountId: row.account_id,
  dueOn: row.due_on as PlainDate | null,
  openedAt: row.opened_at,
})

/** Who acts next on the subject, soonest deadline first. */
export const listTasksOf = async (scope: Scope, subject: SubjectRef): Promise<Task[]> => {
  const rows = await scope.db
    .selectFrom('tasks')
    .select(columns)
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('closed_at', 'is', null)
    .orderBy('due_on')
    .orderBy('opened_at')
    .execute()
  return rows.map(toTask)
}

/** Everything that waits for this person, by role, group or name, each once; soonest deadline first. */
export const listTasksFor = async (scope: Scope, person: Person): Promise<Task[]> => {
  const roles = person.trusted ? person.roles.filter((role) => role !== 'department') : []
  const departments = person.trusted ? person.departments : []
  const groups = person.memberships
    .filter((held) => held.role !== 'member')
    .map((held) => held.groupId)
  const rows = await scope.db
    .selectFrom('tasks')
    .select(columns)
    .where('city_id', '=', scope.city.id)
    .where('closed_at', 'is', null)
    .where((is) =>
      is.or([
        is('account_id', '=', person.accountId),
        ...(roles.length > 0
          ? [is.and([is('role', 'in', roles), is('account_id', 'is', null)])]
          : []),
        ...(departments.length > 0
          ? [is.and([is('role', '=', 'department'), is('department', 'in', departments)])]
          : []),
        ...(groups.length > 0 ? [is('group_id', 'in', groups)] : []),
      ]),
    )
    .orderBy('due_on')
    .orderBy('opened_at')
    .limit(500)
    .execute()
  return [...new Map(rows.map(toTask).map((task) => [keyOfTask(task), task])).values()]
}
