import { audit } from '#data/audit.ts'
import { deleteKeptFormsOf } from '#data/kept-forms.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { hashToken, newToken } from '#kernel/tokens.ts'
import { type Account, lifetimes } from '../account.ts'
import { hashNewPassword } from '../password.ts'
import { paths } from '../paths.ts'
import {
  findAccountByEmail,
  getAccount,
  insertAccount,
  moveAccount,
  updateAccount,
} from '../queries/accounts.ts'
import { deleteSessionsOf } from '../queries/sessions.ts'
import {
  countRecentTokens,
  findAnyToken,
  hasUnusedConfirmation,
  insertToken,
  takeToken,
  useUpTokens,
} from '../queries/tokens.ts'
import type { SentMail } from '../sent-mail.ts'
import { writeTo } from './letters.ts'

/** Links sent to one account within an hour, at most. */
const mostLinks = 5

const sendLink = async (
  scope: Scope,
  city: City,
  link: {
    readonly account: Account
    readonly purpose: 'confirm' | 'reset'
    readonly next?: string | undefined
  },
): Promise<void> => {
  const { account, purpose, next } = link
  const token = newToken()
  const seconds = purpose === 'confirm' ? lifetimes.confirmation : lifetimes.reset
  await insertToken(scope, { hash: hashToken(token), accountId: account.id, purpose, seconds })
  const path =
    purpose === 'confirm'
      ? paths.confirmation(city.slug, token, next)
      : paths.newPassword(city.slug, token)
  await writeTo(scope, city, { to: account, occasion: purpose, path })
}

export type SignUp = {
  readonly email: string
  readonly name: string
  readonly nameKana: string
  readonly password: string
  readonly language: 'ja' | 'en'
  /** Where the person wanted to go, kept in the link of the mail. */
  readonly next?: string | undefined
}

/**
 * Opens an account that a mail must still confirm. An address that already has one gets a link for a new
 * password; the page tells both the same, so that nobody can ask whose address is known.
 * @returns the account that was opened
 */
export const signUp = async (
  scope: Scope,
  city: City,
  given: SignUp,
): Promise<string | undefined> => {
  const passwordHash = await hashNewPassword(scope, given.password)
  const id = await insertAccount(scope, { ...given, passwordHash, state: 'unconfirmed' })
  const { next } = given
  if (id) {
    await audit(scope, { action: 'accounts.sign-up', subjectKind: 'account', subjectId: id })
    await sendLink(scope, city, { account: await getAccount(scope, id), purpose: 'confirm', next })
    return id
  }
  await askForReset(scope, city, given.email)
  return undefined
}

const mayHaveLink = async (scope: Scope, account: Account): Promise<boolean> =>
  account.state !== 'disabled' && (await countRecentTokens(scope, account.id)) < mostLinks

/** A link that confirms the address, unless its owner has asked for a new password since; then that one again. */
const sendConfirmationOrChoice = async (
  scope: Scope,
  city: City,
  link: { readonly account: Account; readonly next?: string | undefined },
): Promise<void> => {
  const { account } = link
  if (await hasUnusedConfirmation(scope, account.id))
    await sendLink(scope, city, { ...link, purpose: 'confirm' })
  else await letOwnerChoose(scope, city, account)
}

/**
 * Sends the link of a sign-up or a reset once more to whoever asked for the first: to the account that this
 * sign-up made a link that confirms it, to any other one for a new password. Says nothing about which.
 */
export const sendAgain = async (scope: Scope, city: City, sent: SentMail): Promise<void> => {
  const account = await findAccountByEmail(scope, sent.email)
  if (!account || !(await mayHaveLink(scope, account))) return
  const isOwn = sent.purpose === 'confirm' && account.id === sent.accountId
  if (isOwn && account.state === 'unconfirmed')
    await sendConfirmationOrChoice(scope, city, { account, next: sent.next || undefined })
  else await letOwnerChoose(scope, city, account)
}

/** What became of a link to confirm an address that cannot be used any more. */
export type LinkFate = 'confirmed' | 'expired' | 'unknown'

/** Tells whoever holds such a link whether there is still something to confirm. */
export const fateOfConfirmation = async (scope: Scope, token: string): Promise<LinkFate> => {
  const found = await findAnyToken(scope, hashToken(token), 'confirm')
  const account = found && (await getAccount(scope, found.accountId))
  if (account?.state === 'active') return 'confirmed'
  return account?.state === 'unconfirmed' ? 'expired' : 'unknown'
}

/** Sends a fresh link to the address to which one that has ended was sent. */
export const confirmAgain = async (scope: Scope, city: City, token: string): Promise<void> => {
  const found = await findAnyToken(scope, hashToken(token), 'confirm')
  const account = found && (await getAccount(scope, found.accountId))
  if (account?.state === 'unconfirmed' && (await mayHaveLink(scope, account)))
    await sendConfirmationOrChoice(scope, city, { account })
}

/**
 * Sends a link for a new password. While the address is unconfirmed, whoever typed the first password may be
 * somebody else: it is not confirmed by an older link any more.
 */
const letOwnerChoose = async (scope: Scope, city: City, account: Account): Promise<void> => {
  if (account.state === 'unconfirmed') await useUpTokens(scope, account.id)
  await sendLink(scope, city, { account, purpose: 'reset' })
}

/** Confirms the address the link was sent to. */
export const confirmAddress = async (
  scope: Scope,
  token: string,
): Promise<Result<string, 'link-used-up'>> => {
  const taken = await takeToken(scope, hashToken(token), 'confirm')
  if (!taken) return refuse('link-used-up')
  const { accountId } = taken
  await moveAccount(scope, accountId, { from: 'unconfirmed', to: 'active' })
  await audit(scope, { action: 'accounts.confirm', subjectKind: 'account', subjectId: accountId })
  return ok(accountId)
}

/** Sends a link for a new password, if the address has an account; says nothing either way. */
export const askForReset = async (scope: Scope, city: City, email: string): Promise<void> => {
  const account = await findAccountByEmail(scope, email)
  if (account && (await mayHaveLink(scope, account))) await letOwnerChoose(scope, city, account)
}

/**
 * Sets a new password with the link from the mail, which also proves the address, and ends all sessions. The
 * second factor stays required.
 */
export const resetPassword = async (
  scope: Scope,
  token: string,
  password: string,
): Promise<Result<string, 'link-used-up'>> => {
  const taken = await takeToken(scope, hashToken(token), 'reset')
  if (!taken) return refuse('link-used-up')
  const { accountId } = taken
  const { state } = await getAccount(scope, accountId)
  // Until now anybody may have signed up with this address, and left a form behind.
  if (state === 'unconfirmed') await deleteKeptFormsOf(scope, accountId)
  await updateAccount(scope, accountId, {
    password_hash: await hashNewPassword(scope, password),
  })
  await moveAccount(scope, accountId, { from: 'unconfirmed', to: 'active' })
  await deleteSessionsOf(scope, accountId)
  await useUpTokens(scope, accountId)
  await audit(scope, {
    action: 'accounts.reset-password',
    subjectKind: 'account',
    subjectId: accountId,
  })
  return ok(accountId)
}
