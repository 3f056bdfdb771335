import type { Scope } from '#data/scope.ts'
import type { Assignee, TaskDraft } from '../../procedures/index.ts'
import { answerDueOn, checkDueOn, type Issue, type IssueState, mendDueOn } from '../issue.ts'
import { issuePaths } from '../paths.ts'
import { taskTitles } from '../problem-texts.ts'

type Concerned = Pick<Issue, 'id' | 'authorAccount' | 'department' | 'cityAnswer'>

const authorOf = (issue: Concerned): Assignee =>
  issue.authorAccount ? { accountId: issue.authorAccount } : { role: 'centre' }

const answerTask = (scope: Scope, issue: Concerned): TaskDraft[] => {
  const url = issuePaths.desk(scope.city.slug, issue.id)
  if (issue.cityAnswer) return []
  const dueOn = answerDueOn(scope.now)
  if (!issue.department)
    return [{ step: 'assign', title: taskTitles.assign, assignee: { role: 'office' }, url, dueOn }]
  const assignee = { role: 'department' as const, department: issue.department }
  return [{ step: 'answer', title: taskTitles.answer, assignee, url, dueOn }]
}

/** Who acts next on an issue that has reached a state. */
export const nextOnIssue = (
  scope: Scope,
  issue: Concerned,
  state: IssueState,
): readonly TaskDraft[] => {
  if (state === 'submitted')
    return [
      {
        step: 'check',
        title: taskTitles.check,
        assignee: { role: 'centre' },
        url: issuePaths.desk(scope.city.slug, issue.id),
        dueOn: checkDueOn(scope.now),
      },
    ]
  if (state === 'returned')
    return [
      {
        step: 'resubmit',
        title: taskTitles.mend,
        assignee: authorOf(issue),
        url: issuePaths.edit(scope.city.slug, issue.id),
        dueOn: mendDueOn(scope.now),
      },
    ]
  return state === 'published' ? answerTask(scope, issue) : []
}
