import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { paths } from '../paths.ts'
import {
  findSecrets,
  getAccount,
  insertKey,
  listKeys,
  lockSecrets,
  openKey,
  updateAccount,
} from '../queries/accounts.ts'
import { insertFailure, isHeldBack, takeTurn } from '../queries/failures.ts'
import { hasAnyRole } from '../queries/roles.ts'
import { deleteSessionsOf } from '../queries/sessions.ts'
import { findTotpStep, newTotpSecret, readCode } from '../second-factor.ts'
import { writeTo } from './letters.ts'
import { type OpenedSession, rotateSession } from './sessions.ts'

/** Who proves it, with what, from where. `token` is the session's own. */
export type CodeGiven = {
  readonly accountId: string
  readonly token: string
  readonly code: string
  readonly network: string
}

export type CodeRefusal = 'wrong-code' | 'held-back' | 'not-set-up' | 'required' | 'key-lost'

/**
 * Checks a code and uses its time step up. Attempts on one account go one after the other, count as failed
 * sign-ins, and stop for a while after too many.
 */
const useCode = async (scope: Scope, given: CodeGiven): Promise<Result<'right', CodeRefusal>> => {
  const { email } = await getAccount(scope, given.accountId)
  await takeTurn(scope, email, given.network)
  const secrets = await lockSecrets(scope, given.accountId)
  if (!secrets?.totp_secret) return refuse('not-set-up')
  if (await isHeldBack(scope, secrets.email, given.network)) return refuse('held-back')
  const code = readCode(given.code)
  // What is no code at all is a slip, not a guess.
  if (!code) return refuse('wrong-code')
  const secret = openKey(scope, given.accountId, secrets.totp_secret)
  // A key that was never confirmed is simply made anew.
  if (!secret) return refuse(secrets.totp_confirmed_at ? 'key-lost' : 'not-set-up')
  const step = await findTotpStep({ secret, code, lastStep: secrets.totp_last_step }, scope.now)
  if (step === undefined) {
    await insertFailure(scope, secrets.email, given.network)
    await audit(scope, {
      action: 'accounts.second-factor-refused',
      subjectKind: 'account',
      subjectId: given.accountId,
    })
    return refuse('wrong-code')
  }
  await updateAccount(scope, given.accountId, { totp_last_step: step })
  return ok('right')
}

/** Gives the second factor of this session, which goes on under a new token. */
export const giveSecondFactor = async (
  scope: Scope,
  given: CodeGiven,
): Promise<Result<OpenedSession, CodeRefusal>> => {
  const account = await getAccount(scope, given.accountId)
  if (!account.secondFactor) return refuse('not-set-up')
  const used = await useCode(scope, given)
  if (!used.ok) return used
  await audit(scope, {
    action: 'accounts.give-second-factor',
    subjectKind: 'account',
    subjectId: account.id,
  })
  return ok(await rotateSession(scope, given, { secondFactor: true }))
}

/** Makes a key that the person then puts into an app; a key that was never confirmed is replaced. */
export const beginEnrolment = async (
  scope: Scope,
  accountId: string,
): Promise<Result<'begun', 'already-on'>> => {
  const secrets = await lockSecrets(scope, accountId)
  if (secrets?.totp_confirmed_at) return refuse('already-on')
  await insertKey(scope, accountId, newTotpSecret())
  return ok('begun')
}

/** Turns the second factor on with a first code of the new key. */
export const confirmEnrolment = async (
  scope: Scope,
  city: City,
  given: CodeGiven,
): Promise<Result<OpenedSession, CodeRefusal>> => {
  const account = await getAccount(scope, given.accountId)
  if (account.secondFactor) return refuse('not-set-up')
  const used = await useCode(scope, given)
  if (!used.ok) return used
  await updateAccount(scope, account.id, { totp_confirmed_at: scope.now })
  await audit(scope, {
    action: 'accounts.turn-second-factor-on',
    subjectKind: 'account',
    subjectId: account.id,
  })
  const path = paths.account(city.slug)
  await writeTo(scope, city, { to: account, occasion: 'secondFactorOn', path })
  return ok(await rotateSession(scope, given, { secondFactor: true }))
}

/** Turns it off again, with a code: a session that was left open is not enough. */
export const turnSecondFactorOff = async (
  scope: Scope,
  city: City,
  given: CodeGiven,
): Promise<Result<OpenedSession, CodeRefusal>> => {
  const account = await getAccount(scope, given.accountId)
  if (!account.secondFactor) return refuse('not-set-up')
  if (city.settings.staffSecondFactor && (await hasAnyRole(scope, account.id)))
    return refuse('required')
  const used = await useCode(scope, given)
  if (!used.ok) return used
  await forgetSecondFactor(scope, account.id)
  await audit(scope, {
    action: 'accounts.turn-second-factor-off',
    subjectKind: 'account',
    subjectId: account.id,
  })
  const path = paths.account(city.slug)
  await writeTo(scope, city, { to: account, occasion: 'secondFactorOff', path })
  return ok(await rotateSession(scope, given, { secondFactor: false }))
}

/** Takes the key away. */
export const forgetSecondFactor = (scope: Scope, accountId: string): Promise<void> =>
  updateAccount(scope, accountId, {
    totp_secret: null,
    totp_confirmed_at: null,
    totp_last_step: null,
  })

/** The key that waits to be confirmed, for showing it to its owner; none when it cannot be opened any more. */
export const findNewKey = async (scope: Scope, accountId: string): Promise<string | undefined> => {
  const secrets = await findSecrets(scope, accountId)
  if (!secrets?.totp_secret || secrets.totp_confirmed_at) return undefined
  return openKey(scope, accountId, secrets.totp_secret)
}

/**
 * Takes away the keys that the product's own key does not open: it was lost, and they prove nothing any more.
 * @returns how many
 */
export const forgetLostKeys = async (scope: Scope): Promise<number> => {
  const lost = (await listKeys(scope)).filter(
    ({ id, totp_secret: locked }) => locked && !openKey(scope, id, locked),
  )
  for (const { id } of lost) {
    await forgetSecondFactor(scope, id)
    await deleteSessionsOf(scope, id)
    await audit(scope, {
      action: 'accounts.reset-second-factor',
      subjectKind: 'account',
      subjectId: id,
    })
  }
  return lost.length
}
