import { isId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { type InviteRefusal, inviteToGroup, withdrawInvitation } from '../actions/invitations.ts'
import { changePlace, type MemberRefusal, removeMember } from '../actions/members.ts'
import type { Fault } from '../form.ts'
import { readMemberInvitation } from '../invitation-form.ts'
import { paths } from '../paths.ts'
import { canManageMembers, placesToGive } from '../policy.ts'
import { listOpenInvitations } from '../queries/invitations.ts'
import { listMembers } from '../queries/memberships.ts'
import { memberSentences } from '../sentences/members.ts'
import { MembersPage } from '../views/members-page.tsx'
import { getGroup } from './group.ts'

type Again = {
  readonly faults?: readonly Fault[]
  readonly refusal?: InviteRefusal | MemberRefusal
}

const againHead = (request: PageRequest, again: Again | undefined) => {
  if (!again) return {}
  const heading = again.refusal && memberSentences[request.language].refused[again.refusal]
  return { status: 422, ...(heading ? { notice: { kind: 'error' as const, heading } } : {}) }
}

const membersPage = async (request: PageRequest, again?: Again): Promise<Answer> => {
  const { scope, city, language, form } = request
  const group = await getGroup(request)
  const members = await listMembers(scope, group.id)
  const hasRepresentative = members.some((one) => one.role === 'representative')
  const manages = canManageMembers(scope.actor, group.id).ok
  const words = memberSentences[language]
  return page(
    request,
    {
      title: words.titleOf(group.name),
      breadcrumb: [
        { label: group.name, href: paths.group(city.slug, group.id) },
        { label: words.title },
      ],
      width: 'wide',
      unlisted: true,
      done: words.done,
      ...againHead(request, again),
    },
    <MembersPage
      lang={language}
      city={city}
      actor={scope.actor}
      group={group}
      members={members}
      invitations={manages ? await listOpenInvitations(scope, group.id) : []}
      places={placesToGive(scope.actor, { id: group.id, hasRepresentative })}
      newKey={newFormKey}
      typed={{ email: form.text('email'), place: form.text('place') }}
      faults={again?.faults ?? []}
    />,
  )
}

const backToMembers = (request: PageRequest, done: string): Answer =>
  redirect(`${paths.members(request.city.slug, request.params.id ?? '')}?done=${done}`)

const doInvite = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form } = request
  const group = await getGroup(request)
  const members = await listMembers(scope, group.id)
  const hasRepresentative = members.some((one) => one.role === 'representative')
  const places = placesToGive(scope.actor, { id: group.id, hasRepresentative })
  const read = readMemberInvitation(form, places)
  if (!read.ok) return membersPage(request, { faults: read.error })
  const gift = { kind: 'group', groupId: group.id, groupRole: read.value.place } as const
  const sent = await inviteToGroup(scope, city, { email: read.value.email, gift, language })
  return sent.ok ? backToMembers(request, 'invited') : membersPage(request, { refusal: sent.error })
}

const accountIn = ({ params }: PageRequest): string => {
  const id = params.account ?? ''
  if (!isId(id)) throw new NotFound('member')
  return id
}

const doChange = async (request: PageRequest): Promise<Answer> => {
  const group = await getGroup(request)
  const role = request.form.text('place') === 'manager' ? 'manager' : 'member'
  const given = { groupId: group.id, accountId: accountIn(request), role } as const
  const changed = await changePlace(request.scope, request.city, given)
  return changed.ok
    ? backToMembers(request, 'changed')
    : membersPage(request, { refusal: changed.error })
}

const doRemove = async (request: PageRequest): Promise<Answer> => {
  const group = await getGroup(request)
  const placed = { groupId: group.id, accountId: accountIn(request) }
  const removed = await removeMember(request.scope, request.city, placed)
  return removed.ok
    ? backToMembers(request, 'removed')
    : membersPage(request, { refusal: removed.error })
}

const doWithdraw = async (request: PageRequest): Promise<Answer> => {
  const group = await getGroup(request)
  const id = request.params.invitation ?? ''
  if (!isId(id)) throw new NotFound('invitation')
  const done = await withdrawInvitation(request.scope, { id, groupId: group.id })
  return done.ok
    ? backToMembers(request, 'withdrawn')
    : membersPage(request, { refusal: done.error })
}

/** The people of a group, and the staff who help groups that cannot help themselves. */
const audience = ['member', 'centre', 'office'] as const

/** 会員: who is in a group, in which place. */
export const memberRoutes: readonly Route[] = [
  get('/:city/groups/:id/members', 'accounts.list-members', audience, (request) =>
    membersPage(request),
  ),
  post('/:city/groups/:id/members', 'accounts.invite-member', audience, doInvite),
  post('/:city/groups/:id/members/:account/place', 'accounts.change-place', audience, doChange),
  post('/:city/groups/:id/members/:account/removal', 'accounts.remove-member', audience, doRemove),
  post(
    '/:city/groups/:id/members/invitations/:invitation/withdrawal',
    'accounts.withdraw-member-invitation',
    audience,
    doWithdraw,
  ),
]
