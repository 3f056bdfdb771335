import type { Scope } from '#data/scope.ts'
import { hashToken, newToken } from '#kernel/tokens.ts'
import { type Account, lifetimes } from '../account.ts'
import { getAccount } from '../queries/accounts.ts'
import { hasAnyRole } from '../queries/roles.ts'
import { deleteSession, insertSession } from '../queries/sessions.ts'

/** A session that was just opened: its token goes into the cookie and nowhere else. */
export type OpenedSession = {
  readonly token: string
  readonly seconds: number
  readonly account: Account
  /** True for people with a role of the city. */
  readonly staff: boolean
}

/** Opens a session; people with a role of the city get a shorter one. */
export const openSession = async (
  scope: Scope,
  accountId: string,
  proved: { readonly secondFactor: boolean },
): Promise<OpenedSession> => {
  const token = newToken()
  const staff = await hasAnyRole(scope, accountId)
  const seconds = staff ? lifetimes.staffSession : lifetimes.residentSession
  await insertSession(scope, {
    tokenHash: hashToken(token),
    accountId,
    seconds,
    secondFactor: proved.secondFactor,
  })
  return { token, seconds, staff, account: await getAccount(scope, accountId) }
}

/**
 * Ends the session of that token and opens another: whenever what a session may do grows, a token that
 * somebody else may have seen before is worth nothing.
 */
export const rotateSession = async (
  scope: Scope,
  held: { readonly token: string; readonly accountId: string },
  proved: { readonly secondFactor: boolean },
): Promise<OpenedSession> => {
  await deleteSession(scope, hashToken(held.token))
  return openSession(scope, held.accountId, proved)
}
