import { generate } from 'otplib'
import { disableAccount, insertToken, inviteToRole } from '#capabilities/accounts/index.ts'
import { insertAccount, insertKey, updateAccount } from '#capabilities/accounts/queries/accounts.ts'
import { listWaitingMails, lockStop } from '#capabilities/mails/index.ts'
import { visitor } from '#kernel/actor.ts'
import { hashToken, newToken } from '#kernel/tokens.ts'
import { testNow } from '../../world/city.ts'
import type { PersonName } from './cast.ts'
import { act, must, on, put, type Town } from './town.ts'

/** A link of that purpose for a person, as a mail would carry it. */
const makeLink = async (
  town: Town,
  accountId: string,
  purpose: 'confirm' | 'reset' | 'email',
): Promise<string> => {
  const token = newToken()
  await town.here.as(
    visitor,
    (scope) =>
      insertToken(scope, {
        hash: hashToken(token),
        accountId,
        purpose,
        seconds: 86_400,
        ...(purpose === 'email' ? { email: 'new@example.jp' } : {}),
      }),
    testNow,
  )
  return token
}

/** Somebody who has not followed the first link yet. */
const signUpUnconfirmed = async (town: Town): Promise<string> => {
  const id = await town.here.as(
    visitor,
    (scope) =>
      insertAccount(scope, {
        email: `unconfirmed-${town.here.key.id}@example.jp`,
        name: '見本 未確認',
        passwordHash: null,
        language: 'ja',
        state: 'unconfirmed',
        sample: true,
      }),
    testNow,
  )
  return id!
}

const emailOf = (town: Town, who: PersonName): Promise<string> =>
  town.here.as(visitor, async (scope) => {
    const row = await scope.db
      .selectFrom('accounts')
      .select('email')
      .where('id', '=', town.people[who].accountId)
      .executeTakeFirstOrThrow()
    return row.email
  })

const inviteStaff = (town: Town, email: string): Promise<string> =>
  act(town, 'admin', '2026-11-19', async (scope) => {
    const gift = { kind: 'role', role: 'centre', department: null } as const
    return must(await inviteToRole(scope, town.here.city, { email, gift, language: 'ja' }))
  })

const tokenMailedTo = (town: Town, email: string): Promise<string> =>
  town.here.as(visitor, async (scope) => {
    for (const mail of await listWaitingMails(scope)) {
      const token = /\/invitations\/([\w-]+)/.exec(mail.body)?.[1]
      if (token && mail.to_address === email) return token
    }
    throw new Error('no invitation was mailed')
  })

/** The key of everybody's second factor. */
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** The six digits that everybody's app shows now. */
export const codeNow = (): Promise<string> =>
  generate({ secret, epoch: Math.floor(testNow.getTime() / 1000) })

/** Gives a person a key; from when it is confirmed on, its codes are asked for. */
const giveKey = (
  town: Town,
  who: PersonName,
  { confirmed }: { readonly confirmed: boolean },
): Promise<unknown> =>
  town.here.as(visitor, async (scope) => {
    const { accountId } = town.people[who]
    await insertKey(scope, accountId, secret)
    if (confirmed) await updateAccount(scope, accountId, { totp_confirmed_at: on('2026-11-01') })
  })

/** Stops the account of somebody who held every role. Nothing that happens later reaches them. */
export const stopDisabled = (town: Town): Promise<void> =>
  act(town, 'admin', '2022-01-01', async (scope) => {
    must(await disableAccount(scope, town.here.city, town.people.disabled.accountId))
  })

/** Links that mails carry, an invitation to staff, second factors. */
export const makeAccounts = async (town: Town): Promise<void> => {
  const stranger = town.people.stranger.accountId
  const confirmation = await makeLink(town, stranger, 'confirm')
  put(town, { kind: 'confirmation', state: 'open', params: { token: confirmation } })
  const first = await makeLink(town, await signUpUnconfirmed(town), 'confirm')
  put(town, { kind: 'confirmation', state: 'unconfirmed', params: { token: first } })
  const reset = await makeLink(town, stranger, 'reset')
  put(town, { kind: 'reset', state: 'open', params: { token: reset } })
  const address = await makeLink(town, stranger, 'email')
  put(town, { kind: 'address', state: 'open', params: { token: address } })
  const stop = await town.here.as(visitor, async (scope) => lockStop(scope, stranger))
  put(town, { kind: 'mail-stop', state: 'open', params: { token: stop.split('/').at(-1) ?? '' } })
  const email = await emailOf(town, 'stranger')
  const invitation = await inviteStaff(town, email)
  put(town, { kind: 'staff-invitation', state: 'open', params: { id: invitation } })
  const token = await tokenMailedTo(town, email)
  put(town, { kind: 'invitation', state: 'open', params: { token } })
  await giveKey(town, 'unproved', { confirmed: true })
  await giveKey(town, 'rep2', { confirmed: true })
  await giveKey(town, 'resident', { confirmed: false })
  for (const who of ['dept', 'disabled', 'stranger', 'admin', 'unproved'] as const)
    put(town, { kind: 'account', state: who, params: { id: town.people[who].accountId } })
}
