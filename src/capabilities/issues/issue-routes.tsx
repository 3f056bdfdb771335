import { isStaff } from '#kernel/actor.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Answer } from '#web/answer.ts'
import { type Panel, panelsAt, renderPanels } from '#web/capability.ts'
import { newFormKey, page } from '#web/page.tsx'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { listEvents, listFiles, listMessages, listTasksOf } from '../procedures/index.ts'
import type { FieldProblem } from './form.ts'
import { type Issue, issueKind } from './issue.ts'
import { pageSize, readIssueFilter } from './listing.ts'
import { issuePaths } from './paths.ts'
import { canSeeIssue, isAuthor, isConcerned, issueSteps } from './policy.ts'
import { refusals } from './problem-texts.ts'
import { countIssues, listIssues } from './queries/issue-list.ts'
import { getIssueWithThemes } from './queries/issues.ts'
import { sentences } from './sentences.ts'
import type { Comeback } from './views/issue-actions.tsx'
import { IssueListPage } from './views/issue-list.tsx'
import { type Concern, IssuePage } from './views/issue-page.tsx'

const showList = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const filter = readIssueFilter(request.query)
  const issues = await listIssues(scope, filter)
  const whole = filter.page === 1 && issues.length < pageSize
  const total = whole ? issues.length : await countIssues(scope, filter)
  const words = sentences[language]
  return page(
    request,
    {
      title: words.title,
      width: 'wide',
      breadcrumb: [{ label: words.title }],
      description: words.listLead(city.centre[language]),
    },
    <IssueListPage lang={language} city={city} issues={issues} total={total} filter={filter} />,
  )
}

const concernOf = async (request: PageRequest, issue: Issue): Promise<Concern | undefined> => {
  const { scope, person } = request
  if (!person || !isConcerned(person, issue)) return undefined
  const subject = { kind: issueKind, id: issue.id }
  return {
    person,
    steps: issueSteps(person, issue),
    isAuthor: isAuthor(person, issue),
    isStaff: isStaff(person) && person.accountId !== issue.authorAccount,
    tasks: await listTasksOf(scope, subject),
    messages: await listMessages(scope, subject),
  }
}

/** Why an issue's page is shown again instead of going on. */
export type IssueComeback = {
  readonly form?: Comeback
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: keyof typeof refusals
}

/** The page of an issue, for whoever asks; with what is to be mended when a form came back. */
export const issuePage = async (
  request: PageRequest,
  panels: readonly Panel[],
  back?: IssueComeback,
): Promise<Answer> => {
  const { scope, city, language, person } = request
  const { issue, themes } = await getIssueWithThemes(scope, request.params.id ?? '')
  if (!canSeeIssue(scope.actor, issue)) throw new NotFound('issue')
  const subject = { kind: issueKind, id: issue.id }
  const concern = await concernOf(request, issue)
  const words = sentences[language]
  return page(
    request,
    {
      title: issue.title,
      breadcrumb: [
        { label: words.title, href: issuePaths.list(city.slug) },
        { label: issue.title },
      ],
      description: issue.body.slice(0, 120),
      unlisted: issue.publishedAt === null,
      done: words.done,
      ...(back ? { status: 422 } : {}),
    },
    <IssuePage
      lang={language}
      city={city}
      now={scope.now}
      issue={issue}
      themes={themes}
      files={await listFiles(scope, subject)}
      events={await listEvents(scope, [subject], { publicOnly: !concern })}
      panels={await renderPanels(panels, request, subject)}
      formKey={newFormKey}
      mayWriteTheme={(person?.trusted && person.departments.length > 0) ?? false}
      concern={concern}
      comeback={back?.form}
      typed={back ? request.form : undefined}
      problems={back?.problems}
      refusal={back?.refusal && refusals[back.refusal][language]}
    />,
  )
}

/** What everyone may look at. */
export const issueReadingRoutes = (panels: readonly Panel[]): readonly Route[] => [
  getKept('/:city/issues', 'issues.list', showList),
  getKept('/:city/issues/:id', 'issues.show', (request) =>
    issuePage(request, panelsAt(panels, 'issue')),
  ),
]
