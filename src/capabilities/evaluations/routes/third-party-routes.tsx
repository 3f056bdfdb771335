import { colon } from '#kernel/bilingual.ts'
import { allow, Forbidden, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { summaryOf } from '../../forms/index.ts'
import { getAgreement, listYearSheets, type Project } from '../../projects/index.ts'
import { findWhole } from '../actions/publish.ts'
import { findSeats } from '../actions/step.ts'
import { assessProject, closeThirdParty } from '../actions/third-party.ts'
import { closingNeedsReason } from '../assessment.ts'
import { readAssessment, readReason } from '../form.ts'
import { paths } from '../paths.ts'
import {
  canAssess,
  canCloseThirdParty,
  canDeclare,
  canSeeAssessments,
  canSeeMutual,
} from '../policy.ts'
import type { FieldProblem } from '../problem-texts.ts'
import { publishedResult, wholeResult } from '../published.ts'
import { sentences } from '../sentences.ts'
import type { Material } from '../views/material.tsx'
import { ThirdPartyPage } from '../views/third-party-page.tsx'
import { crumbsOf, doneAt, findSeen, holdSeen, type Refusal, type Seen } from './request.ts'

type Comeback = {
  readonly failed?: 'assessment' | 'closing'
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: Refusal
}

/** The committee and the office, once both sides have finished; later also the parties. */
const allowReading = ({ at, evaluation }: Seen): void => {
  const { state } = evaluation
  if (state === 'self' || state === 'mutual') throw new NotFound('third-party evaluation')
  // A tie to the project keeps a member away from what others will judge by.
  if (at.seat === 'recused' && !at.concerned) throw new Forbidden('recused')
  allow(canSeeMutual(at, evaluation))
}

const gatherMaterial = async ({ scope }: PageRequest, project: Project): Promise<Material> => {
  const years = project.years.map(({ fiscalYear }) => fiscalYear)
  return {
    agreement: await getAgreement(scope, project.id),
    sheets: await listYearSheets(scope, project, years),
  }
}

const thirdPartyPage = async (
  request: PageRequest,
  seen: Seen,
  back?: Comeback,
): Promise<Answer> => {
  const { scope, city, language, form, person } = request
  const { project, evaluation, at } = seen
  allowReading(seen)
  const whole = await findWhole(scope, evaluation)
  if (!whole) throw new NotFound('third-party evaluation')
  const words = sentences[language]
  const mayClose = canCloseThirdParty(at, evaluation).ok
  const inside = at.concerned || at.seat === 'sits'
  return page(
    request,
    {
      title: `${words.thirdPartyTitle}${colon[request.language]}${project.title}`,
      breadcrumb: crumbsOf(request, project, words.thirdPartyTitle),
      unlisted: true,
      done: words.done,
      ...(back ? { status: 422 } : {}),
    },
    <ThirdPartyPage
      lang={language}
      city={city}
      project={project}
      evaluation={evaluation}
      result={inside ? wholeResult(whole) : publishedResult(whole)}
      seesOpinions={canSeeAssessments(at, evaluation).ok}
      mayAssess={canAssess(at, evaluation).ok}
      material={await gatherMaterial(request, project)}
      inside={inside}
      recused={at.seat === 'recused'}
      own={whole.assessments.find(({ accountId }) => accountId === person?.accountId)}
      seats={at.office ? await findSeats(scope, project) : undefined}
      mayClose={mayClose}
      newKey={newFormKey}
      typed={back ? form : undefined}
      failed={back?.failed}
      errors={summaryOf(back?.problems ?? [], language)}
      refusal={back?.refusal && words.refused[back.refusal]}
    />,
  )
}

const show = async (request: PageRequest): Promise<Answer> => {
  const seen = await findSeen(request)
  const { at, evaluation, project } = seen
  // Nothing is opened before the member has said how they are related to the group.
  if (at.seat === 'undeclared' && !at.concerned && canDeclare(at, evaluation).ok)
    return redirect(paths.interest(request.city.slug, project.id))
  return thirdPartyPage(request, seen)
}

const assess = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const seen = await holdSeen(request)
  const { project, evaluation, call, at } = seen
  allow(canAssess(at, evaluation))
  const { value: draft, problems } = readAssessment(form, evaluation.definition)
  if (problems.length > 0) return thirdPartyPage(request, seen, { failed: 'assessment', problems })
  const assessed = await assessProject(scope, { project, evaluation, call, draft })
  if (!assessed.ok) return thirdPartyPage(request, seen, { refusal: assessed.error })
  return redirect(doneAt(paths.thirdParty(city.slug, project.id), 'assessed'))
}

const close = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const seen = await holdSeen(request)
  const { project, evaluation, call, at } = seen
  allow(canCloseThirdParty(at, evaluation))
  const needed = closingNeedsReason(await findSeats(scope, project))
  const { value: reason, problems } = readReason(form, needed)
  if (problems.length > 0) return thirdPartyPage(request, seen, { failed: 'closing', problems })
  const closed = await closeThirdParty(scope, city, { project, evaluation, call, reason })
  if (!closed.ok) return thirdPartyPage(request, seen, { refusal: closed.error })
  return redirect(doneAt(paths.show(city.slug, project.id), 'third-party-closed'))
}

/** 第三者評価: what the committee thinks of the whole. */
export const thirdPartyRoutes: readonly Route[] = [
  get(
    '/:city/projects/:id/evaluation/third-party',
    'evaluations.show-third-party',
    ['person'],
    show,
  ),
  post('/:city/projects/:id/evaluation/third-party', 'evaluations.assess', ['reviewer'], assess),
  post(
    '/:city/projects/:id/evaluation/third-party/closing',
    'evaluations.close-third-party',
    ['office'],
    close,
  ),
]
