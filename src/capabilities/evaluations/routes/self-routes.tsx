import { colon } from '#kernel/bilingual.ts'
import { allow, Forbidden } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { summaryOf } from '../../forms/index.ts'
import type { Side } from '../../projects/index.ts'
import { saveSelf, submitSelf, takeBackSelf } from '../actions/self.ts'
import { clashProblems, draftProblems, readSheet, sheetProblems } from '../form.ts'
import { paths } from '../paths.ts'
import { canScore, canSeeScores, canTakeBack } from '../policy.ts'
import type { FieldProblem } from '../problem-texts.ts'
import { findOwnSheet } from '../queries/scores.ts'
import type { Sheet } from '../scores.ts'
import { sentences } from '../sentences.ts'
import { mergeSheets, shownField } from '../shared-sheet.ts'
import { SelfPage } from '../views/self-page.tsx'
import { crumbsOf, doneAt, findSeen, holdSeen, type Refusal, type Seen } from './request.ts'

type Comeback = {
  readonly sheet?: Sheet
  /** Items that somebody else of the side changed meanwhile: nothing was saved. */
  readonly conflicts?: readonly string[]
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: Refusal
}

/** One's own side. Nothing of the other side's evaluation is on this page, whatever its state. */
const sideOf = ({ at, evaluation }: Seen): Side => {
  if (!at.side) throw new Forbidden('evaluation-side')
  allow(canSeeScores(at, evaluation, at.side))
  return at.side
}

const selfPage = async (request: PageRequest, seen: Seen, back?: Comeback): Promise<Answer> => {
  const { scope, city, language } = request
  const { project, evaluation, at } = seen
  const side = sideOf(seen)
  const words = sentences[language]
  const title = words.selfTitle[side]
  const stored = await findOwnSheet(scope, project.id, side)
  return page(
    request,
    {
      title: `${title}${colon[request.language]}${project.title}`,
      breadcrumb: crumbsOf(request, project, title),
      unlisted: true,
      done: words.done,
      ...(back ? { status: 422, keep: back.sheet !== undefined && !back.conflicts } : {}),
    },
    <SelfPage
      lang={language}
      city={city}
      now={scope.now}
      project={project}
      evaluation={evaluation}
      side={side}
      sheet={back?.sheet ?? stored}
      stored={stored}
      conflicts={back?.conflicts}
      mayWrite={canScore(at, evaluation).ok}
      mayTakeBack={canTakeBack(at, evaluation).ok}
      newKey={newFormKey}
      errors={summaryOf(back?.problems ?? [], language)}
      refusal={back?.refusal && words.refused[back.refusal]}
    />,
  )
}

const show = async (request: PageRequest): Promise<Answer> =>
  selfPage(request, await findSeen(request))

const save = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const seen = await holdSeen(request)
  const { project, evaluation, call, at } = seen
  allow(canScore(at, evaluation))
  const side = sideOf(seen)
  const { definition } = evaluation
  const { sheet, conflicts } = mergeSheets(definition, {
    shown: form.text(shownField),
    mine: readSheet(form, definition).value,
    stored: await findOwnSheet(scope, project.id, side),
  })
  if (conflicts.length > 0)
    return selfPage(request, seen, {
      sheet,
      conflicts,
      problems: clashProblems(conflicts, definition),
    })
  const problems = sheetProblems(sheet, definition)
  const send = form.text('intent') === 'send'
  const given = { project, evaluation, call, side, sheet }
  const blocking = send ? problems : draftProblems(problems)
  if (blocking.length > 0) {
    // What was typed stays a draft, as far as the database can hold it.
    if (draftProblems(problems).length === 0) await saveSelf(scope, given)
    return selfPage(request, seen, { sheet, problems: blocking })
  }
  if (!send) {
    await saveSelf(scope, given)
    return redirect(doneAt(paths.self(city.slug, project.id), 'saved'))
  }
  const sent = await submitSelf(scope, city, given)
  if (!sent.ok) return selfPage(request, seen, { refusal: sent.error })
  const done = sent.value.state === 'mutual' ? 'both-in' : 'submitted'
  return redirect(doneAt(paths.show(city.slug, project.id), done))
}

const takeBack = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const seen = await holdSeen(request)
  const { project, evaluation, call, at } = seen
  allow(canTakeBack(at, evaluation))
  const side = sideOf(seen)
  const taken = await takeBackSelf(scope, { project, evaluation, call, side })
  if (!taken.ok) return selfPage(request, seen, { refusal: taken.error })
  return redirect(doneAt(paths.self(city.slug, project.id), 'taken-back'))
}

/** 自己評価: each side on a page of its own. */
export const selfRoutes: readonly Route[] = [
  get('/:city/projects/:id/evaluation/self', 'evaluations.show-self', ['person'], show),
  post('/:city/projects/:id/evaluation/self', 'evaluations.save-self', ['person'], save),
  post(
    '/:city/projects/:id/evaluation/self/withdrawal',
    'evaluations.take-back-self',
    ['person'],
    takeBack,
  ),
]
