import { colon } from '#kernel/bilingual.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { type FieldProblem, findSheet, listSheetFiles, summaryOf } from '../../forms/index.ts'
import { answerInterim, saveInterim, yearSheetKey } from '../actions/report.ts'
import type { Situation } from '../actions/step.ts'
import { dueDaysFor, isInterimSpared } from '../calendar.ts'
import { readAnswer } from '../form.ts'
import { paths } from '../paths.ts'
import { canAnswerReview, canReview, isConcerned, readingOf } from '../policy.ts'
import { sheetPurpose } from '../project-year.ts'
import { sentences } from '../sentences.ts'
import { InterimPage } from '../views/interim-page.tsx'
import type { Refusal } from './agreement-routes.tsx'
import { type Confirmation, sendYearSheet, showLastLook } from './last-look.tsx'
import { crumbsOf, doneAt, findSituation, holdSituation, yearOf } from './request.ts'
import { type SheetFrame, saveYearSheet, showYearSheet } from './year-sheet.tsx'

type Comeback = {
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: Refusal
}

const frameFor =
  ({ language }: PageRequest, { project, call }: Situation) =>
  (): SheetFrame => {
    const words = sentences[language]
    const { fiscalYear } = yearOf(project)
    return {
      title: words.interimTitle,
      lead: isInterimSpared(call, project, fiscalYear) ? words.interimSpared : words.interimLead,
      sendLabel: words.sendInterim,
      dueOn: dueDaysFor(call, project, fiscalYear).interim,
    }
  }

const readPage = async (
  request: PageRequest,
  { project }: Situation,
  back?: Comeback,
): Promise<Answer> => {
  const { scope, city, language, form } = request
  const year = yearOf(project)
  const key = yearSheetKey(project, 'interim', year.fiscalYear)
  const sheet = await findSheet(scope, key)
  const words = sentences[language]
  return page(
    request,
    {
      title: `${words.interimTitle}${colon[request.language]}${project.title}`,
      breadcrumb: crumbsOf(request, project, words.interimTitle),
      unlisted: true,
      done: words.done,
      ...(back ? { status: 422 } : {}),
    },
    <InterimPage
      lang={language}
      city={city}
      project={project}
      year={year}
      sheets={new Map(sheet ? [[sheetPurpose('interim', year.fiscalYear), sheet]] : [])}
      files={await listSheetFiles(scope, key)}
      reader={readingOf(scope.actor, project)}
      mayAnswer={canAnswerReview(scope.actor, project).ok}
      formKey={newFormKey()}
      typed={back ? form.text('answer') : undefined}
      errors={summaryOf(back?.problems ?? [], language)}
      refusal={back?.refusal && words.refused[back.refusal]}
    />,
  )
}

/** The group writes it until it is sent; afterwards everybody concerned reads it. */
const show = async (request: PageRequest): Promise<Answer> => {
  const { scope } = request
  const situation = await findSituation(request)
  const { project } = situation
  if (!isConcerned(scope.actor, project)) throw new NotFound('interim')
  if (!canReview(scope.actor, project).ok) return readPage(request, situation)
  return showYearSheet(request, situation, {
    kind: 'interim',
    frameFor: frameFor(request, situation),
    firstAnswers: async () => ({}),
  })
}

const save = async (request: PageRequest): Promise<Answer> => {
  const situation = await holdSituation(request)
  allow(canReview(request.scope.actor, situation.project))
  return saveYearSheet(request, situation, {
    kind: 'interim',
    frameFor: frameFor(request, situation),
  })
}

const confirmationOf = (request: PageRequest, situation: Situation): Confirmation => {
  const { scope, city } = request
  return {
    kind: 'interim',
    frameFor: frameFor(request, situation),
    done: 'interim-sent',
    send: (sheet) => saveInterim(scope, city, { ...situation, sheet }),
    refused: (refusal) => readPage(request, situation, { refusal }),
  }
}

const showConfirmation = async (request: PageRequest): Promise<Answer> => {
  const situation = await findSituation(request)
  if (!isConcerned(request.scope.actor, situation.project)) throw new NotFound('interim')
  const may = canReview(request.scope.actor, situation.project).ok
  return showLastLook(request, situation, { ...confirmationOf(request, situation), may })
}

const send = async (request: PageRequest): Promise<Answer> => {
  const situation = await holdSituation(request)
  allow(canReview(request.scope.actor, situation.project))
  return sendYearSheet(request, situation, confirmationOf(request, situation))
}

const answer = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const situation = await holdSituation(request)
  allow(canAnswerReview(scope.actor, situation.project))
  const { value, problems } = readAnswer(request.form)
  if (problems.length > 0) return readPage(request, situation, { problems })
  const answered = await answerInterim(scope, city, { ...situation, answer: value })
  if (!answered.ok) return readPage(request, situation, { refusal: answered.error })
  return redirect(doneAt(paths.show(city.slug, situation.project.id), 'interim-answered'))
}

/** 中間ふりかえり: written by the group, read and answered by the department. */
export const interimRoutes: readonly Route[] = [
  get('/:city/projects/:id/interim', 'projects.show-interim', ['person'], show),
  post('/:city/projects/:id/interim', 'projects.save-interim', ['person'], save),
  get(
    '/:city/projects/:id/interim/confirmation',
    'projects.confirm-interim',
    ['person'],
    showConfirmation,
  ),
  post('/:city/projects/:id/interim/confirmation', 'projects.send-interim', ['person'], send),
  post('/:city/projects/:id/interim/answer', 'projects.answer-interim', ['department'], answer),
]
