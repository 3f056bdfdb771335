import { colon } from '#kernel/bilingual.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { summaryOf } from '../../forms/index.ts'
import { findWhole, publishEvaluation, saveAnswer } from '../actions/publish.ts'
import { type AnswerForm, readAnswer } from '../form.ts'
import { paths } from '../paths.ts'
import { canAnswer } from '../policy.ts'
import type { FieldProblem } from '../problem-texts.ts'
import { commentKeysOf } from '../published.ts'
import { sentences } from '../sentences.ts'
import { AnswerPage } from '../views/answer-page.tsx'
import { crumbsOf, doneAt, findSeen, holdSeen, type Refusal, type Seen } from './request.ts'

type Comeback = {
  readonly content: AnswerForm
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: Refusal
}

const answerPage = async (request: PageRequest, seen: Seen, back?: Comeback): Promise<Answer> => {
  const { scope, city, language, form } = request
  const { project, evaluation, at } = seen
  allow(canAnswer(at, evaluation))
  const whole = await findWhole(scope, evaluation)
  if (!whole) throw new NotFound('evaluation')
  const words = sentences[language]
  const stored = {
    answer: evaluation.cityAnswer ?? '',
    nextYear: evaluation.nextYear ?? '',
    withheld: evaluation.withheld,
  }
  return page(
    request,
    {
      title: `${words.answerTitle}${colon[request.language]}${project.title}`,
      breadcrumb: crumbsOf(request, project, words.answerTitle),
      unlisted: true,
      done: words.done,
      ...(back ? { status: 422, keep: back.refusal === undefined } : {}),
    },
    <AnswerPage
      lang={language}
      city={city}
      project={project}
      evaluation={evaluation}
      whole={whole}
      content={back?.content ?? stored}
      checked={back ? form.text('checked') === 'yes' : false}
      formKey={newFormKey()}
      errors={summaryOf(back?.problems ?? [], language)}
      refusal={back?.refusal && words.refused[back.refusal]}
    />,
  )
}

const show = async (request: PageRequest): Promise<Answer> =>
  answerPage(request, await findSeen(request))

const save = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const seen = await holdSeen(request)
  const { project, evaluation, call, at } = seen
  allow(canAnswer(at, evaluation))
  const publishing = form.text('intent') === 'publish'
  const whole = await findWhole(scope, evaluation)
  const { value: content, problems } = readAnswer(form, publishing, whole && commentKeysOf(whole))
  const held = { project, evaluation, call }
  if (problems.length > 0) {
    await saveAnswer(scope, held, content)
    return answerPage(request, seen, { content, problems })
  }
  if (!publishing) {
    await saveAnswer(scope, held, content)
    return redirect(doneAt(paths.answer(city.slug, project.id), 'saved'))
  }
  const published = await publishEvaluation(scope, city, { ...held, answer: content })
  if (!published.ok) return answerPage(request, seen, { content, refusal: published.error })
  return redirect(doneAt(paths.show(city.slug, project.id), 'published'))
}

/** The city's answer, with which everything is published. */
export const answerRoutes: readonly Route[] = [
  get('/:city/projects/:id/evaluation/answer', 'evaluations.show-answer', ['office'], show),
  post('/:city/projects/:id/evaluation/answer', 'evaluations.save-answer', ['office'], save),
]
