import { colon } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { formatDate } from '#kernel/date-text.ts'
import { dueAfter } from '#kernel/deadline.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { type FieldProblem, findSheet, listSheetFiles, summaryOf } from '../../forms/index.ts'
import { comesEarly, loadReportDraft } from '../actions/before-report.ts'
import {
  acceptReport,
  extendCorrection,
  returnReport,
  saveReport,
  yearSheetKey,
} from '../actions/report.ts'
import type { Situation } from '../actions/step.ts'
import { dueDaysOf } from '../calendar.ts'
import { earlyReasonField, readCorrectionDay, readReason } from '../form.ts'
import { paths } from '../paths.ts'
import {
  canCheckReport,
  canExtendCorrection,
  canReport,
  isConcerned,
  readingOf,
} from '../policy.ts'
import type { Project } from '../project.ts'
import { correctionDays, sheetPurpose } from '../project-year.ts'
import { sentences } from '../sentences.ts'
import { CheckPage } from '../views/check-page.tsx'
import type { Refusal } from './agreement-routes.tsx'
import { type Confirmation, sendYearSheet, showLastLook } from './last-look.tsx'
import { frameFor } from './report-frame.tsx'
import { crumbsOf, doneAt, findSituation, holdSituation, yearOf } from './request.ts'
import { saveYearSheet, showYearSheet } from './year-sheet.tsx'

type Comeback = {
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: Refusal
}

const stageOf = ({ scope }: PageRequest, project: Project): 'check' | 'extend' | 'read' => {
  if (canCheckReport(scope.actor, project).ok) return 'check'
  return canExtendCorrection(scope.actor, project).ok ? 'extend' : 'read'
}

const checkPage = async (
  request: PageRequest,
  situation: Situation,
  back?: Comeback,
): Promise<Answer> => {
  const { scope, city, language, form } = request
  const { project, call } = situation
  const year = yearOf(project)
  const due = dueDaysOf(call, project.firstFiscalYear, year.fiscalYear)
  const key = yearSheetKey(project, 'report', year.fiscalYear)
  const sheet = await findSheet(scope, key)
  const words = sentences[language]
  const stage = stageOf(request, project)
  const title = stage === 'read' ? words.report : words.checkTitle
  return page(
    request,
    {
      title: `${title}${colon[request.language]}${project.title}`,
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
      dueOn={due.report}
      earlyUntil={comesEarly(scope, situation) ? due.reportFrom : undefined}
      suggestedDay={formatDate(dueAfter(tokyoDayOf(scope.now), correctionDays), language)}
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
  if (!canReport(scope.actor, project).ok) return checkPage(request, situation)
  return showYearSheet(request, situation, {
    kind: 'report',
    frameFor: frameFor(request, situation),
    firstAnswers: ({ definition }) => loadReportDraft(scope, project, definition),
  })
}

const save = async (request: PageRequest): Promise<Answer> => {
  const situation = await holdSituation(request)
  allow(canReport(request.scope.actor, situation.project))
  return saveYearSheet(request, situation, {
    kind: 'report',
    frameFor: frameFor(request, situation),
  })
}

const confirmationOf = (request: PageRequest, situation: Situation): Confirmation => {
  const { scope, city } = request
  return {
    kind: 'report',
    frameFor: frameFor(request, situation),
    done: 'reported',
    send: (sheet) => saveReport(scope, city, { ...situation, sheet }),
    refused: (refusal) => checkPage(request, situation, { refusal }),
  }
}

const showConfirmation = async (request: PageRequest): Promise<Answer> => {
  const situation = await findSituation(request)
  if (!isConcerned(request.scope.actor, situation.project)) throw new NotFound('report')
  const may = canReport(request.scope.actor, situation.project).ok
  return showLastLook(request, situation, { ...confirmationOf(request, situation), may })
}

const send = async (request: PageRequest): Promise<Answer> => {
  const situation = await holdSituation(request)
  allow(canReport(request.scope.actor, situation.project))
  return sendYearSheet(request, situation, confirmationOf(request, situation))
}

const showCheck = async (request: PageRequest): Promise<Answer> => {
  const situation = await findSituation(request)
  if (!isConcerned(request.scope.actor, situation.project)) throw new NotFound('report')
  return checkPage(request, situation)
}

const accept = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const form = { text: () => request.form.text(earlyReasonField) }
  const situation = await holdSituation(request)
  allow(canCheckReport(scope.actor, situation.project))
  const reason = readReason(form)
  if (comesEarly(scope, situation) && reason.problems.length > 0)
    return checkPage(request, situation, {
      problems: reason.problems.map((one) => ({ ...one, name: earlyReasonField })),
    })
  const accepted = await acceptReport(scope, city, {
    ...situation,
    reason: reason.value || undefined,
  })
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
  get(
    '/:city/projects/:id/report/confirmation',
    'projects.confirm-report',
    ['person'],
    showConfirmation,
  ),
  post('/:city/projects/:id/report/confirmation', 'projects.send-report', ['person'], send),
  get('/:city/projects/:id/report/check', 'projects.check-report', ['person'], showCheck),
  post('/:city/projects/:id/report/check', 'projects.accept-report', ['office'], accept),
  post('/:city/projects/:id/report/correction', 'projects.return-report', ['office'], correct),
]
