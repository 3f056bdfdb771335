import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { takeStep } from '../../procedures/index.ts'
import { type Issue, type IssueStep, isPublicIssue, issueSubject, issueWorkflow } from '../issue.ts'
import type { MailKind } from '../mail-texts.ts'
import { rolesTowards } from '../policy.ts'
import { publishIssueEntry, withdrawIssueEntry } from '../publish.ts'
import { type IssueChange, moveIssue } from '../queries/issues.ts'
import { mailAuthor } from './issue-mails.ts'
import { issueRole } from './issue-role.ts'
import { nextOnIssue } from './issue-tasks.ts'

export type IssueStepProblem = TransitionProblem

/** One step of an issue, with what it changes besides the state. */
export type TakenStep = {
  readonly issue: Issue
  readonly name: IssueStep
  readonly reason?: string | undefined
  readonly change?: IssueChange | undefined
}

/** Steps that everyone sees in the history; why something was sent back stays between those concerned. */
const publicSteps: ReadonlySet<IssueStep> = new Set(['publish', 'assign', 'answer', 'close'])

const mailFor: Partial<Record<IssueStep, MailKind>> = {
  publish: 'published',
  return: 'returned',
  decline: 'declined',
  answer: 'answered',
  close: 'answered',
  unpublish: 'takenOff',
}

/** The issue as it stands after the step. */
const changed = ({ issue, change }: TakenStep, state: Issue['state'], now: Date): Issue => ({
  ...issue,
  state,
  department: change?.department === undefined ? issue.department : change.department,
  cityAnswer: change?.cityAnswer ?? issue.cityAnswer,
  publishedAt: issue.publishedAt ?? (state === 'published' ? now : null),
})

const afterStep = async (scope: Scope, before: Issue, after: Issue): Promise<void> => {
  if (isPublicIssue(after)) await publishIssueEntry(scope, after)
  else if (isPublicIssue(before)) await withdrawIssueEntry(scope, after.id)
  if (after.state !== before.state)
    await scope.outside.announce(scope, {
      name: `issue.${after.state}`,
      subjectKind: 'issue',
      subjectId: after.id,
    })
}

const auditChange = async (scope: Scope, { issue, change }: TakenStep): Promise<void> => {
  if (!change) return
  await audit(scope, {
    action: 'issue.change',
    subjectKind: 'issue',
    subjectId: issue.id,
    before: { department: issue.department, cityAnswer: issue.cityAnswer },
    after: change,
  })
}

/**
 * Takes one step with an issue: history, tasks, what everyone finds, the mail to who raised it. Of two
 * people who take a step at the same moment one is told that the state has changed.
 */
export const stepIssue = async (
  scope: Scope,
  city: City,
  taken: TakenStep,
): Promise<Result<Issue['state'], IssueStepProblem>> => {
  const { issue, name, reason, change } = taken
  const done = await takeStep(scope, issueWorkflow, {
    subject: issueSubject(issue),
    state: issue.state,
    name,
    roles: rolesTowards(scope.actor, issue),
    role: issueRole(scope.actor, { issue, name }),
    reason,
    public: publicSteps.has(name),
    next: (to) => nextOnIssue(scope, changed(taken, to, scope.now), to),
  })
  if (!done.ok) return done
  if (!(await moveIssue(scope, issue, done.value, change))) return refuse('not-from-here')
  await auditChange(scope, taken)
  const after = changed(taken, done.value, scope.now)
  await afterStep(scope, issue, after)
  const kind = mailFor[name]
  if (kind)
    await mailAuthor(scope, city, { issue: after, kind, text: reason ?? change?.cityAnswer })
  return done
}
