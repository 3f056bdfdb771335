import { colon } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import type { Result } from '#kernel/result.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { renderPdf } from '#web/document/index.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { summaryOf } from '../../forms/index.ts'
import { listNotices } from '../../procedures/index.ts'
import { lookAtAgreement, reopenAgreement, settleAgreement } from '../actions/agreement.ts'
import type { Situation } from '../actions/step.ts'
import type { Agreement } from '../agreement.ts'
import { composeAgreementDocument } from '../agreement-document.ts'
import { readReason } from '../form.ts'
import { paths } from '../paths.ts'
import {
  canEditAgreement,
  canLook,
  canReadAgreement,
  canReopenAgreement,
  canSettleAgreement,
  canSign,
  sideOf,
} from '../policy.ts'
import type { FieldProblem } from '../problem-texts.ts'
import { projectKind, type Side, sides } from '../project.ts'
import { listProjectTasks } from '../project-tasks.ts'
import { getAgreement, listVersions } from '../queries/agreements.ts'
import { sentences } from '../sentences.ts'
import { type AgreementMay, AgreementPage } from '../views/agreement-page.tsx'
import { crumbsOf, doneAt, findSituation, holdSituation } from './request.ts'

/** Why a step could not be taken, in the words of the page. */
export type Refusal = keyof (typeof sentences)['ja']['refused']

type Comeback = {
  readonly refusal?: Refusal
  readonly problems?: readonly FieldProblem[]
}

/** The side for which this person may look at the text; undefined for the office and once it is settled. */
const lookingSide = ({ scope }: PageRequest, { project }: Situation): Side | undefined =>
  canLook(scope.actor, project, project.agreement).ok ? sideOf(scope.actor, project) : undefined

const mayOf = (request: PageRequest, situation: Situation, agreement: Agreement): AgreementMay => {
  const { actor } = request.scope
  const { project } = situation
  return {
    look: lookingSide(request, situation),
    edit: canEditAgreement(actor, project, agreement).ok,
    settle: canSettleAgreement(actor, project, agreement).ok,
    reopen: canReopenAgreement(actor, project, agreement).ok,
    sign: sides.some((side) => canSign(actor, project, { agreement, side }).ok),
  }
}

const agreementPage = async (
  request: PageRequest,
  situation: Situation,
  back?: Comeback,
): Promise<Answer> => {
  const { scope, city, language } = request
  const { project } = situation
  const agreement = await getAgreement(scope, project.id)
  const words = sentences[language]
  return page(
    request,
    {
      title: `${words.agreementTitle}${colon[request.language]}${project.title}`,
      breadcrumb: crumbsOf(request, project, words.agreementTitle),
      unlisted: true,
      done: words.done,
      ...(back ? { status: 422 } : {}),
    },
    <AgreementPage
      lang={language}
      city={city}
      project={project}
      agreement={agreement}
      versions={await listVersions(scope, project.id)}
      notices={await listNotices(scope, { kind: projectKind, id: project.id })}
      may={mayOf(request, situation, agreement)}
      person={request.person}
      now={scope.now}
      tasks={await listProjectTasks(scope, project)}
      newKey={newFormKey}
      refusal={back?.refusal && words.refused[back.refusal]}
      errors={summaryOf(back?.problems ?? [], language)}
      typedReason={back ? request.form.text('reason') : undefined}
    />,
  )
}

const show = async (request: PageRequest): Promise<Answer> => {
  const situation = await findSituation(request)
  allow(canReadAgreement(request.scope.actor, situation.project))
  return agreementPage(request, situation)
}

/** The text exactly as it is signed: its SHA-256 is the fingerprint. */
const downloadText = async (request: PageRequest): Promise<Answer> => {
  const { project } = await findSituation(request)
  allow(canReadAgreement(request.scope.actor, project))
  const { version } = await getAgreement(request.scope, project.id)
  return {
    kind: 'bytes',
    status: 200,
    type: 'text/plain; charset=utf-8',
    body: new TextEncoder().encode(version.body),
    fileName: `協定書_${version.sha256.slice(0, 8)}.txt`,
  }
}

/** The text as a PDF before anybody has signed it: to be read, or signed by hand. */
const downloadDraft = async (request: PageRequest): Promise<Answer> => {
  const { project } = await findSituation(request)
  allow(canReadAgreement(request.scope.actor, project))
  const { version, signatures } = await getAgreement(request.scope, project.id)
  const document = composeAgreementDocument(request.city, version.content, {
    signatures,
    date: tokyoDayOf(request.scope.now),
  })
  return {
    kind: 'bytes',
    status: 200,
    type: 'application/pdf',
    body: await renderPdf(document),
    fileName: `協定書案_${version.sha256.slice(0, 8)}.pdf`,
  }
}

const answerStep = (
  request: PageRequest,
  situation: Situation,
  step: { readonly done: string; readonly result: Result<unknown, Refusal> },
): Promise<Answer> | Answer =>
  step.result.ok
    ? redirect(doneAt(paths.agreement(request.city.slug, situation.project.id), step.done))
    : agreementPage(request, situation, { refusal: step.result.error })

const look = async (request: PageRequest): Promise<Answer> => {
  const { scope, form } = request
  const situation = await holdSituation(request)
  allow(canLook(scope.actor, situation.project, situation.project.agreement))
  const side = lookingSide(request, situation)
  if (!side) throw new NotFound('side')
  const result = await lookAtAgreement(scope, { ...situation, side, seen: form.text('text') })
  return answerStep(request, situation, { done: 'looked', result })
}

const settle = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const situation = await holdSituation(request)
  allow(canSettleAgreement(scope.actor, situation.project, situation.project.agreement))
  const result = await settleAgreement(scope, city, { ...situation, seen: form.text('text') })
  return answerStep(request, situation, { done: 'settled', result })
}

const reopen = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const situation = await holdSituation(request)
  const agreement = await getAgreement(scope, situation.project.id)
  allow(canReopenAgreement(scope.actor, situation.project, agreement))
  const { value: reason, problems } = readReason(form)
  if (problems.length > 0) return agreementPage(request, situation, { problems })
  const result = await reopenAgreement(scope, city, { ...situation, reason })
  return answerStep(request, situation, { done: 'reopened', result })
}

/** The agreement: read by those concerned, settled and opened again by the office. */
export const agreementRoutes: readonly Route[] = [
  get('/:city/projects/:id/agreement', 'projects.read-agreement', ['person'], show),
  get(
    '/:city/projects/:id/agreement/text',
    'projects.read-agreement-text',
    ['person'],
    downloadText,
  ),
  get(
    '/:city/projects/:id/agreement/draft.pdf',
    'projects.read-agreement-draft',
    ['person'],
    downloadDraft,
  ),
  post('/:city/projects/:id/agreement/look', 'projects.look-at-agreement', ['person'], look),
  post('/:city/projects/:id/agreement/settlement', 'projects.settle-agreement', ['office'], settle),
  post('/:city/projects/:id/agreement/reopening', 'projects.reopen-agreement', ['office'], reopen),
]
