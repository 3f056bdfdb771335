import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import type { Sheet } from './answers.ts'

/**
 * Text of a length that tells nothing: the next power of two from 1,024 characters on. Whoever sees sealed
 * answers go by must not know them again by how long they are.
 */
export const padded = (text: string): string => {
  let length = 1_024
  while (length < Buffer.byteLength(text)) length *= 2
  return text + ' '.repeat(length - Buffer.byteLength(text))
}

/** One sheet as an envelope holds it. */
export type Enclosed = Sheet & { readonly mode: 'open' | 'code' }

export const encloseSheet = (enclosed: Enclosed): string => padded(JSON.stringify(enclosed))

export const discloseSheet = (text: string): Enclosed => JSON.parse(text) as Enclosed

const digits = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Sixteen characters of 32 (80 bits) in fours, without those that are read for one another: `7KQM-3XPA-…`. */
export const newCode = (): string => {
  const text = [...randomBytes(16)].map((byte) => digits[byte & 31]).join('')
  return text.replace(/(.{4})(?=.)/g, '$1-')
}

const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}−ー]/gu, '')

/** A code as typed → as it was given; empty for what no code looks like. */
export const tidyCode = (typed: string): string => {
  const plain = plainCode(typed)
  return /^[2-9A-HJ-NP-Z]{16}$/.test(plain) ? plain.replace(/(.{4})(?=.)/g, '$1-') : ''
}

/** What is stored of a code: it finds its row and opens nothing. */
export const hashCode = (purpose: 'asked' | 'draft', surveyId: string, code: string): string =>
  createHash('sha256').update(`${purpose}\n${surveyId}\n${code}`).digest('hex')

const draftKey = (surveyId: string, code: string): Buffer =>
  Buffer.from(hkdfSync('sha256', code, surveyId, 'survey draft', 32))

/** Locks what was put aside under the code that only its writer holds. */
export const sealDraft = (surveyId: string, code: string, text: string): string => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', draftKey(surveyId, code), nonce)
  const body = Buffer.concat([cipher.update(padded(text), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
}

/** @throws when the code is not the one under which it was locked */
export const openDraft = (surveyId: string, code: string, sealed: string): string => {
  const whole = Buffer.from(sealed, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', draftKey(surveyId, code), whole.subarray(0, 12))
  cipher.setAuthTag(whole.subarray(12, 28))
  return Buffer.concat([cipher.update(whole.subarray(28)), cipher.final()]).toString('utf8')
}

/** Where sealed answers of a survey belong; they open nowhere else. */
export const placeOfEnvelope = (surveyId: string): string => `survey ${surveyId}`
export const placeOfReceipts = (surveyId: string): string => `survey receipts ${surveyId}`
export const placeOfCode = (surveyId: string): string => `survey code ${surveyId}`

/** How many answers are counted together, and how many at least are kept back until the survey is closed. */
export const batch = { least: 10, keptBack: 10, most: 2_000 } as const

/**
 * How many of the waiting answers are opened now: none while it would be fewer than ten, always leaving ten
 * for the next time; all of them once nothing more can come.
 */
export const countToOpen = (waiting: number, over: boolean): number => {
  if (over) return Math.min(waiting, batch.most)
  const free = waiting - batch.keptBack
  return free < batch.least ? 0 : Math.min(free, batch.most)
}

/** The same things in an order that nothing tells (Fisher–Yates with random numbers of the system). */
export const shuffled = <T>(things: readonly T[], random: (below: number) => number): T[] => {
  const rest = [...things]
  for (let at = rest.length - 1; at > 0; at -= 1) {
    const other = random(at + 1)
    ;[rest[at], rest[other]] = [rest[other] as T, rest[at] as T]
  }
  return rest
}

const signOf = (key: string, number: string): string =>
  [...createHmac('sha256', key).update(number).digest().subarray(0, 6)]
    .map((byte) => digits[byte & 31])
    .join('')

/**
 * A number that proves that an answer came in, and tells neither whose nor which: it is random, signed, and
 * kept nowhere.
 */
export const newReceipt = (key: string): string => {
  const number = [...randomBytes(6)].map((byte) => digits[byte & 31]).join('')
  return `${number}-${signOf(key, number)}`
}

/** True for a number that {@link newReceipt} made with this key, however its line and letters were typed. */
export const isReceipt = (key: string, typed: string): boolean => {
  const plain = plainCode(typed)
  return plain.length === 12 && signOf(key, plain.slice(0, 6)) === plain.slice(6)
}
