import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { hashToken } from '#kernel/tokens.ts'
import { checkPassword } from '../password.ts'
import { findAccountByEmail, findPasswordHash, getAccount } from '../queries/accounts.ts'
import { insertFailure, isHeldBack, takeTurn } from '../queries/failures.ts'
import { deleteSession, deleteSessionsOf } from '../queries/sessions.ts'
import { type OpenedSession, openSession } from './sessions.ts'

export type SignInRefusal = 'unknown' | 'held-back' | 'unconfirmed' | 'disabled'

/** Checks address and password. Every refusal is counted, and says nothing about which of the two was wrong. */
export const signIn = async (
  scope: Scope,
  given: { readonly email: string; readonly password: string; readonly network: string },
): Promise<Result<OpenedSession, SignInRefusal>> => {
  if (await isHeldBack(scope, given.email, given.network)) return refuse('held-back')
  const account = await findAccountByEmail(scope, given.email)
  const stored = account ? await findPasswordHash(scope, account.id) : null
  const right = await checkPassword(scope, stored, given.password)
  // The slow part is done side by side; what came of it is told one after the other, each counted before.
  await takeTurn(scope, given.email, given.network)
  if (await isHeldBack(scope, given.email, given.network)) return refuse('held-back')
  if (!account || !right) {
    await insertFailure(scope, given.email, given.network)
    await audit(scope, {
      action: 'accounts.sign-in-refused',
      subjectKind: 'account',
      subjectId: account?.id ?? 'unknown',
    })
    return refuse('unknown')
  }
  if (account.state === 'disabled') return refuse('disabled')
  if (account.state === 'unconfirmed') return refuse('unconfirmed')
  const opened = await openSession(scope, account.id, { secondFactor: false })
  await audit(scope, { action: 'accounts.sign-in', subjectKind: 'account', subjectId: account.id })
  return ok(opened)
}

/** Opens a session as a sample person, with everything required; for the sample world alone. */
export const signInAsSample = async (
  scope: Scope,
  accountId: string,
): Promise<Result<OpenedSession, 'not-a-sample'>> => {
  const account = await getAccount(scope, accountId)
  if (!account.sample || account.state !== 'active') return refuse('not-a-sample')
  return ok(await openSession(scope, account.id, { secondFactor: true }))
}

export const signOut = async (scope: Scope, token: string): Promise<void> => {
  await deleteSession(scope, hashToken(token))
}

/** Ends every session of the account, on this device and all others. */
export const signOutEverywhere = async (scope: Scope, accountId: string): Promise<void> => {
  await deleteSessionsOf(scope, accountId)
  await audit(scope, {
    action: 'accounts.sign-out-everywhere',
    subjectKind: 'account',
    subjectId: accountId,
  })
}
