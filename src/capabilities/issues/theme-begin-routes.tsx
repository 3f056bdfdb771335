import { allow } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldProblem } from '../forms/index.ts'
import { listCallsAhead } from '../programmes/index.ts'
import { beginTheme } from './actions/themes.ts'
import { type Issue, isPublicIssue } from './issue.ts'
import { themePaths } from './paths.ts'
import { canWriteThemeFor } from './policy.ts'
import { issueProblems } from './problem-texts.ts'
import { findIssue } from './queries/issues.ts'
import { departmentsOf } from './theme-routes.tsx'
import { themeSentences } from './theme-sentences.ts'
import { ThemeBeginPage } from './views/theme-begin.tsx'
import { themeWord } from './views/theme-list.tsx'

/** An issue a theme may start from: one that everyone can read. */
export const findSource = async (request: PageRequest, id: string): Promise<Issue | undefined> => {
  const issue = await findIssue(request.scope, id)
  return issue && isPublicIssue(issue) ? issue : undefined
}

const beginPage = async (
  request: PageRequest,
  asked: { readonly issue: string; readonly call: string; readonly department: string },
  problems?: readonly FieldProblem[],
): Promise<Answer> => {
  const { scope, city, language } = request
  const title = themeSentences[language].beginTitle
  return page(
    request,
    {
      title,
      breadcrumb: [
        { label: themeWord(city, language), href: themePaths.list(city.slug) },
        { label: title },
      ],
      unlisted: true,
      ...(problems ? { status: 422 } : {}),
    },
    <ThemeBeginPage
      lang={language}
      city={city}
      calls={await listCallsAhead(scope)}
      departments={departmentsOf(request)}
      issue={await findSource(request, asked.issue)}
      chosen={asked}
      problems={problems ?? []}
      formKey={newFormKey()}
    />,
  )
}

const showBegin = (request: PageRequest): Promise<Answer> =>
  beginPage(request, {
    issue: request.query.get('issue') ?? '',
    call: request.query.get('call') ?? '',
    department: '',
  })

const begin = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const asked = {
    issue: form.text('issue'),
    call: form.text('call'),
    department: form.text('department'),
  }
  const call = (await listCallsAhead(scope)).find(({ id }) => id === asked.call)
  const known = departmentsOf(request).includes(asked.department)
  const problems: FieldProblem[] = []
  if (!call) problems.push({ name: 'call', text: issueProblems.option })
  if (!known) problems.push({ name: 'department', text: issueProblems.option })
  if (!call || !known) return beginPage(request, asked, problems)
  allow(canWriteThemeFor(scope.actor, asked.department))
  const id = await beginTheme(scope, city, {
    department: asked.department,
    call,
    issue: await findSource(request, asked.issue),
  })
  return redirect(themePaths.edit(city.slug, id))
}

/** Where a department begins a theme, out of an issue or from nothing. */
export const themeBeginRoutes: readonly Route[] = [
  get('/:city/themes/new', 'issues.open-theme', ['department'], showBegin),
  post('/:city/themes', 'issues.begin-theme', ['department'], begin),
]
