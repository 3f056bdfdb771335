import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { hashToken, newToken } from '#kernel/tokens.ts'
import { writeMail } from '../mails/index.ts'
import { type Account, lifetimes } from './account.ts'
import { mailTexts } from './mail-texts.ts'
import { hashPassword, isPassword } from './password.ts'
import { paths } from './paths.ts'
import {
  countRecentTokens,
  deleteSession,
  deleteSessionsOf,
  findAccountByEmail,
  findSecrets,
  getAccount,
  insertAccount,
  insertFailure,
  insertSession,
  insertToken,
  isHeldBack,
  takeToken,
  updateAccount,
} from './queries.ts'

/** A session that was just opened: its token goes into the cookie and nowhere else. */
export type OpenedSession = {
  readonly token: string
  readonly seconds: number
  readonly account: Account
}

const openSession = async (
  scope: Scope,
  account: Account,
  staff: boolean,
): Promise<OpenedSession> => {
  const token = newToken()
  const seconds = staff ? lifetimes.staffSession : lifetimes.residentSession
  await insertSession(scope, {
    tokenHash: hashToken(token),
    accountId: account.id,
    seconds,
    secondFactor: false,
  })
  return { token, seconds, account }
}

export type SignInRefusal = 'unknown' | 'held-back' | 'unconfirmed' | 'disabled'

/** Checks address and password. Every refusal is counted, and says nothing about which of the two was wrong. */
export const signIn = async (
  scope: Scope,
  given: { readonly email: string; readonly password: string; readonly network: string },
  isStaffAccount: (accountId: string) => Promise<boolean>,
): Promise<Result<OpenedSession, SignInRefusal>> => {
  if (await isHeldBack(scope, given.email, given.network)) return refuse('held-back')
  const account = await findAccountByEmail(scope, given.email)
  const secrets = account && (await findSecrets(scope, account.id))
  const right = await isPassword(secrets?.password_hash ?? null, given.password)
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
  const opened = await openSession(scope, account, await isStaffAccount(account.id))
  await audit(scope, { action: 'accounts.sign-in', subjectKind: 'account', subjectId: account.id })
  return ok(opened)
}

/** Opens a session as a sample person; for the sample world alone. */
export const signInAsSample = async (
  scope: Scope,
  accountId: string,
): Promise<Result<OpenedSession, 'not-a-sample'>> => {
  const account = await getAccount(scope, accountId)
  if (!account.sample || account.state !== 'active') return refuse('not-a-sample')
  return ok(await openSession(scope, account, false))
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

const sendLink = async (
  scope: Scope,
  city: City,
  account: Account,
  purpose: 'confirm' | 'reset',
): Promise<void> => {
  const token = newToken()
  const seconds = purpose === 'confirm' ? lifetimes.confirmation : lifetimes.reset
  await insertToken(scope, { hash: hashToken(token), accountId: account.id, purpose, seconds })
  const path =
    purpose === 'confirm'
      ? paths.confirmation(city.slug, token)
      : paths.newPassword(city.slug, token)
  const text = mailTexts[account.language][purpose]({
    name: account.name,
    city: city.name[account.language],
    link: `${scope.outside.publicUrl}${path}`,
  })
  await writeMail(scope, { to: account.email, ...text })
}

export type SignUp = {
  readonly email: string
  readonly name: string
  readonly nameKana: string
  readonly password: string
  readonly language: 'ja' | 'en'
}

/**
 * Opens an account that a mail must still confirm. An address that already has one gets a mail that says
 * so; the page tells both the same, so that nobody can ask whose address is known.
 */
export const signUp = async (scope: Scope, city: City, given: SignUp): Promise<void> => {
  const passwordHash = await hashPassword(given.password)
  const id = await insertAccount(scope, { ...given, passwordHash, state: 'unconfirmed' })
  if (id) {
    await audit(scope, { action: 'accounts.sign-up', subjectKind: 'account', subjectId: id })
    await sendLink(scope, city, await getAccount(scope, id), 'confirm')
    return
  }
  const known = await findAccountByEmail(scope, given.email)
  if (!known || (await countRecentTokens(scope, known.id)) >= 5) return
  await sendLink(scope, city, known, known.state === 'unconfirmed' ? 'confirm' : 'reset')
}

/** Confirms the address the link was sent to. */
export const confirmAddress = async (
  scope: Scope,
  token: string,
): Promise<Result<string, 'link-used-up'>> => {
  const accountId = await takeToken(scope, hashToken(token), 'confirm')
  if (!accountId) return refuse('link-used-up')
  const account = await getAccount(scope, accountId)
  if (account.state === 'unconfirmed') await updateAccount(scope, accountId, { state: 'active' })
  await audit(scope, { action: 'accounts.confirm', subjectKind: 'account', subjectId: accountId })
  return ok(accountId)
}

/** Sends a link for a new password, if the address has an account; says nothing either way. */
export const askForReset = async (scope: Scope, city: City, email: string): Promise<void> => {
  const account = await findAccountByEmail(scope, email)
  if (!account || account.state === 'disabled' || (await countRecentTokens(scope, account.id)) >= 5)
    return
  await sendLink(scope, city, account, account.state === 'unconfirmed' ? 'confirm' : 'reset')
}

/** Sets a new password with the link from the mail and ends all sessions. The second factor stays required. */
export const resetPassword = async (
  scope: Scope,
  token: string,
  password: string,
): Promise<Result<string, 'link-used-up'>> => {
  const accountId = await takeToken(scope, hashToken(token), 'reset')
  if (!accountId) return refuse('link-used-up')
  await updateAccount(scope, accountId, { password_hash: await hashPassword(password) })
  await deleteSessionsOf(scope, accountId)
  await audit(scope, {
    action: 'accounts.reset-password',
    subjectKind: 'account',
    subjectId: accountId,
  })
  return ok(accountId)
}
