import { colon } from '#kernel/bilingual.ts'
import { allow } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { DeclarationProblem } from '../../reviews/index.ts'
import { declareTie, findOwnInterest } from '../actions/interest.ts'
import { paths } from '../paths.ts'
import { canDeclare } from '../policy.ts'
import { sentences } from '../sentences.ts'
import { InterestPage } from '../views/interest-page.tsx'
import { crumbsOf, doneAt, findSeen, holdSeen, type Seen } from './request.ts'

const interestPage = async (
  request: PageRequest,
  seen: Seen,
  problem?: DeclarationProblem,
): Promise<Answer> => {
  const { scope, city, language, form } = request
  const { project, evaluation, at } = seen
  allow(canDeclare(at, evaluation))
  const title = sentences[language].interestTitle
  return page(
    request,
    {
      title: `${title}${colon[language]}${project.title}`,
      breadcrumb: crumbsOf(request, project, title),
      unlisted: true,
      ...(problem ? { status: 422 } : {}),
    },
    <InterestPage
      lang={language}
      city={city}
      project={project}
      current={await findOwnInterest(scope, project.id)}
      typed={problem ? form : undefined}
      problem={problem}
      formKey={newFormKey()}
    />,
  )
}

const show = async (request: PageRequest): Promise<Answer> =>
  interestPage(request, await findSeen(request))

const declare = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const seen = await holdSeen(request)
  const { project, evaluation, call, at } = seen
  allow(canDeclare(at, evaluation))
  const given = { interest: form.text('interest'), note: form.text('note') }
  const declared = await declareTie(scope, { project, evaluation, call, given })
  if (!declared.ok) return interestPage(request, seen, declared.error)
  return redirect(
    declared.value === 'none'
      ? paths.thirdParty(city.slug, project.id)
      : doneAt(paths.show(city.slug, project.id), 'recused'),
  )
}

/** 利害関係の申告: before a member opens what is to be judged. */
export const interestRoutes: readonly Route[] = [
  get('/:city/projects/:id/evaluation/interest', 'evaluations.show-interest', ['reviewer'], show),
  post('/:city/projects/:id/evaluation/interest', 'evaluations.declare', ['reviewer'], declare),
]
