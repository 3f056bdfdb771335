import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
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
import { answerInterim, getYearForm, saveInterim, yearSheetKey } from '../actions/report.ts'
import type { Situation } from '../actions/step.ts'
import { dueDaysOf } from '../calendar.ts'
import { readAnswer } from '../form.ts'
import { paths } from '../paths.ts'
import { canAnswerReview, canReview, isConcerned, readingOf } from '../policy.ts'
import { sheetPurpose } from '../project-year.ts'
import { sentences } from '../sentences.ts'
import { InterimPage } from '../views/interim-page.tsx'
import { SheetPage } from '../views/sheet-page.tsx'
import type { Refusal } from './agreement-routes.tsx'
import { crumbsOf, doneAt, findSituation, holdSituation, yearOf } from './request.ts'

type Comeback = {
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: Refusal
}

const formPage = (
  request: PageRequest,
  { project, call }: Situation,
  given: { readonly form: FormVersion; readonly filled: Filled; readonly status?: number },
): Answer => {
  const { scope, city, language } = request
  const words = sentences[language]
  const { fiscalYear } = yearOf(project)
  return page(
    request,
    {
      title: `${words.interimTitle}：${project.title}`,
      breadcrumb: crumbsOf(request, project, words.interimTitle),
      unlisted: true,
      done: words.done,
      ...(given.status ? { status: given.status, keep: true } : {}),
    },
    <SheetPage
      lang={language}
      city={city}
      now={scope.now}
      title={words.interimTitle}
      over={project.title}
      lead={words.interimLead}
      action={paths.interim(city.slug, project.id)}
      formKey={newFormKey()}
      definition={given.form.definition}
      filled={given.filled}
      errors={summaryOf(given.filled.problems ?? [], language, given.form.definition)}
      dueOn={dueDaysOf(call, project.firstFiscalYear, fiscalYear).interim}
      sendLabel={words.sendInterim}
    />,
  )
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
      title: `${words.interimTitle}：${project.title}`,
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
  const year = yearOf(project)
  if (!canReview(scope.actor, project).ok) return readPage(request, situation)
  const key = yearSheetKey(project, 'interim', year.fiscalYear)
  const sheet = await findSheet(scope, key)
  return formPage(request, situation, {
    form: await getYearForm(scope, situation, 'interim'),
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
  allow(canReview(scope.actor, project))
  const form = await getYearForm(scope, situation, 'interim')
  const reading = readForm(form.definition, sent, city)
  const send = sent.text('intent') === 'send'
  const sheet = { form, reading, sent, send }
  const saved = await saveInterim(scope, city, { ...situation, sheet })
  if (!saved.ok) return readPage(request, situation, { refusal: saved.error })
  if (saved.value.sent) return redirect(doneAt(paths.show(city.slug, project.id), 'interim-sent'))
  const moreRows = rowsAskedIn(sent)
  if (!send && !moreRows)
    return redirect(doneAt(paths.interim(city.slug, project.id), 'draft-saved'))
  const key = yearSheetKey(project, 'interim', yearOf(project).fiscalYear)
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
  post('/:city/projects/:id/interim/answer', 'projects.answer-interim', ['department'], answer),
]
