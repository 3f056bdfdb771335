import type { Scope } from '#data/scope.ts'
import { nameOf } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { newId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { recordBeginning, takeNumber } from '../../procedures/index.ts'
import type { FieldProblem, IssueReading } from '../form.ts'
import { type Issue, type IssueText, issueSubject } from '../issue.ts'
import { taskTitles } from '../problem-texts.ts'
import { insertIssue, updateIssueText } from '../queries/issues.ts'
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

const recordIssue = (scope: Scope, issue: Issue): Promise<void> =>
  recordBeginning(scope, issueSubject(issue), {
    event: {
      step: 'submit',
      title: taskTitles.submitted,
      role: authorRole,
      to: 'submitted',
      public: true,
      channel: issue.channel,
    },
    next: nextOnIssue(scope, issue, 'submitted'),
    audit: {
      action: 'issue.submit',
      after: { receiptNumber: issue.receiptNumber, channel: issue.channel },
    },
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
  const id = newId()
  const problems = await keepIssueFiles(scope, id, draft.files)
  if (problems.length > 0) return refuse(problems)
  // The counter stays held until the end, and everybody who sends in an issue waits for it: it comes last.
  const issue = await insertIssue(scope, {
    ...textOf(draft, authorName),
    id,
    receiptNumber: await takeNumber(scope, '課題{fy}-{n}'),
    authorName,
    onBehalf: draft.onBehalf,
  })
  await Promise.all([
    recordIssue(scope, issue),
    mailAuthor(scope, city, { issue, kind: 'received' }),
  ])
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
