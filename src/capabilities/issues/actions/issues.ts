import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { nameOf } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertEvent, insertTask, takeNumber } from '../../procedures/index.ts'
import type { FieldProblem, IssueReading } from '../form.ts'
import { type Issue, type IssueText, issueSubject } from '../issue.ts'
import { taskTitles } from '../problem-texts.ts'
import { getIssue, insertIssue, updateIssueText } from '../queries/issues.ts'
import { type IssueFiles, keepIssueFiles } from './issue-files.ts'
import { mailAuthor } from './issue-mails.ts'
import { authorRole } from './issue-role.ts'
import { type IssueStepProblem, stepIssue } from './issue-steps.ts'
import { nextOnIssue } from './issue-tasks.ts'

/** What a person sends in: the text as read, and the files with it. */
export type IssueDraft = Pick<IssueReading, 'text' | 'showName' | 'onBehalf'> & {
  readonly files: IssueFiles
}

const textOf = ({ text, showName }: IssueDraft, authorName: string): IssueText => ({
  ...text,
  publicName: showName ? authorName : '',
})

/**
 * Takes in an issue, from a resident or entered by staff for one, and puts it before the centre.
 * @returns the issue, or what is wrong with its files
 */
export const submitIssue = async (
  scope: Scope,
  city: City,
  draft: IssueDraft,
): Promise<Result<Issue, readonly FieldProblem[]>> => {
  const authorName = draft.onBehalf?.name ?? nameOf(scope.actor)
  const id = await insertIssue(scope, {
    ...textOf(draft, authorName),
    receiptNumber: await takeNumber(scope, 'issue', '課題{fy}-{n}'),
    authorName,
    onBehalf: draft.onBehalf,
  })
  const problems = await keepIssueFiles(scope, id, draft.files)
  if (problems.length > 0) return refuse(problems)
  const issue = await getIssue(scope, id)
  await insertEvent(scope, issueSubject(issue), {
    step: 'submit',
    title: taskTitles.submitted,
    role: authorRole,
    to: 'submitted',
    public: true,
    channel: issue.channel,
  })
  for (const task of nextOnIssue(scope, issue, 'submitted'))
    await insertTask(scope, issueSubject(issue), task)
  await audit(scope, {
    action: 'issue.submit',
    subjectKind: 'issue',
    subjectId: id,
    after: { receiptNumber: issue.receiptNumber, channel: issue.channel },
  })
  await mailAuthor(scope, city, { issue, kind: 'received' })
  return ok(issue)
}

/** Takes a returned issue in again, mended. @returns the new state, or what still is wrong */
export const resubmitIssue = async (
  scope: Scope,
  city: City,
  given: { readonly issue: Issue; readonly draft: IssueDraft },
): Promise<Result<Issue['state'], readonly FieldProblem[] | IssueStepProblem>> => {
  const { issue, draft } = given
  const text = textOf(draft, issue.authorName)
  const problems = await keepIssueFiles(scope, issue.id, draft.files)
  if (problems.length > 0) return refuse(problems)
  await updateIssueText(scope, issue, text)
  return stepIssue(scope, city, { issue: { ...issue, ...text }, name: 'resubmit' })
}
