import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import type { FormBody } from '#web/form-data.ts'
import {
  type Answers,
  type Clash,
  type FieldProblem,
  type FormVersion,
  readShared,
  saveSheet,
} from '../../forms/index.ts'
import {
  insertEvent,
  insertTask,
  renameTasks,
  roleCodeOf,
  takeStep,
} from '../../procedures/index.ts'
import { type Call, deadlineOfStep } from '../../programmes/index.ts'
import { type Issue, issueSubject } from '../issue.ts'
import { themePaths } from '../paths.ts'
import { themeRoles } from '../policy.ts'
import { taskTitles, themeFromIssue } from '../problem-texts.ts'
import { getTheme, insertTheme, moveTheme, updateThemeHead } from '../queries/themes.ts'
import {
  checkCap,
  headOfAnswers,
  type Theme,
  type ThemeStep,
  themeSheet,
  themeSubject,
  themeWorkflow,
  untitled,
} from '../theme.ts'
import { publishTheme as publishEntryOf } from './theme-entry.ts'

/** Themes are due when the call's window for them ends; one that comes later, when the call does. */
const writingDueOn = (call: Call, today: PlainDate): PlainDate => {
  const due = deadlineOfStep(call, 'themes')
  return due && due >= today ? due : call.closesOn
}

/** Begins a department's theme for a call, out of an issue or from nothing. @returns its id */
export const beginTheme = async (
  scope: Scope,
  city: City,
  begun: { readonly department: string; readonly call: Call; readonly issue?: Issue | undefined },
): Promise<string> => {
  const { department, call, issue } = begun
  const title = issue?.title ?? untitled
  const id = await insertTheme(scope, {
    department,
    callId: call.id,
    issueId: issue?.id ?? null,
    title,
  })
  const subject = themeSubject({ id, title })
  await insertEvent(scope, subject, {
    step: 'begin',
    title: taskTitles.themeBegun,
    role: roleCodeOf(scope.actor),
    to: 'draft',
  })
  await insertTask(scope, subject, {
    step: 'publish',
    title: taskTitles.writeTheme,
    assignee: { role: 'department', department },
    url: themePaths.edit(city.slug, id),
    dueOn: writingDueOn(call, tokyoDayOf(scope.now)),
  })
  await audit(scope, {
    action: 'theme.begin',
    subjectKind: 'theme',
    subjectId: id,
    after: { department, callId: call.id, issueId: issue?.id ?? null },
  })
  return id
}

/** A theme with the form it is written in and what was sent. */
export type ThemeSent = {
  readonly theme: Theme
  readonly call: Call
  readonly form: FormVersion
  readonly sent: FormBody
}

type Saved = { readonly answers: Answers; readonly problems: readonly FieldProblem[] }

const save = async (
  scope: Scope,
  city: City,
  { theme, call, sent }: ThemeSent,
): Promise<Result<Saved, Clash>> => {
  const key = themeSheet(theme.id)
  const read = await readShared(scope, city, { key, formCode: call.definition.forms.theme, sent })
  if (!read.ok) return read
  const { form, reading: shared } = read.value
  const reading = {
    ...shared,
    problems: [...shared.problems, ...checkCap(shared.answers, call.definition)],
  }
  const send = sent.text('intent') === 'send'
  const saved = await saveSheet(scope, key, { form, reading, sent, send })
  const head = headOfAnswers(reading.answers)
  await updateThemeHead(scope, theme.id, head)
  await renameTasks(scope, themeSubject({ id: theme.id, title: head.title }))
  return ok({ answers: reading.answers, problems: saved.problems })
}

/** Keeps a draft as it was typed. @returns what would keep it from being published */
export const saveThemeDraft = async (
  scope: Scope,
  city: City,
  given: ThemeSent,
): Promise<Result<readonly FieldProblem[], Clash>> => {
  const saved = await save(scope, city, given)
  return saved.ok ? ok(saved.value.problems) : saved
}

/** Why a step with a theme was refused. */
export type ThemeStepProblem = TransitionProblem

/** Why a theme was not published or changed: what to mend, a step not to be taken, another's words. */
export type ThemeRefusal = readonly FieldProblem[] | ThemeStepProblem | Clash

const step = async (
  scope: Scope,
  taken: {
    readonly theme: Theme
    readonly name: ThemeStep
    readonly reason?: string | undefined
  },
): Promise<Result<Theme, ThemeStepProblem>> => {
  const { theme, name, reason } = taken
  const done = await takeStep(scope, themeWorkflow, {
    subject: themeSubject(theme),
    state: theme.state,
    name,
    roles: themeRoles(scope.actor, theme),
    role: roleCodeOf(scope.actor),
    reason,
    public: true,
    next: () => [],
  })
  if (!done.ok) return done
  if (!(await moveTheme(scope, theme, done.value))) return refuse('not-from-here')
  const after = await getTheme(scope, theme.id)
  await publishEntryOf(scope, after)
  await scope.outside.announce(scope, {
    name: `theme.${name === 'publish' ? 'published' : name === 'revise' ? 'revised' : 'closed'}`,
    subjectKind: 'theme',
    subjectId: theme.id,
  })
  return ok(after)
}

const tellIssue = async (scope: Scope, theme: Theme): Promise<void> => {
  if (!theme.issue) return
  const subject = issueSubject({ id: theme.issue.id, title: theme.issue.title ?? theme.title })
  await insertEvent(scope, subject, {
    step: 'theme',
    title: themeFromIssue(theme.title),
    role: roleCodeOf(scope.actor),
    public: true,
  })
}

/**
 * Publishes a theme when nothing is missing; what was typed is saved in any case. Outside the days of the
 * call's own calendar it takes a reason, which everyone reads in the history.
 */
export const publishTheme = async (
  scope: Scope,
  city: City,
  given: ThemeSent & { readonly reason?: string | undefined },
): Promise<Result<Theme, ThemeRefusal>> => {
  const saved = await save(scope, city, given)
  if (!saved.ok) return saved
  const { answers, problems } = saved.value
  if (problems.length > 0) return refuse(problems)
  const theme = { ...given.theme, ...headOfAnswers(answers) }
  const done = await step(scope, { theme, name: 'publish', reason: given.reason })
  if (done.ok) await tellIssue(scope, done.value)
  return done
}

/** Changes a public theme, with the reason for everyone to read. Nothing is kept of a change that is not complete. */
export const reviseTheme = async (
  scope: Scope,
  city: City,
  given: ThemeSent & { readonly reason: string },
): Promise<Result<Theme, ThemeRefusal>> => {
  const saved = await save(scope, city, given)
  if (!saved.ok) return saved
  const { answers, problems } = saved.value
  if (problems.length > 0) return refuse(problems)
  const theme = { ...given.theme, ...headOfAnswers(answers) }
  return step(scope, { theme, name: 'revise', reason: given.reason })
}

/** Ends a theme; it stays readable. */
export const closeTheme = (
  scope: Scope,
  given: { readonly theme: Theme; readonly reason: string },
): Promise<Result<Theme, ThemeStepProblem>> => step(scope, { ...given, name: 'close' })
