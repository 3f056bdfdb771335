import type { Scope } from '#data/scope.ts'
import { say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { listStaffEmails, mailWords, type Recipient, writeToEach } from '../../accounts/index.ts'
import { type MailKind, mailTexts } from '../mail-texts.ts'
import { type Round, roundKind } from '../round.ts'

/** What a mail about a year's report tells. */
export type Letter = {
  readonly kind: MailKind
  readonly round: Pick<Round, 'id' | 'planTitle' | 'fiscalYear'>
  /** Where it leads. */
  readonly path: string
  /** Codes of the departments it names. */
  readonly departments?: readonly string[]
  readonly count?: number
  readonly reason?: string | undefined
  readonly day?: PlainDate | undefined
  /** False where the day is told, and nobody is asked to do anything by it. */
  readonly isDeadline?: boolean
}

const write = (
  scope: Scope,
  city: City,
  letter: Letter,
  recipients: readonly Recipient[],
): Promise<void> => {
  const { kind, round, departments = [], count = 0, day, isDeadline = true } = letter
  return writeToEach(scope, recipients, (to) => {
    const { language: lang } = to
    const plan = `${say(round.planTitle, lang)}${lang === 'ja' ? '　' : ', '}${formatFiscalYear(round.fiscalYear, lang)}`
    const names = departments.map((code) => say(nameOfCode(city.departments, code), lang))
    return {
      ...mailTexts[lang][kind]({
        ...mailWords(scope, city, to, letter),
        plan,
        department: names.join(lang === 'ja' ? '、' : ', '),
        count,
      }),
      about: { kind: roundKind, id: round.id, title: plan },
      dueOn: isDeadline ? day : undefined,
    }
  })
}

/** Writes to the staff of one department. */
export const writeToDepartment = async (
  scope: Scope,
  city: City,
  given: { readonly letter: Letter; readonly department: string },
): Promise<void> => {
  const { letter, department } = given
  const recipients = await listStaffEmails(scope, { role: 'department', department })
  await write(scope, city, { departments: [department], ...letter }, recipients)
}

/** Writes to everybody who holds a role of the whole city. */
export const writeToRole = async (
  scope: Scope,
  city: City,
  given: { readonly letter: Letter; readonly role: 'office' | 'reviewer' },
): Promise<void> =>
  write(scope, city, given.letter, await listStaffEmails(scope, { role: given.role }))
