import { hashToken } from '#kernel/tokens.ts'
import type { Answer } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { emailKey } from '../account.ts'
import { acceptInvitation } from '../actions/invitations.ts'
import { type Invitation, stateOfInvitation } from '../invitation.ts'
import { paths } from '../paths.ts'
import { getAccount } from '../queries/accounts.ts'
import { findInvitation } from '../queries/invitations.ts'
import { invitationSentences } from '../sentences/invitation.ts'
import { InvitationPage, type InvitationView } from '../views/invitation-page.tsx'
import { goOnWith, withPerson } from './session.ts'

const invitationPage = (
  request: PageRequest,
  invitation: Invitation | undefined,
  view: InvitationView,
): Answer => {
  const { title } = invitationSentences[request.language]
  const isOver = view !== 'acceptable' && view !== 'sign-in-first' && view !== 'other-address'
  return page(
    request,
    {
      title,
      breadcrumb: [{ label: title }],
      unlisted: true,
      ...(isOver || request.form.names().length > 0 ? { status: 422 } : {}),
    },
    <InvitationPage
      lang={request.language}
      city={request.city}
      view={view}
      invitation={invitation}
      token={request.params.token ?? ''}
      newKey={newFormKey}
      signedIn={request.person !== undefined}
    />,
  )
}

const find = (request: PageRequest): Promise<Invitation | undefined> =>
  findInvitation(request.scope, hashToken(request.params.token ?? ''))

const viewOf = async (
  request: PageRequest,
  invitation: Invitation | undefined,
): Promise<InvitationView> => {
  if (!invitation) return 'unknown'
  const state = stateOfInvitation(invitation, request.scope.now)
  if (state !== 'open') return state
  if (!request.person) return 'sign-in-first'
  const account = await getAccount(request.scope, request.person.accountId)
  return emailKey(account.email) === emailKey(invitation.email) ? 'acceptable' : 'other-address'
}

const show = async (request: PageRequest): Promise<Answer> => {
  const invitation = await find(request)
  return invitationPage(request, invitation, await viewOf(request, invitation))
}

/** To where the new place is used first. */
const placeOf = (slug: string, { gift }: Invitation): string =>
  gift.kind === 'group' ? `${paths.members(slug, gift.groupId)}?done=joined` : paths.desk(slug)

const accept = withPerson(async (request, person) => {
  const { scope, city } = request
  const accepted = await acceptInvitation(scope, city, {
    invitationToken: request.params.token ?? '',
    person,
    token: request.sessionToken ?? '',
  })
  if (!accepted.ok) return invitationPage(request, await find(request), accepted.error)
  const { invitation, session } = accepted.value
  return goOnWith(request, session, placeOf(city.slug, invitation))
})

/** Behind the link of an invitation's mail. */
export const invitationRoutes: readonly Route[] = [
  get('/:city/invitations/:token', 'accounts.show-invitation', ['everyone'], show),
  post('/:city/invitations/:token', 'accounts.accept-invitation', ['person'], accept),
]
