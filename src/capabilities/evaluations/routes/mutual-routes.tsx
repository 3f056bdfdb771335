import { colon } from '#kernel/bilingual.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { summaryOf } from '../../forms/index.ts'
import { closeMutual, confirmMutual, explainDifferences } from '../actions/mutual.ts'
import { findWhole } from '../actions/publish.ts'
import type { Texts } from '../explanations.ts'
import { explanationField, readExplanations, readReason, sayOfItem } from '../form.ts'
import { paths } from '../paths.ts'
import { canCloseMutual, canConfirm, canExplain, canSeeMutual } from '../policy.ts'
import type { FieldProblem } from '../problem-texts.ts'
import { publishedResult, wholeResult } from '../published.ts'
import { sentences } from '../sentences.ts'
import { MutualPage, shownField } from '../views/mutual-page.tsx'
import { crumbsOf, doneAt, findSeen, holdSeen, type Refusal, type Seen } from './request.ts'

type Comeback = {
  readonly typed?: Texts
  readonly conflicts?: readonly string[]
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: Refusal
}

const mutualPage = async (request: PageRequest, seen: Seen, back?: Comeback): Promise<Answer> => {
  const { scope, city, language, form } = request
  const { project, evaluation, at } = seen
  allow(canSeeMutual(at, evaluation))
  const whole = await findWhole(scope, evaluation)
  if (!whole) throw new NotFound('mutual evaluation')
  const words = sentences[language]
  const inside = at.concerned || at.seat === 'sits'
  return page(
    request,
    {
      title: `${words.mutualTitle}${colon[request.language]}${project.title}`,
      breadcrumb: crumbsOf(request, project, words.mutualTitle),
      unlisted: true,
      done: words.done,
      ...(back ? { status: 422 } : {}),
    },
    <MutualPage
      lang={language}
      city={city}
      project={project}
      evaluation={evaluation}
      result={inside ? wholeResult(whole) : publishedResult(whole)}
      mayExplain={canExplain(at, evaluation).ok}
      mayConfirm={canConfirm(at, evaluation).ok}
      mayClose={canCloseMutual(at, evaluation).ok}
      newKey={newFormKey}
      typed={back?.typed}
      conflicts={back?.conflicts}
      typedReason={back ? form.text('reason') : undefined}
      errors={summaryOf(back?.problems ?? [], language)}
      refusal={back?.refusal && words.refused[back.refusal]}
    />,
  )
}

const show = async (request: PageRequest): Promise<Answer> =>
  mutualPage(request, await findSeen(request))

/** What the page showed when it was filled in. */
const shownIn = ({ form }: PageRequest, items: readonly string[]): Texts =>
  new Map(items.map((item) => [item, form.text(shownField(item))]))

const revisionIn = ({ form }: PageRequest): number => {
  const sent = form.text('revision')
  return /^\d{1,6}$/.test(sent) ? Number(sent) : -1
}

const conflictPage = (
  request: PageRequest,
  seen: Seen,
  given: { readonly mine: Texts; readonly conflicts: readonly string[] },
): Promise<Answer> => {
  const { mine: typed, conflicts } = given
  const { definition } = seen.evaluation
  const problems = conflicts.map((item) => ({
    name: explanationField(item),
    text: sayOfItem(definition, item, { ja: sentences.ja.conflict, en: sentences.en.conflict }),
  }))
  return mutualPage(request, seen, { typed, conflicts, problems })
}

/** Confirms what the page showed; what was typed on it comes back where that cannot be done. */
const confirmSeen = async (
  request: PageRequest,
  seen: Seen,
  given: { readonly revision: number; readonly typed?: Texts },
): Promise<Answer> => {
  const { scope, city } = request
  const { project, evaluation, call, at } = seen
  allow(canConfirm(at, evaluation))
  if (!at.side) throw new NotFound('side')
  const confirmed = await confirmMutual(scope, city, {
    project,
    evaluation,
    call,
    side: at.side,
    seen: given.revision,
  })
  if (!confirmed.ok)
    return mutualPage(request, seen, {
      refusal: confirmed.error,
      ...(given.typed ? { typed: given.typed } : {}),
    })
  const done = confirmed.value.state === 'mutual' ? 'confirmed' : 'agreed'
  return redirect(doneAt(paths.show(city.slug, project.id), done))
}

/** Keeps what was typed; the button that confirms sends the same fields, and confirms what it has kept. */
const explain = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const seen = await holdSeen(request)
  const { project, evaluation, call, at } = seen
  allow(canExplain(at, evaluation))
  const confirming = form.text('intent') === 'confirm'
  if (confirming) allow(canConfirm(at, evaluation))
  const items = evaluation.definition.items.map(({ code }) => code)
  const { value: mine, problems } = readExplanations(form, evaluation.definition)
  if (problems.length > 0) return mutualPage(request, seen, { typed: mine, problems })
  const given = { project, evaluation, call, side: at.side, shown: shownIn(request, items), mine }
  const explained = await explainDifferences(scope, city, given)
  const revision = revisionIn(request)
  if (!explained.ok)
    return confirming && explained.error === 'unchanged'
      ? confirmSeen(request, seen, { revision, typed: mine })
      : mutualPage(request, seen, { typed: mine, refusal: explained.error })
  if (explained.value.kind === 'conflicts')
    return conflictPage(request, seen, { mine, conflicts: explained.value.items })
  if (!confirming) return redirect(doneAt(paths.mutual(city.slug, project.id), 'explained'))
  const after = explained.value.evaluation
  // Own words only: where somebody else's came in between, they are to be read first.
  const readAll = revision === evaluation.mutualRevision
  return confirmSeen(
    request,
    { ...seen, evaluation: after },
    { revision: readAll ? after.mutualRevision : revision },
  )
}

const confirm = async (request: PageRequest): Promise<Answer> =>
  confirmSeen(request, await holdSeen(request), { revision: revisionIn(request) })

const close = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const seen = await holdSeen(request)
  const { project, evaluation, call, at } = seen
  allow(canCloseMutual(at, evaluation))
  const { value: reason, problems } = readReason(form)
  if (problems.length > 0) return mutualPage(request, seen, { problems })
  const closed = await closeMutual(scope, city, { project, evaluation, call, reason })
  if (!closed.ok) return mutualPage(request, seen, { refusal: closed.error })
  return redirect(doneAt(paths.show(city.slug, project.id), 'mutual-closed'))
}

/** 相互評価: both sides beside each other, and why they differ. */
export const mutualRoutes: readonly Route[] = [
  get('/:city/projects/:id/evaluation/mutual', 'evaluations.show-mutual', ['person'], show),
  post('/:city/projects/:id/evaluation/mutual', 'evaluations.explain', ['person'], explain),
  post(
    '/:city/projects/:id/evaluation/mutual/confirmation',
    'evaluations.confirm-mutual',
    ['person'],
    confirm,
  ),
  post(
    '/:city/projects/:id/evaluation/mutual/closing',
    'evaluations.close-mutual',
    ['office'],
    close,
  ),
]
