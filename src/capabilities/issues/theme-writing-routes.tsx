import { colon } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { allow } from '#kernel/refusals.ts'
import type { Result } from '#kernel/result.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import {
  type Clash,
  clashProblems,
  emptySheet,
  type FieldProblem,
  type Filled,
  type FormVersion,
  findSheet,
  getFormFor,
  listSheetFiles,
  readForm,
  rowsAskedIn,
} from '../forms/index.ts'
import {
  type CalendarStep,
  type Call,
  findStep,
  getCall,
  stepStateOn,
} from '../programmes/index.ts'
import {
  publishTheme,
  reviseTheme,
  saveThemeDraft,
  type ThemeRefusal,
  type ThemeSent,
  type ThemeStepProblem,
} from './actions/themes.ts'
import { readReason } from './form.ts'
import { themePaths } from './paths.ts'
import { canEditTheme } from './policy.ts'
import { refusals } from './problem-texts.ts'
import { getTheme, lockTheme } from './queries/themes.ts'
import { type Theme, themeSheet } from './theme.ts'
import { findSource } from './theme-begin-routes.tsx'
import { themeSentences } from './theme-sentences.ts'
import { ThemeFormPage } from './views/theme-form.tsx'
import { themeWord } from './views/theme-list.tsx'

type Editing = { readonly theme: Theme; readonly call: Call; readonly form: FormVersion }

const getEditing = async (
  request: PageRequest,
  find: typeof getTheme = getTheme,
): Promise<Editing> => {
  const { scope } = request
  const theme = await find(scope, request.params.id ?? '')
  allow(canEditTheme(scope.actor, theme))
  const call = await getCall(scope, theme.call?.id ?? '')
  const code = call.definition.forms.theme
  return { theme, call, form: await getFormFor(scope, themeSheet(theme.id), code) }
}

/** The days on which the call's own calendar has themes published, where today is none of them. */
const outsideCalendar = ({ calendar }: Call, now: Date): CalendarStep | undefined => {
  const days = findStep(calendar, 'themes')
  return days && stepStateOn(days, tokyoDayOf(now)) !== 'now' ? days : undefined
}

const formPage = async (
  request: PageRequest,
  editing: Editing,
  shown: {
    readonly filled: Filled
    readonly status?: number
    readonly keep?: boolean
    readonly refusal?: ThemeStepProblem
    readonly clash?: Clash
  },
): Promise<Answer> => {
  const { scope, city, language } = request
  const { theme, form } = editing
  const { refusal } = shown
  const title = form.definition.title[language]
  return page(
    request,
    {
      title: `${title}${colon[language]}${theme.title}`,
      breadcrumb: [
        { label: themeWord(city, language), href: themePaths.list(city.slug) },
        { label: theme.title, href: themePaths.theme(city.slug, theme.id) },
        { label: title },
      ],
      unlisted: true,
      done: themeSentences[language].done,
      ...(shown.status ? { status: shown.status } : {}),
      ...(shown.keep ? { keep: true } : {}),
    },
    <ThemeFormPage
      lang={language}
      city={city}
      theme={theme}
      form={form}
      filled={shown.filled}
      stored={(await findSheet(scope, themeSheet(theme.id))) ?? emptySheet}
      clash={shown.clash}
      outside={theme.state === 'draft' ? outsideCalendar(editing.call, scope.now) : undefined}
      typedReason={request.form.text('reason')}
      formKey={newFormKey()}
      refusal={refusal && refusals[refusal][language]}
    />,
  )
}

/** What a draft begins with: what the issue it came from says, where the form has room for it. */
const startingAnswers = async (request: PageRequest, theme: Theme): Promise<Filled> => {
  const issue = theme.issue ? await findSource(request, theme.issue.id) : undefined
  return { answers: issue ? { title: issue.title, background: issue.body } : {} }
}

const showEdit = async (request: PageRequest): Promise<Answer> => {
  const editing = await getEditing(request)
  const key = themeSheet(editing.theme.id)
  const sheet = await findSheet(request.scope, key)
  const filled = sheet
    ? { ...sheet, files: await listSheetFiles(request.scope, key) }
    : await startingAnswers(request, editing.theme)
  return formPage(request, editing, { filled })
}

const typed = async (
  request: PageRequest,
  { theme, form }: Editing,
  problems: readonly FieldProblem[],
): Promise<Filled> => {
  const { answers, visibility } = readForm(form.definition, request.form, request.city)
  const files = await listSheetFiles(request.scope, themeSheet(theme.id))
  const moreRows = rowsAskedIn(request.form)
  return { answers, visibility, problems, files, ...(moreRows ? { moreRows } : {}) }
}

const isClash = (refusal: ThemeRefusal): refusal is Clash =>
  typeof refusal !== 'string' && 'conflicts' in refusal

/** The two texts, side by side: nothing was saved, nothing is lost. */
const clashPage = async (request: PageRequest, editing: Editing, clash: Clash): Promise<Answer> => {
  const { answers, visibility } = clash.reading
  const files = await listSheetFiles(request.scope, themeSheet(editing.theme.id))
  const filled = { answers, visibility, problems: clashProblems(clash), files }
  return formPage(request, editing, { filled, status: 422, clash })
}

const answerSent = async (
  request: PageRequest,
  editing: Editing,
  sent: {
    readonly result: Result<Theme, ThemeRefusal>
    readonly done: string
    /** A draft keeps what was typed; a public theme changes as a whole or not at all. */
    readonly keep: boolean
  },
): Promise<Answer> => {
  const { result, done, keep } = sent
  if (result.ok)
    return redirect(`${themePaths.theme(request.city.slug, editing.theme.id)}?done=${done}`)
  if (isClash(result.error)) return clashPage(request, editing, result.error)
  if (typeof result.error !== 'string') {
    const filled = await typed(request, editing, result.error)
    return formPage(request, editing, { filled, status: 422, keep })
  }
  const filled = await typed(request, editing, [])
  return formPage(request, editing, { filled, status: 422, refusal: result.error })
}

const saveDraft = async (request: PageRequest, given: ThemeSent): Promise<Answer> => {
  const { scope, city } = request
  const saved = await saveThemeDraft(scope, city, given)
  if (!saved.ok) return clashPage(request, given, saved.error)
  const more = rowsAskedIn(request.form)
  if (!more) return redirect(`${themePaths.theme(city.slug, given.theme.id)}?done=saved`)
  const key = themeSheet(given.theme.id)
  const { answers = {}, visibility = {} } = (await findSheet(scope, key)) ?? {}
  const files = await listSheetFiles(scope, key)
  return formPage(request, given, { filled: { answers, visibility, files, moreRows: more } })
}

const revise = async (request: PageRequest, given: ThemeSent): Promise<Answer> => {
  const { scope, city } = request
  const { reason, problems } = readReason(request.form)
  const read = readForm(given.form.definition, request.form, city)
  if (problems.length > 0) {
    const filled = await typed(request, given, [...read.problems, ...problems])
    return formPage(request, given, { filled, status: 422 })
  }
  const result = await reviseTheme(scope, city, { ...given, reason })
  return answerSent(request, given, { result, done: 'revised', keep: false })
}

const edit = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form: sent } = request
  const given: ThemeSent = { ...(await getEditing(request, lockTheme)), sent }
  if (given.theme.state === 'published') return revise(request, given)
  if (sent.text('intent') !== 'send') return saveDraft(request, given)
  const late = outsideCalendar(given.call, scope.now)
  const { reason, problems } = readReason(sent)
  if (late && problems.length > 0) {
    await saveThemeDraft(scope, city, given)
    const read = readForm(given.form.definition, sent, city)
    const filled = await typed(request, given, [...read.problems, ...problems])
    return formPage(request, given, { filled, status: 422, keep: true })
  }
  const result = await publishTheme(scope, city, { ...given, ...(late ? { reason } : {}) })
  return answerSent(request, given, { result, done: 'published', keep: true })
}

/** What departments do with their own themes before everyone can read them, and to mend them afterwards. */
export const themeWritingRoutes: readonly Route[] = [
  get('/:city/themes/:id/edit', 'issues.edit-theme', ['department'], showEdit),
  post('/:city/themes/:id/edit', 'issues.save-theme', ['department'], edit),
]
