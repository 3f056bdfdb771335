import type { CityRole, GroupRole } from '#kernel/actor.ts'
import { defineWorkflow, type StateOf } from '#kernel/workflow.ts'

/** What an invitation gives: a role of the city, or a place in a group. */
export type InvitationGift =
  | { readonly kind: 'role'; readonly role: CityRole; readonly department: string | null }
  | { readonly kind: 'group'; readonly groupId: string; readonly groupRole: GroupRole }

/** 招待: good for one address, once, until a day. */
export const invitationFlow = defineWorkflow({
  initial: 'open',
  states: {
    open: {
      staff: { ja: '返事待ち', en: 'Waiting for an answer' },
      applicant: { ja: '招待中', en: 'Invited' },
      waitsFor: 'invited',
    },
    accepted: {
      staff: { ja: '受けた', en: 'Accepted' },
      applicant: { ja: '受けました', en: 'Accepted' },
      final: true,
    },
    withdrawn: {
      staff: { ja: '取り消し', en: 'Withdrawn' },
      applicant: { ja: '取り消されました', en: 'Withdrawn' },
      final: true,
    },
    expired: {
      staff: { ja: '期限切れ', en: 'Expired' },
      applicant: { ja: '期限が切れました', en: 'Expired' },
      final: true,
    },
  },
  transitions: [
    {
      name: 'accept',
      from: ['open'],
      to: 'accepted',
      by: ['invited'],
      label: { ja: '招待を受ける', en: 'Accept' },
    },
    {
      name: 'withdraw',
      from: ['open'],
      to: 'withdrawn',
      by: ['inviter'],
      label: { ja: '招待を取り消す', en: 'Withdraw' },
    },
    {
      name: 'expire',
      from: ['open'],
      to: 'expired',
      by: ['system'],
      label: { ja: '期限が過ぎる', en: 'Expire' },
    },
  ],
})
export type InvitationState = StateOf<typeof invitationFlow>

export type Invitation = {
  readonly id: string
  readonly email: string
  readonly gift: InvitationGift
  /** Name of the group, where the invitation is to one. */
  readonly groupName: string | null
  readonly invitedBy: { readonly accountId: string; readonly name: string }
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly acceptedAt: Date | null
  readonly withdrawnAt: Date | null
}

export const stateOfInvitation = (
  invitation: Pick<Invitation, 'acceptedAt' | 'withdrawnAt' | 'expiresAt'>,
  now: Date,
): InvitationState => {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.withdrawnAt) return 'withdrawn'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}

/** Most invitations of one group that may be open at a time; more than that is no longer a group's work. */
export const mostOpenInvitations = 30

/** Enough of an address to recognise one's own by: `h…@example.jp`. */
export const maskEmail = (email: string): string => {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, 1)}…${email.slice(at)}`
}
