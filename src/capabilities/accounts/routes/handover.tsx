import { isId } from '#kernel/ids.ts'
import type { Result } from '#kernel/result.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import {
  confirmHandover,
  type HandoverRefusal,
  nameSuccessor,
  withdrawHandover,
} from '../actions/handovers.ts'
import type { Fault } from '../form.ts'
import { paths } from '../paths.ts'
import { canNameSuccessor, rolesInHandover } from '../policy.ts'
import { findOpenHandover } from '../queries/handovers.ts'
import { listMembers } from '../queries/memberships.ts'
import { memberSentences } from '../sentences/members.ts'
import { HandoverPage } from '../views/handover-page.tsx'
import { getGroup } from './group.ts'

type Again = { readonly faults?: readonly Fault[]; readonly refusal?: HandoverRefusal }

const againHead = (request: PageRequest, again: Again | undefined) => {
  if (!again) return {}
  const heading = again.refusal && memberSentences[request.language].refused[again.refusal]
  return { status: 422, ...(heading ? { notice: { kind: 'error' as const, heading } } : {}) }
}

const handoverPage = async (request: PageRequest, again?: Again): Promise<Answer> => {
  const { scope, city, language } = request
  const group = await getGroup(request)
  const members = await listMembers(scope, group.id)
  const handover = await findOpenHandover(scope, group.id)
  const roles = handover ? rolesInHandover(scope.actor, handover) : []
  const words = memberSentences[language]
  return page(
    request,
    {
      title: words.handoverTitle,
      breadcrumb: [
        { label: group.name, href: paths.group(city.slug, group.id) },
        { label: words.title, href: paths.members(city.slug, group.id) },
        { label: words.handoverTitle },
      ],
      unlisted: true,
      done: words.done,
      ...againHead(request, again),
    },
    <HandoverPage
      lang={language}
      city={city}
      group={group}
      representative={members.find((one) => one.role === 'representative')}
      candidates={members.filter((one) => one.active && one.role !== 'representative')}
      handover={handover}
      asked={roles.includes('successor')}
      mayName={canNameSuccessor(scope.actor, group.id).ok}
      mayCallOff={roles.includes('representative') || roles.includes('desk')}
      newKey={newFormKey}
      chosen={request.form.text('successor')}
      faults={again?.faults ?? []}
    />,
  )
}

const after = (
  request: PageRequest,
  taken: Result<string, HandoverRefusal>,
  onward: string,
): Promise<Answer> | Answer =>
  taken.ok ? redirect(onward) : handoverPage(request, { refusal: taken.error })

const doName = async (request: PageRequest): Promise<Answer> => {
  const group = await getGroup(request)
  const successor = request.form.text('successor')
  if (!isId(successor))
    return handoverPage(request, { faults: [{ field: 'successor', reason: 'successor' }] })
  const named = await nameSuccessor(request.scope, request.city, { groupId: group.id, successor })
  return after(request, named, `${paths.handover(request.city.slug, group.id)}?done=named`)
}

const doConfirm = async (request: PageRequest): Promise<Answer> => {
  const group = await getGroup(request)
  const confirmed = await confirmHandover(request.scope, request.city, group.id)
  return after(request, confirmed, `${paths.members(request.city.slug, group.id)}?done=confirmed`)
}

const doWithdraw = async (request: PageRequest): Promise<Answer> => {
  const group = await getGroup(request)
  const withdrawn = await withdrawHandover(request.scope, request.city, group.id)
  return after(request, withdrawn, `${paths.handover(request.city.slug, group.id)}?done=called-off`)
}

const audience = ['member', 'centre', 'office'] as const

/** 代表者の引継ぎ. */
export const handoverRoutes: readonly Route[] = [
  get('/:city/groups/:id/handover', 'accounts.show-handover', audience, (request) =>
    handoverPage(request),
  ),
  post('/:city/groups/:id/handover', 'accounts.name-successor', audience, doName),
  post('/:city/groups/:id/handover/confirmation', 'accounts.confirm-handover', audience, doConfirm),
  post('/:city/groups/:id/handover/withdrawal', 'accounts.withdraw-handover', audience, doWithdraw),
]
