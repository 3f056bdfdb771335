import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { accountOf, type CityRole } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { allow } from '#kernel/refusals.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { saveSettings, touchDirectory } from '../../cities/index.ts'
import type { Account } from '../account.ts'
import { roleNameIn } from '../gift-name.ts'
import type { MailOccasion } from '../mail-texts.ts'
import { paths } from '../paths.ts'
import { canManageStaff, canResetSecondFactor } from '../policy.ts'
import { getAccount, moveAccount } from '../queries/accounts.ts'
import { withdrawInvitations } from '../queries/invitations.ts'
import { insertRoleGrant, lockAdmins, revokeRoleGrant } from '../queries/roles.ts'
import { deleteSessionsOf } from '../queries/sessions.ts'
import { useUpTokens } from '../queries/tokens.ts'
import { callOffHandoversTo } from './handovers.ts'
import { writeTo } from './letters.ts'
import { forgetSecondFactor } from './second-factor.ts'

export type StaffRefusal = 'already' | 'last-admin' | 'own-account' | 'not-now'

/** Writes down what an administrator did to an account, and tells its owner. */
const tell = async (
  scope: Scope,
  city: City,
  done: {
    readonly action: string
    readonly account: Account
    readonly occasion: MailOccasion
    readonly path: string
    readonly held?: { readonly role: CityRole; readonly department: string | null }
    readonly before?: unknown
    readonly after?: unknown
  },
): Promise<void> => {
  const { account, held } = done
  await audit(scope, {
    action: `accounts.${done.action}`,
    subjectKind: 'account',
    subjectId: account.id,
    before: done.before,
    after: done.after,
  })
  const what = held && { what: roleNameIn(city, held, account.language) }
  await writeTo(scope, city, { to: account, occasion: done.occasion, path: done.path, ...what })
}

/** Gives a role. The person's sessions go on only under a new sign-in, so that staff sessions stay short. */
export const giveRole = async (
  scope: Scope,
  city: City,
  given: {
    readonly accountId: string
    readonly role: CityRole
    readonly department: string | null
  },
): Promise<Result<'given', StaffRefusal>> => {
  allow(canManageStaff(scope.actor))
  const account = await getAccount(scope, given.accountId)
  if (account.state !== 'active') return refuse('not-now')
  const isNew = await insertRoleGrant(scope, { ...given, grantedBy: accountOf(scope.actor) })
  if (!isNew) return refuse('already')
  if (account.id !== accountOf(scope.actor)) await deleteSessionsOf(scope, account.id)
  const held = { role: given.role, department: given.department }
  await tell(scope, city, {
    action: 'grant-role',
    account,
    occasion: 'roleGiven',
    path: paths.desk(city.slug),
    held,
    after: held,
  })
  return ok('given')
}

const isLastAdmin = async (scope: Scope, accountId: string): Promise<boolean> => {
  const admins = await lockAdmins(scope)
  return admins.length === 1 && admins[0] === accountId
}

/** Takes a role away at once. The city keeps at least one administrator. */
export const takeRole = async (
  scope: Scope,
  city: City,
  grant: { readonly id: string; readonly accountId: string },
): Promise<Result<'taken', StaffRefusal>> => {
  allow(canManageStaff(scope.actor))
  const account = await getAccount(scope, grant.accountId)
  const wasLast = await isLastAdmin(scope, account.id)
  const held = await revokeRoleGrant(scope, grant)
  if (!held) return refuse('already')
  if (held.role === 'city_admin') {
    if (wasLast) return refuse('last-admin')
    await withdrawInvitations(scope, { invitedBy: account.id, groupId: null })
  }
  await tell(scope, city, {
    action: 'revoke-role',
    account,
    occasion: 'roleTaken',
    path: paths.account(city.slug),
    held,
    before: held,
  })
  return ok('taken')
}

/** Stops an account: its sessions and links end in the same moment, and what it had begun is called off. */
export const disableAccount = async (
  scope: Scope,
  city: City,
  accountId: string,
): Promise<Result<'disabled', StaffRefusal>> => {
  allow(canManageStaff(scope.actor))
  if (accountId === accountOf(scope.actor)) return refuse('own-account')
  const account = await getAccount(scope, accountId)
  if (await isLastAdmin(scope, accountId)) return refuse('last-admin')
  if (!(await moveAccount(scope, accountId, { from: 'active', to: 'disabled' })))
    return refuse('not-now')
  await deleteSessionsOf(scope, accountId)
  await useUpTokens(scope, accountId)
  await withdrawInvitations(scope, { invitedBy: accountId })
  await callOffHandoversTo(scope, city, { accountId })
  await tell(scope, city, {
    action: 'disable',
    account,
    occasion: 'disabled',
    path: paths.signIn(city.slug),
    before: { state: 'active' },
    after: { state: 'disabled' },
  })
  return ok('disabled')
}

/** Lets an account be used again. A session that slipped in while it was stopped ends too. */
export const enableAccount = async (
  scope: Scope,
  city: City,
  accountId: string,
): Promise<Result<'enabled', StaffRefusal>> => {
  allow(canManageStaff(scope.actor))
  const account = await getAccount(scope, accountId)
  if (!(await moveAccount(scope, accountId, { from: 'disabled', to: 'active' })))
    return refuse('not-now')
  await deleteSessionsOf(scope, accountId)
  await tell(scope, city, {
    action: 'enable',
    account,
    occasion: 'enabled',
    path: paths.signIn(city.slug),
    before: { state: 'disabled' },
    after: { state: 'active' },
  })
  return ok('enabled')
}

/**
 * For somebody who lost the phone: the key goes, all sessions end, a new one is set up at the next sign-in.
 * Asked for by an administrator of the city, or at the operator's command line.
 */
export const resetSecondFactor = async (
  scope: Scope,
  city: City,
  accountId: string,
): Promise<Result<'reset', StaffRefusal>> => {
  allow(canResetSecondFactor(scope.actor))
  if (accountId === accountOf(scope.actor)) return refuse('own-account')
  const account = await getAccount(scope, accountId)
  if (!account.secondFactor) return refuse('not-now')
  await forgetSecondFactor(scope, accountId)
  await deleteSessionsOf(scope, accountId)
  await tell(scope, city, {
    action: 'reset-second-factor',
    account,
    occasion: 'secondFactorReset',
    path: paths.signIn(city.slug),
  })
  return ok('reset')
}

/** Requires the second factor of everybody with a role, or leaves it to them. */
export const ruleSecondFactor = async (
  scope: Scope,
  city: City,
  required: boolean,
): Promise<void> => {
  allow(canManageStaff(scope.actor))
  const { staffSecondFactor } = city.settings
  if (staffSecondFactor === required) return
  await saveSettings(scope, { staffSecondFactor: required })
  touchDirectory(scope)
  await audit(scope, {
    action: 'accounts.rule-second-factor',
    subjectKind: 'city',
    subjectId: city.slug,
    before: { staffSecondFactor },
    after: { staffSecondFactor: required },
  })
}
