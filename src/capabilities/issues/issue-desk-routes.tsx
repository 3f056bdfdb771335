import { allow } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { type Panel, panelsAt } from '#web/capability.ts'
import { type PageRequest, post, type Route } from '#web/route.ts'
import { stepIssue, type TakenStep } from './actions/issue-steps.ts'
import { type FieldProblem, readAnswer, readDepartment, readReason } from './form.ts'
import type { Issue, IssueStep } from './issue.ts'
import { issuePage } from './issue-routes.tsx'
import { issuePaths } from './paths.ts'
import { canTakeIssueStep } from './policy.ts'
import { issueProblems } from './problem-texts.ts'
import { getIssue } from './queries/issues.ts'
import type { Comeback } from './views/issue-actions.tsx'

type Handle = (request: PageRequest) => Promise<Answer>
type Desk = { readonly panels: readonly Panel[] }

const getFor = async (request: PageRequest, step: IssueStep): Promise<Issue> => {
  const issue = await getIssue(request.scope, request.params.id ?? '')
  allow(canTakeIssueStep(request.scope.actor, issue, step))
  return issue
}

const comeBack = (
  request: PageRequest,
  { panels }: Desk,
  back: { readonly form: Comeback; readonly problems: readonly FieldProblem[] },
): Promise<Answer> => issuePage(request, panels, back)

const take = async (
  request: PageRequest,
  { panels }: Desk,
  taken: TakenStep & { readonly done: string },
): Promise<Answer> => {
  const { scope, city } = request
  const result = await stepIssue(scope, city, taken)
  if (!result.ok) return issuePage(request, panels, { refusal: result.error })
  return redirect(`${issuePaths.issue(city.slug, taken.issue.id)}?done=${taken.done}`)
}

/** Steps that need nothing but a reason. */
const withReason =
  (desk: Desk, name: 'return' | 'decline' | 'unpublish', done: string): Handle =>
  async (request) => {
    const issue = await getFor(request, name)
    const { reason, problems } = readReason(request.form)
    if (problems.length > 0) return comeBack(request, desk, { form: name, problems })
    return take(request, desk, { issue, name, reason, done })
  }

const publish =
  (desk: Desk): Handle =>
  async (request) => {
    const issue = await getFor(request, 'publish')
    const { department, problems } = readDepartment(request.form, request.city)
    if (problems.length > 0) return comeBack(request, desk, { form: 'publish', problems })
    return take(request, desk, {
      issue,
      name: 'publish',
      change: { department },
      done: 'published',
    })
  }

const assign =
  (desk: Desk): Handle =>
  async (request) => {
    const issue = await getFor(request, 'assign')
    const { department, problems } = readDepartment(request.form, request.city)
    const missing =
      department === null ? [{ name: 'department', text: issueProblems.department }] : []
    if (missing.length > 0)
      return comeBack(request, desk, {
        form: 'assign',
        problems: [...problems, ...missing].slice(0, 1),
      })
    return take(request, desk, { issue, name: 'assign', change: { department }, done: 'assigned' })
  }

const answer =
  (desk: Desk): Handle =>
  async (request) => {
    const read = readAnswer(request.form)
    const name = read.closes ? 'close' : 'answer'
    const issue = await getFor(request, name)
    if (read.problems.length > 0)
      return comeBack(request, desk, { form: 'answer', problems: read.problems })
    const change = { cityAnswer: read.answer }
    return take(request, desk, { issue, name, change, done: read.closes ? 'closed' : 'answered' })
  }

const withdraw =
  (desk: Desk): Handle =>
  async (request) => {
    const issue = await getFor(request, 'withdraw')
    return take(request, desk, { issue, name: 'withdraw', done: 'withdrawn' })
  }

/** What the centre, the office, the department and the author decide about one issue. */
export const issueDeskRoutes = (all: readonly Panel[]): readonly Route[] => {
  const desk: Desk = { panels: panelsAt(all, 'issue') }
  const returning = withReason(desk, 'return', 'returned')
  const declining = withReason(desk, 'decline', 'declined')
  const takingOff = withReason(desk, 'unpublish', 'unpublished')
  return [
    post('/:city/issues/:id/publication', 'issues.publish', ['centre', 'office'], publish(desk)),
    post('/:city/issues/:id/correction', 'issues.return', ['centre', 'office'], returning),
    post('/:city/issues/:id/refusal', 'issues.decline', ['centre', 'office'], declining),
    post('/:city/issues/:id/takedown', 'issues.unpublish', ['centre', 'office'], takingOff),
    post('/:city/issues/:id/department', 'issues.assign', ['centre', 'office'], assign(desk)),
    post('/:city/issues/:id/answer', 'issues.answer', ['department', 'office'], answer(desk)),
    post('/:city/issues/:id/withdrawal', 'issues.withdraw', ['person'], withdraw(desk)),
  ]
}
