import type { PlainDate } from '#kernel/calendar.ts'
import { parseEmail } from '#kernel/contact.ts'
import { parseDate } from '#kernel/date-input.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { cleanLine, cleanText, countCharacters } from '#kernel/text.ts'
import { type RecoveryCheck, recoveryChecks } from './recovery.ts'

type Sent = { text(name: string): string; all(name: string): string[] }

/** Who asked, and how it was checked. */
export type RecoveryRequest = {
  readonly askerName: string
  readonly email: string
  readonly askedOn: PlainDate
  readonly checks: readonly RecoveryCheck[]
  readonly evidence: string
}

export type RecoveryFault = 'name' | 'email' | 'day' | 'future' | 'checks' | 'evidence' | 'reason'
export type FieldFault = { readonly field: string; readonly reason: RecoveryFault }

const longest = 2_000

const dayFault = (written: string, today: PlainDate): FieldFault | undefined => {
  const day = parseDate(written)
  if (!day.ok) return { field: 'asked_on', reason: 'day' }
  return day.value > today ? { field: 'asked_on', reason: 'future' } : undefined
}

/** Reads what the desk was asked and what it checked; everything that is missing is told at once. */
export const readRecovery = (
  sent: Sent,
  today: PlainDate,
): Result<RecoveryRequest, readonly FieldFault[]> => {
  const askerName = cleanLine(sent.text('asker_name'))
  const email = parseEmail(sent.text('email'))
  const askedOn = parseDate(sent.text('asked_on'))
  const wrongDay = dayFault(sent.text('asked_on'), today)
  const checks = recoveryChecks.filter((check) => sent.all('checks').includes(check))
  const evidence = cleanText(sent.text('evidence'))
  const faults: FieldFault[] = [
    ...(askerName === '' || countCharacters(askerName) > 100
      ? [{ field: 'asker_name', reason: 'name' } as const]
      : []),
    ...(email.ok ? [] : [{ field: 'email', reason: 'email' } as const]),
    ...(wrongDay ? [wrongDay] : []),
    ...(checks.length === 0 ? [{ field: 'checks', reason: 'checks' } as const] : []),
    ...(evidence === '' || countCharacters(evidence) > longest
      ? [{ field: 'evidence', reason: 'evidence' } as const]
      : []),
  ]
  if (faults.length > 0 || !email.ok || !askedOn.ok) return refuse(faults)
  return ok({ askerName, email: email.value, askedOn: askedOn.value, checks, evidence })
}

/** Why somebody objects, overrules or calls off. */
export const readRecoveryReason = (sent: Sent, field: string): Result<string, FieldFault> => {
  const reason = cleanText(sent.text('reason'))
  return reason === '' || countCharacters(reason) > longest
    ? refuse({ field, reason: 'reason' })
    : ok(reason)
}
