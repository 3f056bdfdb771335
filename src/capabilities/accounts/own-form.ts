import { parseEmail } from '#kernel/contact.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type Fault, faultsOfPassword, readNames, type Sent } from './form.ts'

/** Reads one's own name and language. */
export const readProfile = (
  sent: Sent,
): Result<{ name: string; nameKana: string; language: 'ja' | 'en' }, readonly Fault[]> => {
  const { name, nameKana, faults } = readNames(sent)
  const language = sent.text('language') === 'en' ? 'en' : 'ja'
  return faults.length > 0 ? refuse(faults) : ok({ name, nameKana, language })
}

const faultsOfCurrent = (sent: Sent): Fault[] =>
  sent.text('current') === '' ? [{ field: 'current', reason: 'current' }] : []

/** Reads the password of now and the new one. */
export const readPasswordChange = (
  sent: Sent,
): Result<{ current: string; password: string }, readonly Fault[]> => {
  const faults = [...faultsOfCurrent(sent), ...faultsOfPassword(sent.text('password'), '')]
  return faults.length > 0
    ? refuse(faults)
    : ok({ current: sent.text('current'), password: sent.text('password') })
}

/** Reads a new address and the password of now. */
export const readAddressChange = (
  sent: Sent,
): Result<{ current: string; email: string }, readonly Fault[]> => {
  const email = parseEmail(sent.text('email'))
  const faults: Fault[] = [
    ...(email.ok ? [] : [{ field: 'email', reason: 'email' } as const]),
    ...faultsOfCurrent(sent),
  ]
  return faults.length > 0 || !email.ok
    ? refuse(faults)
    : ok({ current: sent.text('current'), email: email.value })
}
