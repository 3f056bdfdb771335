import { nameOf } from '#kernel/actor.ts'
import { colon } from '#kernel/bilingual.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { summaryOf } from '../../forms/index.ts'
import { signAgreement, withdrawSignature } from '../actions/sign.ts'
import type { Situation } from '../actions/step.ts'
import { readReason, readSignature } from '../form.ts'
import { paths } from '../paths.ts'
import { canReadAgreement, canSign, canWithdrawSignature, standsInForGroup } from '../policy.ts'
import type { FieldProblem } from '../problem-texts.ts'
import { type Project, type Side, sides } from '../project.ts'
import { getAgreement } from '../queries/agreements.ts'
import { sentences } from '../sentences.ts'
import { SignaturePage } from '../views/signature-page.tsx'
import type { Refusal } from './agreement-routes.tsx'
import { crumbsOf, doneAt, findSituation, holdSituation } from './request.ts'

type Comeback = {
  readonly side: Side | undefined
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: Refusal
}

/** The office signs for a group only where it holds the group's signature on paper. */
const isPaper = ({ scope }: PageRequest, project: Project, side: Side): boolean =>
  side === 'group' && standsInForGroup(scope.actor, project)

/** Fields have their side in their id: the links of the summary lead there. */
const placed = (problems: readonly FieldProblem[], side: Side | undefined) =>
  problems.map(({ name, text }) => ({ name: `${name}-${side ?? 'group'}`, text }))

const signaturePage = async (
  request: PageRequest,
  { project }: Situation,
  back?: Comeback,
): Promise<Answer> => {
  const { scope, city, language, form } = request
  const agreement = await getAgreement(scope, project.id)
  const words = sentences[language]
  return page(
    request,
    {
      title: `${words.signTitle}${colon[request.language]}${project.title}`,
      breadcrumb: crumbsOf(request, project, words.signTitle),
      unlisted: true,
      ...(back ? { status: 422 } : {}),
    },
    <SignaturePage
      lang={language}
      city={city}
      project={project}
      agreement={agreement}
      places={sides
        .filter((side) => canSign(scope.actor, project, { agreement, side }).ok)
        .map((side) => ({ side, paper: isPaper(request, project, side) }))}
      withdrawable={sides.filter(
        (side) => canWithdrawSignature(scope.actor, project, { agreement, side }).ok,
      )}
      suggested={{ name: nameOf(scope.actor) }}
      newKey={newFormKey}
      typed={back ? { side: back.side ?? '', text: (name) => form.text(name) } : undefined}
      errors={summaryOf(placed(back?.problems ?? [], back?.side), language)}
      refusal={back?.refusal && words.refused[back.refusal]}
    />,
  )
}

const show = async (request: PageRequest): Promise<Answer> => {
  const situation = await findSituation(request)
  allow(canReadAgreement(request.scope.actor, situation.project))
  return signaturePage(request, situation)
}

const sign = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const situation = await holdSituation(request)
  const { project } = situation
  const { value, problems } = readSignature(form)
  const { side } = value
  if (!side) throw new NotFound('side')
  const agreement = await getAgreement(scope, project.id)
  allow(canSign(scope.actor, project, { agreement, side }))
  if (problems.length > 0) return signaturePage(request, situation, { side, problems })
  const method = isPaper(request, project, side) ? 'paper' : 'account'
  const draft = { ...value, side, method } as const
  const signed = await signAgreement(scope, city, { ...situation, draft })
  if (!signed.ok) return signaturePage(request, situation, { side, refusal: signed.error })
  const done = signed.value === 'signed' ? 'concluded' : 'signed'
  return redirect(doneAt(paths.agreement(city.slug, project.id), done))
}

const withdraw = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const situation = await holdSituation(request)
  const { project } = situation
  const side = sides.find((one) => one === form.text('side'))
  if (!side) throw new NotFound('side')
  const agreement = await getAgreement(scope, project.id)
  allow(canWithdrawSignature(scope.actor, project, { agreement, side }))
  const { value: reason, problems } = readReason(form)
  if (problems.length > 0) return signaturePage(request, situation, { side, problems })
  const result = await withdrawSignature(scope, city, { ...situation, side, reason })
  if (!result.ok) return signaturePage(request, situation, { side, refusal: result.error })
  return redirect(doneAt(paths.agreement(city.slug, project.id), 'signature-withdrawn'))
}

/** Signing, and taking a signature back. */
export const signatureRoutes: readonly Route[] = [
  get('/:city/projects/:id/agreement/signature', 'projects.see-signature', ['person'], show),
  post('/:city/projects/:id/agreement/signature', 'projects.sign-agreement', ['person'], sign),
  post(
    '/:city/projects/:id/agreement/signature/withdrawal',
    'projects.withdraw-signature',
    ['person'],
    withdraw,
  ),
]
