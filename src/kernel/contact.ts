import { ok, type Result, refuse } from './result.ts'
import { normalizeCode } from './text.ts'

/** `printed` keeps the hyphens as they were typed, with the extension; `digits` is for comparing. */
export type Phone = {
  readonly digits: string
  readonly printed: string
  readonly extension?: string
}

export type PhoneProblem = 'empty' | 'not-a-phone-number' | 'no-area-code' | 'wrong-length'

const extensionMark = /(?:\(?(?:内線|内|EXT\.?)[:-]?(\d{1,6})\)?)$/i

/** Groups are known without an area-code table only for these: mobile, IP and service numbers. */
const groupDigits = (digits: string): string =>
  digits
    .replace(/^(0[25-9]0)([1-9]\d{3})(\d{4})$/, '$1-$2-$3')
    .replace(/^(0120|0570|0990)(\d{3})(\d{3})$/, '$1-$2-$3')
    .replace(/^(0800)(\d{3})(\d{4})$/, '$1-$2-$3')

/** Eleven digits for mobile, IP and 0800 numbers, ten for all others; 010 and 00 lead abroad. */
const hasRightLength = (digits: string): boolean =>
  /^(0[25-9]0[1-9]|0800)\d{7}$|^0[1-9][1-9]\d{7}$/.test(digits)

/**
 * Reads a telephone number: `0467-23-3000`, `0467(23)3000`, `０４６７２３３０００`, `+81 467-23-3000`,
 * `0467-23-3000 内線2345`. Ten digits, eleven for 050–090, 020 and 0800.
 */
export const parsePhone = (input: string): Result<Phone, PhoneProblem> => {
  const text = normalizeCode(input)
  if (text === '') return refuse('empty')
  const extension = extensionMark.exec(text)?.[1]
  const number = text
    .replace(extensionMark, '')
    .replace(/^\+81-?(\(0\))?0?/, '0')
    .replace(/[()./]+/g, '-')
    .replace(/^-|-$/g, '')
  if (!/^\d+(-\d+)*$/.test(number)) return refuse('not-a-phone-number')
  const digits = number.replaceAll('-', '')
  if (!digits.startsWith('0')) return refuse(digits.length < 9 ? 'no-area-code' : 'wrong-length')
  if (!hasRightLength(digits)) return refuse('wrong-length')
  const main = number === digits ? groupDigits(digits) : number
  return ok(
    extension
      ? { digits, printed: `${main} 内線${extension}`, extension }
      : { digits, printed: main },
  )
}

export type EmailProblem = 'empty' | 'no-at-mark' | 'not-ascii' | 'wrong-shape' | 'too-long'

// The shape of HTML's own e-mail field: it lets the repeated dots of old mobile addresses through.
const localPart = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const domainPart = new RegExp(`^${label}(?:\\.${label})*\\.[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$`)

/**
 * Reads one mail address: full-width letters are accepted, the domain becomes lower case, the part
 * before @ stays as typed. Whether it exists is found out by writing to it.
 */
export const parseEmail = (input: string): Result<string, EmailProblem> => {
  const text = input.normalize('NFKC').trim()
  if (text === '') return refuse('empty')
  if (text.length > 254) return refuse('too-long')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
  if (!/^[\x00-\x7f]*$/.test(text)) return refuse('not-ascii')
  const at = text.lastIndexOf('@')
  if (at < 0) return refuse('no-at-mark')
  const [local, domain] = [text.slice(0, at), text.slice(at + 1).toLowerCase()]
  return localPart.test(local) && domainPart.test(domain)
    ? ok(`${local}@${domain}`)
    : refuse('wrong-shape')
}

/** Addresses are compared without regard to case and width. */
export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase()
