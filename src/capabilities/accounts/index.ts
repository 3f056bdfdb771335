import type { Capability } from '#web/capability.ts'
import { purgeEnded } from './actions/purge.ts'
import { holdings } from './holdings.ts'
import { handoverRoutes } from './routes/handover.tsx'
import { invitationRoutes } from './routes/invitation.tsx'
import { mailStopRoutes } from './routes/mails.tsx'
import { memberRoutes } from './routes/members.tsx'
import { ownAccountRoutes } from './routes/own-account.tsx'
import { recoveryRoutes } from './routes/recovery.tsx'
import { secondFactorRoutes } from './routes/second-factor.tsx'
import { signInRoutes } from './routes/sign-in.tsx'
import { signUpRoutes } from './routes/sign-up.tsx'
import { staffRoutes } from './routes/staff.tsx'

export { type Account, emailKey, lifetimes } from './account.ts'
export { confirmHandover, nameSuccessor, withdrawHandover } from './actions/handovers.ts'
export {
  acceptInvitation,
  inviteToGroup,
  inviteToRole,
  withdrawInvitation,
} from './actions/invitations.ts'
export { changePlace, leaveGroup, removeMember } from './actions/members.ts'
export {
  inviteByRecovery,
  objectToRecovery,
  openRecovery,
  withdrawRecovery,
} from './actions/recoveries.ts'
export { forgetLostKeys } from './actions/second-factor.ts'
export {
  disableAccount,
  enableAccount,
  giveRole,
  resetSecondFactor,
  takeRole,
} from './actions/staff.ts'
export { mailWords, signInLink, type Written, writeToEach } from './actions/write-to-people.ts'
export { roleNameIn } from './gift-name.ts'
export { hashPassword } from './password.ts'
export { paths as accountPaths } from './paths.ts'
export {
  findAccount,
  findAccountByEmail,
  getAccount,
  insertAccount,
  updateAccount,
} from './queries/accounts.ts'
export { insertMembership, listGroupsOf, listMembers, type Member } from './queries/memberships.ts'
export { findPerson, findPersonById } from './queries/people.ts'
export { listStaffEmails } from './queries/recipients.ts'
export { insertRoleGrant } from './queries/roles.ts'
export { insertToken } from './queries/tokens.ts'
export type { Recipient } from './recipient.ts'
export { askToSignIn } from './routes/sign-in.tsx'

/** 利用者: people, how they sign in, what they may do. */
export const accounts: Capability = {
  name: 'accounts',
  routes: [
    ...signInRoutes,
    ...signUpRoutes,
    ...secondFactorRoutes,
    ...ownAccountRoutes,
    ...mailStopRoutes,
    ...staffRoutes,
    ...invitationRoutes,
    ...memberRoutes,
    ...handoverRoutes,
    ...recoveryRoutes,
  ],
  holdings,
  jobs: [{ name: 'accounts.purge', run: purgeEnded, unseen: true, every: '40 * * * *' }],
}
