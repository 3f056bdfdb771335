import { generateSecret, generateURI, verify } from 'otplib'
import { encode } from 'uqr'
import { normalizeCode } from '#kernel/text.ts'

/** 確認コード: six digits that an app on the phone makes anew every 30 seconds (RFC 6238, SHA-1, as every app expects). */
const period = 30

/** A new key of 160 bits, in the letters and digits that apps take. */
export const newTotpSecret = (): string => generateSecret()

/** The key in groups of four, for typing it in by hand. */
export const spellSecret = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? ''

/** What the square code holds: the key, and what the app calls it. */
export const totpAddress = (account: {
  readonly city: string
  readonly email: string
  readonly secret: string
}): string =>
  generateURI({
    issuer: `${account.city} つなぐ`,
    label: account.email,
    secret: account.secret,
  })

/** The six digits as typed, in any width and with spaces; undefined for anything else. */
export const readCode = (typed: string): string | undefined => {
  const code = normalizeCode(typed).replaceAll('-', '')
  return /^\d{6}$/.test(code) ? code : undefined
}

/**
 * The time step a code belongs to, or undefined when it is wrong. Clocks may differ by one step; a step
 * that was used before, or any before it, is refused.
 */
export const findTotpStep = async (
  given: { readonly secret: string; readonly code: string; readonly lastStep: number | null },
  now: Date,
): Promise<number | undefined> => {
  const checked = await verify({
    secret: given.secret,
    token: given.code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: period,
    ...(given.lastStep === null ? {} : { afterTimeStep: given.lastStep }),
  })
  return checked.valid && 'timeStep' in checked ? checked.timeStep : undefined
}

/** The squares of a code as one path, and the length of its side. */
export const drawSquareCode = (text: string): { readonly side: number; readonly path: string } => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('')
  return { side: size, path }
}
