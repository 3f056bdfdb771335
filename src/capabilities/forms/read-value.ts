import { parseCorporateNumber, parsePostalCode } from '#kernel/codes.ts'
import { parseEmail, parsePhone } from '#kernel/contact.ts'
import { parseDate } from '#kernel/date-input.ts'
import { parseYen } from '#kernel/money.ts'
import type { NumberProblem } from '#kernel/number.ts'
import { parseWholeNumber } from '#kernel/number.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { cleanLine, cleanText, countCharacters, isReading, toReading } from '#kernel/text.ts'
import type { FormColumn, FormField } from './definition.ts'
import type { ProblemKind } from './problems.ts'

type Limits = { readonly max?: number | undefined; readonly min?: number | undefined }
type Reader = (typed: string, limits: Limits) => Result<string | number, ProblemKind>

// People write 46人 or 3年 where a number is asked for.
const counter = /(?<=[\d０-９])\s*(人|名|年|回|件|世帯|か所|箇所)\s*$/

const lineLimit = 500
const textLimit = 10_000

const within = (text: string, max: number): Result<string, ProblemKind> =>
  countCharacters(text) <= max ? ok(text) : refuse('tooLong')

const inRange = (value: number, { min, max }: Limits): Result<number, ProblemKind> => {
  if (max !== undefined && value > max) return refuse('tooLarge')
  return min !== undefined && value < min ? refuse('tooSmall') : ok(value)
}

const numberProblem = (problem: NumberProblem): ProblemKind => {
  if (problem === 'negative' || problem === 'fraction' || problem === 'exponent')
    return 'wholeNumber'
  return problem === 'too-large' ? 'tooLarge' : 'number'
}

/** What looks like a host without its beginning: `www.example.jp`, `example.jp/club`. */
const bareHost = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]|$)/i

/** Names of accounts are copied as they stand in the application: they lead nowhere. */
const accountName = /^@[\w.-]+$/

const url: Reader = (typed) => {
  const line = cleanLine(typed).normalize('NFKC')
  if (accountName.test(line)) return refuse('accountName')
  const text = bareHost.test(line) ? `https://${line}` : line
  try {
    const address = new URL(text)
    return address.protocol === 'https:' || address.protocol === 'http:'
      ? within(text, lineLimit)
      : refuse('url')
  } catch {
    return refuse('url')
  }
}

/** How each kind of single value is understood. All accept full-width signs and stray spaces. */
const readers: Partial<Record<FormField['kind'], Reader>> = {
  text: (typed, { max }) => within(cleanLine(typed), max ?? lineLimit),
  textarea: (typed, { max }) => within(cleanText(typed), max ?? textLimit),
  kana: (typed, { max }) => {
    const kana = toReading(cleanLine(typed))
    return isReading(kana) ? within(kana, max ?? lineLimit) : refuse('kana')
  },
  number: (typed, limits) => {
    const read = parseWholeNumber(typed.replace(counter, ''))
    return read.ok ? inRange(read.value, limits) : refuse(numberProblem(read.error))
  },
  money: (typed, limits) => {
    const read = parseYen(typed)
    if (read.ok) return inRange(read.value, limits)
    return refuse(read.error === 'too-large' ? 'tooLarge' : 'money')
  },
  date: (typed) => {
    const read = parseDate(typed)
    if (read.ok) return read
    if (read.error === 'no-day') return refuse('dayMissing')
    if (read.error === 'no-year') return refuse('yearMissing')
    return refuse(
      read.error === 'no-such-day' || read.error === 'outside-era' ? 'noSuchDay' : 'date',
    )
  },
  email: (typed) => {
    const read = parseEmail(typed)
    return read.ok ? read : refuse('email')
  },
  phone: (typed) => {
    const read = parsePhone(typed)
    return read.ok ? ok(read.value.printed) : refuse('phone')
  },
  postal: (typed) => {
    const read = parsePostalCode(typed)
    return read.ok ? read : refuse('postal')
  },
  corporate_number: (typed) => {
    const read = parseCorporateNumber(typed)
    return read.ok ? read : refuse('corporateNumber')
  },
  url,
}

/** Understands one typed value of a field or column; call it for non-empty text. */
export const readValue = (
  kind: FormField['kind'] | FormColumn['kind'],
  typed: string,
  limits: Limits,
): Result<string | number, ProblemKind> => (readers[kind] ?? readers.text!)(typed, limits)
