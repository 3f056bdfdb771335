import { hasRole, isStaff } from '#kernel/actor.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { type Panel, panelsAt, renderPanels } from '#web/capability.ts'
import { newFormKey, page } from '#web/page.tsx'
import { getKept, type PageRequest, post, type Route } from '#web/route.ts'
import { fieldsOf, findSheet, listSheetFiles, type Sheet } from '../forms/index.ts'
import { listEvents, listTasksOf } from '../procedures/index.ts'
import { closeTheme } from './actions/themes.ts'
import { type FieldProblem, readReason } from './form.ts'
import { pageSize, readThemeFilter } from './listing.ts'
import { themePaths } from './paths.ts'
import { canEditTheme, canSeeTheme, canTakeThemeStep, themeRoles } from './policy.ts'
import { refusals } from './problem-texts.ts'
import { countThemes, getTheme, listDrafts, listThemes } from './queries/themes.ts'
import { type Theme, themeKind, themeSheet } from './theme.ts'
import { themeSentences } from './theme-sentences.ts'
import { ThemeListPage, themeWord } from './views/theme-list.tsx'
import { ThemePage } from './views/theme-page.tsx'

/** Departments for which the person writes themes. */
export const departmentsOf = ({ person }: PageRequest): readonly string[] =>
  person && hasRole(person, 'department') ? person.departments : []

const showList = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const filter = readThemeFilter(request.query)
  const themes = await listThemes(scope, filter)
  const whole = filter.page === 1 && themes.length < pageSize
  const total = whole ? themes.length : await countThemes(scope, filter)
  const own = departmentsOf(request)
  const title = themeWord(city, language)
  return page(
    request,
    {
      title,
      width: 'wide',
      breadcrumb: [{ label: title }],
      description: themeSentences[language].listLead,
    },
    <ThemeListPage
      lang={language}
      city={city}
      now={scope.now}
      themes={themes}
      total={total}
      filter={filter}
      drafts={own.length > 0 ? await listDrafts(scope, own) : undefined}
    />,
  )
}

const concernOf = async ({ scope, person }: PageRequest, theme: Theme) => {
  if (!person || themeRoles(person, theme).length === 0) return undefined
  return { person, tasks: await listTasksOf(scope, { kind: themeKind, id: theme.id }) }
}

/** Files are looked for only where the form asks for some. */
const filesOf = async ({ scope }: PageRequest, theme: Theme, sheet: Sheet | undefined) => {
  const asks = sheet && fieldsOf(sheet.definition).some(({ kind }) => kind === 'file')
  return asks ? listSheetFiles(scope, themeSheet(theme.id)) : new Map()
}

type ThemeComeback = {
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: keyof typeof refusals
}

const themePage = async (
  request: PageRequest,
  panels: readonly Panel[],
  back?: ThemeComeback,
): Promise<Answer> => {
  const { scope, city, language } = request
  const theme = await getTheme(scope, request.params.id ?? '')
  if (!canSeeTheme(scope.actor, theme)) throw new NotFound('theme')
  const subject = { kind: themeKind, id: theme.id }
  const sheet = await findSheet(scope, themeSheet(theme.id))
  const concern = await concernOf(request, theme)
  return page(
    request,
    {
      title: theme.title,
      breadcrumb: [
        { label: themeWord(city, language), href: themePaths.list(city.slug) },
        { label: theme.title },
      ],
      description: theme.summary,
      unlisted: theme.state === 'draft',
      done: themeSentences[language].done,
      ...(back ? { status: 422 } : {}),
    },
    <ThemePage
      lang={language}
      city={city}
      now={scope.now}
      theme={theme}
      sheet={sheet}
      files={await filesOf(request, theme, sheet)}
      events={await listEvents(scope, [subject], { publicOnly: !concern })}
      panels={await renderPanels(panels, request, subject)}
      reader={concern ? 'staff' : isStaff(scope.actor) ? 'parties' : 'public'}
      formKey={newFormKey}
      mayEdit={canEditTheme(scope.actor, theme).ok}
      mayClose={canTakeThemeStep(scope.actor, theme, 'close').ok}
      concern={concern}
      signedIn={request.person !== undefined}
      typedReason={back ? request.form.text('reason') : undefined}
      problems={back?.problems}
      refusal={back?.refusal && refusals[back.refusal][language]}
    />,
  )
}

const close =
  (panels: readonly Panel[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city } = request
    const theme = await getTheme(scope, request.params.id ?? '')
    allow(canTakeThemeStep(scope.actor, theme, 'close'))
    const { reason, problems } = readReason(request.form)
    if (problems.length > 0) return themePage(request, panels, { problems })
    const result = await closeTheme(scope, { theme, reason })
    if (!result.ok) return themePage(request, panels, { refusal: result.error })
    return redirect(`${themePaths.theme(city.slug, theme.id)}?done=closed`)
  }

/** What everyone may look at, and how a theme ends. */
export const themeReadingRoutes = (all: readonly Panel[]): readonly Route[] => {
  const panels = panelsAt(all, 'theme')
  return [
    getKept('/:city/themes', 'issues.list-themes', showList),
    getKept('/:city/themes/:id', 'issues.show-theme', (request) => themePage(request, panels)),
    post(
      '/:city/themes/:id/closing',
      'issues.close-theme',
      ['department', 'office'],
      close(panels),
    ),
  ]
}
