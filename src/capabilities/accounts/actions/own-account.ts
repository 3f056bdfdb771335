import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { hashToken, newToken } from '#kernel/tokens.ts'
import { type Account, emailKey, lifetimes } from '../account.ts'
import { checkPassword, hashNewPassword } from '../password.ts'
import { paths } from '../paths.ts'
import { findPasswordHash, getAccount, updateAccount, updateEmail } from '../queries/accounts.ts'
import { insertFailure, isHeldBack, takeTurn } from '../queries/failures.ts'
import { deleteSessionsOf } from '../queries/sessions.ts'
import { countRecentTokens, insertToken, takeToken, useUpTokens } from '../queries/tokens.ts'
import { writeTo } from './letters.ts'
import { type OpenedSession, openSession } from './sessions.ts'

export type OwnProfile = Pick<Account, 'name' | 'nameKana' | 'language'>

/** Changes how one is called, and in which language one is written to. */
export const changeProfile = async (
  scope: Scope,
  accountId: string,
  profile: OwnProfile,
): Promise<void> => {
  const { name, nameKana, language } = await getAccount(scope, accountId)
  await updateAccount(scope, accountId, {
    name: profile.name,
    name_kana: profile.nameKana,
    language: profile.language,
  })
  await audit(scope, {
    action: 'accounts.change-profile',
    subjectKind: 'account',
    subjectId: accountId,
    before: { name, nameKana, language },
    after: profile,
  })
}

/** Who changes something that needs the password once more. */
export type PasswordGiven = {
  readonly accountId: string
  readonly current: string
  readonly network: string
}

export type PasswordRefusal = 'wrong-password' | 'held-back'

/** Asks for the password of somebody signed in; wrong ones count like failed sign-ins. */
const provePassword = async (
  scope: Scope,
  given: PasswordGiven,
): Promise<Result<Account, PasswordRefusal>> => {
  const account = await getAccount(scope, given.accountId)
  if (await isHeldBack(scope, account.email, given.network)) return refuse('held-back')
  const stored = await findPasswordHash(scope, account.id)
  const right = await checkPassword(scope, stored, given.current)
  await takeTurn(scope, account.email, given.network)
  if (await isHeldBack(scope, account.email, given.network)) return refuse('held-back')
  if (right) return ok(account)
  await insertFailure(scope, account.email, given.network)
  await audit(scope, {
    action: 'accounts.password-refused',
    subjectKind: 'account',
    subjectId: account.id,
  })
  return refuse('wrong-password')
}

/** Changes the password; every session ends, and a new one is opened for who changed it. */
export const changePassword = async (
  scope: Scope,
  city: City,
  given: PasswordGiven & { readonly password: string },
): Promise<Result<OpenedSession, PasswordRefusal>> => {
  const proved = await provePassword(scope, given)
  if (!proved.ok) return proved
  const account = proved.value
  const passwordHash = await hashNewPassword(scope, given.password)
  await updateAccount(scope, account.id, { password_hash: passwordHash })
  await deleteSessionsOf(scope, account.id)
  await useUpTokens(scope, account.id)
  await audit(scope, {
    action: 'accounts.change-password',
    subjectKind: 'account',
    subjectId: account.id,
  })
  await writeTo(scope, city, {
    to: account,
    occasion: 'passwordChanged',
    path: paths.account(city.slug),
  })
  // Whoever got here with a second factor has given it in the session that ends now.
  return ok(await openSession(scope, account.id, { secondFactor: account.secondFactor }))
}

/** Sends a link to the new address; nothing changes before it is opened. Says nothing about whose it is. */
export const askForAddressChange = async (
  scope: Scope,
  city: City,
  given: PasswordGiven & { readonly email: string },
): Promise<Result<'sent', PasswordRefusal>> => {
  const proved = await provePassword(scope, given)
  if (!proved.ok) return proved
  const account = proved.value
  if (emailKey(given.email) === emailKey(account.email)) return ok('sent')
  if ((await countRecentTokens(scope, account.id)) >= 5) return refuse('held-back')
  const token = newToken()
  await insertToken(scope, {
    hash: hashToken(token),
    accountId: account.id,
    purpose: 'email',
    seconds: lifetimes.addressChange,
    email: given.email,
  })
  await writeTo(scope, city, {
    to: { ...account, email: given.email },
    occasion: 'addressChange',
    path: paths.addressConfirmation(city.slug, token),
  })
  return ok('sent')
}

/** Changes the address with the link sent to the new one; the old one is told. */
export const confirmAddressChange = async (
  scope: Scope,
  city: City,
  token: string,
): Promise<Result<string, 'link-used-up' | 'address-taken'>> => {
  const taken = await takeToken(scope, hashToken(token), 'email')
  if (!taken?.email) return refuse('link-used-up')
  const account = await getAccount(scope, taken.accountId)
  if (account.state !== 'active') return refuse('link-used-up')
  if (!(await updateEmail(scope, account.id, taken.email))) return refuse('address-taken')
  await deleteSessionsOf(scope, account.id)
  await useUpTokens(scope, account.id)
  await audit(scope, {
    action: 'accounts.change-address',
    subjectKind: 'account',
    subjectId: account.id,
    before: { email: account.email },
    after: { email: taken.email },
  })
  await writeTo(scope, city, {
    to: account,
    occasion: 'addressChanged',
    path: paths.account(city.slug),
    what: taken.email,
  })
  return ok(account.id)
}
