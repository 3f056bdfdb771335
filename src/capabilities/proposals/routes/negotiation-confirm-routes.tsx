import { type Answer, redirect } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { findSheet } from '../../forms/index.ts'
import { type ConfirmRefusal, confirmNegotiation } from '../actions/negotiate.ts'
import { sheetKeyOf } from '../actions/step.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { NegotiationConfirmPage } from '../views/negotiation-confirm-page.tsx'
import { gather, isOver, sideFor } from './negotiation-shown.ts'
import { crumbsOf, findShown, lockShown, revisionIn, type Shown } from './request.ts'

const confirmPage = async (
  request: PageRequest,
  shown: Shown,
  errors: readonly FieldError[] = [],
): Promise<Answer> => {
  const { language } = request
  const words = sentences[language].negotiation
  const props = await gather(request, shown)
  return page(
    request,
    {
      title: words.confirmTitle,
      unlisted: true,
      breadcrumb: crumbsOf(request, shown.proposal, words.confirmTitle),
      ...(errors.length > 0 ? { status: 422 } : {}),
    },
    <NegotiationConfirmPage {...props} errors={errors} />,
  )
}

const showConfirm = async (request: PageRequest): Promise<Answer> => {
  const shown = await findShown(request)
  const over = isOver(request, shown)
  if (over) return over
  sideFor(request, shown)
  return confirmPage(request, shown)
}

const refusalText = (request: PageRequest, refusal: ConfirmRefusal, revision: number): string => {
  const words = sentences[request.language].negotiation
  if (refusal.kind === 'changed-since') return words.changedSince(revision)
  if (refusal.kind === 'confirmed-before') return words.confirmedBefore
  if (refusal.kind === 'over-costs') return words.overCosts
  return refusal.kind === 'incomplete' ? words.incomplete : words.notOpen
}

const confirm = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const shown = await lockShown(request)
  const over = isOver(request, shown)
  if (over) return over
  const side = sideFor(request, shown)
  const { proposal, call } = shown
  const seen = revisionIn(request) ?? 0
  const confirmed = await confirmNegotiation(scope, city, { proposal, call, side, seen })
  if (confirmed.ok)
    return confirmed.value === 'closed'
      ? redirect(`${paths.show(city.slug, proposal.id)}?done=agreed`)
      : redirect(`${paths.negotiation(city.slug, proposal.id)}?done=confirmed`)
  const sheet = await findSheet(scope, sheetKeyOf(proposal.id, 'negotiation'))
  const message = refusalText(request, confirmed.error, sheet?.revision ?? 0)
  return confirmPage(request, shown, [{ id: 'confirm', message }])
}

/** 担当課協議: reading the sheet in one revision, and confirming it. */
export const negotiationConfirmRoutes: readonly Route[] = [
  get(
    '/:city/proposals/:id/negotiation/confirmation',
    'proposals.read-negotiation',
    ['member', 'department', 'office'],
    showConfirm,
  ),
  post(
    '/:city/proposals/:id/negotiation/confirmation',
    'proposals.confirm-negotiation',
    ['member', 'department', 'office'],
    confirm,
  ),
]
