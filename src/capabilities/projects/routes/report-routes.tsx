import { addDays, tokyoDayOf } from '#kernel/calendar.ts'
import { formatDate } from '#kernel/date-text.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { NotificationBanner } from '#web/ui/index.ts'
import {
  type FieldProblem,
  type Filled,
  type FormVersion,
  findSheet,
  listSheetFiles,
  readForm,
  rowsAskedIn,
  summaryOf,
} from '../../forms/index.ts'
import { listEvents } from '../../procedures/index.ts'
import {
  acceptReport,
  extendCorrection,
  getYearForm,
  returnReport,
  saveReport,
  yearSheetKey,
} from '../actions/report.ts'
import type { Situation } from '../actions/step.ts'
import { dueDaysOf } from '../calendar.ts'
import { readCorrectionDay, readReason } from '../form.ts'
import { paths } from '../paths.ts'
import {
  canCheckReport,
  canExtendCorrection,
  canReport,
  isConcerned,
  readingOf,
} from '../policy.ts'
import { type Project, subjectOf } from '../project.ts'
import { correctionDays, sheetPurpose } from '../project-year.ts'
import { sentences } from '../sentences.ts'
import { CheckPage } from '../views/check-page.tsx'
import { SheetPage } from '../views/sheet-page.tsx'
import type { Refusal } from './agreement-routes.tsx'
import { crumbsOf, doneAt, findSituation, holdSituation, yearOf } from './request.ts'

type Comeback = {
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: Refusal
}

/** What the office asked to be mended, as it stands in the history. */
const askedFor = async ({ scope }: PageRequest, project: Project): Promise<string | null> => {
  if (yearOf(project).state !== 'returned') return null
  const events = await listEvents(scope, [subjectOf(project)], { publicOnly: false })
  return events.findLast(({ step }) => step === 'return')?.reason ?? null
}

const formPage = async (
  request: PageRequest,
  { project, call }: Situation,
  given: { readonly form: FormVersion; readonly filled: Filled; readonly status?: number },
): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  const year = yearOf(project)
  const asked = await askedFor(request, project)
  return page(
    request,
    {
      title: `${words.report}：${project.title}`,
      breadcrumb: crumbsOf(request, project, words.report),
      unlisted: true,
      done: words.done,
      ...(given.status ? { status: given.status, keep: true } : {}),
    },
    <SheetPage
      lang={language}
      city={city}
      now={scope.now}
      title={words.report}
      over={project.title}
      lead={words.reportLead}
      action={paths.report(city.slug, project.id)}
      formKey={newFormKey()}
      definition={given.form.definition}
      filled={given.filled}
      errors={summaryOf(given.filled.problems ?? [], language, given.form.definition)}
      dueOn={year.correctionDue ?? dueDaysOf(call, project.firstFiscalYear, year.fiscalYear).report}
      sendLabel={words.sendReport}
      before={
        asked && (
          <NotificationBanner lang={language} kind="info" heading={words.correctionAsked}>
            <p class="prose">{asked}</p>
          </NotificationBanner>
        )
      }
    />,
  )
}

const stageOf = ({ scope }: PageRequest, project: Project): 'check' | 'extend' | 'read' => {
  if (canCheckReport(scope.actor, project).ok) return 'check'
  return canExtendCorrection(scope.actor, project).ok ? 'extend' : 'read'
}

const checkPage = async (
  request: PageRequest,
  { project }: Situation,
  back?: Comeback,
): Promise<Answer> => {
  const { scope, city, language, form } = request
  const year = yearOf(project)
  const key = yearSheetKey(project, 'report', year.fiscalYear)
  const sheet = await findSheet(scope, key)
  const words = sentences[language]
  const stage = stageOf(request, project)
  const title = stage === 'read' ? words.report : words.checkTitle
  return page(
    request,
    {
      title: `${title}：${project.title}`,
      breadcrumb: crumbsOf(request, project, title),
      unlisted: true,
      done: words.done,
      ...(back ? { status: 422 } : {}),
    },
    <CheckPage
      lang={language}
      city={city}
      project={project}
      year={year}
      sheets={new Map(sheet ? [[sheetPurpose('report', year.fiscalYear), sheet]] : [])}
      files={await listSheetFiles(scope, key)}
      reader={readingOf(scope.actor, project)}
      stage={stage}
      suggestedDay={formatDate(addDays(tokyoDayOf(scope.now), correctionDays), language)}
      newKey={newFormKey}
      typed={back ? form : undefined}
      errors={summaryOf(back?.problems ?? [], language)}
      refusal={back?.refusal && words.refused[back.refusal]}
    />,
  )
}

/** The group writes it until it is handed in; afterwards everybody concerned reads it. */
const show = async (request: PageRequest): Promise<Answer> => {
  const { scope } = request
  const situation = await findSituation(request)
  const { project } = situation
  if (!isConcerned(scope.actor, project)) throw new NotFound('report')
  const key = yearSheetKey(project, 'report', yearOf(project).fiscalYear)
  if (!canReport(scope.actor, project).ok) return checkPage(request, situation)
  const sheet = await findSheet(scope, key)
  return formPage(request, situation, {
    form: await getYearForm(scope, situation, 'report'),
    filled: {
      answers: sheet?.answers ?? {},
      visibility: sheet?.visibility ?? {},
      files: await listSheetFiles(scope, key),
    },
  })
}

const save = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form: sent } = request
  const situation = await holdSituation(request)
  const { project } = situation
  allow(canReport(scope.actor, project))
  const form = await getYearForm(scope, situation, 'report')
  const reading = readForm(form.definition, sent, city)
  const send = sent.text('intent') === 'send'
  const saved = await saveReport(scope, city, {
    ...situation,
    sheet: { form, reading, sent, send },
  })
  if (!saved.ok) return checkPage(request, situation, { refusal: saved.error })
  if (saved.value.sent) return redirect(doneAt(paths.show(city.slug, project.id), 'reported'))
  const moreRows = rowsAskedIn(sent)
  if (!send && !moreRows)
    return redirect(doneAt(paths.report(city.slug, project.id), 'draft-saved'))
  const key = yearSheetKey(project, 'report', yearOf(project).fiscalYear)
  return formPage(request, situation, {
    form,
    filled: {
      answers: reading.answers,
      visibility: reading.visibility,
      problems: send ? saved.value.problems : [],
      files: await listSheetFiles(scope, key),
      ...(moreRows ? { moreRows } : {}),
    },
    status: 422,
  })
}

const showCheck = async (request: PageRequest): Promise<Answer> => {
  const situation = await findSituation(request)
  if (!isConcerned(request.scope.actor, situation.project)) throw new NotFound('report')
  return checkPage(request, situation)
}

const accept = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const situation = await holdSituation(request)
  allow(canCheckReport(scope.actor, situation.project))
  const accepted = await acceptReport(scope, city, situation)
  if (!accepted.ok) return checkPage(request, situation, { refusal: accepted.error })
  return redirect(doneAt(paths.show(city.slug, situation.project.id), 'accepted'))
}

const correct = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const situation = await holdSituation(request)
  const { project } = situation
  const extend = canExtendCorrection(scope.actor, project).ok
  if (!extend) allow(canCheckReport(scope.actor, project))
  const reason = readReason(form)
  const due = readCorrectionDay(form, scope.now)
  const problems = [...reason.problems, ...due.problems]
  if (problems.length > 0) return checkPage(request, situation, { problems })
  const given = { ...situation, reason: reason.value, due: due.value }
  const result = extend
    ? await extendCorrection(scope, city, given)
    : await returnReport(scope, city, given)
  if (!result.ok) return checkPage(request, situation, { refusal: result.error })
  return redirect(doneAt(paths.show(city.slug, project.id), extend ? 'extended' : 'returned'))
}

/** 実績報告: written by the group, accepted or sent back by the office. */
export const reportRoutes: readonly Route[] = [
  get('/:city/projects/:id/report', 'projects.show-report', ['person'], show),
  post('/:city/projects/:id/report', 'projects.save-report', ['person'], save),
  get('/:city/projects/:id/report/check', 'projects.check-report', ['person'], showCheck),
  post('/:city/projects/:id/report/check', 'projects.accept-report', ['office'], accept),
  post('/:city/projects/:id/report/correction', 'projects.return-report', ['office'], correct),
]
