import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { hashToken, newToken } from '#kernel/tokens.ts'
import { lifetimes } from '../account.ts'
import { giftNameIn } from '../gift-name.ts'
import type { InvitationGift } from '../invitation.ts'
import { paths } from '../paths.ts'
import { findAccountByEmail } from '../queries/accounts.ts'
import { insertInvitation, withdrawInvitations } from '../queries/invitations.ts'
import { writeTo } from './letters.ts'

/** What the audit says an invitation is about. */
export const subjectOfGift = (gift: InvitationGift) =>
  gift.kind === 'group'
    ? { subjectKind: 'group', subjectId: gift.groupId }
    : { subjectKind: 'role', subjectId: gift.role }

/** Writes the invitation and its mail; an earlier one to the same address for the same thing ends. */
export const sendInvitation = async (
  scope: Scope,
  city: City,
  invited: {
    readonly email: string
    readonly gift: InvitationGift
    readonly groupName: string | null
    readonly language: Language
  },
): Promise<string> => {
  const { email, gift } = invited
  const invitedBy = accountOf(scope.actor)
  if (!invitedBy) throw new Error('only people invite')
  await withdrawInvitations(scope, { same: { email, gift } })
  const token = newToken()
  const sent = { tokenHash: hashToken(token), email, gift, invitedBy }
  const id = await insertInvitation(scope, { ...sent, seconds: lifetimes.invitation })
  const known = await findAccountByEmail(scope, email)
  const language = known?.language ?? invited.language
  await writeTo(scope, city, {
    to: { name: giftNameIn(city, invited, language), email, language },
    occasion: 'invitation',
    path: paths.invitation(city.slug, token),
  })
  await audit(scope, {
    action: 'accounts.invite',
    ...subjectOfGift(gift),
    after: { id, email, gift },
  })
  return id
}
