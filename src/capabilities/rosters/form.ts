import type { PlainDate } from '#kernel/calendar.ts'
import { parseDate } from '#kernel/date-input.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { cleanLine, cleanText, countCharacters, isReading, toReading } from '#kernel/text.ts'
import type { FormBody } from '#web/form-data.ts'
import type { Doubt } from './doubts.ts'
import type { RosterRules } from './preset.ts'
import type { PersonFacts } from './roster.ts'

/** What is wrong with a field, as the sentences know it. */
export type ProblemCode =
  | 'name-missing'
  | 'too-long'
  | 'kana'
  | 'date-missing'
  | 'date'
  | 'until-before-since'
  | 'future'
  | 'choice'
  | 'reason-missing'
  | 'account-taken'
  | Doubt['code']
export type Problem = { readonly field: string; readonly code: ProblemCode }

export const longestName = 100
export const longestReason = 1_000

/** An entry with what else its form asks. */
export type SentPerson = PersonFacts & {
  readonly accountId: string | null
  /** The office with which somebody is entered, from the day of entry. */
  readonly office: string
}

const readDay = (
  form: FormBody,
  field: string,
  { required }: { readonly required: boolean },
): Result<PlainDate | null, Problem> => {
  const written = cleanLine(form.text(field))
  if (written === '') return required ? refuse({ field, code: 'date-missing' } as const) : ok(null)
  const day = parseDate(written)
  return day.ok ? ok(day.value) : refuse({ field, code: 'date' } as const)
}

/** A day that must be there. */
export const readNeededDay = (form: FormBody, field: string): Result<PlainDate, Problem> => {
  const day = readDay(form, field, { required: true })
  if (!day.ok) return day
  return day.value ? ok(day.value) : refuse({ field, code: 'date-missing' } as const)
}

const knownCode = (
  list: readonly { readonly code: string }[],
  field: string,
  code: string,
): Problem[] =>
  code === '' || list.some((one) => one.code === code) ? [] : [{ field, code: 'choice' }]

const nameProblems = (name: string): Problem[] => {
  if (name === '') return [{ field: 'name', code: 'name-missing' }]
  return countCharacters(name) > longestName ? [{ field: 'name', code: 'too-long' }] : []
}

const otherProblems = (
  sent: { readonly kana: string; readonly district: string },
  codes: readonly Problem[],
): Problem[] => [
  ...(sent.kana === '' || isReading(sent.kana) ? [] : [{ field: 'kana', code: 'kana' } as const]),
  ...(countCharacters(sent.district) > longestName
    ? [{ field: 'district', code: 'too-long' } as const]
    : []),
  ...codes,
]

const spanProblems = (since: PlainDate | null, until: PlainDate | null): Problem[] =>
  since && until && until < since ? [{ field: 'until', code: 'until-before-since' }] : []

const citizenOf = (sent: string): boolean | null =>
  sent === 'yes' ? true : sent === 'no' ? false : null

/** Reads a person's entry; everything that is wrong is told at once. */
export const readPerson = (
  form: FormBody,
  rules: RosterRules,
): Result<SentPerson, readonly Problem[]> => {
  const name = cleanLine(form.text('name'))
  const kana = toReading(cleanLine(form.text('kana')))
  const district = cleanLine(form.text('district'))
  const since = readDay(form, 'since', { required: true })
  const until = readDay(form, 'until', { required: false })
  const [office, ageBand] = [form.text('office'), form.text('age_band')]
  const problems = [
    ...nameProblems(name),
    ...otherProblems({ kana, district }, [
      ...knownCode(rules.offices, 'office', office),
      ...knownCode(rules.ageBands, 'age_band', ageBand),
    ]),
    ...(since.ok ? [] : [since.error]),
    ...(until.ok ? [] : [until.error]),
    ...(since.ok && until.ok ? spanProblems(since.value, until.value) : []),
  ]
  if (problems.length > 0 || !since.ok || !since.value || !until.ok) return refuse(problems)
  return ok({
    name,
    nameKana: kana,
    district,
    ageBand,
    citizen: citizenOf(form.text('citizen')),
    voting: form.text('voting') === 'yes',
    since: since.value,
    until: until.value,
    accountId: form.text('account') || null,
    office,
  })
}

/** Why something is done; needed where an entry is corrected, struck out or looked at. */
export const readReason = (form: FormBody): Result<string, Problem> => {
  const reason = cleanText(form.text('reason'))
  if (reason === '') return refuse({ field: 'reason', code: 'reason-missing' })
  return countCharacters(reason) > longestReason
    ? refuse({ field: 'reason', code: 'too-long' })
    : ok(reason)
}
