import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { getAccount, listStaffEmails, type Recipient } from '../../accounts/index.ts'
import { insertEvent, listEvents, type Task } from '../../procedures/index.ts'
import { daysLate } from '../calendar.ts'
import { type Project, projectKind, subjectOf } from '../project.ts'
import { listProjectTasks } from '../project-tasks.ts'
import { listRecipients, writeTo } from './letters.ts'
import { roleCodeFor } from './step.ts'

/** Tasks of the project and of its evaluation whose last day has passed. */
export const listLateTasks = async (
  scope: Scope,
  project: Pick<Project, 'id'>,
): Promise<readonly Task[]> => {
  const tasks = await listProjectTasks(scope, project)
  return tasks.filter((task) => daysLate(task.dueOn, scope.now) > 0)
}

const recipientsOf = async (
  scope: Scope,
  project: Project,
  task: Task,
): Promise<readonly Recipient[]> => {
  if (task.accountId) {
    const { name, email, language } = await getAccount(scope, task.accountId)
    return [{ name, email, language }]
  }
  if (task.groupId) return listRecipients(scope, project, 'group')
  if (task.role === 'department') return listRecipients(scope, project, 'city')
  return task.role === 'office' ? listStaffEmails(scope, { role: 'office' }) : []
}

const noteOf = (scope: Scope, { title, dueOn }: Task) => {
  const late = daysLate(dueOn, scope.now)
  return {
    ja: `${title.ja}（期限：${dueOn ? formatDate(dueOn, 'ja') : ''}、${late}日経過）`,
    en: `${title.en} (due ${dueOn ? formatDate(dueOn, 'en') : ''}, ${late} days ago)`,
  }
}

/** Why nobody was reminded: nothing is late, or it was done today already. */
export type ReminderProblem = 'nothing-late' | 'reminded-today'

const wasRemindedToday = async (scope: Scope, project: Project): Promise<boolean> => {
  const events = await listEvents(scope, [subjectOf(project)], { publicOnly: false })
  const today = tokyoDayOf(scope.now)
  return events.some(({ step, at }) => step === 'remind' && tokyoDayOf(at) === today)
}

/** Writes to everybody who is late with something, at most once a day. @returns how many things were late */
export const remindLate = async (
  scope: Scope,
  city: City,
  project: Project,
): Promise<Result<number, ReminderProblem>> => {
  const late = await listLateTasks(scope, project)
  if (late.length === 0) return refuse('nothing-late')
  if (await wasRemindedToday(scope, project)) return refuse('reminded-today')
  for (const task of late) {
    const recipients = await recipientsOf(scope, project, task)
    const letter = {
      kind: 'reminder',
      project,
      note: noteOf(scope, task),
      // Past already: it waits for no digest.
      day: task.dueOn ?? undefined,
      path: task.url,
    } as const
    await writeTo(scope, city, { letter, recipients })
  }
  await insertEvent(scope, subjectOf(project), {
    step: 'remind',
    title: { ja: '期限を過ぎた手続きを知らせた', en: 'Reminded of what is overdue' },
    role: roleCodeFor(scope, project),
  })
  await audit(scope, {
    action: 'project.remind',
    subjectKind: projectKind,
    subjectId: project.id,
    after: { tasks: late.map(({ step }) => step) },
  })
  return ok(late.length)
}
