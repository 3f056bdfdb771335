import type { CityRole } from '#kernel/actor.ts'
import { emailKey } from '#kernel/contact.ts'
import type { MailPace } from '#kernel/mail-pace.ts'

export { emailKey }

/** How long what is given out stays good, in seconds. Staff sessions end with the working day. */
export const lifetimes = {
  residentSession: 14 * 86_400,
  staffSession: 12 * 3_600,
  confirmation: 48 * 3_600,
  reset: 3_600,
  addressChange: 24 * 3_600,
  invitation: 14 * 86_400,
} as const

/**
 * How long what proves who somebody is stays after it has ended, in seconds. Sessions go at once: nothing
 * reads them any more. Links stay a day, so that those asked for within the hour can still be counted.
 * Failed sign-ins (an address and a network each) stay a day: they count for a quarter of an hour
 * ({@link failureLimits}); the audit tells about them for good, without address and network.
 */
export const retention = { session: 0, token: 86_400, failure: 86_400 } as const

/** Failures after which a sign-in is refused for a while: per account and per network, in 15 minutes. */
export const failureLimits = { windowSeconds: 900, perAccount: 10, perNetwork: 50 } as const

export const passwordLength = { min: 10, max: 200 } as const

export type AccountState = 'unconfirmed' | 'active' | 'disabled'

export type Account = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly nameKana: string
  readonly language: 'ja' | 'en'
  readonly state: AccountState
  readonly sample: boolean
  readonly secondFactor: boolean
  /** How mails that may wait come; null while that is left to the city. */
  readonly mailPace: MailPace | null
}

export type RoleGrant = {
  readonly id: string
  readonly role: CityRole
  readonly department: string | null
  readonly grantedAt: Date
}

/** Passwords that everybody tries first. */
const common = [
  'password',
  '1234567890',
  'qwertyuiop',
  'passw0rd',
  '0123456789',
  'kamakura',
  'yamaguchi',
]

/** Why a password is not good enough, or nothing. Length is what counts; no rules about signs (NIST SP 800-63B). */
export const passwordFault = (
  password: string,
  email: string,
): 'short' | 'long' | 'common' | undefined => {
  const length = [...password].length
  if (length < passwordLength.min) return 'short'
  if (length > passwordLength.max) return 'long'
  const folded = password.toLowerCase()
  const isRepeated = new Set(folded).size <= 2
  const [ownName = ''] = emailKey(email).split('@')
  const isOwnName = ownName.length >= 4 && folded.includes(ownName)
  return isRepeated || isOwnName || common.some((word) => folded === word) ? 'common' : undefined
}
